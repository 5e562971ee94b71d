/** The page's model without a page: what runs, what is stale, what stays, and what a worker that breaks off leaves. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Begin, News } from '../../src/traffic/protocol.ts';
import type { WorkerOfRun } from '../../src/traffic/side-run.ts';
import { COLUMNS } from '../../src/traffic/slice-store.ts';
import { findStory, stateOf } from '../../src/traffic/stories.ts';
import { createTraffic, type TrafficModel } from '../../src/traffic/traffic-model.ts';

class FakeWorker {
  onmessage: WorkerOfRun['onmessage'] = null;
  onerror: WorkerOfRun['onerror'] = null;
  begin: Begin | null = null;
  isEnded = false;
  postMessage(begin: Begin): void {
    this.begin = begin;
  }
  terminate(): void {
    this.isEnded = true;
  }
  tell(news: News): void {
    this.onmessage?.call(this as unknown as Worker, { data: news } as MessageEvent<News>);
  }
  breakOff(): void {
    this.onerror?.call(this as unknown as Worker, new Event('error') as ErrorEvent);
  }
}

let workers: FakeWorker[] = [];
let loads = 0;
beforeEach(() => {
  workers = [];
  loads = 0;
});

const result = { total: 5, usage: [] } as unknown as Extract<News, { type: 'done' }>['result'];
const done: News = { type: 'done', result, bills: [] };
const slices = (count: number): News => ({
  type: 'slices',
  rows: new Float64Array(Array.from({ length: count }, () => COLUMNS.map(() => 1)).flat()),
});

function create(
  storyId = 'kaartverkoop',
  loadTrace = async () => ({ atMs: [1], durationsMs: [2] }),
): TrafficModel {
  const story = findStory(storyId);
  if (story === undefined) throw new Error(`no story ${storyId}`);
  return createTraffic({
    state: stateOf(story, 1),
    tariffs: [],
    tariffId: () => 'aws',
    loadTrace: (file) => {
      loads += 1;
      expect(file).toBe('azure-2021-slice.csv');
      return loadTrace();
    },
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as WorkerOfRun;
    },
  });
}

describe('a run', () => {
  test('runs from the press on, also while measured traffic is fetched, and can be stopped then', async () => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const model = create('azure-2021', () => held.then(() => ({ atMs: [1], durationsMs: [2] })));
    const first = model.run();
    expect(model.isRunning.value).toBe(true);
    model.stop();
    expect(model.isRunning.value).toBe(false);
    arrive();
    await first;
    expect(workers).toEqual([]);
    await model.run();
    expect([workers.length, model.isRunning.value]).toEqual([1, true]);
  });

  test('begins with a click, grows, and ends its worker', async () => {
    const model = create();
    expect([workers.length, model.sides.settings.status.value]).toEqual([0, 'empty']);
    await model.run();
    const [worker] = workers;
    expect(worker?.begin).toMatchObject({ sliceMs: 60_000, tariffId: 'aws' });
    expect(worker?.begin?.scenario).toMatchObject({ concurrencyLimit: 100, seed: 1 });
    worker?.tell(slices(3));
    expect([model.shownMs('settings'), model.shownToMs('settings')]).toEqual([120_000, 180_000]);
    worker?.tell(done);
    expect([model.sides.settings.status.value, worker?.isEnded]).toEqual(['done', true]);
  });

  test('is not done twice as it was', async () => {
    const model = create();
    await model.run();
    workers[0]?.tell(done);
    await model.run();
    expect(workers).toHaveLength(1);
    model.change({ concurrencyLimit: 20 });
    expect(model.isStale('settings')).toBe(true);
    await model.run();
    expect(workers.map(({ begin }) => begin?.scenario.concurrencyLimit)).toEqual([100, 20]);
    expect(model.isStale('settings')).toBe(false);
  });

  test('that is stopped ends its worker at once, and keeps what there was', async () => {
    const model = create();
    await model.run();
    workers[0]?.tell(slices(7));
    model.stop();
    expect([workers[0]?.isEnded, model.sides.settings.status.value]).toEqual([true, 'stopped']);
    expect(model.sides.settings.slices().count).toBe(7);
    await model.run();
    expect(workers).toHaveLength(2);
  });

  test('whose worker breaks off, or is refused, says so', async () => {
    const model = create();
    await model.run();
    workers[0]?.breakOff();
    expect(model.sides.settings.status.value).toBe('failed');
    await model.run();
    workers[1]?.tell({ type: 'refused', message: 'nee' });
    expect([model.sides.settings.status.value, model.sides.settings.problem.value]).toEqual([
      'refused',
      'nee',
    ]);
  });
});

describe('two settings', () => {
  test('begin as a copy; only what changed runs, and A stays to be seen', async () => {
    const model = create();
    await model.run();
    workers[0]?.tell(done);
    model.compare();
    model.change({ concurrencyLimit: 7 });
    await model.run();
    expect(workers.map(({ begin }) => begin?.scenario.concurrencyLimit)).toEqual([100, 7]);
    expect([model.settings.value.concurrencyLimit, model.compared.value?.concurrencyLimit]).toEqual([100, 7]);
  });

  test('become one again, whichever the reader keeps', async () => {
    const model = create();
    model.compare();
    model.change({ concurrencyLimit: 7 });
    model.stopComparing('compared');
    expect([model.settings.value.concurrencyLimit, model.compared.value]).toEqual([7, null]);
  });
});

test('measured traffic is fetched once, and one that can’t be fetched stops the run', async () => {
  const model = create('azure-2021');
  await model.run();
  await model.run();
  expect(loads).toBe(1);
  expect(workers[0]?.begin?.scenario.arrivals).toMatchObject({ kind: 'trace', atMs: [1] });

  const failing = create('azure-2021', () => Promise.reject(new Error('offline')));
  await failing.run();
  expect([failing.hasTraceFailed.value, workers.length]).toEqual([true, 1]);
});

test('another story begins anew, but a measured function goes along', async () => {
  const model = create();
  model.timing.value = { kind: 'measured', title: 'Groet', warmMs: [3], startMs: [] };
  await model.run();
  model.chooseStory('krant');
  expect(model.timing.value).toMatchObject({ title: 'Groet' });
  expect([model.sides.settings.status.value, model.storyId.value]).toEqual(['empty', 'krant']);
  model.chooseStory('azure-2021');
  expect(model.timing.value.kind).toBe('supposed');
});

test('drawing on a story that is no day makes it one', () => {
  const model = create('sensor');
  model.draw(Array.from({ length: 24 }, () => 5));
  expect(model.traffic.value).toMatchObject({ kind: 'day', peaks: [] });
});

test('a closer look is asked for only where slices are too coarse, once for a window', async () => {
  const model = create();
  await model.run();
  workers[0]?.tell(slices(43_200));
  workers[0]?.tell(done);
  const side = model.sides.settings;
  side.lookCloser({ fromMs: 0, toMs: 30 * 86_400_000 });
  expect(workers).toHaveLength(1);
  const view = { fromMs: 3_600_000, toMs: 3_600_000 + 60_000 };
  side.lookCloser(view);
  side.lookCloser(view);
  expect(workers).toHaveLength(2);
  expect(workers[1]?.begin).toMatchObject({ sliceMs: 100, window: { fromMs: 3_540_000, toMs: 3_720_000 } });
  expect(side.slicesFor(view).sliceMs).toBe(60_000);
  workers[1]?.tell(slices(1_800));
  expect(side.slicesFor(view).sliceMs).toBe(100);
  // Farther away the coarse ones are enough.
  expect(side.slicesFor({ fromMs: 0, toMs: 86_400_000 }).sliceMs).toBe(60_000);
});

test('the marked moment stays within the month, and takes the window along', () => {
  const model = create();
  model.lookAround(86_400_000, 3_600_000);
  model.markMoment(2 * 86_400_000);
  expect(model.view.value.toMs).toBe(2 * 86_400_000);
  model.markMoment(-5);
  expect([model.atMs.value, model.view.value.fromMs]).toEqual([0, 0]);
});
