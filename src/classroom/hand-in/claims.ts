/**
 * What a student lets go with a hand-in besides code: predictions, recordings of calls, and answers before and after the course. A file can say anything here, so
 * these are claims: a teacher may look at them, and no mark is ever made of one. What is read is bounded, whoever wrote it.
 */
import { MOST_CALLS, printCalls, type RecordedCall, readCalls } from '../../progress/recorded-calls.ts';
import { type FormName, isChoice, isPrint, isQuestionId } from '../../review/twelve/kept-twelve.ts';
import { isRecord } from '../../sharing/index.ts';

/** As `progress/predictions.ts` keeps it, without the moment. */
export interface ClaimedPrediction {
  /** In `content/predictions`. */
  readonly id: string;
  /** A number, or the place of an option. */
  readonly said: number;
  /** What the experiment gave; null while it has not been done. */
  readonly came: number | string | null;
  readonly isRight: boolean;
}

/** Calls of one visit to one exercise, in order of time. */
export interface ClaimedTraffic {
  readonly exercise: string;
  readonly calls: readonly RecordedCall[];
}

/** An answer to one of the twelve questions of `Weet je het?`, of a form that its student finished. */
export interface ClaimedAnswer {
  readonly id: string;
  readonly form: FormName;
  /** Of the question as it was asked, and what was chosen (`review/twelve/kept-twelve.ts`). */
  readonly print: string;
  readonly choice: number;
}

export interface Claims {
  readonly predictions: readonly ClaimedPrediction[];
  readonly traffic: readonly ClaimedTraffic[];
  readonly twelve: readonly ClaimedAnswer[];
}

export const NO_CLAIMS: Claims = { predictions: [], traffic: [], twelve: [] };

/** Some four for each lesson. */
const MOST_PREDICTIONS = 200;
const MOST_EXERCISES = 40;
/** Two forms of a dozen, and some of an earlier course. */
const MOST_ANSWERS = 60;
const ROW_LENGTH = 5;
const LONGEST_TEXT = 200;
const ID = /^[a-z][a-z0-9-]{2,49}$/;
const EXERCISE = /^[a-z0-9][a-z0-9-]{0,60}$/;

/** @returns what of it can be read, of each prediction, exercise and question the last; it never throws */
export function readClaims(value: unknown): Claims {
  if (!isRecord(value)) return NO_CLAIMS;
  const predictions = listOf(value['predictions'], MOST_PREDICTIONS).flatMap(
    (one) => readPrediction(one) ?? [],
  );
  const traffic = listOf(value['traffic'], MOST_EXERCISES).flatMap((one) => readTraffic(one) ?? []);
  const twelve = listOf(value['twelve'], MOST_ANSWERS).flatMap((one) => readAnswer(one) ?? []);
  return {
    predictions: [...new Map(predictions.map((one) => [one.id, one])).values()],
    traffic: [...new Map(traffic.map((one) => [one.exercise, one])).values()],
    twelve: [...new Map(twelve.map((one) => [`${one.form} ${one.id}`, one])).values()],
  };
}

/** As a hand-in holds them; `readClaims` reads it back. */
export function printClaims({ predictions, traffic, twelve }: Claims): unknown {
  return {
    predictions,
    // One text a recording, since a file that people open has a line for each value.
    traffic: traffic.map(({ exercise, calls }) => ({
      exercise,
      calls: printCalls(calls)
        .map((row) => row.join(' '))
        .join(';'),
    })),
    twelve,
  };
}

export function isNothingClaimed({ predictions, traffic, twelve }: Claims): boolean {
  return predictions.length === 0 && traffic.length === 0 && twelve.length === 0;
}

function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function readPrediction(value: unknown): ClaimedPrediction | null {
  if (!isRecord(value)) return null;
  const { id, said, came, isRight } = value;
  if (typeof id !== 'string' || !ID.test(id) || !isFiniteNumber(said)) return null;
  const isText = typeof came === 'string' && came.length <= LONGEST_TEXT;
  if (came !== null && !isText && !isFiniteNumber(came)) return null;
  return { id, said, came, isRight: isRight === true && came !== null };
}

function readTraffic(value: unknown): ClaimedTraffic | null {
  if (!isRecord(value)) return null;
  const { exercise } = value;
  if (typeof exercise !== 'string' || !EXERCISE.test(exercise)) return null;
  const rows = typeof value['calls'] === 'string' ? value['calls'].split(';', MOST_CALLS) : [];
  const calls = readCalls(rows.map((row) => row.split(' ', ROW_LENGTH).map(Number)));
  return calls.length === 0 ? null : { exercise, calls };
}

function readAnswer(value: unknown): ClaimedAnswer | null {
  if (!isRecord(value)) return null;
  const { id, form, print, choice } = value;
  if (!isQuestionId(id) || (form !== 'a' && form !== 'b') || !isPrint(print) || !isChoice(choice))
    return null;
  return { id, form, print, choice };
}

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
