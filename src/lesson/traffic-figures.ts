/**
 * What a lesson says of simulated traffic, and what a prediction about it comes to: the same run as on the page about traffic
 * and in the shell, done once when the site is built. No number of these stands typed in a lesson.
 */

import { type Decimal, hourlyUsd, receipt } from '../billing/index.ts';
import type { SERVED, SIMULATED, TrafficForm } from '../course/schemas/prediction.ts';
import {
  fewestServers,
  readScenario,
  type ServerResult,
  type SimulationResult,
  serversUsd,
  startRun,
  startServers,
} from '../simulation/index.ts';
import { server } from '../till/index.ts';
import { tariffOf } from './figures.ts';

export type Reading = (typeof SIMULATED)[number];
export type ServedReading = (typeof SERVED)[number];

/** Servers that are on all the time, or with `bootMs` those of an autoscaler which begins with so many. */
export interface Servers {
  readonly servers: number;
  /** Calls at once on one. */
  readonly perServer: number;
  /** From asking for a server until it takes calls, in ms. */
  readonly bootMs?: number | undefined;
}

/** Calls and deadlines a turn; only the number of turns depends on it. */
const A_TURN = 100_000;

/** As a load balancer has it: beyond so many that wait, a call is refused. */
const MOST_WAITING = 200;
const AUTOSCALER = { most: 50, targetShare: 0.7, everyMs: 60_000 };
/** Of calls that may be refused when servers are said to be enough. */
const REJECTED_SHARE = 0.001;

const known = new Map<string, SimulationResult>();
const knownServed = new Map<string, ServerResult>();

/**
 * @param form a scenario as the shell takes it
 * @throws ScenarioError when it is none
 */
export function simulated(form: TrafficForm): SimulationResult {
  const key = JSON.stringify(form);
  const before = known.get(key);
  if (before) return before;
  const result = toTheEnd(startRun(readScenario(form))).result();
  known.set(key, result);
  return result;
}

const READERS: Readonly<Record<Reading, (result: SimulationResult) => number>> = {
  total: ({ total }) => total,
  cold: ({ cold }) => cold,
  coldPercent: ({ cold, total }) => (100 * cold) / total,
  rejected: ({ rejected }) => rejected,
  rejectedPercent: ({ rejected, total }) => (100 * rejected) / total,
  peakInstances: ({ peakInstances }) => peakInstances,
  instances: ({ instances }) => instances,
  running: ({ running }) => running,
  waitP50: ({ waitMs }) => waitMs.p50,
  waitP95: ({ waitMs }) => waitMs.p95,
  waitP99: ({ waitMs }) => waitMs.p99,
};

/** @returns a count, a percentage, a time average, or milliseconds, as the reading's name says */
export function readOff(form: TrafficForm, reading: Reading): number {
  return READERS[reading](simulated(form));
}

/** What a simulated run costs, in exact dollars, under a tariff; the lab's if absent. Without a free tier. */
export function runUsd(form: TrafficForm, tariffId?: string): Decimal {
  return receipt(tariffOf(tariffId), simulated(form).usage, { freeTier: false }).totalUsd;
}

/** The same traffic on servers. */
function served(form: TrafficForm, { servers, perServer, bootMs }: Servers): ServerResult {
  const key = JSON.stringify([form, servers, perServer, bootMs]);
  const before = knownServed.get(key);
  if (before) return before;
  const run = startServers(readScenario(form), {
    servers,
    perServer,
    mostWaiting: MOST_WAITING,
    ...(bootMs !== undefined && { autoscaler: { ...AUTOSCALER, bootMs } }),
  });
  const result = toTheEnd(run).result();
  knownServed.set(key, result);
  return result;
}

const SERVED_READERS: Readonly<Record<ServedReading, (result: ServerResult, perServer: number) => number>> = {
  rejected: ({ rejected }) => rejected,
  rejectedPercent: ({ rejected, total }) => (100 * rejected) / total,
  usedPercent: ({ running, servers }, perServer) => (100 * running) / (servers * perServer),
  peakServers: ({ peakServers }) => peakServers,
  servers: ({ servers }) => servers,
  waitP50: ({ waitMs }) => waitMs.p50,
  waitP95: ({ waitMs }) => waitMs.p95,
  waitP99: ({ waitMs }) => waitMs.p99,
};

export function readServed(form: TrafficForm, plan: Servers, reading: ServedReading): number {
  return SERVED_READERS[reading](served(form, plan), plan.perServer);
}

/** What those servers cost in the time of the run, in exact dollars. */
export function servedUsd(form: TrafficForm, plan: Servers): Decimal {
  return serversUsd(served(form, plan), hourlyUsd(server));
}

/**
 * The fewest fixed servers with which 95 % of the calls wait no longer than so many ms.
 *
 * @throws Error when no number of servers is enough
 */
export function enoughServers(form: TrafficForm, perServer: number, waitMs: number): number {
  const plan = { servers: 1, perServer, mostWaiting: MOST_WAITING };
  const search = fewestServers(readScenario(form), plan, {
    quantile: 'p95',
    waitMs,
    rejectedShare: REJECTED_SHARE,
  });
  const found = toTheEnd(search).found();
  if (found === null) throw new Error('No number of servers is enough');
  return found.servers;
}

function toTheEnd<Run extends { advance(budget: number): boolean }>(run: Run): Run {
  let isOver = false;
  while (!isOver) isOver = run.advance(A_TURN);
  return run;
}
