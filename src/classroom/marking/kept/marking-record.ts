/**
 * A marking as it is kept: all that a teacher put in, and the verdicts. It is what the store of this device holds and what the file
 * holds, and both are read with care: a store may be cut off, and a file may be anybody's.
 *
 * This folder is what is kept: the record here, `marking-cupboard.ts` where it lies on this device, `marking-file.ts` the file,
 * `kept-markings.ts` all of them, and `KeptMarkings.tsx` the list. Only `marking/` imports it. Begin here.
 */
import type { CheckResult } from '../../../exercises/check.ts';
import { isRecord } from '../../../sharing/index.ts';
import { handInFile, readHandIn } from '../../hand-in/hand-in.ts';
import type { Verdict } from '../marked-files.ts';
import { type FileRefusal, isRefused, type Source } from '../read-files.ts';
import { refusalWords } from '../words.ts';

/** What a teacher chose for a marking. */
export interface MarkingHead {
  readonly title: string;
  /** Of the set, as it was pasted; empty for none. */
  readonly link: string;
  /** Of the fresh inputs, for all hand-ins that are ever added. */
  readonly seed: number;
  readonly passMark: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly remarksOf: ReadonlyMap<string, string>;
  /** The class list, as it was pasted; empty for none. */
  readonly people: string;
}

export interface MarkingState {
  readonly head: MarkingHead;
  readonly sources: readonly Source[];
  /** By `keyOfWork`. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** As plain data, for a store or a file. */
export interface KeptHead {
  readonly title: string;
  readonly link: string;
  readonly seed: number;
  readonly passMark: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly people: string;
}
export interface KeptSource {
  readonly way: readonly string[];
  readonly drop: number;
  /** Of what was refused. */
  readonly refused?: string;
  /** Of a hand-in, as `handInFile` writes it. */
  readonly text?: string;
  /** What else reading told of it. */
  readonly more?: Readonly<Record<string, unknown>>;
}
export interface KeptVerdict {
  readonly key: string;
  readonly version: string;
  readonly results: readonly CheckResult[];
}

const LONGEST_TITLE = 200;
const LONGEST_LINK = 20_000;
const LONGEST_REMARK = 10_000;
const LONGEST_PEOPLE = 200_000;
export const MOST_WEIGHT = 100;

export function keptHead({ weights, remarksOf, ...head }: MarkingHead): KeptHead {
  return { ...head, weights: Object.fromEntries(weights), remarks: Object.fromEntries(remarksOf) };
}

/** @returns null when it is not whole */
export function readHead(value: unknown): MarkingHead | null {
  if (!isRecord(value)) return null;
  const { title, link, seed, passMark, weights, remarks, people } = value;
  const isText = (text: unknown, longest: number): text is string =>
    typeof text === 'string' && text.length <= longest;
  if (!isText(title, LONGEST_TITLE) || !isText(link, LONGEST_LINK)) return null;
  if (!isText(people, LONGEST_PEOPLE)) return null;
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) return null;
  if (typeof passMark !== 'number' || !(passMark > 0 && passMark <= 1)) return null;
  if (!isRecord(weights) || !isRecord(remarks)) return null;
  const weighed = Object.entries(weights).filter(
    (entry): entry is [string, number] =>
      typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= MOST_WEIGHT,
  );
  const written = Object.entries(remarks).filter((entry): entry is [string, string] =>
    isText(entry[1], LONGEST_REMARK),
  );
  return { title, link, seed, passMark, people, weights: new Map(weighed), remarksOf: new Map(written) };
}

export function keptSource(source: Source): KeptSource {
  const { way, drop = 0 } = source;
  if (isRefused(source)) {
    const { result, way: _, drop: __, ...more } = source;
    return { way, drop, refused: result, ...(Object.keys(more).length > 0 && { more }) };
  }
  return { way, drop, text: handInFile(source) };
}

/** @returns null when it is not whole */
export function readSource(value: unknown): Source | null {
  if (!isRecord(value)) return null;
  const { way, drop, refused, text, more } = value;
  const isWay = Array.isArray(way) && way.length > 0 && way.every((part) => typeof part === 'string');
  if (!isWay || typeof drop !== 'number') return null;
  const came = { way, ...(drop > 0 && { drop }) };
  if (typeof text === 'string') {
    const handIn = readHandIn(text);
    return typeof handIn === 'string' ? null : { ...handIn, ...came };
  }
  if (typeof refused !== 'string' || !Object.hasOwn(refusalWords, refused)) return null;
  const owner = isRecord(more) && typeof more['owner'] === 'string' ? { owner: more['owner'] } : {};
  return { ...owner, ...came, result: refused as FileRefusal };
}

/** @returns null when it is not whole */
export function readVerdict(value: unknown): KeptVerdict | null {
  if (!isRecord(value)) return null;
  const { key, version, results } = value;
  if (typeof key !== 'string' || typeof version !== 'string' || !Array.isArray(results)) return null;
  return results.every(isResult) ? { key, version, results } : null;
}

function isResult(value: unknown): value is CheckResult {
  if (!isRecord(value)) return false;
  const { id, title, isPassed, problem } = value;
  const isProblem =
    problem === null ||
    (isRecord(problem) &&
      typeof problem['expected'] === 'string' &&
      typeof problem['received'] === 'string' &&
      typeof problem['look'] === 'string');
  return typeof id === 'string' && typeof title === 'string' && typeof isPassed === 'boolean' && isProblem;
}
