/** Places in a text that are filled in, as in `Dag {{naam}}!`. */

/** By name. */
export type Values = ReadonlyMap<string, string>;

const HOLE = /\{\{([a-z][a-z0-9]{0,19})\}\}/g;

/** A name without a value stays as it was written. @param write turns a value into what may stand there */
export function filled(
  text: string,
  values: Values,
  write: (value: string) => string = (value) => value,
): string {
  return text.replaceAll(HOLE, (hole, name: string) => {
    const value = values.get(name);
    return value === undefined ? hole : write(value);
  });
}

/** In a path or a query: what has a meaning there is written so that it has none. */
export const filledInPath = (text: string, values: Values) => filled(text, values, encodeURIComponent);

/** In JSON text: between quotes a text, outside them a number. */
export const filledInJson = (text: string, values: Values) =>
  filled(text, values, (value) => JSON.stringify(value).slice(1, -1));

/** JSON once its places are filled in with numbers, which are right between quotes too. */
export function isJsonWithHoles(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(HOLE, '0'));
    return true;
  } catch {
    return false;
  }
}

/** Which names a text asks for. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(HOLE)].map(([, name = '']) => name);
}
