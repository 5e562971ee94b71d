/** Reads built pages with the parser of the HTML standard, since a script or a link is found by no pattern. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text directly inside, as a script or a style has it. */
  readonly text: string;
  /** Where it stands in the text of its file; null for an element that is written nowhere, such as an implied head. */
  readonly at: { readonly start: number; readonly end: number; readonly innerEnd: number } | null;
}

export interface Page {
  /** Path in the built site, with forward slashes: `lessen/koude-start/index.html`. */
  readonly file: string;
  /** Path under the base: `lessen/koude-start/`. */
  readonly path: string;
  readonly elements: readonly PageElement[];
  /** Every piece of text that is shown or read aloud, without code and without what is marked as another language. */
  readonly texts: readonly string[];
}

const NOT_DUTCH = new Set(['script', 'style', 'pre', 'code', 'kbd', 'samp', 'textarea']);

/** @returns files in `root`, relative, with forward slashes, in a fixed order */
export function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(root, sep).length).split(sep).join('/'))
    .sort();
}

/** By absolute path, with the text that was parsed: what reads the pages after a build, reads the same ones. */
const parsed = new Map<string, { readonly html: string; readonly page: Page }>();

export function readPages(root: string): Page[] {
  return filesIn(root)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const path = join(root, file);
      const html = readFileSync(path, 'utf8');
      const known = parsed.get(path);
      if (known?.html === html) return known.page;
      const page = readPage(file, html);
      parsed.set(path, { html, page });
      return page;
    });
}

export function readPage(file: string, html: string): Page {
  const elements: PageElement[] = [];
  const texts: string[] = [];

  const visit = (node: Node, isDutch: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      if (isDutch && node.value.trim() !== '') texts.push(node.value);
      return;
    }
    if (!('tagName' in node)) return;
    const language = node.attrs.find(({ name }) => name === 'lang')?.value;
    const isDutchInside =
      language === undefined ? isDutch && !NOT_DUTCH.has(node.tagName) : language === 'nl';
    const children =
      node.tagName === 'template' && 'content' in node ? node.content.childNodes : node.childNodes;
    elements.push({
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      text: children.map((child) => ('value' in child ? child.value : '')).join(''),
      at: placeOf(node),
    });
    for (const child of children) visit(child, isDutchInside);
  };
  // Scripting off: what stands in a noscript is parsed as elements, so that its links are checked too.
  const options = { scriptingEnabled: false, sourceCodeLocationInfo: true };
  for (const node of parse(html, options).childNodes) visit(node, true);

  return { file, path: file.replace(/(^|\/)index\.html$/, '$1'), elements, texts };
}

function placeOf({ sourceCodeLocation: at }: DefaultTreeAdapterTypes.Element): PageElement['at'] {
  if (!at) return null;
  return { start: at.startOffset, end: at.endOffset, innerEnd: at.endTag?.startOffset ?? at.endOffset };
}
