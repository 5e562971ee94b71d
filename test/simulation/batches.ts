/**
 * Means of a run with their standard errors: the run is cut in stretches of equal length, so long that each hardly knows of
 * the one before, and their means are averaged (method of batch means).
 */
import { expect } from 'vitest';
import { readScenario, type Slice, startRun } from '../../src/simulation/index.ts';
import { cases } from '../support/laws.ts';

const BATCHES = 20;
/** Student's t for 19 degrees of freedom: 97.5 % lie below. */
const T_95 = 2.093;

export class Mean {
  readonly value: number;
  readonly standardError: number;

  constructor(values: readonly number[]) {
    this.value = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - this.value) ** 2, 0);
    this.standardError = Math.sqrt(squares / (values.length - 1) / values.length);
  }

  get halfWidth95(): number {
    return T_95 * this.standardError;
  }

  /** Within three standard errors. */
  expectNear(expected: number): void {
    expect(Math.abs(this.value - expected)).toBeLessThanOrEqual(3 * this.standardError);
  }
}

export interface Measured {
  readonly pCold: Mean;
  readonly pReject: Mean;
  readonly pColdGivenServed: Mean;
  readonly running: Mean;
  readonly servers: Mean;
  readonly idle: Mean;
  /** By Little's law for instances: how many there are, over how many start in a millisecond. */
  readonly lifespan: Mean;
  readonly cold: number;
}

/**
 * @param scenario without `untilMs`
 * @param size how many requests are measured, more in a deep run; before these a tenth of it is left out, and twenty idle times
 */
export function measure(
  scenario: object & { idleTimeoutMs?: unknown },
  size: { readonly requests: number; readonly perSecond: number },
): Measured {
  const spanMs = (cases(size.requests).numRuns / size.perSecond) * 1000;
  const skipMs = Math.max(spanMs / 10, 20 * Number(scenario.idleTimeoutMs));
  const widthMs = spanMs / BATCHES;
  const slices: Slice[] = [];
  const run = startRun(readScenario({ ...scenario, untilMs: skipMs + spanMs }), {
    onSlice: (slice) => slices.push(slice),
    sliceMs: (fromMs) => (fromMs === 0 ? skipMs : widthMs),
  });
  while (!run.advance(1_000_000));
  const batches = slices.slice(1, 1 + BATCHES);
  const mean = (of: (slice: Slice) => number) => new Mean(batches.map(of));
  const servers = ({ instances: { cold, busy, idle } }: Slice) => cold + busy + idle;
  return {
    pCold: mean(({ cold, arrived }) => cold / arrived),
    pReject: mean(({ rejected, arrived }) => rejected / arrived),
    pColdGivenServed: mean(({ cold, warm }) => cold / (cold + warm)),
    running: mean(({ instances: { cold, busy } }) => cold + busy),
    servers: mean(servers),
    idle: mean(({ instances }) => instances.idle),
    lifespan: mean((slice) => (servers(slice) * (slice.toMs - slice.fromMs)) / slice.cold),
    cold: batches.reduce((sum, { cold }) => sum + cold, 0),
  };
}
