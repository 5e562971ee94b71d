/** How many fixed servers the same traffic needs for a waiting time: found by trying, first ever more and then in between. */
import type { Scenario } from './scenario.ts';
import { type ServerPlan, type ServerResult, type ServerRun, startServers } from './servers.ts';

export interface Aim {
  /** Of all calls, at least this share is to wait no longer than `waitMs`: 0.5, 0.95 or 0.99. */
  readonly quantile: 'p50' | 'p95' | 'p99';
  readonly waitMs: number;
  /** At most this share is refused. */
  readonly rejectedShare: number;
}

/** As a `Run`: it goes on in small steps, so that whoever asked can draw, and stop. */
export interface ServerSearch {
  advance(budget: number): boolean;
  /** How many were tried last, for a line of progress. */
  readonly trying: number;
  /** The fewest servers that reach the aim; null while it searches, and when `MOST_SERVERS` do not. */
  found(): { readonly servers: number; readonly result: ServerResult } | null;
}

const MOST_SERVERS = 65_536;

/** @param plan without an autoscaler, of which `servers` is where the search begins */
export function fewestServers(scenario: Scenario, plan: ServerPlan, aim: Aim): ServerSearch {
  return new Search(scenario, plan, aim);
}

class Search implements ServerSearch {
  readonly #scenario: Scenario;
  readonly #plan: ServerPlan;
  readonly #aim: Aim;
  /** So many are too few. */
  #tooFew = 0;
  #best: { readonly servers: number; readonly result: ServerResult } | null = null;
  #run: ServerRun;
  #trying: number;

  constructor(scenario: Scenario, { perServer, mostWaiting, servers }: ServerPlan, aim: Aim) {
    this.#scenario = scenario;
    this.#plan = { perServer, mostWaiting, servers };
    this.#aim = aim;
    this.#trying = servers;
    this.#run = startServers(scenario, this.#plan);
  }

  get trying(): number {
    return this.#trying;
  }

  advance(budget: number): boolean {
    if (this.#isDone) return true;
    if (!this.#run.advance(budget)) return false;
    const result = this.#run.result();
    if (this.#isReached(result)) this.#best = { servers: this.#trying, result };
    else this.#tooFew = this.#trying;
    if (this.#isDone) return true;
    const most = this.#best?.servers;
    this.#trying = most === undefined ? 2 * this.#tooFew : Math.floor((this.#tooFew + most) / 2);
    this.#run = startServers(this.#scenario, { ...this.#plan, servers: this.#trying });
    return false;
  }

  found(): { readonly servers: number; readonly result: ServerResult } | null {
    return this.#isDone ? this.#best : null;
  }

  get #isDone(): boolean {
    if (this.#best === null) return this.#tooFew >= MOST_SERVERS;
    return this.#best.servers === this.#tooFew + 1;
  }

  #isReached({ waitMs, rejected, total }: ServerResult): boolean {
    return waitMs[this.#aim.quantile] <= this.#aim.waitMs && rejected <= this.#aim.rejectedShare * total;
  }
}
