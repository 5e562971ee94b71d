/**
 * What servers that are always on would have done with the same month: one, as many as wait no longer than the function did, and an
 * autoscaler that is late. Runs in the worker; without one a test drives it.
 */
import { fewestServers, type Scenario, type ServerResult, startServers } from '../../simulation/index.ts';

export type PlanName = 'one' | 'enough' | 'scaled';

export interface ServersAsked {
  /** Calls at once on one server. */
  readonly perServer: number;
  /** What the function came to: servers are enough when they do no worse. */
  readonly waitMs: number;
  readonly rejectedShare: number;
}

export interface ServersDone {
  readonly plan: PlanName;
  readonly result: ServerResult;
}

/** Who finds so many waiting is refused. */
export const MOST_WAITING = 100;
/** Each minute it looks, aims at seven tenths, and a server takes three minutes to boot: usual settings, and supposed. */
export const AUTOSCALER = { targetShare: 0.7, everyMs: 60_000, bootMs: 180_000 } as const;
const BUDGET = 200_000;

/** @param tell gets each plan when it is known; `enough` is left out where no number of servers is */
export function runServers(
  scenario: Scenario,
  { perServer, waitMs, rejectedShare }: ServersAsked,
  tell: (done: ServersDone) => void,
): void {
  const base = { servers: 1, perServer, mostWaiting: MOST_WAITING };
  const one = startServers(scenario, base);
  while (!one.advance(BUDGET)) {}
  tell({ plan: 'one', result: one.result() });

  const search = fewestServers(scenario, base, { quantile: 'p99', waitMs, rejectedShare });
  while (!search.advance(BUDGET)) {}
  const found = search.found();
  if (found !== null) tell({ plan: 'enough', result: found.result });

  const most = Math.max(2, found?.servers ?? scenario.concurrencyLimit);
  const scaled = startServers(scenario, { ...base, autoscaler: { ...AUTOSCALER, most } });
  while (!scaled.advance(BUDGET)) {}
  tell({ plan: 'scaled', result: scaled.result() });
}
