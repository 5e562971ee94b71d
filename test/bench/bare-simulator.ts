/**
 * A simulator without a platform, as short and as fast as it goes: what the simulation is measured against. It draws the same
 * numbers and knows the one rule of `newest-created`, one call an instance, and a limit; it has no events, no bill, no queue,
 * no timeouts and no waiting times. `test/simulation/bare-simulator.test.ts` holds that its counts are the same.
 */

import { Agenda } from '../../src/simulation/agenda.ts';
import { arrivals, type Scenario, sampler, stream } from '../../src/simulation/index.ts';

interface Instance {
  readonly id: number;
  readonly startedUs: number;
  freeUs: number;
}

export interface BareResult {
  readonly total: number;
  readonly cold: number;
  readonly rejected: number;
  readonly ended: number;
  readonly instances: number;
  readonly running: number;
}

export function simulateBare(scenario: Scenario): BareResult {
  const { seed, concurrencyLimit } = scenario;
  const nextArrivalMs = arrivals(scenario.arrivals, stream(seed));
  const drawWarmMs = sampler(scenario.warmMs, stream(seed + 1));
  const drawColdMs = sampler(scenario.coldMs, stream(seed + 2));
  const idleTimeoutUs = Math.round(scenario.idleTimeoutMs * 1000);
  const untilUs = Math.round(scenario.untilMs * 1000);
  const agenda = new Agenda<Instance>();
  /** In the order in which they came free, so that the first expires first. */
  const idle: Instance[] = [];
  let [total, cold, rejected, ended, busy, nowUs, instanceUs, runningUs] = [0, 0, 0, 0, 0, 0, 0, 0];
  let arrivalUs = Math.round(nextArrivalMs() * 1000);
  while (nowUs < untilUs) {
    const doneUs = agenda.firstUs;
    const expiresUs =
      idle.length > 0 ? (idle[0] as Instance).freeUs + idleTimeoutUs : Number.POSITIVE_INFINITY;
    const nextUs = Math.min(doneUs, expiresUs, arrivalUs);
    instanceUs += (nextUs - nowUs) * (busy + idle.length);
    runningUs += (nextUs - nowUs) * busy;
    nowUs = nextUs;
    if (nextUs === doneUs) {
      const instance = agenda.takeFirst();
      instance.freeUs = nowUs;
      busy -= 1;
      idle.push(instance);
    } else if (nextUs === expiresUs) {
      idle.shift();
      ended += 1;
    } else {
      total += 1;
      if (busy >= concurrencyLimit) {
        rejected += 1;
      } else if (idle.length > 0) {
        const instance = takeNewest(idle);
        busy += 1;
        agenda.add(nowUs + Math.round(drawWarmMs() * 1000), instance);
      } else {
        cold += 1;
        busy += 1;
        agenda.add(nowUs + Math.round(drawColdMs() * 1000), { id: cold, startedUs: nowUs, freeUs: 0 });
      }
      arrivalUs = Math.round(nextArrivalMs() * 1000);
    }
  }
  return { total, cold, rejected, ended, instances: instanceUs / nowUs, running: runningUs / nowUs };
}

function takeNewest(idle: Instance[]): Instance {
  let at = 0;
  for (let other = 1; other < idle.length; other += 1) {
    if ((idle[other] as Instance).id > (idle[at] as Instance).id) at = other;
  }
  const newest = idle[at] as Instance;
  for (let other = at + 1; other < idle.length; other += 1) idle[other - 1] = idle[other] as Instance;
  idle.pop();
  return newest;
}
