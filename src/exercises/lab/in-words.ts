/** Values in a Dutch sentence, short enough to read. */

const LONGEST = 160;
const MOST_NAMES = 3;

export function quoted(text: string): string {
  return `"${cut(text)}"`;
}

/** JSON as a reader writes it, or the text itself between quotes. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'niets';
  return cut(JSON.stringify(value) ?? String(value));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The first few of a list of names: `"a", "b", "c" en nog 4`. */
export function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(quoted).join(', ');
  return names.length > MOST_NAMES ? `${shown} en nog ${names.length - MOST_NAMES}` : shown;
}
