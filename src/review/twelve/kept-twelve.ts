/**
 * What a reader answered before and after, as this device keeps it for all its tabs. A store that can't be read is set aside under
 * another name, so that nothing of it is lost, and the page says so.
 */
import { shareAcrossTabs } from '../../kit/shared.ts';
import { readText, writeText } from '../../kit/storage.ts';

export const KEY = 'functielab:weet-je-het';
const SET_ASIDE = 'functielab:weet-je-het-onleesbaar';

/** What was chosen: the right answer, a wrong one by its place from 1 on, or that one does not know. */
export const RIGHT = 0;
export const DONT_KNOW = -1;

/** `a` is before the course, `b` after it. */
export type FormName = 'a' | 'b';

export interface Given {
  /** `RIGHT`, `DONT_KNOW`, or from 1 on a wrong answer by its place. */
  readonly choice: number;
  /** Of the question as it was asked. */
  readonly print: string;
  /** On the wall's clock. */
  readonly atMs: number;
}

export interface KeptForm {
  /** On the wall's clock; null while answers may still change. */
  readonly handedInAtMs: number | null;
  /** By id of the question. */
  readonly answers: Readonly<Record<string, Given>>;
}

export interface KeptTwelve {
  /** How often all was wiped: what was known before the last time does not come back from another tab. */
  readonly wipes: number;
  readonly a: KeptForm;
  readonly b: KeptForm;
}

const EMPTY: KeptForm = { handedInAtMs: null, answers: {} };
export const NOTHING_KEPT: KeptTwelve = { wipes: 0, a: EMPTY, b: EMPTY };

/** More than there are questions: some may be of an earlier course. */
const MOST = 60;
/** No question has more wrong answers. */
const MOST_WRONG = 9;
const ID = /^[a-z][a-z0-9-]{2,49}$/;
const PRINT = /^[0-9a-f]{8}$/;

export const isChoice = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= DONT_KNOW && Number(value) <= MOST_WRONG;
export const isQuestionId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
export const isPrint = (value: unknown): value is string => typeof value === 'string' && PRINT.test(value);

export function parseTwelve(value: unknown): KeptTwelve | null {
  const { v, wipes, a, b } = (value ?? {}) as Record<string, unknown>;
  if (v !== 1 || !Number.isSafeInteger(wipes) || Number(wipes) < 0) return null;
  const [before, after] = [parseForm(a), parseForm(b)];
  return before && after && { wipes: Number(wipes), a: before, b: after };
}

function parseForm(value: unknown): KeptForm | null {
  const { handedInAtMs, answers } = (value ?? {}) as Record<string, unknown>;
  if (handedInAtMs !== null && !Number.isFinite(handedInAtMs)) return null;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
  const known = Object.entries(answers)
    .slice(0, MOST)
    .flatMap(([id, one]): [string, Given][] => {
      const { choice, print, atMs } = (one ?? {}) as Record<string, unknown>;
      const isWhole = isQuestionId(id) && isChoice(choice) && isPrint(print) && Number.isFinite(atMs);
      return isWhole ? [[id, { choice, print, atMs: Number(atMs) }]] : [];
    });
  return { handedInAtMs: handedInAtMs as number | null, answers: Object.fromEntries(known) };
}

export function mergeTwelve(a: KeptTwelve, b: KeptTwelve): KeptTwelve {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  return { wipes: a.wipes, a: mergeForm(a.a, b.a), b: mergeForm(a.b, b.b) };
}

function mergeForm(one: KeptForm, other: KeptForm): KeptForm {
  const moments = [one.handedInAtMs, other.handedInAtMs].filter((atMs) => atMs !== null);
  const all = new Map(Object.entries(one.answers));
  for (const [id, theirs] of Object.entries(other.answers)) {
    const mine = all.get(id);
    all.set(id, mine === undefined ? theirs : laterGiven(mine, theirs));
  }
  return {
    handedInAtMs: moments.length === 0 ? null : Math.min(...moments),
    answers: Object.fromEntries(all),
  };
}

/** Of two at one moment always the same one, so that the order of the tabs does not matter. */
function laterGiven(a: Given, b: Given): Given {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs ? a : b;
  if (a.choice !== b.choice) return a.choice < b.choice ? a : b;
  return a.print <= b.print ? a : b;
}

/** The same has the same text. */
export function printTwelve({ wipes, a, b }: KeptTwelve): string {
  const inOrder = ({ handedInAtMs, answers }: KeptForm) => ({
    handedInAtMs,
    answers: Object.fromEntries(
      Object.entries(answers)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([id, { choice, print, atMs }]) => [id, { choice, print, atMs }]),
    ),
  });
  return JSON.stringify({ v: 1, wipes, a: inOrder(a), b: inOrder(b) });
}

/** What is there now, without following it. */
export function twelveOfDevice(): KeptTwelve {
  return readTwelve(readText(KEY)) ?? NOTHING_KEPT;
}

/** @returns what this device keeps, and whether something was there that could not be read */
export function openTwelve() {
  const text = readText(KEY);
  const wasUnreadable = text !== null && readTwelve(text) === null;
  if (wasUnreadable) writeText(SET_ASIDE, text);
  const kept = shareAcrossTabs({
    key: KEY,
    nothing: NOTHING_KEPT,
    merge: mergeTwelve,
    parse: parseTwelve,
    print: printTwelve,
  });
  const addTo = (form: FormName, part: Partial<KeptForm>) =>
    kept.add(({ wipes }) => ({ ...NOTHING_KEPT, wipes, [form]: { ...EMPTY, ...part } }));
  return {
    wasUnreadable,
    known: kept.known,
    answer: (form: FormName, id: string, given: Given) => addTo(form, { answers: { [id]: given } }),
    handIn: (form: FormName, atMs: number) => addTo(form, { handedInAtMs: atMs }),
    /** @returns what brings them back */
    wipe: () => {
      const { a, b } = kept.known.peek();
      kept.add(({ wipes }) => ({ ...NOTHING_KEPT, wipes: wipes + 1 }));
      return () => kept.add(({ wipes }) => ({ wipes, a, b }));
    },
  };
}

export type OpenTwelve = ReturnType<typeof openTwelve>;

function readTwelve(text: string | null): KeptTwelve | null {
  try {
    return parseTwelve(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}
