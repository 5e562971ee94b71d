/** One piece of work as one file: `.functielab.json`, by one student or by two. */

import { FINGERPRINT } from '../../exercises/fingerprint.ts';
import { LIMIT_BYTES, parseJson } from '../../kit/packed.ts';
import { asFiles, isRecord } from '../../sharing/index.ts';
import { type Claims, NO_CLAIMS, printClaims, readClaims } from './claims.ts';
import { visibleText } from './visible-text.ts';

export interface HandIn {
  /** Of all of `names` together, as it is shown: "Mila De Smet en Noah Peeters". */
  readonly name: string;
  /** What one or two students chose to be called: any text that can be seen, to be shown as text. */
  readonly names: readonly string[];
  /** By the student's own clock, in ISO 8601: a claim. Null when the file does not say. */
  readonly madeAt: string | null;
  /** Which set it was made for, and the mark of that (`exercises/set.ts`). */
  readonly set: { readonly title: string; readonly mark: string } | null;
  /** By name of the exercise, in the order of the file; empty when nothing was made. */
  readonly exercises: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By name of the exercise, the version that the student had: a claim too. */
  readonly versions: ReadonlyMap<string, string>;
  readonly claims: Claims;
}

/** What has to be known of a hand-in to write it; the rest may be left out. */
export type HandInToWrite = Pick<HandIn, 'name' | 'exercises'> & Partial<HandIn>;

/**
 * Why a text is not marked:
 *
 * - `TOO_LARGE`: over 1 MB;
 * - `NOT_JSON`: it begins like a hand-in, and is not a whole one;
 * - `OTHER_FILE`: no hand-in of this course.
 */
export type Refusal = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FILE';

const KIND = 'inlevering';
const VERSION = 2;
export const LONGEST_NAME = 80;
const MOST_NAMES = 2;
const MOST_EXERCISES = 40;
const LONGEST_TITLE = 200;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

export function handInFile({ name, names = [name], exercises, versions, ...more }: HandInToWrite): string {
  const work = [...exercises].map(([exercise, files]) => ({
    exercise,
    version: versions?.get(exercise),
    files,
  }));
  const { madeAt = null, set = null, claims = NO_CLAIMS } = more;
  const short = names.map((one) => one.slice(0, LONGEST_NAME));
  const file = { functielab: KIND, v: VERSION, names: short, madeAt, set, work, claims: printClaims(claims) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads code and names. Whatever else the file says of itself, results for example, is not looked at. */
export function readHandIn(text: string): HandIn | Refusal {
  if (text.length > LIMIT_BYTES) return 'TOO_LARGE';
  const value = parseJson(text);
  if (value === null) return text.trimStart().startsWith('{') ? 'NOT_JSON' : 'OTHER_FILE';
  if (!isRecord(value) || value['functielab'] !== KIND) return 'OTHER_FILE';
  const { v, name, names, madeAt, set, work, claims } = value;
  const chosen = v === 1 ? [name] : v === VERSION && Array.isArray(names) ? names.slice(0, MOST_NAMES) : [];
  if (!chosen.every((one) => typeof one === 'string') || chosen.length === 0) return 'OTHER_FILE';
  if (!Array.isArray(work)) return 'OTHER_FILE';
  const seen = chosen
    .map((one) => visibleText(one).slice(0, LONGEST_NAME).trim())
    .filter((one) => one !== '');
  const read = seen.length > 0 ? seen : ['zonder naam'];
  const whole = { name: read.join(' en '), names: read, ...workOf(work) };
  if (v === 1) return { ...whole, madeAt: null, set: null, versions: new Map(), claims: NO_CLAIMS };
  return { ...whole, madeAt: momentOf(madeAt), set: setOf(set), claims: readClaims(claims) };
}

function workOf(work: readonly unknown[]): Pick<HandIn, 'exercises' | 'versions'> {
  const exercises = new Map<string, Readonly<Record<string, string>>>();
  const versions = new Map<string, string>();
  for (const one of work.slice(0, MOST_EXERCISES)) {
    const files = isRecord(one) ? asFiles(one['files']) : null;
    if (files === null || !isRecord(one) || typeof one['exercise'] !== 'string') continue;
    const { exercise, version } = one;
    exercises.set(exercise as string, files);
    if (isFingerprint(version)) versions.set(exercise as string, version);
  }
  return { exercises, versions };
}

const isFingerprint = (value: unknown): value is string =>
  typeof value === 'string' && FINGERPRINT.test(value);

function momentOf(value: unknown): string | null {
  if (typeof value !== 'string' || !MOMENT.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

function setOf(value: unknown): HandIn['set'] {
  if (!isRecord(value)) return null;
  const { title, mark } = value;
  if (typeof title !== 'string' || !isFingerprint(mark)) return null;
  return { title: visibleText(title).slice(0, LONGEST_TITLE), mark };
}
