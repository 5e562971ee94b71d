/**
 * Progress as a file, to take to another device: with the learner's own code, which is text here and never runs. Who opens
 * one says whose it is. One's own is put together with what this device has; of somebody else's only the code is shown, as a
 * stranger's copy in its playground and for this visit, and nothing of the reader's changes.
 */
import { readAll, writeText } from '../kit/storage.ts';
import { writeTabText } from '../kit/tab-storage.ts';
import { addProgress, progress } from './kept.ts';
import { keptSteps } from './kept-ticks.ts';
import { addPredictions, type Predictions, parsePredictions, predictions } from './predictions.ts';
import { type Known, onlyKnown, type Progress, parseProgress } from './progress.ts';
import { mergeTurns, parseTurns, type Turns } from './ticks.ts';

/** As `edits.ts` names what it keeps. */
const CODE = 'functielab:code:';
const STRANGERS_CODE = 'functielab:andermans:';
const KIND = 'voortgang';
/** Far more than a course full of edits. */
export const LIMIT_BYTES = 1024 * 1024;

/** `NOT_SHOWN`: this browser keeps nothing, not even for a visit. */
export type FileProblem = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FILE' | 'NOT_KEPT' | 'NOT_SHOWN';

/** What is in a file, before anything is done with it. */
export interface ProgressFile {
  readonly progress: Progress;
  /** Steps that were ticked, of lessons that the course has. */
  readonly turns: Turns;
  readonly predictions: Predictions;
  /** As kept, by name of the function. */
  readonly code: ReadonlyMap<string, string>;
}

export interface Added {
  readonly lessons: number;
  readonly exercises: number;
  /** Of functions that had no edit on this device. */
  readonly code: number;
  /** Edits in the file that were left alone, since this device has its own. */
  readonly ownCode: number;
}

export function progressFile(): string {
  const code = Object.fromEntries(readAll(CODE));
  const { turns } = keptSteps.known.peek();
  const all = { ...progress.peek(), turns, predictions: predictions.peek(), code };
  return `${JSON.stringify({ functielab: KIND, v: 1, ...all }, null, 2)}\n`;
}

/** Reads, and changes nothing. */
export function readProgressFile(text: string, known: Known): ProgressFile | FileProblem {
  if (new Blob([text]).size > LIMIT_BYTES) return 'TOO_LARGE';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'NOT_JSON';
  }
  const found = parseProgress(value);
  const isOurs = found !== null && (value as { functielab?: unknown }).functielab === KIND;
  if (!isOurs) return 'OTHER_FILE';
  const {
    turns,
    code,
    predictions: predicted,
  } = value as {
    readonly turns?: unknown;
    readonly code?: unknown;
    readonly predictions?: unknown;
  };
  const ofLessons = Object.entries(parseTurns(turns)).filter(([slug]) => known.lessons.has(slug));
  return {
    progress: onlyKnown(found, known),
    turns: Object.fromEntries(ofLessons),
    predictions: parsePredictions(predicted),
    code: codeOf(code),
  };
}

/** The reader says that it is their own. What this device has already stays. */
export function addOwnFile(file: ProgressFile): Added | FileProblem {
  const mine = readAll(CODE);
  const fresh = [...file.code].filter(([name]) => !mine.has(name));
  addProgress(file.progress);
  keptSteps.add((here) => ({ ...here, turns: mergeTurns(here.turns, file.turns) }));
  addPredictions(file.predictions);
  for (const [name, saved] of fresh) if (!writeText(CODE + name, saved)) return 'NOT_KEPT';
  return {
    lessons: Object.keys(file.progress.lessons).length,
    exercises: Object.keys(file.progress.exercises).length,
    code: fresh.length,
    ownCode: file.code.size - fresh.length,
  };
}

/**
 * The reader says that it is somebody else's.
 *
 * @returns of how many functions the code is shown
 */
export function showStrangersFile({ code }: ProgressFile): number | FileProblem {
  for (const [name, saved] of code) if (!writeTabText(STRANGERS_CODE + name, saved)) return 'NOT_SHOWN';
  return code.size;
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
