/** Progress as a file, to take to another device: with the learner's own code, which is text here and never runs. */
import { readAll, writeText } from '../kit/storage.ts';
import { addProgress, progress } from './kept.ts';
import { type Progress, parseProgress } from './progress.ts';

const CODE = 'functielab:code:';
const KIND = 'voortgang';
/** Far more than a course full of edits. */
export const LIMIT_BYTES = 1024 * 1024;

export type FileProblem = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FILE' | 'NOT_KEPT';

export interface Imported {
  readonly lessons: number;
  readonly exercises: number;
  /** Of functions that had no edit on this device. */
  readonly code: number;
  /** Edits in the file that were left alone, since this device has its own. */
  readonly ownCode: number;
}

export function progressFile(): string {
  const code = Object.fromEntries(readAll(CODE));
  return `${JSON.stringify({ functielab: KIND, v: 1, ...progress.peek(), code }, null, 2)}\n`;
}

/** Everything is read before anything is written: a file that is refused changes nothing. */
export function importProgress(text: string): Imported | FileProblem {
  if (new Blob([text]).size > LIMIT_BYTES) return 'TOO_LARGE';
  const read = readFile(text);
  if (typeof read === 'string') return read;
  const mine = readAll(CODE);
  const fresh = [...read.code].filter(([name]) => !mine.has(name));
  addProgress(read.progress);
  for (const [name, saved] of fresh) if (!writeText(CODE + name, saved)) return 'NOT_KEPT';
  return {
    lessons: Object.keys(read.progress.lessons).length,
    exercises: Object.keys(read.progress.exercises).length,
    code: fresh.length,
    ownCode: read.code.size - fresh.length,
  };
}

function readFile(
  text: string,
): { progress: Progress; code: ReadonlyMap<string, string> } | 'NOT_JSON' | 'OTHER_FILE' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'NOT_JSON';
  }
  const found = parseProgress(value);
  const isOurs = found !== null && (value as { functielab?: unknown }).functielab === KIND;
  if (!isOurs) return 'OTHER_FILE';
  return { progress: found, code: codeOf((value as { code?: unknown }).code) };
}

/** As `edits.ts` keeps it, which reads it with the same care again; a name that no folder can have is left out. */
function codeOf(value: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return new Map(
    entries.filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && /^[a-z][a-z0-9-]*$/.test(entry[0]),
    ),
  );
}
