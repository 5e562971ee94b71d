/**
 * A file and all that it imports as one classic script in a string: `import source from './x.ts?inline-script'`.
 *
 * The sandbox needs this twice: its frame is a document in an attribute and its worker a `data:` URL, and neither
 * can load a second file. The text never depends on mode or machine, since the page's policy allows the frame's
 * script by the hash of exactly this string.
 */
import { dirname, resolve } from 'node:path';
import { type Plugin as BundlerPlugin, rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const QUERY = '?inline-script';
/** Rollup's convention for a module that is no file; `.js` since that is what it holds. */
const PREFIX = '\0inline-script:';
const SUFFIX = '.js';

/** For `vite.plugins`: in dev, in the build and in tests. */
export function inlineScript(): Plugin {
  return { ...plugin(), enforce: 'pre' };
}

/**
 * @param entryPath absolute path of the script
 * @returns minified, strict, and safe between `<script>` and `</script>` as it is
 * @throws Error when it does not bundle
 */
export async function bundleInlineScript(entryPath: string): Promise<string> {
  return (await bundle(entryPath)).code;
}

function plugin() {
  return {
    name: 'functielab:inline-script',
    resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null;
      const path = source.slice(0, -QUERY.length);
      return `${PREFIX}${resolve(importer === undefined ? '.' : dirname(importer), path)}${SUFFIX}`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { code, files } = await bundle(id.slice(PREFIX.length, -SUFFIX.length));
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  } satisfies BundlerPlugin;
}

async function bundle(entryPath: string): Promise<{ code: string; files: readonly string[] }> {
  const build = await rolldown({
    input: entryPath,
    platform: 'browser',
    plugins: [plugin()],
    transform: { target: 'es2022' },
    logLevel: 'warn',
  });
  try {
    const { output } = await build.generate({
      format: 'iife',
      // A classic script is sloppy by default, and a sloppy function can be reached through `arguments.caller`.
      intro: '"use strict";',
      minify: true,
      sourcemap: false,
      comments: false,
    });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`${entryPath} does not fit in one script`);
    const files = (await build.watchFiles).filter((file) => !file.startsWith('\0'));
    return { code: forHtml(chunk.code), files };
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
