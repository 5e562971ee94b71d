/** Whether a learner's code came to what the solution came to, and in which words it did not. */
import { CheckFailure, inWords, isSame } from '../lab/index.ts';

/**
 * @param steps what was done, in Dutch, in that order
 * @throws CheckFailure naming the first step whose outcome differs, where each step has one
 */
export function hasSameOutcome(expected: unknown, received: unknown, steps: readonly string[]): void {
  if (isSame(expected, received)) return;
  if (Array.isArray(expected) && Array.isArray(received) && expected.length === received.length) {
    const at = expected.findIndex((one, place) => !isSame(one, received[place]));
    const step = expected.length === steps.length ? steps[at] : undefined;
    throw failure(step ?? steps.join(', dan '), expected[at], received[at]);
  }
  throw failure(steps.join(', dan '), expected, received);
}

function failure(done: string, expected: unknown, received: unknown): CheckFailure {
  return new CheckFailure(`bij ${done}: ${inWords(expected)}`, inWords(received));
}
