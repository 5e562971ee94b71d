/**
 * What the simulation is held against: `published-cases.json`, of which every row names its own source. They are traces of
 * SimFaaS (pacslab/simfaas, MIT, commit 5dd1623), run on the draws that are described in the file, what it published,
 * steady states of an independent reference, exact theory, and measurements of AWS Lambda by the authors of SimFaaS.
 */
import { readFileSync } from 'node:fs';
import { readScenario, type SimulationResult, startRun } from '../../src/simulation/index.ts';

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly note?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of row has other fields, and a test reads its own
  readonly inputs: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly tolerance: any;
}

const file = new URL('./published-cases.json', import.meta.url);
export const rows: readonly Row[] = JSON.parse(readFileSync(file, 'utf8')).rows;

export function rowsOf(kind: string): readonly Row[] {
  return rows.filter((row) => row.kind === kind);
}

export function rowOf(id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no case ${id}`);
  return row;
}

/** A scenario in the form that a person writes, with times of a row in seconds made into milliseconds. */
export function scenarioOf({ inputs }: Row, others: object = {}): Record<string, unknown> {
  const kind = inputs.process === 'constant' ? 'constant' : 'exponential';
  const arrivals =
    kind === 'constant'
      ? { kind, everyMs: inputs.interarrival * 1000 }
      : { kind: 'poisson', perSecond: inputs.arrival_rate };
  return {
    arrivals,
    warmMs: { kind, mean: inputs.warm_mean * 1000 },
    coldMs: { kind, mean: inputs.cold_mean * 1000 },
    idleTimeoutMs: inputs.expiration_threshold * 1000,
    concurrencyLimit: inputs.maximum_concurrency ?? 1000,
    routing: 'newest-created',
    untilMs: (inputs.max_time ?? 1) * 1000,
    seed: inputs.seed ?? 1,
    ...others,
  };
}

export function runOf(scenario: object): SimulationResult {
  const run = startRun(readScenario(scenario));
  while (!run.advance(1_000_000));
  return run.result();
}
