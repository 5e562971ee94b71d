/** Where the values of a JSON list stand: a parser does not tell, and words of what is wrong in it differ by engine. */

export interface Item {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Cuts a list at its own commas, also a list that is wrong somewhere. */
export function itemsOf(list: string): readonly Item[] {
  const items: Item[] = [];
  let line = 1;
  let depth = 0;
  let isInText = false;
  let from: { at: number; line: number } | null = null;

  function close(at: number): void {
    if (from !== null) items.push({ line: from.line, text: list.slice(from.at, at) });
    from = null;
  }

  for (let at = 0; at < list.length; at += 1) {
    const character = list[at] ?? '';
    if (character === '\n') line += 1;
    if (isInText) {
      if (character === '\\') at += 1;
      else if (character === '"') isInText = false;
      continue;
    }
    const isEnd = depth === 1 && (character === ',' || character === ']');
    if (isEnd) close(at);
    else if (depth > 0 && from === null && !/\s/.test(character)) from = { at, line };
    if (character === '"') isInText = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
  }
  close(list.length);
  return items;
}

/** The line of the first value that is no JSON; the first line when all of them are. */
export function lineOfMistake(list: string): number {
  return itemsOf(list).find(({ text }) => !isJson(text))?.line ?? 1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
