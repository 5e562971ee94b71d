/** What was handed in last of a set, as far as this device knows: when, and of which exercises the code has changed since. */
import { FINGERPRINT, fingerprintOf } from '../../exercises/fingerprint.ts';
import { parseJson } from '../../kit/packed.ts';
import { readText, writeText } from '../../kit/storage.ts';
import { isRecord } from '../../sharing/index.ts';
import type { HandIn } from './hand-in.ts';

export interface LastHandIn {
  readonly atMs: number;
  /** By name of the exercise, of its code. */
  readonly prints: Readonly<Record<string, string>>;
}

const KEY = 'functielab:ingeleverd';
/** A term of sets; the oldest make place. */
const MOST_SETS = 24;

/** @param mark of the set (`setMark`) */
export function lastHandIn(mark: string): LastHandIn | null {
  return readKept()[mark] ?? null;
}

export function keepHandIn(mark: string, exercises: HandIn['exercises'], nowMs: number): void {
  const others = Object.entries(readKept()).filter(([one]) => one !== mark);
  const newest = others.sort(([, a], [, b]) => b.atMs - a.atMs).slice(0, MOST_SETS - 1);
  const mine: LastHandIn = { atMs: nowMs, prints: printsOf(exercises) };
  writeText(KEY, JSON.stringify(Object.fromEntries([...newest, [mark, mine]])));
}

/** Names of the exercises that are other than they were, those that were not there yet with them. */
export function changedSince({ prints }: LastHandIn, exercises: HandIn['exercises']): readonly string[] {
  const now = printsOf(exercises);
  return Object.keys(now).filter((name) => now[name] !== prints[name]);
}

function printsOf(exercises: HandIn['exercises']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...exercises].map(([name, files]) => [name, fingerprintOf(Object.entries(files).sort())]),
  );
}

/** Whatever stands there, what can be read of it. */
function readKept(): Record<string, LastHandIn> {
  const value = parseJson(readText(KEY) ?? '');
  if (!isRecord(value)) return {};
  const known = Object.entries(value).flatMap(([mark, one]): [string, LastHandIn][] => {
    if (!FINGERPRINT.test(mark) || !isRecord(one)) return [];
    const { atMs, prints } = one;
    if (typeof atMs !== 'number' || !Number.isFinite(new Date(atMs).getTime()) || !isRecord(prints))
      return [];
    const whole = Object.entries(prints).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && FINGERPRINT.test(entry[1]),
    );
    return [[mark, { atMs, prints: Object.fromEntries(whole) }]];
  });
  return Object.fromEntries(known.slice(0, MOST_SETS));
}
