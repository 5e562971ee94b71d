/**
 * What a learning environment keeps of a learner in `cmi.suspend_data`, for the next visit on whatever device: progress, and as
 * much code as there is room for, newest first. Packed: all solutions of the course take about 5,400 characters.
 *
 * Sources of the limits: SCORM 1.2 RTE, 3.4.4; SCORM 2004 RTE 4th ed., 4.2.22.
 */
import { parseJson, readPacked, toPacked } from '../../kit/packed.ts';
import { NO_PROGRESS, type Progress, parseProgress } from '../../progress/progress.ts';
import type { ScormVersion } from '../package/manifest.ts';

/** One function's code as a learner has it. */
export interface KeptCode {
  readonly name: string;
  /** When it became so, on the wall's clock of the device; each version of one function is later than the one before. */
  readonly atMs: number;
  /** The version that it was made from: that one and all before it are in this one. */
  readonly fromMs: number;
  /** As `playground/code/edits.ts` keeps it; null when the learner went back to the course's own. */
  readonly saved: string | null;
}

/** A version that lost against a newer one of another device, until the learner has put it away. */
export type OlderCode = Pick<KeptCode, 'name' | 'atMs'> & { readonly saved: string };

export interface Travelling {
  readonly progress: Progress;
  readonly code: readonly KeptCode[];
  readonly older: readonly OlderCode[];
}

export const NOTHING_TRAVELS: Travelling = { progress: NO_PROGRESS, code: [], older: [] };

/** Characters of `cmi.suspend_data`. An environment may take fewer than its standard says: then the next is tried. */
export const MOST_CHARACTERS: Readonly<Record<ScormVersion, readonly number[]>> = {
  '1.2': [4_096],
  '2004': [64_000, 4_000],
};

export interface Suspended {
  readonly text: string;
  /** Names of functions whose code has no room, newest first. */
  readonly left: readonly string[];
}

/** @returns null when not even the progress fits, without the best bills: what was kept before then stays */
export function toSuspend({ progress, code, older }: Travelling, most: number): Suspended | null {
  const withoutBest = Object.fromEntries(
    Object.entries(progress.exercises).map(([name, { passed }]) => [name, { passed }]),
  );
  for (const exercises of [progress.exercises, withoutBest]) {
    const packed = (chosen: readonly KeptCode[], also: readonly OlderCode[]) =>
      toPacked(
        JSON.stringify({
          ...progress,
          v: 2,
          exercises,
          ...(chosen.length > 0 && { code: chosen.map(printCode) }),
          ...(also.length > 0 && { older: also.map(printOlder) }),
        }),
      );
    if (packed([], []).length > most) continue;
    return withCode([...code].sort(newestFirst), older, most, packed);
  }
  return null;
}

function withCode(
  code: readonly KeptCode[],
  older: readonly OlderCode[],
  most: number,
  packed: (code: readonly KeptCode[], older: readonly OlderCode[]) => string,
): Suspended {
  const all = packed(code, older);
  if (all.length <= most) return { text: all, left: [] };
  let chosen: readonly KeptCode[] = [];
  const left: string[] = [];
  for (const one of code) {
    if (packed([...chosen, one], []).length <= most) chosen = [...chosen, one];
    else left.push(one.name);
  }
  let also: readonly OlderCode[] = [];
  for (const one of older) if (packed(chosen, [...also, one]).length <= most) also = [...also, one];
  return { text: packed(chosen, also), left };
}

function newestFirst(a: KeptCode, b: KeptCode): number {
  return b.atMs - a.atMs || (a.name < b.name ? -1 : 1);
}

/** @returns nothing for what is not ours, or not whole */
export function fromSuspend(text: string): Travelling {
  const value = text === '' ? null : readPacked(text);
  if (typeof value !== 'object' || value === null) return NOTHING_TRAVELS;
  const { v, code, older } = value as Record<string, unknown>;
  if (v === 1) return { ...NOTHING_TRAVELS, progress: parseProgress(value) ?? NO_PROGRESS };
  if (v !== 2) return NOTHING_TRAVELS;
  return {
    progress: parseProgress({ ...value, v: 1 }) ?? NO_PROGRESS,
    code: listOf(code).flatMap(parseCode),
    older: listOf(older).flatMap(parseOlder),
  };
}

const printCode = ({ name, atMs, fromMs, saved }: KeptCode) => [name, atMs, fromMs, unquoted(saved)];
const printOlder = ({ name, atMs, saved }: OlderCode) => [name, atMs, unquoted(saved)];

/** Text of JSON in a text of JSON is full of signs that say nothing: where it comes back the same, what it says is kept. */
function unquoted(saved: string | null): unknown {
  if (saved === null) return null;
  const value = parseJson(saved);
  return typeof value === 'object' && JSON.stringify(value) === saved ? value : saved;
}

function quoted(value: unknown): string | null {
  return typeof value === 'string' || value === null ? value : JSON.stringify(value);
}

function parseCode(one: unknown): KeptCode[] {
  const [name, atMs, fromMs, saved] = listOf(one);
  if (!isName(name) || !isMoment(atMs) || !isMoment(fromMs) || saved === undefined) return [];
  return [{ name, atMs, fromMs, saved: quoted(saved) }];
}

function parseOlder(one: unknown): OlderCode[] {
  const [name, atMs, kept] = listOf(one);
  const saved = kept === undefined ? null : quoted(kept);
  return isName(name) && isMoment(atMs) && saved !== null ? [{ name, atMs, saved }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** As functions are named. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,99}$/.test(value);
}

export function isMoment(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
