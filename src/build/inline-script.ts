/**
 * A file and all that it imports as one script in a string.
 *
 * `import source from './x.ts?inline-script'` is a classic script for a browser. The sandbox needs this twice: its
 * frame is a document in an attribute and its worker a `data:` URL, and neither can load a second file. The text
 * never depends on mode or machine, since the page's policy allows the frame's script by the hash of exactly this
 * string. `import source from './x.ts?node-script'` is a module for Node, which a container gets as a file.
 */
import { dirname, resolve } from 'node:path';
import { type Plugin as BundlerPlugin, rolldown } from 'rolldown';
import type { Plugin } from 'vite';

type Kind = 'inline-script' | 'node-script';
const KINDS: readonly Kind[] = ['inline-script', 'node-script'];
/** Rollup's convention for a module that is no file begins with `\0`; `.js` since that is what it holds. */
const SUFFIX = '.js';

const LINE_BY_LINE = { compress: true, mangle: true, codegen: { removeWhitespace: false } };

const packed = new Set<string>();
/** Every module that this process has packed into some script, what tree shaking took away excepted. */
export const packedModules: ReadonlySet<string> = packed;

/** For `vite.plugins`: in dev, in the build and in tests. */
export function inlineScript(): Plugin {
  const made = new Map<string, Promise<Bundled>>();
  // The pages and the browser are two bundles of one build, and no file changes between them.
  let isBuild = false;
  const once: typeof bundle = (entryPath, kind) => {
    const key = `${kind}:${entryPath}`;
    const bundled = (isBuild ? made.get(key) : undefined) ?? bundle(entryPath, kind);
    made.set(key, bundled);
    return bundled;
  };
  return {
    ...plugin(once),
    enforce: 'pre',
    configResolved({ command, build }) {
      isBuild = command === 'build' && build.watch === null;
    },
  };
}

/**
 * @param entryPath absolute path of the script
 * @returns minified, strict, and safe between `<script>` and `</script>` as it is
 * @throws Error when it does not bundle
 */
export async function bundleInlineScript(entryPath: string): Promise<string> {
  return (await bundle(entryPath, 'inline-script')).code;
}

/** The same as a module for Node. */
export async function bundleNodeScript(entryPath: string): Promise<string> {
  return (await bundle(entryPath, 'node-script')).code;
}

function plugin(bundleOf = bundle) {
  return {
    name: 'functielab:inline-script',
    resolveId(source, importer) {
      const kind = KINDS.find((one) => source.endsWith(`?${one}`));
      if (kind === undefined) return null;
      const path = source.slice(0, -`?${kind}`.length);
      return `\0${kind}:${resolve(importer === undefined ? '.' : dirname(importer), path)}${SUFFIX}`;
    },
    async load(id) {
      const kind = KINDS.find((one) => id.startsWith(`\0${one}:`));
      if (kind === undefined) return null;
      const { code, files } = await bundleOf(id.slice(`\0${kind}:`.length, -SUFFIX.length), kind);
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  } satisfies BundlerPlugin;
}

interface Bundled {
  readonly code: string;
  readonly files: readonly string[];
}

async function bundle(entryPath: string, kind: Kind): Promise<Bundled> {
  const isForNode = kind === 'node-script';
  const build = await rolldown({
    input: entryPath,
    platform: isForNode ? 'node' : 'browser',
    plugins: [plugin()],
    transform: { target: 'es2022' },
    logLevel: 'warn',
  });
  try {
    const { output } = await build.generate({
      // Node shows the line at which a program failed, so each statement there keeps its own.
      minify: isForNode ? LINE_BY_LINE : true,
      sourcemap: false,
      codeSplitting: false,
      comments: false,
      ...(isForNode
        ? { format: 'esm' }
        : {
            format: 'iife',
            // A classic script is sloppy by default, and a sloppy function can be reached through `arguments.caller`.
            intro: '"use strict";',
          }),
    });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`${entryPath} does not fit in one script`);
    for (const [id, { renderedLength }] of Object.entries(chunk.modules))
      if (renderedLength > 0) packed.add(id);
    const files = (await build.watchFiles).filter((file) => !file.startsWith('\0'));
    return { code: isForNode ? chunk.code.trim() : forHtml(chunk.code), files };
  } finally {
    await build.close();
  }
}

/** A script in a document ends at the first `</script`, even inside a string; and HTML turns CR into LF. */
function forHtml(code: string): string {
  const safe = code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--');
  if (safe.includes('\r')) throw new Error('A carriage return would not survive in a document');
  return safe;
}
