/** Values and failures in a Dutch sentence, short enough to read. */
import type { FailureCode, InvocationFailure } from '../../engine/index.ts';
import { eventMessage, messageOfMistake, mistakeInCode } from '../../playground/failures/words.ts';

const LONGEST = 160;
/** Of a text inside what is too long as a whole: a longer one is cut to a beginning that one knows it by. */
const LONGEST_INSIDE = 40;
const BEGINNING = 20;
const MOST_NAMES = 3;

export function quoted(text: string): string {
  return `"${cut(text)}"`;
}

/**
 * JSON as a reader writes it, or the text itself between quotes. Is it too long, then its texts are cut first, each with its
 * length, so that what stands behind the first long one can be read too.
 */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'niets';
  try {
    const whole = JSON.stringify(value) ?? String(value);
    if (whole.length <= LONGEST || typeof value === 'string') return cut(whole);
    return cut(JSON.stringify(value, (_, inside: unknown) => cutInside(inside)));
  } catch {
    return 'iets waarin te veel in elkaar zit';
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function cutInside(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= LONGEST_INSIDE) return value;
  return `${value.slice(0, BEGINNING)}… (${value.length.toLocaleString('nl')} tekens)`;
}

/** The first few of a list of names: `"a", "b", "c" en nog 4`. */
export function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(quoted).join(', ');
  return names.length > MOST_NAMES ? `${shown} en nog ${names.length - MOST_NAMES}` : shown;
}

/** Settings of a function: `KOERS=2 en LAND=be`. */
export function settingsInWords(env: Readonly<Record<string, string>>): string {
  const names = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return names.length === 0 ? 'geen enkele instelling' : names.join(' en ');
}

/** What a machine that has too much to do can cause, too. */
const OF_A_BUSY_MACHINE: ReadonlySet<FailureCode | null> = new Set([
  'HANDLER_TIMEOUT',
  'INIT_TIMEOUT',
  'HOST_LOST',
  'HOST_UNAVAILABLE',
]);

export const BUSY_WORDS = 'Of je computer had het te druk: probeer het dan nog eens.';

export function mayBeBusy(code: FailureCode | null): boolean {
  return OF_A_BUSY_MACHINE.has(code);
}

/** What is known of a beginner's mistake, and in JavaScript's own words; nobody pressed `Voer uit`, so the words of events fit. */
export function failureInWords(failure: InvocationFailure): string {
  const { code, error } = failure;
  const said = error ? `${error.name}: ${error.message}` : '';
  const mistake = error ? mistakeInCode(error, [], code !== 'SYNTAX_ERROR') : null;
  if (code === 'HANDLER_ERROR' && error) {
    return mistake
      ? `je functie gaf een fout. ${mistake.words} (${said})`
      : `je functie gaf een fout: ${said}`;
  }
  const words = mistake ? messageOfMistake(failure, mistake) : eventMessage(failure);
  const told = said === '' ? words : `${words} (${said})`;
  return mayBeBusy(code) ? `${told} ${BUSY_WORDS}` : told;
}
