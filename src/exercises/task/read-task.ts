/** From the text of a task to its blocks. Nothing here throws, and no sign is looked at more than a few hundred times. */

export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'stress'; readonly parts: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export interface Item {
  readonly parts: readonly Inline[];
  /** One level, and no deeper. */
  readonly under: List | null;
}

export interface List {
  readonly type: 'list';
  /** Of its first item; null for one with bullets. */
  readonly start: number | null;
  readonly items: readonly Item[];
}

export type Block =
  | { readonly type: 'paragraph' | 'quote'; readonly parts: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly parts: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  | { readonly type: 'line' }
  | List;

const FENCE = /^ {0,6}(```|~~~)\s*([\w-]{0,20})[^`]*$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;
const ITEM = /^( {0,12})(?:([-*+])|(\d{1,4})[.)])\s+(\S.*)$/;
/** Under another item when it stands so far to the right of it. */
const INDENT = 2;

export function readTask(text: string): readonly Block[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const next = blockAt(lines, at);
    if (next.block !== null) blocks.push(next.block);
    at = next.after;
  }
  return blocks;
}

interface Found {
  /** Null for a line that is no block. */
  readonly block: Block | null;
  /** The first line that is not of it: always further on. */
  readonly after: number;
}

function blockAt(lines: readonly string[], at: number): Found {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, after: at + 1 };
  const fence = FENCE.exec(line);
  if (fence) return codeAt(lines, at, fence);
  const heading = HEADING.exec(line);
  if (heading) {
    const [, signs = '', said = ''] = heading;
    // The title of the exercise is the first of them.
    const level = signs.length <= 2 ? 2 : signs.length === 3 ? 3 : 4;
    return { block: { type: 'heading', level, parts: inline(said) }, after: at + 1 };
  }
  if (RULE.test(line)) return { block: { type: 'line' }, after: at + 1 };
  if (ITEM.test(line)) return listAt(lines, at);
  const quote = QUOTE.test(line);
  const isOfIt = (one: string) => (quote ? QUOTE.test(one) : isPlain(one));
  let after = at + 1;
  while (after < lines.length && isOfIt(lines[after] ?? '')) after += 1;
  const own = lines.slice(at, after).map((one) => (quote ? (QUOTE.exec(one)?.[1] ?? '') : one.trim()));
  return { block: { type: quote ? 'quote' : 'paragraph', parts: inline(own.join('\n')) }, after };
}

const isPlain = (line: string) =>
  line.trim() !== '' && ![FENCE, HEADING, RULE, QUOTE, ITEM].some((pattern) => pattern.test(line));

/** Up to the sign that ends it, or to the end of the text. */
function codeAt(
  lines: readonly string[],
  at: number,
  [opening = '', sign = '', language = '']: RegExpExecArray,
): Found {
  const indent = opening.length - opening.trimStart().length;
  let end = at + 1;
  while (end < lines.length && lines[end]?.trim() !== sign) end += 1;
  const own = lines
    .slice(at + 1, end)
    .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)));
  return { block: { type: 'code', text: own.join('\n'), language }, after: end + 1 };
}

interface Line {
  readonly indent: number;
  readonly number: number | null;
  said: string;
}

function listAt(lines: readonly string[], at: number): Found {
  const found: Line[] = [];
  let after = at;
  for (; after < lines.length; after += 1) {
    const line = lines[after] ?? '';
    const item = RULE.test(line) ? null : ITEM.exec(line);
    const last = found.at(-1);
    if (item) {
      const [, indent = '', , number, said = ''] = item;
      found.push({ indent: indent.length, number: number === undefined ? null : Number(number), said });
    } else if (line.trim() === '') {
      // A list goes on after an empty line when another item comes.
      if (!ITEM.test(lines[after + 1] ?? '') || RULE.test(lines[after + 1] ?? '')) break;
    } else if (last && isPlain(line)) last.said += `\n${line.trim()}`;
    else break;
  }
  const base = found[0]?.indent ?? 0;
  const groups: { own: Line; under: Line[] }[] = [];
  for (const line of found) {
    const group = groups.at(-1);
    if (group && line.indent >= base + INDENT) group.under.push(line);
    else groups.push({ own: line, under: [] });
  }
  const items = groups.map(({ own, under }) => ({
    parts: inline(own.said),
    under:
      under.length === 0
        ? null
        : listOf(
            under,
            under.map(({ said }) => ({ parts: inline(said), under: null })),
          ),
  }));
  return { block: listOf(found, items), after };
}

function listOf(lines: readonly Line[], items: readonly Item[]): List {
  return { type: 'list', start: lines[0]?.number ?? null, items };
}

/** Each alternative ends within so many signs, so that one that is never closed costs no more than that. */
const MARK =
  /`([^`\n]{1,300})`|\*\*([^*\n]{1,300})\*\*|\*([^*\s](?:[^*\n]{0,300}[^*\s])?)\*|\[([^\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g;

/** @param depth of marks within marks that may still come */
export function inline(text: string, depth = 2): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push({ type: 'text', text: text.slice(from, match.index) });
    parts.push(partOf(match, depth));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
  return parts;
}

function partOf([all, code, strong, stress, label, href]: RegExpExecArray, depth: number): Inline {
  const within = (said: string): readonly Inline[] =>
    depth > 0 ? inline(said, depth - 1) : [{ type: 'text', text: said }];
  if (code !== undefined) return { type: 'code', text: code };
  if (strong !== undefined) return { type: 'strong', parts: within(strong) };
  if (stress !== undefined) return { type: 'stress', parts: within(stress) };
  // A link within a link is none: what it says is text.
  if (label !== undefined && href !== undefined && URL.canParse(href)) {
    return { type: 'link', href, parts: within(label).filter(({ type }) => type !== 'link') };
  }
  return { type: 'text', text: all };
}
