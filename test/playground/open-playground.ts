/** A playground on engines of which the hosts and the clocks are the test's: the reader's own, and one for each copy. */
import type { Report } from '../../src/contract/host.ts';
import type { Sample } from '../../src/course/sample.ts';
import { cronMoments, Engine } from '../../src/engine/index.ts';
import type { LabOwner } from '../../src/playground/code/origin.ts';
import { readEntry } from '../../src/playground/entries/read.ts';
import type { Starters } from '../../src/playground/hosts/table.ts';
import { ContainersModel } from '../../src/playground/hosts/webcontainer/containers.ts';
import { AlarmModel } from '../../src/playground/model/alarm-model.ts';
import type { Lab } from '../../src/playground/model/lab.ts';
import { createPlayground } from '../../src/playground/model/playground.ts';
import { FakeHost, ManualClock } from '../engine/lab.ts';

export function openPlayground(sample: Sample, starters: Starters = noContainer()) {
  const own = makeLab();
  /** Of the copies that ran something, in their order. */
  const strangers: ReturnType<typeof makeLab>[] = [];
  /** How often the code of the lab cannot be fetched before it can. */
  const network = { failures: 0 };
  const fetchLab = (_: Sample, owner: LabOwner) => {
    if (network.failures > 0) {
      network.failures -= 1;
      return Promise.reject(new Error('no network'));
    }
    if (owner === 'reader') return Promise.resolve(own.lab);
    const theirs = makeLab();
    strangers.push(theirs);
    return Promise.resolve(theirs.lab);
  };
  const model = createPlayground(sample, fetchLab, starters);
  return { model, network, strangers, ...own };
}

function makeLab() {
  const clock = new ManualClock();
  let host: FakeHost | null = null;
  const places: (string | null)[] = [];
  const engine = new Engine({
    createHost: (report: (report: Report) => void) => {
      host = new FakeHost(report);
      return host;
    },
    clock,
  });
  let isClosed = false;
  const lab: Lab = {
    engine,
    clockStepMs: () => 0.1,
    nowMs: () => engine.nowMs(),
    readEntry,
    prepare: () => {},
    runIn: (place) => {
      places.push(place?.name ?? null);
    },
    cronMoments: (expression, count) => cronMoments(expression, engine.wallMs(), count),
    keeping: null,
    makeAlarm: (parts) => new AlarmModel(engine, parts),
    tape: () => null,
    close: () => {
      isClosed = true;
      engine.dispose();
    },
  };
  if (host === null) throw new Error('no host');
  return {
    lab,
    engine,
    clock,
    host: host as FakeHost,
    /** Where it was told to run, at each deployment; null is the browser's sandbox. */
    places,
    isClosed: () => isClosed,
  };
}

function noContainer(): Starters {
  const load = () => Promise.reject(new Error('none'));
  return { webcontainer: new ContainersModel({ load, coep: 'require-corp' }) };
}
