/** Traffic out of a reader's own file: read in pieces, refused with its line, ended when it is stopped, and then what runs. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createOwnFile } from '../../src/traffic/own-file/own-file-model.ts';
import { readOwnTrace } from '../../src/traffic/own-file/read-own-trace.ts';
import type { News } from '../../src/traffic/protocol.ts';
import { runScenario } from '../../src/traffic/run-scenario.ts';
import { isSameScenario, scenarioOf } from '../../src/traffic/scenario-of.ts';
import type { WorkerOfRun } from '../../src/traffic/side-run.ts';
import { type Story, stateOf, stories } from '../../src/traffic/stories.ts';
import { createTraffic } from '../../src/traffic/traffic-model.ts';
import type { TrafficState } from '../../src/traffic/traffic-state.ts';

const GOOD = 'atMs,durationMs\n0,5\n61000.5,250\n';

/** A file that comes in these pieces, up to the first that is undefined. */
function piecewise(piece: (nth: number) => string | undefined, onCancel = () => {}): Blob {
  let nth = -1;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      nth += 1;
      const text = piece(nth);
      if (text === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(text));
    },
    cancel: onCancel,
  });
  return { stream: () => stream } as unknown as Blob;
}

async function newsOf(file: Blob): Promise<News[]> {
  const news: News[] = [];
  let nowMs = 0;
  const clock = () => {
    nowMs += 1_000;
    return nowMs;
  };
  await readOwnTrace(file, (one) => news.push(one), clock);
  return news;
}

describe('a file that is read', () => {
  test('comes as all its calls, and how long it is', async () => {
    expect((await newsOf(new Blob([GOOD]))).at(-1)).toEqual({
      type: 'trace',
      atMs: Float64Array.of(0, 61_000.5),
      durationsMs: Float64Array.of(5, 250),
      untilMs: 120_000,
    });
    expect((await newsOf(new Blob(['atMs\n7\n']))).at(-1)).toMatchObject({
      durationsMs: null,
      untilMs: 120_000,
    });
  });

  test('tells how far it is', async () => {
    const pieces = ['atMs\n1', '2\n1', '3\n'];
    const news = await newsOf(piecewise((nth) => pieces[nth]));
    expect(news.slice(0, 3)).toEqual([6, 9, 11].map((bytes) => ({ type: 'read', bytes })));
    expect(news[3]).toMatchObject({ atMs: Float64Array.of(12, 13) });
  });

  test.each([
    ['atMs\n5\nveel\n', 'Regel 3, `atMs`: hier hoort een eindig getal te staan.'],
    ['atMs,durationMs\n5,\n', 'Regel 2: op deze regel ontbreekt een waarde, of er staat er een te veel.'],
    ['atMs\n5\n4\n', /^Regel 3, `atMs`: deze aanroep begint eerder dan die ervoor/],
    ['atMs\n-5\n', 'Regel 2, `atMs`: dit kan niet minder dan 0 zijn.'],
    ['atMs\n2026-09-01T08:30\n', /^Regel 2, `atMs`: bij deze tijd staat geen tijdzone/],
    ['naam,tijd\n', /^Regel 1: hier horen de namen van de kolommen te staan/],
    ['', /hier staat geen enkele aanroep in/],
  ])('is refused with its line: %j', async (text, message) => {
    const last = (await newsOf(new Blob([text]))).at(-1);
    expect(last?.type).toBe('refused');
    expect(last?.type === 'refused' && last.message).toMatch(message);
  });

  test('is let go at the first line that is wrong, however much would follow', async () => {
    let pulled = 0;
    let isCancelled = false;
    const endless = piecewise(
      (nth) => {
        pulled = nth;
        return nth === 2 ? 'x\n' : '1\n';
      },
      () => {
        isCancelled = true;
      },
    );
    const news = await newsOf(endless);
    expect(news.at(-1)).toMatchObject({ type: 'refused', message: expect.stringMatching(/^Regel 3/) });
    expect([isCancelled, pulled < 10]).toEqual([true, true]);
  });
});

class FakeWorker {
  onmessage: WorkerOfRun['onmessage'] = null;
  onerror: WorkerOfRun['onerror'] = null;
  asked: unknown = null;
  isEnded = false;
  postMessage(asked: unknown): void {
    this.asked = asked;
  }
  terminate(): void {
    this.isEnded = true;
  }
  tell(news: News): void {
    this.onmessage?.call(this as unknown as Worker, { data: news } as MessageEvent<News>);
  }
}

let workers: FakeWorker[] = [];
beforeEach(() => {
  workers = [];
});
const startWorker = () => {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker as unknown as WorkerOfRun;
};
const file = (name = 'eigen.csv') => new File([GOOD], name);
const trace = (until = 120_000): News => ({
  type: 'trace',
  atMs: Float64Array.of(0, 61_000.5),
  durationsMs: Float64Array.of(5, 250),
  untilMs: until,
});

function model(part: Partial<TrafficState> = {}) {
  return createTraffic({
    state: { ...stateOf(stories[0] as Story, 1), ...part },
    tariffs: [],
    tariffId: () => '',
    loadTrace: () => Promise.reject(new Error('nothing to fetch')),
    startWorker,
  });
}

describe('on the page', () => {
  test('what was read is what runs, as long as it is, by the settings that were there', async () => {
    const page = model();
    page.change({ concurrencyLimit: 3 });
    page.ownFile.read(file());
    workers[0]?.tell({ type: 'read', bytes: 9 });
    expect(page.ownFile.state.value).toMatchObject({ kind: 'reading', bytes: 9 });
    expect(page.traffic.value.kind).toBe('day');
    workers[0]?.tell(trace());
    expect([page.traffic.value, page.untilMs.value, workers[0]?.isEnded]).toEqual([
      { kind: 'file', name: 'eigen.csv' },
      120_000,
      true,
    ]);
    await page.run();
    expect(workers[1]?.asked).toMatchObject({
      scenario: { untilMs: 120_000, concurrencyLimit: 3, arrivals: { kind: 'trace', file: 'eigen.csv' } },
    });
    expect(page.isStale('settings')).toBe(false);
  });

  test('a bad file changes nothing, and neither does one that was stopped', () => {
    const page = model();
    const before = page.state.value;
    page.ownFile.read(file());
    workers[0]?.tell({ type: 'refused', message: 'Regel 2: nee.' });
    expect(page.ownFile.state.value).toMatchObject({ kind: 'refused', message: 'Regel 2: nee.' });
    page.ownFile.read(file());
    page.ownFile.stop();
    expect([page.ownFile.state.value.kind, workers[1]?.isEnded]).toEqual(['stopped', true]);
    page.ownFile.read(file());
    workers[2]?.tell({ type: 'unreadable' });
    expect(page.ownFile.state.value.kind).toBe('unreadable');
    expect(page.state.value).toEqual(before);
  });

  test('a drawing, or the story, takes its place: then it is not kept', () => {
    const page = model();
    page.ownFile.read(file());
    workers[0]?.tell(trace());
    page.draw(Array.from({ length: 24 }, () => 5));
    expect([page.traffic.value.kind, page.untilMs.value / 86_400_000]).toEqual(['day', 30]);
    expect(page.ownFile.state.value.kind).toBe('empty');
    page.ownFile.read(file());
    workers[1]?.tell(trace());
    page.leaveFile();
    expect(page.state.value).toEqual(stateOf(stories[0] as Story, 1));
  });

  test('an address that names a file runs nothing until that is chosen again', async () => {
    const page = model({ traffic: { kind: 'file', name: 'eigen.csv' } });
    expect(page.missingFile.value).toBe('eigen.csv');
    await page.run();
    expect(workers).toHaveLength(0);
    page.ownFile.read(file());
    workers[0]?.tell(trace());
    expect(page.missingFile.value).toBeNull();
  });
});

test('more than a year is refused: nobody looks through so many days', () => {
  const own = createOwnFile(startWorker, () => {
    throw new Error('not ready');
  });
  own.read(file());
  workers[0]?.tell(trace(367 * 86_400_000));
  expect(own.state.value).toMatchObject({ kind: 'refused', message: expect.stringMatching(/366 dagen/) });
});

test('the calls of a file run as they are in it, and are the same while they are the same list', () => {
  const state = { ...stateOf(stories[0] as Story, 1), untilMs: 120_000 };
  const own = { ...state, traffic: { kind: 'file' as const, name: 'eigen.csv' } };
  const calls = { atMs: Float64Array.of(0, 61_000.5), durationsMs: Float64Array.of(5, 250) };
  const scenario = () => scenarioOf(own, own.settings, { tariffs: [], trace: calls });
  const news: News[] = [];
  runScenario(
    { scenario: scenario(), sliceMs: 1_000, tariffs: [], tariffId: '' },
    (one) => news.push(one),
    () => 0,
  );
  expect(news.at(-1)).toMatchObject({ type: 'done', result: { total: 2, cold: 1, warm: 1 } });
  expect(isSameScenario(scenario(), scenario())).toBe(true);
  const other = { tariffs: [], trace: { ...calls, atMs: Float64Array.of(0, 1) } };
  expect(isSameScenario(scenario(), scenarioOf(own, own.settings, other))).toBe(false);
  expect(isSameScenario(scenario(), { ...scenario(), concurrencyLimit: 1 })).toBe(false);
});
