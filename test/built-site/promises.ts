/**
 * What a page or a file promises its reader, and which test holds each sentence of it: whoever changes what is promised says there
 * what holds it now.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { root } from './built-site.ts';

/** A file under `test/`, and the title of a test in it as written there. */
export type Proof = readonly [file: string, title: string];

/**
 * What no test of ours can hold: what a reader may do with it, what the law says, or what another company is and does, which has its
 * source. Of a README also what to do, what something is or where it stands, and figures that were measured on a day.
 */
export type Beyond =
  | 'advice'
  | 'law'
  | 'how it is done'
  | 'what it is'
  | 'measured'
  | { readonly source: string };

export type Promises = Readonly<Record<string, readonly Proof[] | Beyond>>;

const isHeld = (held: readonly Proof[] | Beyond): held is readonly Proof[] => Array.isArray(held);

/** Each test that is named, once. */
export function proofsOf(promises: Promises): readonly Proof[] {
  const proofs = Object.values(promises).flatMap((held) => (isHeld(held) ? held : []));
  return [...new Map(proofs.map((proof) => [proof.join(': '), proof])).values()];
}

/** How much of it is held by tests, from 0 to 1. */
export function shareHeld(promises: Promises): number {
  const all = Object.values(promises);
  return all.filter((held) => isHeld(held) && held.length > 0).length / all.length;
}

/** As written between the quotes of `test(…)`, `describe(…)`, or a row of `test.each`. */
export function hasTitle([file, title]: Proof): boolean {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  return ["'", '`', '"'].some((quote) => source.includes(`${quote}${title}${quote}`));
}

type Node = DefaultTreeAdapterTypes.ChildNode;

const textOf = (node: Node): string => {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || /^(script|style|button|noscript|astro-island)$/.test(node.nodeName))
    return '';
  return node.childNodes.map(textOf).join('');
};
export const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Paragraphs, items and rows of the page’s own text; of a row its cells, with a line between them. */
function blocksIn(node: Node): string[] {
  if (!('childNodes' in node) || /^(script|style|noscript|astro-island|nav|footer)$/.test(node.nodeName))
    return [];
  const hasClass = (name: string) =>
    node.attrs.some((one) => one.name === 'class' && one.value.split(' ').includes(name));
  if (node.nodeName === 'tr') {
    const cells = node.childNodes.map((cell) => squeezed(textOf(cell))).filter((text) => text !== '');
    return [cells.join(' | ')];
  }
  if (node.nodeName === 'p' || node.nodeName === 'li')
    return hasClass('no-print') ? [] : [squeezed(textOf(node))];
  return node.childNodes.flatMap(blocksIn);
}

function find(node: Node, name: string): Node | null {
  if (node.nodeName === name) return node;
  if (!('childNodes' in node)) return null;
  for (const child of node.childNodes) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

export const sentencesIn = (text: string) => text.split(/(?<=[.?!]) (?=\p{Lu})/u);

/** @param path of the page in the built site: `docent/privacy/` */
export function sentencesOfPage(path: string): string[] {
  const html = readFileSync(join(root, path, 'index.html'), 'utf8');
  const page = parse(html);
  const main = page.childNodes.map((node) => find(node, 'main')).find((node) => node !== null);
  if (!main) throw new Error(`${path} has no main element`);
  return blocksIn(main)
    .filter((text) => text !== '')
    .flatMap((text) => (text.includes(' | ') ? [text] : sentencesIn(text)));
}

/** Without what makes a text bold and where its links lead. */
const plain = (markdown: string) =>
  squeezed(markdown.replaceAll('**', '').replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'));

/** Of a block of commands, each one that says what it does, as a row of a table. */
const commandsIn = (block: string) =>
  block.replaceAll(/^ *(.*?) +# (.*)$|^.*$/gm, (_, command, comment) =>
    command ? `| ${command} | ${comment} |` : '',
  );

/**
 * By chapter, the first being what stands before all of them: the sentences of its text, and the rows of its tables and the commands
 * that say what they do, with a line between their cells. Other code, pictures, headings and the heads of tables say nothing that can
 * be kept or broken.
 */
export function sentencesOfMarkdown(text: string): ReadonlyMap<string, readonly string[]> {
  const told = text.replaceAll(/^ *```sh\n([\s\S]*?)^ *```$/gm, (_, block: string) => commandsIn(block));
  const prose = told.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').replaceAll(/^\|.*\n\| --- .*$/gm, '');
  const chapters = prose.split(/^##? /m).slice(1);
  return new Map(
    chapters.map((chapter) => {
      const [title = '', ...lines] = chapter.split('\n');
      const blocks = lines.join('\n').split(/\n\s*\n|\n(?=- |\|)/);
      const said = blocks.map((block) => block.trim()).filter((block) => !/^(#|!\[|$)/.test(block));
      return [
        title.trim(),
        said.flatMap((block) =>
          block.startsWith('|')
            ? [plain(block.slice(1, -1))]
            : plain(block.replace(/^- /, '')).split(/(?<=[.?!]\*?) (?=[\p{Lu}`])/u),
        ),
      ];
    }),
  );
}
