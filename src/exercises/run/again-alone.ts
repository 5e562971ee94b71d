/**
 * A learner's own run: what ran out of time, or lost its sandbox, may have done so by what ran beside it. It runs once more with
 * nothing beside it, as a hand-in does when it is marked, and then it counts.
 */
import { type CheckResult, mayBeBusy } from '../check.ts';

export interface AgainOptions {
  /** @param only ids of the checks to run; all if null */
  readonly run: (only: ReadonlySet<string> | null) => Promise<readonly CheckResult[]>;
  readonly signal: AbortSignal;
  /** Is told how many checks run again, and lets nothing run beside them. */
  readonly onAgain: (count: number) => void;
}

/** @returns all results, in the order of the checks. @throws as `run` */
export async function runAgainAlone({ run, signal, onAgain }: AgainOptions): Promise<readonly CheckResult[]> {
  const first = await run(null);
  const only = new Set(first.filter(mayBeBusy).map(({ id }) => id));
  if (only.size === 0 || signal.aborted) return first;
  onAgain(only.size);
  const second = new Map((await run(only)).map((result) => [result.id, result]));
  return first.map((result) => second.get(result.id) ?? result);
}
