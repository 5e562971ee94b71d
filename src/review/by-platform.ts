/** What the lab's platform makes of some traffic, in virtual time: the answers of fresh sums about instances come from here. */
import { readScenario, type SimulationResult, startRun } from '../simulation/index.ts';

interface Traffic {
  /** Between the begin of a call and that of the next. */
  readonly everyMs: number;
  readonly callMs: number;
  readonly untilMs: number;
}

/** Calls and deadlines: more than a question's traffic has. */
const ALL = 1_000_000;
/** As in the lab's playgrounds. */
const IDLE_MS = 30_000;

/** Calls at even distances, none of which is refused. */
export function ranOn({ everyMs, callMs, untilMs }: Traffic): SimulationResult {
  const duration = { kind: 'constant', mean: callMs };
  const run = startRun(
    readScenario({
      arrivals: { kind: 'constant', everyMs },
      warmMs: duration,
      coldMs: duration,
      idleTimeoutMs: IDLE_MS,
      concurrencyLimit: 1_000,
      routing: 'most-recent',
      untilMs,
      seed: 1,
    }),
  );
  while (!run.advance(ALL));
  return run.result();
}
