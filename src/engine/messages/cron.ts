/**
 * Cron expressions, read by a library: five fields, or six with seconds first, in the time zone of the reader.
 * The platform knows nothing of them: it is given moments.
 */
import { Cron } from 'croner';

const SHORTEST_FIELDS = 5;
const LONGEST_FIELDS = 6;

export interface CronProblem {
  readonly ok: false;
  /** `CRON_NEVER`: it can be read, and no moment fits, such as 30 February. */
  readonly code: 'CRON_INVALID' | 'CRON_NEVER';
}

export interface CronPlan {
  readonly ok: true;
  /** @returns the first moment after this one (ms since 1970), or null when there is none any more */
  next(afterMs: number): number | null;
}

/** @param nowMs from when it is to fire, in ms since 1970 */
export function readCron(expression: string, nowMs: number): CronPlan | CronProblem {
  const fields = expression.trim().split(/\s+/);
  if (fields.length < SHORTEST_FIELDS || fields.length > LONGEST_FIELDS) {
    return { ok: false, code: 'CRON_INVALID' };
  }
  try {
    const job = new Cron(expression.trim(), { paused: true, mode: '5-or-6-parts' });
    const next = (afterMs: number) => job.nextRun(new Date(afterMs))?.getTime() ?? null;
    if (next(nowMs) === null) return { ok: false, code: 'CRON_NEVER' };
    return { ok: true, next };
  } catch {
    return { ok: false, code: 'CRON_INVALID' };
  }
}

export interface CronMoments {
  readonly ok: true;
  /** In ms since 1970. */
  readonly moments: readonly number[];
}

/** The first `count` moments from now on, or fewer when there are no more. */
export function cronMoments(expression: string, nowMs: number, count: number): CronMoments | CronProblem {
  const plan = readCron(expression, nowMs);
  if (!plan.ok) return plan;
  const moments: number[] = [];
  for (let at = plan.next(nowMs); at !== null && moments.length < count; at = plan.next(at)) moments.push(at);
  return { ok: true, moments };
}
