/**
 * What a learner predicted on this device, and what came of it. A guess can be changed until it is answered and then stays, so
 * that two copies can always be put together. Fetched with the first prediction that is seen, and with the page of progress.
 */
import { computed } from '@preact/signals';
import { shareAcrossTabs } from '../kit/shared.ts';

/** One prediction, by its id in `content/predictions`. */
export interface Predicted {
  /** A number, or the place of an option. */
  readonly said: number;
  /** What was measured or computed; null while the experiment has not been done. */
  readonly came: number | string | null;
  readonly isRight: boolean;
  /** On the wall's clock. */
  readonly atMs: number;
}

export type Predictions = Readonly<Record<string, Predicted>>;

interface Kept {
  /** How often all was wiped: what was known before the last time does not come back from another tab. */
  readonly wipes: number;
  readonly predictions: Predictions;
}

const NOTHING: Kept = { wipes: 0, predictions: {} };

const kept = shareAcrossTabs({
  key: 'functielab:voorspeld',
  nothing: NOTHING,
  merge: mergeKept,
  parse: parseKept,
  print: printKept,
});

export const predictions = computed(() => kept.known.value.predictions);

export function addPredictions(more: Predictions): void {
  kept.add((known) => ({ ...known, predictions: mergePredictions(known.predictions, more) }));
}

/** @returns what brings them back */
export function wipePredictions(): () => void {
  const before = predictions.peek();
  kept.add(({ wipes }) => ({ wipes: wipes + 1, predictions: {} }));
  return () => addPredictions(before);
}

/** How many predictions were answered by an experiment, and how many of them came true: for `Je voortgang`. */
export function predictionScore(all: Predictions): { readonly made: number; readonly cameTrue: number } {
  const answered = Object.values(all).filter(({ came }) => came !== null);
  return { made: answered.length, cameTrue: answered.filter(({ isRight }) => isRight).length };
}

export function mergePredictions(a: Predictions, b: Predictions): Predictions {
  const all = new Map(Object.entries(a));
  for (const [id, theirs] of Object.entries(b)) {
    const mine = all.get(id);
    all.set(id, mine === undefined ? theirs : standing(mine, theirs));
  }
  return Object.fromEntries(all);
}

/** An answer before none; of two answers the older, of two guesses the newer: the same whichever is asked first. */
function standing(a: Predicted, b: Predicted): Predicted {
  if ((a.came === null) !== (b.came === null)) return a.came === null ? b : a;
  if (a.atMs !== b.atMs) return a.atMs < b.atMs === (a.came !== null) ? a : b;
  return printOne(a) <= printOne(b) ? a : b;
}

export function mergeKept(a: Kept, b: Kept): Kept {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  return { wipes: a.wipes, predictions: mergePredictions(a.predictions, b.predictions) };
}

/** A declaration, since what an earlier visit kept is read and printed while this file is still loading. */
function printOne({ said, came, isRight, atMs }: Predicted): string {
  return JSON.stringify({ said, came, isRight, atMs });
}

export function printKept({ wipes, predictions }: Kept): string {
  const sorted = Object.keys(predictions)
    .sort()
    .flatMap((id) => {
      const one = predictions[id];
      return one === undefined ? [] : [[id, JSON.parse(printOne(one))] as const];
    });
  return JSON.stringify({ v: 1, predictions: Object.fromEntries(sorted), ...(wipes > 0 && { wipes }) });
}

export function parseKept(value: unknown): Kept | null {
  if (!isRecord(value) || value['v'] !== 1) return null;
  const { wipes } = value;
  const isCount = Number.isSafeInteger(wipes) && Number(wipes) > 0 && Number(wipes) < Number.MAX_SAFE_INTEGER;
  return { wipes: isCount ? Number(wipes) : 0, predictions: parsePredictions(value['predictions']) };
}

/** @returns what of it can be read, whoever wrote it */
export function parsePredictions(value: unknown): Predictions {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([id, one]) => {
      const parsed = /^[a-z][a-z0-9-]{2,49}$/.test(id) && isRecord(one) ? parseOne(one) : null;
      return parsed === null ? [] : [[id, parsed] as const];
    }),
  );
}

function parseOne({ said, came, isRight, atMs }: Readonly<Record<string, unknown>>): Predicted | null {
  const isText = typeof came === 'string' && came.length <= 200;
  const isCame = came === null || isText || (typeof came === 'number' && Number.isFinite(came));
  if (typeof said !== 'number' || !Number.isFinite(said) || !isCame) return null;
  const isMoment = Number.isSafeInteger(atMs) && Number(atMs) >= 0;
  return { said, came, isRight: isRight === true && came !== null, atMs: isMoment ? Number(atMs) : 0 };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
