/**
 * A value as a teacher types it, without having to know JSON: `7` is a number, `true` is true, what is between brackets is JSON, and
 * anything else is a text. A text that looks like a number stands between quotes.
 */
import type { OwnInput } from '../exercises/own/index.ts';

const HOLE = /^\{\{([a-z][a-z0-9]*)\}\}$/;

/** @param inputs a place that is filled in with a number is a number */
export function jsonOf(typed: string, inputs: readonly OwnInput[] = []): string {
  const text = typed.trim();
  const hole = HOLE.exec(text)?.[1];
  if (hole !== undefined) {
    return inputs.some(({ name, kind }) => name === hole && kind === 'number') ? text : JSON.stringify(text);
  }
  if (/^(true|false|null|-?\d+(\.\d+)?|[[{"][\s\S]*)$/.test(text)) {
    if (isJson(text)) return text;
    // On its way to JSON: it is kept as it is typed, and told when it is tried.
    if (/^[[{]/.test(text)) return text;
  }
  return JSON.stringify(typed);
}

export function typedOf(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' && jsonOf(value) === json ? value : json;
  } catch {
    return json;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
