/**
 * Makes a built site independent of where it lives: a learning environment unpacks it in a folder that nobody knows
 * beforehand. It was built under `MARKER_BASE`, a path that occurs nowhere else, so that every address in it is found.
 *
 * In pages and styles an address becomes relative, with `index.html` named, since a learning environment gives files
 * and no folders. In scripts it begins with `functielabBase`, which each page sets first.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesIn, readPages } from '../html.ts';
import { bundleInlineScript } from '../inline-script.ts';
import { contentSecurityPolicy, inlineScripts, scriptHash } from '../response-headers.ts';

export const MARKER_BASE = '/__functielab__/';

/** Begins with the base; ends where an attribute, a style, a query or a fragment does. */
const ADDRESS = /\/__functielab__\/([^"'&\s<>)#?\\`]*)/g;
/** An address as a whole text of a script; the build writes its texts so. */
const TEXT = /(["'`])\/__functielab__\/([^"'`$\\]*)\1/g;
/** For search engines and sharing: a package is found by neither, and its own address is unknown. */
const FOR_ELSEWHERE = /<link rel="(?:canonical|sitemap)"[^>]*>|<meta property="og:url"[^>]*>/g;
const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/**
 * @param root folder of the built site; its files are changed
 * @param frameScript path of the script of the sandbox, for the policy
 * @throws Error naming the file, when an address leads nowhere or can't be made relative
 */
export async function makeRelative(root: string, frameScript: string): Promise<void> {
  for (const file of filesIn(root)) {
    const change = changes[posix.extname(file)];
    if (!change) continue;
    const before = readFileSync(join(root, file), 'utf8');
    const after = change(before, file, root);
    if (after.includes(MARKER_BASE)) {
      const at = after.indexOf(MARKER_BASE);
      throw new Error(`${file}: this address can't be made relative: ${after.slice(at - 40, at + 60)}`);
    }
    if (after !== before) writeFileSync(join(root, file), after);
  }
  await addPolicy(root, frameScript);
}

type Change = (text: string, file: string, root: string) => string;

const changes: Readonly<Record<string, Change>> = {
  '.html': (text, file, root) => {
    const toRoot = posix.relative(posix.dirname(file), '.') || '.';
    const first = `<script>${pageScript(`${toRoot}/`)}</script>`;
    return withRelative(text.replaceAll(FOR_ELSEWHERE, ''), file, root).replace(
      CHARSET,
      (charset) => charset + first,
    );
  },
  '.css': (text, file, root) => withRelative(text, file, root),
  '.js': (text) =>
    text.replaceAll(TEXT, (_, _quote, rest) => `(globalThis.functielabBase+${JSON.stringify(rest)})`),
};

/** What each page knows before anything else runs. */
function pageScript(toRoot: string): string {
  return [
    `globalThis.functielabBase=new URL(${JSON.stringify(toRoot)},location.href).pathname;`,
    'try{globalThis.functielabLearner=parent.functielabShell?.learner}catch{}',
  ].join('');
}

function withRelative(text: string, file: string, root: string): string {
  return text.replaceAll(ADDRESS, (_, path: string) => {
    const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(join(root, decodeURI(target))))
      throw new Error(`${file}: ${target} is not in the package`);
    return posix.relative(posix.dirname(file), target);
  });
}

/** No host sends headers with a package, so each page carries the policy that it can carry itself. */
async function addPolicy(root: string, frameScript: string): Promise<void> {
  const pages = readPages(root);
  const scripts = [...inlineScripts(pages), await bundleInlineScript(frameScript)];
  const policy = contentSecurityPolicy([...new Set(scripts.map(scriptHash))].sort());
  for (const { file } of pages) {
    const text = readFileSync(join(root, file), 'utf8');
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
    writeFileSync(
      join(root, file),
      text.replace(CHARSET, (charset) => charset + meta),
    );
  }
}
