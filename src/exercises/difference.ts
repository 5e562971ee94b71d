/**
 * How what code came to differs from what it had to come to, in a few signs that leave out what is only said: two students with one
 * misconception get the same signs, whatever words and names they chose. Numbers are kept: a class is asked the same.
 *
 * Imported by what runs checks for a teacher, and by what lays hand-ins beside each other.
 */
import { isSame } from './lab/index.ts';

const LONGEST = 400;

/**
 * Of two values that JSON can hold; `=` when they are the same.
 *
 * @param isRoughly several were at work at once: how many of them, and in which order, may differ the next time, and is left out
 */
export function differenceOf(expected: unknown, received: unknown, isRoughly = false): string {
  const signs = difference(expected, received, isRoughly);
  return signs.length > LONGEST ? signs.slice(0, LONGEST) : signs;
}

/** Of a problem as a check words it: `bij GET /groet?naam=Mila: status 400`, and what came in its place. */
export function problemInSigns(problem: Problem, isRoughly = false): string {
  const signs = exactly(problem);
  return isRoughly ? signs.replaceAll(/\d+/g, (number) => (Number(number) > 1 ? '#' : number)) : signs;
}

interface Problem {
  readonly expected: string;
  readonly received: string;
}

function exactly({ expected, received }: Problem): string {
  const error = /\b[A-Z]?\w*(?:Error|Exception)\b/.exec(received)?.[0];
  const right = valueIn(expected);
  if (error !== undefined) return `${signsOfText(right)}: ${OF_JAVASCRIPT.has(error) ? error : 'error'}`;
  const found = valueIn(received);
  if (typeof right !== 'string' && typeof found !== 'string') return differenceOf(right, found);
  return `${signsOfText(right)}: ${signsOfText(found, typeof right === 'string' ? quotedIn(right) : [])}`;
}

/** Those that say what is wrong with code; of others the author chose the name. */
const OF_JAVASCRIPT: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'SyntaxError']);

function difference(expected: unknown, received: unknown, isRoughly: boolean): string {
  if (isSame(expected, received)) return '=';
  if (typeof expected === 'string' && typeof received === 'string') return relationOf(expected, received);
  if (Array.isArray(expected) && Array.isArray(received))
    return differenceOfLists(expected, received, isRoughly);
  if (isObject(expected) && isObject(received)) return differenceOfObjects(expected, received, isRoughly);
  return `${plain(expected)}>${plain(received)}`;
}

function differenceOfLists(
  expected: readonly unknown[],
  received: readonly unknown[],
  isRoughly: boolean,
): string {
  if (expected.length !== received.length) {
    if (isRoughly) return expected.length > received.length ? '#>' : '#<';
    return `#${expected.length}>${received.length}`;
  }
  const parts = expected.map((one, at) => difference(one, received[at], isRoughly));
  return `[${(isRoughly ? [...new Set(parts)].filter((part) => part !== '=').sort() : parts).join()}]`;
}

function differenceOfObjects(
  expected: Readonly<Record<string, unknown>>,
  received: Readonly<Record<string, unknown>>,
  isRoughly: boolean,
): string {
  // Of a refusal the status alone counts, and of an answer in its place the words are free.
  const names = [...new Set([...Object.keys(expected), ...Object.keys(received)])].sort();
  const parts = names.flatMap((name) => {
    if (!Object.hasOwn(expected, name)) return [`+${name}`];
    if (!Object.hasOwn(received, name)) return [`-${name}`];
    const inside = difference(expected[name], received[name], isRoughly);
    return inside === '=' ? [] : [`${name}:${inside}`];
  });
  return `{${parts.join()}}`;
}

/** What one text is to another, without the text: whoever explains a refusal does so in words of their own. */
function relationOf(expected: string, received: string): string {
  if (received === expected) return '=';
  if (received === '') return 'empty';
  if (received.trim() === expected.trim()) return 'spaces';
  if (received.toLowerCase() === expected.toLowerCase()) return 'case';
  if (expected !== '' && received.includes(expected)) return 'more';
  if (expected.includes(received)) return 'less';
  return 'other';
}

function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'list' : typeof value;
}

/** What stands behind `bij …:`, as a value where it is one. */
function valueIn(words: string): unknown {
  let rest = words;
  for (let at = 0; at !== -1; at = words.indexOf(': ', at + 1)) {
    rest = at === 0 ? words : words.slice(at + 2);
    try {
      return JSON.parse(rest);
    } catch {
      // It may begin behind the next colon.
    }
  }
  return words.startsWith('bij ') || words.startsWith('in ') ? rest : words;
}

const quotedIn = (text: string) => [...text.matchAll(/"([^"]*)"/g)].map(([, inside = '']) => inside);

/** @param right what was quoted in what was expected, to which the quoted parts of this text stand in some relation */
function signsOfText(value: unknown, right: readonly string[] = []): string {
  if (typeof value !== 'string') return plain(value);
  let at = -1;
  return value
    .replaceAll(/"([^"]*)"/g, (_, inside: string) => {
      at += 1;
      const beside = right[at];
      return beside === undefined ? '""' : `"${relationOf(beside, inside)}"`;
    })
    .replaceAll(/(?<=^|\s)\/\S*/g, '/');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
