/** Whether a learner's code came to what the solution came to, and in which words it did not. */
import { CheckFailure, inWords, isSame } from '../lab/index.ts';

/** More of them nobody reads. */
const MOST_STEPS = 3;

/**
 * @param steps what was done, in Dutch, in that order
 * @throws CheckFailure naming the first step whose outcome differs, where each step has one
 */
export function hasSameOutcome(expected: unknown, received: unknown, steps: readonly string[]): void {
  if (isSame(expected, received)) return;
  if (Array.isArray(expected) && Array.isArray(received) && expected.length === received.length) {
    const at = expected.findIndex((one, place) => !isSame(one, received[place]));
    const step = expected.length === steps.length ? steps[at] : undefined;
    if (step !== undefined) throw failure(step, expected[at], received[at]);
  }
  const last = steps.slice(-MOST_STEPS).join(', dan ');
  throw failure(
    steps.length > MOST_STEPS ? `${steps.length} stappen, als laatste ${last}` : last,
    expected,
    received,
  );
}

function failure(done: string, expected: unknown, received: unknown): CheckFailure {
  return new CheckFailure(`bij ${done}: ${inWords(expected)}`, inWords(received));
}
