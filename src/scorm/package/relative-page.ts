/**
 * Makes a file of the built site independent of where it lives: a learning environment unpacks it in a folder that nobody
 * knows beforehand, and gives files and no folders.
 *
 * In pages and styles an address becomes relative, with `index.html` named. In scripts it begins with `functielabBase`, which
 * each page sets first. An address is what begins with the site's base and leads to a file of it; what a function of the course
 * calls `/wie` leads nowhere in the site and stays. A test holds this to the whole built site.
 */

export interface PackagedSite {
  /** Under which the site was built; begins and ends with a slash. */
  readonly base: string;
  /** Of the package, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

/** @throws Error naming the file, when a link in it leads to a file that is not in the package, or a script knows the base in another way */
export function relativeFile(text: string, file: string, site: PackagedSite): string {
  if (file.endsWith('.html')) return relativePage(text, file, site);
  if (file.endsWith('.css')) return relativeStyle(text, file, site);
  return file.endsWith('.js') ? relativeScript(text, file, site) : text;
}

/** Whether `relativeFile` may change it. */
export function isRewritten(file: string): boolean {
  return /\.(html|css|js)$/.test(file);
}

/** For search engines, sharing and installing: a package is found by nobody, and its own address is unknown. */
const FOR_ELSEWHERE =
  /<link rel="(?:canonical|sitemap|manifest|apple-touch-icon)"[^>]*>|<meta property="og:url"[^>]*>/g;
/** What a page marks as for the site alone holds no element of its own kind. */
const SITE_ONLY = /<([a-z]+)\b[^<>]*\sdata-site-only\b[^<>]*>[\s\S]*?<\/\1>/g;
export const CHARSET = /<meta charset="utf-8"\s*\/?>/i;
/** What a page is made of, as far as it matters: scripts and styles whole, remarks, and tags with what stands in their quotes. */
const PARTS =
  /<(script|style)\b([^<>]*)>([\s\S]*?)<\/\1>|<!--[\s\S]*?-->|<[a-z][\w-]*(?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /(\s)([^\s=<>"']+)="([^"]*)"/g;
/** Whose value is an address; the `value` of a field in which one types `/wie` is none. */
const ADDRESSES = /^(href|src|poster|(component|renderer|before-hydration)-url)$/;
/** Up to where an attribute, a style, a query or a fragment ends it. */
const REST = '([^"\'&\\s<>)#?\\\\`]*)';

function relativePage(text: string, file: string, site: PackagedSite): string {
  const toRoot = '../'.repeat(file.split('/').length - 1) || './';
  const first = `<script>${pageScript(toRoot)}</script>`;
  const parts = text.replaceAll(FOR_ELSEWHERE, '').replaceAll(SITE_ONLY, '');
  const relative = parts.replaceAll(PARTS, (part, name?: string, attributes = '', content = '') => {
    if (part.startsWith('<!--')) return part;
    if (name === undefined) return relativeTag(part, file, site);
    const inside =
      name.toLowerCase() === 'style'
        ? relativeStyle(content, file, site)
        : isScriptType(attributes)
          ? relativeScript(content, file, site)
          : content;
    return `<${name}${attributes}>${inside}</${name}>`;
  });
  if (!CHARSET.test(relative)) throw new Error(`${file}: no <meta charset> to put a script behind`);
  return relative.replace(CHARSET, (charset) => charset + first);
}

/** By the attributes of the tag. */
export function isScriptType(attributes: string): boolean {
  return !/\btype=/.test(attributes) || /\btype="?(module|text\/javascript)\b/.test(attributes);
}

/** What each page knows before anything else runs. */
function pageScript(toRoot: string): string {
  return [
    `globalThis.functielabBase=new URL(${JSON.stringify(toRoot)},location.href).pathname;`,
    'try{const s=parent.functielabShell;globalThis.functielabLearner=s?.learner;globalThis.functielabShelf=s?.shelf}catch{}',
  ].join('');
}

function relativeTag(tag: string, file: string, site: PackagedSite): string {
  return tag.replaceAll(ATTRIBUTE, (_, space: string, name: string, value: string) => {
    // A file of the build is one wherever it stands.
    const isAddress = ADDRESSES.test(name) || value.startsWith(`${site.base}_astro/`);
    const isOurs = isAddress && value.startsWith(site.base) && !value.startsWith('//');
    const isRelative = isAddress && /^\.\.?\//.test(value);
    const changed = isOurs
      ? relativeAddress(value.slice(site.base.length), file, site)
      : isRelative
        ? relativeAddress(fromRoot(value, file), file, site)
        : relativeData(value, file, site);
    return `${space}${name}="${changed}"`;
  });
}

/** An address that an author wrote relative to the page. */
function fromRoot(address: string, file: string): string {
  const { pathname, search, hash } = new URL(address, `https://site.invalid/${file}`);
  return pathname.slice(1) + search + hash;
}

/** @param address from the root of the site */
function relativeAddress(address: string, file: string, site: PackagedSite): string {
  const [, path = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(address) ?? [];
  const target = targetOf(path, site);
  if (target === null) throw new Error(`${file}: ${site.base}${address} is not in the package`);
  return relativePath(file, target) + rest;
}

/** Properties of an island, as JSON in an attribute: an address in it stands between quotes, and is never the bare base. */
function relativeData(value: string, file: string, site: PackagedSite): string {
  if (!value.includes('&quot;')) return value;
  return value.replaceAll(quoted('&quot;', site.base), (found, before: string, path: string) => {
    const target = path === '' ? null : targetOf(path, site);
    return target === null ? found : before + relativePath(file, target);
  });
}

function relativeStyle(text: string, file: string, site: PackagedSite): string {
  const address = new RegExp(`(url\\(["']?)${escaped(site.base)}${REST}`, 'g');
  return text.replaceAll(address, (_, before: string, path: string) => {
    const target = targetOf(path, site);
    if (target === null) throw new Error(`${file}: ${site.base}${path} is not in the package`);
    return before + relativePath(file, target);
  });
}

/**
 * Scripts know the base in three ways: `course/paths.ts` asks `functielabBase` itself, Vite's helper puts it before what is
 * fetched later, and a file of the build stands whole between quotes.
 */
function relativeScript(text: string, file: string, { base, files }: PackagedSite): string {
  const whole = new RegExp(`(["'\`])${escaped(base)}(_astro/[^"'\`$\\\\]*)\\1`, 'g');
  const helper = new RegExp(
    `(function\\((\\w+)\\)\\{return)\\s?["'\`]${escaped(base)}["'\`](\\+\\2\\})`,
    'g',
  );
  const changed = text
    .replaceAll(whole, (_, _quote, path: string) => {
      if (!files.has(path)) throw new Error(`${file}: ${base}${path} is not in the package`);
      return `(globalThis.functielabBase+${JSON.stringify(path)})`;
    })
    .replaceAll(helper, '$1(globalThis.functielabBase)$3');
  const left = new RegExp(`["'\`]${escaped(base)}_astro/|return\\s?["'\`]${escaped(base)}["'\`]\\+`).exec(
    changed,
  );
  if (left) {
    const near = changed.slice(Math.max(0, left.index - 40), left.index + 60);
    throw new Error(`${file}: this address can't be made relative: ${near}`);
  }
  return changed;
}

/** @returns the file that an address leads to, or null when the package has none */
function targetOf(path: string, { files }: PackagedSite): string | null {
  const target = decodeURI(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  return files.has(target) ? target : null;
}

/** Both without a slash in front. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
}

function quoted(quote: string, base: string): RegExp {
  return new RegExp(`(${quote})${escaped(base)}${REST}`, 'g');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
