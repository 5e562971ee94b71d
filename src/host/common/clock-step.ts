/** How fine a clock is: browsers round theirs, each differently, and a duration that is shown says so. */

const CHANGES = 4;
/** Readings, so that a clock that stands still ends the search too; some ten milliseconds. */
const READINGS_LIMIT = 200_000;

/** @returns the smallest step seen, in milliseconds; 0 when the clock did not move */
export function measureClockStepMs(nowMs: () => number): number {
  let smallest = Number.POSITIVE_INFINITY;
  let lastMs = nowMs();
  let changes = 0;
  for (let reading = 0; reading < READINGS_LIMIT && changes < CHANGES; reading += 1) {
    const atMs = nowMs();
    if (atMs === lastMs) continue;
    smallest = Math.min(smallest, atMs - lastMs);
    lastMs = atMs;
    changes += 1;
  }
  // Clocks count in doubles: 0.09999999403953552 is a tenth.
  return changes === 0 ? 0 : Math.round(smallest * 1_000) / 1_000;
}
