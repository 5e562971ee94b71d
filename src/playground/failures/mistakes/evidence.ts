/** What is known of a run that went wrong: JavaScript's own words, the line that they are about, and all of the code. */
import type { SourceFile } from '../../../contract/data.ts';
import type { ErrorInfo } from '../../../contract/failure.ts';

export interface Evidence {
  /** Null when nothing threw. */
  readonly error: ErrorInfo | null;
  /** Of the answer, as far as it is text. */
  readonly answer: string;
  /** The learner's line that the error is at, and the one before it; empty when no place is known. */
  readonly line: string;
  readonly lineBefore: string;
  /** From the place of the error on. */
  readonly atError: string;
  /** The file of that line; the files of the function one after another when no place is known. */
  readonly text: string;
}

/** A mistake that beginners make: whether this is one, and then its cause and what to do, in Dutch. */
export type Rule = (evidence: Evidence) => string | null;

/** @param code all files of the function; none where they are not at hand, and then only what JavaScript said counts */
export function evidenceOf(error: ErrorInfo | null, code: readonly SourceFile[], answer = ''): Evidence {
  const [frame] = error?.frames ?? [];
  const file = code.find(({ path }) => path === frame?.file);
  const scripts = code.filter(({ path }) => /\.m?js$/.test(path));
  const lines = file?.text.split('\n') ?? [];
  const line = frame ? (lines[frame.line - 1] ?? '') : '';
  return {
    error,
    answer,
    line,
    lineBefore: frame ? (lines[frame.line - 2] ?? '') : '',
    atError: frame ? line.slice(frame.column - 1) : '',
    text: file?.text ?? scripts.map(({ text }) => text).join('\n'),
  };
}

/** Whether JavaScript called it that, and said something like it. */
export function said({ error }: Evidence, name: string, words: RegExp): RegExpExecArray | null {
  return error?.name === name ? words.exec(error.message) : null;
}

/** A value that is not there, and what was asked of it: `naam` of `gegevens`. */
export interface Missing {
  readonly value: 'undefined' | 'null';
  /** What has no value, as it is written in the code; empty when the engine does not tell. */
  readonly of: string;
  readonly property: string;
}

/** Chromium and Node, Firefox, and WebKit each say it in words of their own. */
export function missingIn(evidence: Evidence): Missing | null {
  const chromium = said(
    evidence,
    'TypeError',
    /^Cannot (?:read|set) properties of (undefined|null) \((?:reading|setting) '([^']*)'\)/,
  );
  if (chromium) return missing(chromium[1], receiverOf(chromium[2] ?? '', evidence), chromium[2]);
  const destructured = said(
    evidence,
    'TypeError',
    /^Cannot destructure (?:property '([^']*)' of )?'([^']*)' as it is (undefined|null)/,
  );
  if (destructured) return missing(destructured[3], destructured[2], destructured[1]);
  const firefox = said(
    evidence,
    'TypeError',
    /^can't access property "?([^"]*)"?, (.+) is (undefined|null)$/,
  );
  if (firefox) return missing(firefox[3], firefox[2], firefox[1]);
  const bare = said(evidence, 'TypeError', /^(\(?[\w.]+\)?(?:\(.*\))?) is (undefined|null)$/);
  if (bare) return missing(bare[2], bare[1], '');
  const webkit = said(evidence, 'TypeError', /^(undefined|null) is not an object(?: \(evaluating '(.+)'\))?/);
  if (!webkit) return null;
  const [, of = '', property = ''] = /^(.*)[.[]([\w$]+)/.exec(webkit[2] ?? '') ?? [];
  return missing(webkit[1], of, property);
}

function missing(value = '', of = '', property = ''): Missing {
  return { value: value === 'null' ? 'null' : 'undefined', of, property };
}

/** Chromium tells only what was asked: of what stands before it in the line. */
function receiverOf(property: string, { line }: Evidence): string {
  const at = line.indexOf(`.${property}`);
  return at < 0 ? '' : (/[\w$.]+(?:\([^()]*\))?$/.exec(line.slice(0, at))?.[0] ?? '');
}

/** How many letters have to change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name that was most likely meant, out of those that exist; null when none is like it. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  // One slip in a short name, two in a longer one.
  let closest = name.length < 6 ? 1.5 : 2.5;
  for (const candidate of new Set(known)) {
    if (candidate === name) continue;
    const far =
      candidate.toLowerCase() === name.toLowerCase()
        ? 0.5
        : swapped(candidate, name)
          ? 1
          : distance(candidate, name);
    if (far >= closest) continue;
    closest = far;
    best = candidate;
  }
  return best;
}

/** Two letters that changed places are one slip. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** All names in the code, as far as they are declared or handed in. */
export function namesIn(text: string): string[] {
  const declared = [...text.matchAll(/\b(?:const|let|var|function|class|import)\s+\*?\s*([\w$]+)/g)].map(
    ([, name = '']) => name,
  );
  const lists = [
    ...text.matchAll(/(?:\b(?:const|let|var|import)\s*\{([^}]*)\}|\(([\w$\s,={}]*)\)\s*(?:=>|\{))/g),
  ];
  const listed = lists.flatMap(
    ([, braces = '', brackets = '']) => `${braces},${brackets}`.match(/[\w$]+/g) ?? [],
  );
  return [...declared, ...listed];
}
