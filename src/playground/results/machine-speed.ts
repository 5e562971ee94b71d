/**
 * How fast this machine is at this moment, against the one that the course was made on when that had nothing else to do. What
 * a time limit means depends on it: a class on old laptops, or a browser with fifty tabs, needs more of it.
 */

/** Rounds of the work below in a ms, on two cores of a server of 2023 (Chromium 156, idle). */
const ROUNDS_PER_MS = 150_000;
/** A few ms of work, so that a coarse clock still tells. */
const ROUNDS = 1_000_000;
const TIMES = 3;

/** @returns 1 on that machine, 3 on one that takes three times as long; the best of a few, since anything may come between */
export function measureSlowness(nowMs: () => number): number {
  let bestMs = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time++) {
    const startedMs = nowMs();
    work();
    bestMs = Math.min(bestMs, nowMs() - startedMs);
  }
  return (bestMs * ROUNDS_PER_MS) / ROUNDS;
}

/** What no engine can leave out, since the next run begins with what came of it. */
let seed = 1;
function work(): void {
  for (let round = 0; round < ROUNDS; round++) seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
}
