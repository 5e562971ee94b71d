/** What the tariffs, or a simulated run, make of a prediction: one number, computed when the site is built and never typed. */
import { billedTime, hourlyUsd, microseconds, receipt, termsOf } from '../../billing/index.ts';
import type { Sum } from '../../course/schemas/prediction.ts';
import { server } from '../../till/index.ts';
import { breakEven, freeCalls, tariffOf } from '../figures.ts';
import { durationWith } from '../memory/memory-model.ts';
import { enoughServers, readOff, readServed } from '../traffic-figures.ts';

type Uses = NonNullable<Sum['times']>['a'];
type Run = NonNullable<Sum['breakEven']>['a'];

/**
 * @returns how many times as much, or as far, the one is beside the other; of `billedMs` milliseconds, of `traffic` what its
 *   `read` names
 * @throws Error when there is nothing to compare with, or a tariff is not there
 */
export function sumOf({
  times,
  besideServer,
  breakEven: points,
  freeCalls: free,
  billedMs,
  memory,
  traffic,
  served,
}: Sum): number {
  if (times) return ratio(usdOf(times.a), usdOf(times.b));
  if (besideServer) {
    return ratio(usdOf(besideServer.uses), Number(hourlyUsd(server)) * besideServer.hours);
  }
  if (points)
    return ratio(breakEven(runOf(points.a))?.perMonth ?? 0, breakEven(runOf(points.b))?.perMonth ?? 0);
  if (free) return ratio(freeCalls(runOf(free.a)), freeCalls(runOf(free.b)));
  if (billedMs) {
    const { durationUs, initUs } = billedTime(termsOf(tariffOf(undefined)), {
      durationUs: microseconds(billedMs.durationMs, 'durationMs'),
      initUs: microseconds(billedMs.initMs, 'initMs'),
    });
    return (durationUs + initUs) / 1_000;
  }
  if (memory) {
    const run = (memoryMb: number): Uses => [
      { count: 1_000_000, memoryMb, durationMs: durationWith(memoryMb, memory) },
    ];
    return ratio(usdOf(run(memory.a)), usdOf(run(memory.b)));
  }
  if (traffic) {
    const value = readOff(traffic.run, traffic.read);
    return traffic.beside ? ratio(value, readOff(traffic.beside, traffic.read)) : value;
  }
  if (served) {
    const { run, read, enoughForMs, ...plan } = served;
    if (read) return readServed(run, plan, read);
    return enoughServers(run, plan.perServer, enoughForMs ?? 0);
  }
  throw new Error('a sum names what is computed');
}

function ratio(one: number, other: number): number {
  if (!(other > 0)) throw new Error('a prediction compares with something that costs nothing');
  return one / other;
}

function usdOf(uses: Uses): number {
  return uses.reduce((sum, { count, ...run }) => {
    const usage = { count, ...runOf(run) };
    return sum + Number(receipt(tariffOf(run.tariff), [usage], { freeTier: false }).totalUsd);
  }, 0);
}

/** As billing has it, where what is not there is absent. */
function runOf({ durationMs, memoryMb, initMs, cpuMs, tariff }: Run) {
  return {
    durationMs,
    memoryMb,
    tariff,
    ...(initMs !== undefined && { initMs }),
    ...(cpuMs !== undefined && { cpuMs }),
  };
}
