/** A playground on an engine of which the host and the clock are the test's. */
import type { Report } from '../../src/contract/host.ts';
import type { Sample } from '../../src/course/sample.ts';
import { cronMoments, Engine } from '../../src/engine/index.ts';
import { readEntry } from '../../src/playground/entries/read.ts';
import { ContainersModel } from '../../src/playground/hosts/webcontainer/containers.ts';
import type { Lab } from '../../src/playground/model/lab.ts';
import { createPlayground } from '../../src/playground/model/playground.ts';
import { FakeHost, ManualClock } from '../engine/lab.ts';

export function openPlayground(sample: Sample) {
  const clock = new ManualClock();
  let host: FakeHost | null = null;
  const engine = new Engine({
    createHost: (report: (report: Report) => void) => {
      host = new FakeHost(report);
      return host;
    },
    clock,
  });
  const lab: Lab = {
    engine,
    clockStepMs: () => 0.1,
    nowMs: () => engine.nowMs(),
    readEntry,
    prepare: () => {},
    runIn: () => {},
    cronMoments: (expression, count) => cronMoments(expression, engine.wallMs(), count),
    keeping: null,
    close: () => engine.dispose(),
  };
  const containers = new ContainersModel({
    load: () => Promise.reject(new Error('none')),
    coep: 'require-corp',
  });
  /** How often the code of the lab cannot be fetched before it can. */
  const network = { failures: 0 };
  const fetchLab = () => {
    if (network.failures === 0) return Promise.resolve(lab);
    network.failures -= 1;
    return Promise.reject(new Error('no network'));
  };
  const model = createPlayground(sample, fetchLab, { webcontainer: containers });
  if (host === null) throw new Error('no host');
  return { model, engine, clock, network, host: host as FakeHost };
}
