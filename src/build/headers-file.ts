/**
 * The `_headers` file: which HTTP headers a host sends with which path, in the format that Netlify and
 * Cloudflare Pages read. The build writes it, our own server obeys it, and other hosts copy from it.
 *
 *     # a comment
 *     /_astro/*
 *       Cache-Control: public, max-age=31536000, immutable
 */

export interface HeaderRule {
  /** A path from the root of the site; `*` stands for anything, `:name` for one part between slashes. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Why the rule is there: printed above it. */
  readonly comment?: string;
}

/**
 * Cloudflare Pages drops a longer line, and any rule after these, without a word.
 * Source: developers.cloudflare.com/pages/configuration/headers/, read 2026-11
 */
export const LINE_LIMIT_CHARACTERS = 2_000;
export const RULE_LIMIT = 100;

/** @throws Error on a line over `LINE_LIMIT_CHARACTERS` or a rule over `RULE_LIMIT`, which a host would ignore */
export function formatHeadersFile(rules: readonly HeaderRule[]): string {
  if (rules.length > RULE_LIMIT) {
    throw new Error(`_headers: ${rules.length} rules; Cloudflare Pages reads the first ${RULE_LIMIT}.`);
  }
  const blocks = rules.map(({ path, headers, comment }) => {
    const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
    for (const line of lines) {
      if (line.length > LINE_LIMIT_CHARACTERS) {
        throw new Error(
          `_headers: the line of ${path} that starts with "${line.slice(2, 40)}" has ${line.length} characters; ` +
            `Cloudflare Pages ignores a line over ${LINE_LIMIT_CHARACTERS}.`,
        );
      }
    }
    const remarks = comment ? comment.split('\n').map((line) => `# ${line}`) : [];
    return [...remarks, path, ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** @throws Error naming the line that is no path, header, comment or blank */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (/^\S/.test(line)) {
      if (!content.startsWith('/')) throw new Error(`_headers, line ${index + 1}: a path starts with "/"`);
      rules.push({ path: content, headers: [] });
      continue;
    }
    const rule = rules.at(-1);
    const header = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(content);
    if (!rule) throw new Error(`_headers, line ${index + 1}: a header before the first path`);
    if (!header?.[1]) throw new Error(`_headers, line ${index + 1}: expected "Name: value"`);
    rule.headers.push([header[1], header[2] ?? '']);
  }
  return rules;
}

/** @returns source of a regular expression, understood alike by JavaScript, PCRE (nginx) and RE2 (Caddy) */
export function pathPattern(path: string): string {
  const source = path
    .split(/(\*|:[A-Za-z]\w*)/)
    .map((part) => {
      if (part === '*') return '.*';
      return part.startsWith(':') && part.length > 1 ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return `^${source}$`;
}

/**
 * Turns the rules into a question: which headers go with this path?
 *
 * Every rule that matches counts; a header that several of them set is joined with a comma, as the hosts do.
 * Names come back in lower case.
 */
export function headersFor(rules: readonly HeaderRule[]): (pathname: string) => ReadonlyMap<string, string> {
  const matchers = rules.map((rule) => ({
    pattern: new RegExp(pathPattern(rule.path)),
    headers: rule.headers,
  }));
  return (pathname) => {
    const found = new Map<string, string>();
    for (const { pattern, headers } of matchers) {
      if (!pattern.test(pathname)) continue;
      for (const [name, value] of headers) {
        const key = name.toLowerCase();
        const earlier = found.get(key);
        found.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
      }
    }
    return found;
  };
}
