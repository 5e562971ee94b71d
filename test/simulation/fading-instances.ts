/**
 * The platform with instances that are idle for an exponential time, as a chain of Markov wants it: its own idle timeout is
 * set out of reach, and this driver reports an instance gone when its time is up.
 */
import { createState, step } from '../../src/platform/index.ts';
import { Agenda } from '../../src/simulation/agenda.ts';
import { sampler, stream } from '../../src/simulation/index.ts';
import { Mean } from './batches.ts';

interface Chain {
  readonly arrivalRate: number;
  readonly warmMean: number;
  readonly coldMean: number;
  readonly keepMean: number;
}

type Coming = {
  readonly instanceId: number;
  readonly invocationId: string;
  readonly idleSinceUs: number | null;
};

const BATCHES = 20;
const NEVER_MS = 1e12;

/** Means over stretches of so many calls; the first stretch is left out. */
export function runFading(chain: Chain, callsPerBatch: number, seed: number) {
  const exponential = (mean: number, nth: number) =>
    sampler({ kind: 'exponential', mean: mean * 1000 }, stream(seed + nth));
  const [interval, warm, cold, keep] = [
    exponential(1 / chain.arrivalRate, 0),
    exponential(chain.warmMean, 1),
    exponential(chain.coldMean, 2),
    exponential(chain.keepMean, 3),
  ];
  const usOf = (ms: number) => Math.round(ms * 1000);
  const state = createState({ maxInstances: 1000 });
  const config = { memoryMb: 128, timeoutMs: NEVER_MS, idleTimeoutMs: NEVER_MS, concurrencyLimit: 1000 };
  step(state, { type: 'deploy', atMs: 0, functionName: 'f', config });
  const agenda = new Agenda<Coming>();
  const idle = () => state.functions.get('f')?.newest.idle.length ?? 0;
  const batches: { pCold: number; servers: number; running: number }[] = [];
  let [nowUs, arrivalUs, colds, instanceUs, idleUs, fromUs] = [0, usOf(interval()), 0, 0, 0, 0];

  const pass = (atUs: number) => {
    instanceUs += (atUs - nowUs) * state.instances.size;
    idleUs += (atUs - nowUs) * idle();
    nowUs = atUs;
  };
  const come = ({ instanceId, invocationId, idleSinceUs }: Coming) => {
    const atMs = nowUs / 1000;
    const instance = state.instances.get(instanceId);
    if (idleSinceUs !== null) {
      // It may have worked since, and be idle anew.
      if (instance?.state === 'idle' && instance.sinceUs === idleSinceUs)
        step(state, { type: 'ended', atMs, instanceId });
      return;
    }
    step(state, { type: 'settled', atMs, instanceId, invocationId, durationMs: 0, outcome: 'ok' });
    agenda.add(nowUs + usOf(keep()), { instanceId, invocationId, idleSinceUs: nowUs });
  };
  const call = (nth: number) => {
    const invocationId = `i${nth}`;
    const atMs = nowUs / 1000;
    for (const { type, instanceId } of step(state, { type: 'request', atMs, functionName: 'f', invocationId })
      .commands) {
      if (type === 'startInstance') {
        colds += 1;
        step(state, { type: 'ready', atMs, instanceId, initMs: 0 });
      }
      const us = usOf(type === 'startInstance' ? cold() : warm());
      agenda.add(nowUs + us, { instanceId, invocationId, idleSinceUs: null });
    }
  };

  for (let nth = 1; nth <= (BATCHES + 1) * callsPerBatch; nth += 1) {
    while (agenda.firstUs <= arrivalUs) {
      pass(agenda.firstUs);
      come(agenda.takeFirst());
    }
    pass(arrivalUs);
    call(nth);
    arrivalUs += usOf(interval());
    if (nth % callsPerBatch > 0) continue;
    const us = nowUs - fromUs;
    const [servers, running] = [instanceUs / us, (instanceUs - idleUs) / us];
    if (nth > callsPerBatch) batches.push({ pCold: colds / callsPerBatch, servers, running });
    [colds, instanceUs, idleUs, fromUs] = [0, 0, 0, nowUs];
  }
  return {
    pCold: new Mean(batches.map(({ pCold }) => pCold)),
    servers: new Mean(batches.map(({ servers }) => servers)),
    running: new Mean(batches.map(({ running }) => running)),
  };
}
