/** What Chromium tells a screen reader of a part of a page, as lines that a person can read aloud. */
import type { Locator } from 'playwright-core';

/** As the protocol of Chromium's own tools has it: `Accessibility.AXNode`. */
interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** A line, or a stretch of text that may go on in the next. */
type Piece = { readonly text: string } | { readonly line: string; readonly inside: readonly Piece[] };

/** Boxes without a meaning of their own: only what is in them is heard. */
const UNHEARD = new Set([
  'generic',
  'none',
  'presentation',
  'LabelText',
  'strong',
  'emphasis',
  'code',
  'time',
  'rowgroup',
  'subscript',
  'superscript',
  'insertion',
  'deletion',
  'Abbr',
]);
/** They end a stretch of text, and are not told themselves. */
const BREAKS = new Set(['paragraph', 'legend', 'Legend', 'Figcaption', 'Pre', 'term', 'definition']);
/** Their words are their name. */
const OWN_WORDS = new Set([
  'button',
  'link',
  'heading',
  'tab',
  'cell',
  'rowheader',
  'columnheader',
  'DisclosureTriangle',
  'checkbox',
  'radio',
  'treeitem',
]);
/** A caption is the name of its table, a closed list of options is not heard, and the same foot stands under every page. */
const SILENT = new Set([
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'MenuListPopup',
  'caption',
  'sectionfooter',
]);
const STATES: Readonly<Record<string, (value: unknown) => string | null>> = {
  disabled: (value) => (value === true ? 'disabled' : null),
  checked: (value) => (value === 'true' ? 'checked' : value === 'mixed' ? 'mixed' : null),
  pressed: (value) => (value === 'true' ? 'pressed' : null),
  selected: (value) => (value === true ? 'selected' : null),
  expanded: (value) => (value === true ? 'expanded' : 'folded'),
  required: (value) => (value === true ? 'required' : null),
  invalid: (value) => (value === 'true' ? 'invalid' : null),
  busy: (value) => (value === true || value === 1 ? 'busy' : null),
  modal: (value) => (value === true ? 'modal' : null),
  // Of a list to choose from, everybody knows.
  hasPopup: (value) =>
    typeof value === 'string' && !['false', 'menu'].includes(value) ? `opens a ${value}` : null,
  keyshortcuts: (value) => `key ${value}`,
};

/** @returns a line for each thing that is told, indented by what it stands in; it ends with a line end */
export async function readTree(part: Locator): Promise<string> {
  const page = part.page();
  const session = await page.context().newCDPSession(page);
  await part.evaluate((element) => element.setAttribute('data-read', ''));
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: '[data-read]',
  });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  await part.evaluate((element) => element.removeAttribute('data-read'));
  const said = new Map<number, string>();
  for (const { role, backendDOMNodeId = 0 } of nodes) {
    if (role?.value !== 'slider') continue;
    const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId });
    const at = node.attributes?.indexOf('aria-valuetext') ?? -1;
    if (at >= 0) said.set(backendDOMNodeId, tidy(node.attributes?.[at + 1]));
  }
  await session.detach();
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (top === undefined) throw new Error('No screen reader hears of that part');
  return `${print(piecesOf(top, { byId, said }), '').join('\n')}\n`;
}

interface Heard {
  readonly byId: ReadonlyMap<string, Node>;
  /** What a slider says of its value, which the protocol leaves out; by the number of its element. */
  readonly said: ReadonlyMap<number, string>;
}

const tidy = (text: unknown) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

function piecesOf(node: Node, { byId, said }: Heard): Piece[] {
  const role = node.role?.value ?? 'none';
  if (SILENT.has(role)) return [];
  if (role === 'StaticText') return [{ text: String(node.name?.value ?? '') }];
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? piecesOf(child, { byId, said }) : [];
  });
  const name = tidy(node.name?.value);
  // What is unfolded is a group without a name, and so is what is switched off together.
  if (node.ignored || (name === '' && (UNHEARD.has(role) || role === 'group'))) return children;
  if (BREAKS.has(role)) return [{ line: '', inside: children }];
  const properties = new Map(node.properties?.map(({ name, value }) => [name, value.value]));
  const states = Object.entries(STATES).flatMap(([key, tell]) => {
    const told = properties.has(key) ? tell(properties.get(key)) : null;
    return told === null ? [] : [told];
  });
  if (role === 'heading') states.push(`level ${properties.get('level')}`);
  // A button for files holds words of the browser's own.
  const held = role === 'button' ? '' : (said.get(node.backendDOMNodeId ?? 0) ?? tidy(node.value?.value));
  const description = tidy(node.description?.value);
  const line = [
    role === 'DisclosureTriangle' ? 'summary' : role,
    ...(name === '' ? [] : [`"${name}"`]),
    ...(states.length === 0 ? [] : [`(${states.join(', ')})`]),
    ...(held === '' || held === name ? [] : [`= ${held}`]),
    ...(description === '' ? [] : [`— ${description}`]),
  ].join(' ');
  const isField = ['textbox', 'searchbox', 'combobox', 'slider', 'spinbutton'].includes(role);
  const inside = isField ? [] : OWN_WORDS.has(role) ? withoutText(children) : children;
  const isOnlyName =
    tidy(words(inside)) === name && !inside.some((piece) => 'line' in piece && piece.line !== '');
  return [{ line, inside: isOnlyName ? [] : inside }];
}

const withoutText = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => ('text' in piece ? [] : piece.line === '' ? withoutText(piece.inside) : [piece]));

/** Two words that touch, and are told one after the other: `€ 0,01` and `1 aanroep`. */
const isSeam = (before: string, after: string) =>
  /[\p{L}\p{N}.:)]$/u.test(before) && /^[\p{L}\p{N}€$×]/u.test(after);

const words = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : words(piece.inside))).join('');

function print(pieces: readonly Piece[], indent: string): string[] {
  const lines: string[] = [];
  let text = '';
  const end = () => {
    if (tidy(text) !== '') lines.push(`${indent}${tidy(text)}`);
    text = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) {
      text += isSeam(text, piece.text) ? ` | ${piece.text}` : piece.text;
      continue;
    }
    end();
    if (piece.line === '') lines.push(...print(piece.inside, indent));
    else if (piece.line === 'row' || piece.line.startsWith('row ')) {
      const cells = piece.inside.flatMap((cell) => ('line' in cell ? [cell] : []));
      const isPlain = cells.every(({ inside }) => inside.length === 0);
      if (isPlain) lines.push(`${indent}row: ${cells.map(({ line }) => line).join(', ')}`);
      else lines.push(`${indent}row`, ...print(piece.inside, `${indent}  `));
    } else lines.push(`${indent}${piece.line}`, ...print(piece.inside, `${indent}  `));
  }
  end();
  return lines;
}
