/**
 * The other side: the same traffic on servers that are on whether anyone calls or not. A server does so many calls at once;
 * who comes when all are busy waits in one line, and who finds that line full is refused. The same seed gives the same
 * arrivals as to functions, and durations from the same stream of warm ones: nothing starts for a call here.
 *
 * Servers are fixed, or an autoscaler looks at them: each `everyMs` it asks for as many as would have been busy for the
 * share that it aims at, and what it asks for is there after `bootMs`. It is late by both, which is its nature. A server
 * that it no longer wants takes no more calls, is paid until it is told to go, and its last calls end as they would.
 */
import { alwaysOnUsd, Counter, type Decimal } from '../billing/index.ts';
import { Agenda } from './agenda.ts';
import { arrivals } from './draws/arrivals.ts';
import { sampler } from './draws/durations.ts';
import { stream } from './draws/random-stream.ts';
import { createSketch } from './quantiles.ts';
import type { Scenario } from './scenario.ts';

export interface Autoscaler {
  /** Most servers at once; the fewest are the plan's. */
  readonly most: number;
  /** Which share of all places it wants to see busy: above 0, at most 1. */
  readonly targetShare: number;
  /** How often it looks. */
  readonly everyMs: number;
  /** From asking for a server until that takes calls. It is paid from the asking. */
  readonly bootMs: number;
}

export interface ServerPlan {
  /** At least 1. */
  readonly servers: number;
  /** Calls at once on one server; at least 1. */
  readonly perServer: number;
  /** Who finds so many waiting is refused; at most 1,000,000. */
  readonly mostWaiting: number;
  readonly autoscaler?: Autoscaler;
}

export interface ServerResult {
  readonly total: number;
  readonly rejected: number;
  /** How long calls waited before they began. */
  readonly waitMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** On average over time: servers that are paid for, and calls that run. */
  readonly servers: number;
  readonly running: number;
  readonly peakServers: number;
  /** What is paid for: servers × time. */
  readonly serverMs: number;
  readonly endedAtMs: number;
}

/** As a `Run`, which is described in `run.ts`. */
export interface ServerRun {
  advance(budget: number): boolean;
  readonly nowMs: number;
  result(): ServerResult;
}

const US_PER_MS = 1000;
const NEVER_US = Number.POSITIVE_INFINITY;
const MOST_WAITING = 1_000_000;

export function startServers(scenario: Scenario, plan: ServerPlan): ServerRun {
  return new Servers(scenario, plan);
}

/** What the servers of a run cost by the hour, to 12 decimals. @param hourlyUsd of one, see `hourlyUsd` in billing */
export function serversUsd({ serverMs }: ServerResult, hourlyUsd: Decimal): Decimal {
  return alwaysOnUsd(hourlyUsd, serverMs);
}

/** A place that came free, or servers that are ready. */
type Coming = 'callDone' | 'serverReady';

class Servers implements ServerRun {
  readonly #plan: ServerPlan;
  readonly #untilUs: number;
  readonly #skipUs: number;
  readonly #nextArrivalMs: () => number;
  readonly #nextDurationMs: () => number;
  readonly #agenda = new Agenda<Coming>();
  readonly #line: Line;
  readonly #wait = createSketch();
  readonly #paidUs = new Counter();
  readonly #busyUs = new Counter();
  #arrivalUs: number;
  #lookUs: number;
  #nowUs = 0;
  #ready: number;
  /** Ready ones and those that boot. */
  #paid: number;
  #busy = 0;
  #total = 0;
  #rejected = 0;
  #peak: number;
  /** Busy places over time, since the autoscaler looked. */
  #seenUs = 0;
  #isOver = false;

  constructor(scenario: Scenario, plan: ServerPlan) {
    this.#plan = plan;
    this.#untilUs = usOf(scenario.untilMs);
    this.#skipUs = usOf(scenario.skipMs);
    this.#nextArrivalMs = arrivals(scenario.arrivals, stream(scenario.seed));
    this.#nextDurationMs = durationsOf(scenario);
    this.#line = new Line(Math.min(plan.mostWaiting, MOST_WAITING));
    this.#ready = plan.servers;
    this.#paid = plan.servers;
    this.#peak = plan.servers;
    this.#arrivalUs = usOf(this.#nextArrivalMs());
    this.#lookUs = plan.autoscaler === undefined ? NEVER_US : usOf(plan.autoscaler.everyMs);
  }

  get nowMs(): number {
    return this.#nowUs / US_PER_MS;
  }

  advance(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#isOver; left -= 1) this.#next();
    return this.#isOver;
  }

  result(): ServerResult {
    const paidUs = Number(this.#paidUs.value);
    const countedUs = Math.max(1, this.#nowUs - this.#skipUs);
    const wait = (share: number) => this.#wait.quantile(share) ?? 0;
    return {
      total: this.#total,
      rejected: this.#rejected,
      waitMs: { p50: wait(0.5), p95: wait(0.95), p99: wait(0.99) },
      servers: paidUs / countedUs,
      running: Number(this.#busyUs.value) / countedUs,
      peakServers: this.#peak,
      serverMs: paidUs / US_PER_MS,
      endedAtMs: this.nowMs,
    };
  }

  /** The run ends at its end: what still runs or waits then is not waited for. */
  #next(): void {
    const doneUs = this.#agenda.firstUs;
    const nextUs = Math.min(doneUs, this.#lookUs, this.#arrivalUs);
    this.#pass(Math.min(nextUs, this.#untilUs));
    if (nextUs >= this.#untilUs) this.#isOver = true;
    else if (nextUs === doneUs) this.#come(this.#agenda.takeFirst());
    else if (nextUs === this.#lookUs) this.#look();
    else this.#arrive();
  }

  #pass(atUs: number): void {
    const us = atUs - this.#nowUs;
    this.#seenUs += us * this.#busy;
    const countedUs = Math.min(us, Math.max(0, atUs - this.#skipUs));
    if (countedUs > 0) {
      this.#paidUs.add(countedUs, this.#paid);
      this.#busyUs.add(countedUs, this.#busy);
    }
    this.#nowUs = atUs;
  }

  get #isCounted(): boolean {
    return this.#nowUs >= this.#skipUs;
  }

  #arrive(): void {
    if (this.#isCounted) this.#total += 1;
    if (this.#busy < this.#places) this.#begin(this.#nowUs);
    else if (!this.#line.join(this.#nowUs) && this.#isCounted) this.#rejected += 1;
    this.#arrivalUs = usOf(this.#nextArrivalMs());
  }

  #come(what: Coming): void {
    if (what === 'callDone') this.#busy -= 1;
    else this.#ready = Math.min(this.#ready + 1, this.#paid);
    while (this.#busy < this.#places && this.#line.length > 0) this.#begin(this.#line.leave());
  }

  get #places(): number {
    return this.#ready * this.#plan.perServer;
  }

  #begin(arrivedUs: number): void {
    this.#busy += 1;
    if (this.#isCounted) this.#wait.add((this.#nowUs - arrivedUs) / US_PER_MS);
    this.#agenda.add(this.#nowUs + usOf(this.#nextDurationMs()), 'callDone');
  }

  #look(): void {
    const { autoscaler, servers, perServer } = this.#plan;
    if (autoscaler === undefined) return;
    const busyPlaces = this.#seenUs / usOf(autoscaler.everyMs);
    this.#seenUs = 0;
    this.#lookUs += usOf(autoscaler.everyMs);
    // A line means that there are too few, however busy they are: they cannot be busier than all.
    const wantedPlaces = (busyPlaces + this.#line.length) / autoscaler.targetShare;
    const wanted = Math.ceil(wantedPlaces / perServer);
    const next = Math.min(Math.max(wanted, servers), Math.max(autoscaler.most, servers));
    for (; this.#paid < next; this.#paid += 1) {
      this.#agenda.add(this.#nowUs + usOf(autoscaler.bootMs), 'serverReady');
    }
    this.#paid = next;
    this.#ready = Math.min(this.#ready, next);
    this.#peak = Math.max(this.#peak, next);
  }
}

/** Moments at which those came who wait, the first to come at the head: a ring that grows. */
class Line {
  readonly #most: number;
  #ring = new Float64Array(64);
  #head = 0;
  length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns whether there was room */
  join(us: number): boolean {
    if (this.length >= this.#most) return false;
    if (this.length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.length) % this.#ring.length] = us;
    this.length += 1;
    return true;
  }

  leave(): number {
    const us = this.#ring[this.#head] as number;
    this.#head = (this.#head + 1) % this.#ring.length;
    this.length -= 1;
    return us;
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#ring.length);
    for (let at = 0; at < this.length; at += 1) {
      larger[at] = this.#ring[(this.#head + at) % this.#ring.length] as number;
    }
    this.#ring = larger;
    this.#head = 0;
  }
}

/** What each next call takes: as recorded, or drawn from the stream of warm durations. */
function durationsOf({ arrivals: shape, warmMs, seed }: Scenario): () => number {
  const draw = sampler(warmMs, stream(seed + 1));
  const recordedMs = shape.kind === 'trace' ? shape.durationsMs : undefined;
  let nth = 0;
  return () => recordedMs?.[nth++] ?? draw();
}

function usOf(ms: number): number {
  return Math.round(ms * US_PER_MS);
}
