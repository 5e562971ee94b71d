/** One student's work as one file: `.functielab.json`. */

import { LIMIT_BYTES, parseJson } from '../../kit/packed.ts';
import { asFiles, isRecord } from '../../sharing/index.ts';
import { visibleText } from './visible-text.ts';

export interface HandIn {
  /** What the student chose to be called: any text that can be seen, to be shown as text. */
  readonly name: string;
  /** By name of the exercise, in the order of the file; empty when nothing was made. */
  readonly exercises: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * Why a text is not marked:
 *
 * - `TOO_LARGE`: over 1 MB;
 * - `NOT_JSON`: it begins like a hand-in, and is not a whole one;
 * - `OTHER_FILE`: no hand-in of this course.
 */
export type Refusal = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FILE';

const KIND = 'inlevering';
export const LONGEST_NAME = 80;
const MOST_EXERCISES = 40;

export function handInFile({ name, exercises }: HandIn): string {
  const work = [...exercises].map(([exercise, files]) => ({ exercise, files }));
  return `${JSON.stringify({ functielab: KIND, v: 1, name: name.slice(0, LONGEST_NAME), work }, null, 2)}\n`;
}

/** Reads code and a name. Whatever else the file says of itself, results for example, is not looked at. */
export function readHandIn(text: string): HandIn | Refusal {
  if (text.length > LIMIT_BYTES) return 'TOO_LARGE';
  const value = parseJson(text);
  if (value === null) return text.trimStart().startsWith('{') ? 'NOT_JSON' : 'OTHER_FILE';
  if (!isRecord(value) || value['functielab'] !== KIND || value['v'] !== 1) return 'OTHER_FILE';
  const { name, work } = value;
  if (typeof name !== 'string' || !Array.isArray(work)) return 'OTHER_FILE';
  const exercises = new Map<string, Readonly<Record<string, string>>>();
  for (const one of work.slice(0, MOST_EXERCISES)) {
    const files = isRecord(one) ? asFiles(one['files']) : null;
    if (files === null || typeof one.exercise !== 'string') continue;
    exercises.set(one.exercise, files);
  }
  return { name: visibleText(name).slice(0, LONGEST_NAME).trim() || 'zonder naam', exercises };
}
