/**
 * Reads what learners' code left behind, for checks: cut before it is read, so that nothing that a hand-in says can hold up
 * who marks it.
 */
import { bytesInWords } from '../../kit/numbers.ts';
import { CheckFailure } from './check-failure.ts';
import { quoted } from './in-words.ts';

/** No check asks for an answer that is nearly as long. */
export const LONGEST_BYTES = 64 * 1_024;

/** @throws CheckFailure when it is longer than `LONGEST_BYTES`. @param expected in Dutch */
export function textOf(body: Uint8Array | null | undefined, expected: string): string {
  if (body === null || body === undefined) return '';
  hasLength(body.byteLength, expected);
  return new TextDecoder().decode(body);
}

/** @throws CheckFailure when it is no JSON, or longer than `LONGEST_BYTES`. @param expected in Dutch */
export function readJson(text: string, expected: string): unknown {
  hasLength(text.length, expected);
  try {
    return JSON.parse(text);
  } catch {
    throw new CheckFailure(expected, `de tekst ${quoted(text)}`);
  }
}

function hasLength(length: number, expected: string): void {
  if (length <= LONGEST_BYTES) return;
  throw new CheckFailure(`${expected}, maximaal ${bytesInWords(LONGEST_BYTES)}`, bytesInWords(length));
}
