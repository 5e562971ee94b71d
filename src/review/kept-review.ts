/**
 * What a reader knows, as this device keeps it for all its tabs. A store that can't be read is set aside under another name, so
 * that nothing of it is lost, and the page says so.
 */
import { shareAcrossTabs } from '../kit/shared.ts';
import { readText, writeText } from '../kit/storage.ts';
import { type Known, laterOf } from './schedule.ts';

export const KEY = 'functielab:herhaal';
const SET_ASIDE = 'functielab:herhaal-onleesbaar';

export type Answers = Readonly<Record<string, Known>>;

interface Kept {
  /** How often all was wiped: what was known before the last time does not come back from another tab. */
  readonly wipes: number;
  readonly answers: Answers;
}

const NOTHING: Kept = { wipes: 0, answers: {} };
/** More than the course has questions; a file from elsewhere may hold anything. */
const MOST = 2_000;

export function parseKept(value: unknown): Kept | null {
  const { v, wipes, answers } = (value ?? {}) as Record<string, unknown>;
  if (v !== 1 || !Number.isSafeInteger(wipes) || Number(wipes) < 0) return null;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
  const known = Object.entries(answers)
    .slice(0, MOST)
    .flatMap(([id, one]) => {
      const { step, dueDay, answeredAtMs } = (one ?? {}) as Record<string, unknown>;
      const isWhole = [step, dueDay].every((number) => Number.isSafeInteger(number) && Number(number) >= 0);
      return isWhole && Number.isFinite(answeredAtMs) ? [[id, { step, dueDay, answeredAtMs } as Known]] : [];
    });
  return { wipes: Number(wipes), answers: Object.fromEntries(known) };
}

export function mergeKept(a: Kept, b: Kept): Kept {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  const all = new Map(Object.entries(a.answers));
  for (const [id, theirs] of Object.entries(b.answers)) {
    const mine = all.get(id);
    all.set(id, mine === undefined ? theirs : laterOf(mine, theirs));
  }
  return { wipes: a.wipes, answers: Object.fromEntries(all) };
}

/** The same has the same text. */
export function printKept({ wipes, answers }: Kept): string {
  const inOrder = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ v: 1, wipes, answers: Object.fromEntries(inOrder) });
}

/** @returns what this device keeps, and whether something was there that could not be read */
export function openAnswers() {
  const text = readText(KEY);
  const wasUnreadable = text !== null && !isReadable(text);
  if (wasUnreadable) writeText(SET_ASIDE, text);
  const kept = shareAcrossTabs({
    key: KEY,
    nothing: NOTHING,
    merge: mergeKept,
    parse: parseKept,
    print: printKept,
  });
  return {
    wasUnreadable,
    known: kept.known,
    answer: (id: string, known: Known) => kept.add(({ wipes }) => ({ wipes, answers: { [id]: known } })),
    /** @returns what brings them back */
    wipe: () => {
      const { answers } = kept.known.peek();
      kept.add(({ wipes }) => ({ wipes: wipes + 1, answers: {} }));
      return () => kept.add(({ wipes }) => ({ wipes, answers }));
    },
  };
}

function isReadable(text: string): boolean {
  try {
    return parseKept(JSON.parse(text)) !== null;
  } catch {
    return false;
  }
}
