/**
 * Cuts a page's text at its playgrounds, so that each can stand beside the text that speaks of it. Works on the HTML that the page
 * would have had, when the site is built: nothing is moved, only wrapped, and read in its order it is the page as it was.
 *
 *     text │ playground
 *     ─────┼───────────     a section: what leads to a playground, the playground, and what follows it
 *     text │
 *
 * A section ends where the next one begins: at the heading or the sentence that leads to the next playground. Text that asks for an
 * earlier playground is a section without a playground of its own.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { MONTH_SHEET } from '../../course/lesson-step.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface Lab {
  /** As a reader knows it. */
  readonly title: string;
  /** Of its function or program; null for what has none. */
  readonly name: string | null;
}

/** In the order in which a page is read; rows are those of a grid, whose first holds the head of the page. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly html: string;
      /** Which of the labs it speaks of. */
      readonly lab: number;
      readonly row: number;
      /** Said above it: another playground belongs to the text from here. Which one stands beside it a reader may have chosen. */
      readonly handOver: 'new' | 'back' | null;
    }
  | {
      readonly kind: 'lab';
      readonly html: string;
      readonly lab: number;
      readonly fromRow: number;
      readonly toRow: number;
    };

export interface Bench {
  readonly labs: readonly Lab[];
  readonly pieces: readonly Piece[];
}

/** Islands that a reader works in for a while, and what one without a name of its own is called. */
const LABS: Readonly<Record<string, string>> = {
  LessonPlayground: 'Speeltuin',
  LessonProgram: 'Speeltuin',
  ExercisePlayground: 'Oefening',
  OwnLabPart: 'Oefening',
  MonthPart: 'Rekenblad',
};

const PLAYGROUND = /^Speeltuin: /;
/** As Astro writes what it hands to an island. */
const SAMPLE_NAME = /"sample":\[0,\{"name":\[0,"([\w-]+)"/;

interface Block {
  readonly html: string;
  readonly node: Node;
  /** The exercise that it is part of. */
  readonly exercise: Element | null;
}

/** @param html the text of a page, as it would stand in its `main` */
export function cut(html: string): Bench {
  const blocks = blocksOf(html);
  const places = blocks.flatMap(({ node }, at) => (isLab(node) ? [at] : []));
  const labs = places.map((at) => labOf(blocks[at]?.node));
  const pieces: Piece[] = [];
  let row = 2;
  const addText = (from: number, to: number, lab: number, handOver: 'new' | 'back' | null) => {
    pieces.push({ kind: 'text', html: htmlOf(blocks.slice(from, to)), lab, row, handOver });
    row += 1;
  };

  /** The first block that no section has yet. */
  let next = 0;
  for (const [lab, at] of places.entries()) {
    addText(next, at, lab, lab === 0 ? null : 'new');
    let end = at + 1;
    while (belongsToLab(blocks[end]?.node)) end += 1;
    const fromRow = lab === 0 ? 1 : row - 1;
    pieces.push({ kind: 'lab', html: htmlOf(blocks.slice(at, end)), lab, fromRow, toRow: row + 1 });
    const following = places[lab + 1];
    const stop = following === undefined ? blocks.length : beginning(blocks, following, end);
    let current = lab;
    let from = end;
    for (let index = end; index < stop; index += 1) {
      const asked = askedFor(blocks[index]?.node, labs.slice(0, lab + 1), current);
      if (asked === current) continue;
      const start = beginning(blocks, index, from);
      addText(from, start, current, from === end ? null : 'back');
      [from, current] = [start, asked];
    }
    addText(from, stop, current, from === end ? null : 'back');
    next = stop;
  }
  return { labs, pieces };
}

/** Top-level blocks; those of an exercise too, whose playground stands in it. A script belongs to the block that it stands before. */
function blocksOf(html: string): Block[] {
  const top = parseFragment(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }).childNodes;
  let before = '';
  const blocks = top.flatMap((node): Block[] => {
    const exercise = isElement(node) && classesOf(node).includes('exercise') ? node : null;
    return (exercise?.childNodes ?? [node]).flatMap((one) => {
      const at = one.sourceCodeLocation;
      const text = at ? html.slice(at.startOffset, at.endOffset) : '';
      if (isNamed(one, 'script', 'style', 'link')) before += text;
      if (text.trim() === '' || isNamed(one, 'script', 'style', 'link')) return [];
      const block = { html: before + text, node: one, exercise };
      before = '';
      return [block];
    });
  });
  const last = blocks.pop();
  return last ? [...blocks, { ...last, html: last.html + before }] : [];
}

/**
 * @param at what the section is about: a lab, or something to try
 * @param after the section begins here at the earliest
 */
function beginning(blocks: readonly Block[], at: number, after: number): number {
  const isHeading = (index: number) => isNamed(blocks[index]?.node, 'h2', 'h3');
  let start = at;
  const exercise = blocks[at]?.exercise ?? null;
  if (exercise === null) {
    while (start > after && isNamed(blocks[start - 1]?.node, 'p')) start -= 1;
    // A long way from its heading, a playground comes with the one sentence that leads to it.
    if (start > after && !isHeading(start - 1)) return isLab(blocks[at]?.node) ? Math.max(at - 1, start) : at;
  } else {
    while (start > after && blocks[start - 1]?.exercise === exercise) start -= 1;
  }
  while (start > after && isHeading(start - 1)) start -= 1;
  return start;
}

/**
 * Which playground something to try is for, among those that have been seen: the one that its author names, or that it calls by
 * its title.
 */
function askedFor(node: Node | undefined, labs: readonly Lab[], current: number): number {
  if (!node || !isElement(node) || !classesOf(node).includes('try')) return current;
  const titles = [...elementsIn(node)].filter((one) => isNamed(one, 'strong')).map(textOf);
  const called = labs.findIndex(({ title }) => titles.includes(title));
  if (called !== -1) return called;
  const named = labs.findIndex(({ name }) => name !== null && name === attribute(node, 'data-for'));
  return named === -1 ? current : named;
}

function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(({ html }) => html).join('\n');
}

function isLab(node: Node | undefined): boolean {
  return (
    node !== undefined &&
    isElement(node) &&
    node.tagName === 'astro-island' &&
    Object.hasOwn(LABS, attribute(node, 'component-export') ?? '')
  );
}

/** What stands under a playground: words for who has no script, and for who prints. */
function belongsToLab(node: Node | undefined): boolean {
  return (
    node !== undefined &&
    isElement(node) &&
    (node.tagName === 'noscript' || classesOf(node).includes('recorded'))
  );
}

function labOf(node: Node | undefined): Lab {
  if (!node || !isElement(node)) return { title: '', name: null };
  const isMonth = attribute(node, 'component-export') === 'MonthPart';
  const name = isMonth ? MONTH_SHEET : (SAMPLE_NAME.exec(attribute(node, 'props') ?? '')?.[1] ?? null);
  const label = [...elementsIn(node)]
    .map((one) => attribute(one, 'aria-label') ?? '')
    .find((one) => PLAYGROUND.test(one));
  const title = label?.replace(PLAYGROUND, '') ?? LABS[attribute(node, 'component-export') ?? ''] ?? '';
  return { title, name };
}

function* elementsIn(node: Node): Generator<Element> {
  if (!isElement(node)) return;
  yield node;
  for (const child of node.childNodes) yield* elementsIn(child);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isNamed(node: Node | undefined, ...names: readonly string[]): boolean {
  return node !== undefined && isElement(node) && names.includes(node.tagName);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function classesOf(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/);
}
