import { expect, test } from 'vitest';
import type { Report } from '../../src/contract/host.ts';
import { Engine } from '../../src/engine/index.ts';
import { FakeHost, GET, ManualClock, openLab } from './lab.ts';

/** Changes an engine over to a second fake host. */
function change(lab: ReturnType<typeof openLab>, name = 'ander'): FakeHost {
  let made: FakeHost | null = null;
  lab.engine.useHost(name, (report: (report: Report) => void) => {
    made = new FakeHost(report);
    return made;
  });
  if (made === null) throw new Error('no host was made');
  return made;
}

test('an idle instance goes with its host, and the next call starts one on the new host', async () => {
  const lab = openLab();
  await lab.warmUp();
  const other = change(lab);
  expect(lab.host.killed).toEqual([1]);
  expect(lab.host.isDisposed).toBe(true);
  const answered = lab.invoke();
  expect(other.started.map(({ instanceId }) => instanceId)).toEqual([2]);
  other.ready(2);
  other.settle(2, 'i2');
  expect(await answered).toMatchObject({ status: 200, isCold: true, instanceId: 2 });
});

test('a run under way ends where it began; its host goes after that', async () => {
  const lab = openLab();
  const answered = lab.invoke();
  lab.host.ready(1);
  const other = change(lab);
  expect(lab.host.isDisposed).toBe(false);
  lab.clock.wait(5);
  lab.host.settle(1, 'i1', 5);
  expect(await answered).toMatchObject({ status: 200, durationMs: 5 });
  expect(lab.host.isDisposed).toBe(true);
  expect(other.killed).toEqual([]);
  expect(lab.engine.instances()).toEqual([]);
});

test('the entries go on: one list, one numbering, the same log', async () => {
  const lab = openLab();
  await lab.warmUp();
  const before = lab.engine.entries();
  const other = change(lab);
  const answered = lab.invoke();
  other.log(2, null, 'hier');
  other.ready(2);
  other.settle(2, 'i2');
  await answered;
  expect(lab.engine.entries().slice(0, before.length)).toEqual(before);
  expect(lab.types().filter((type) => type === 'invocationEnded')).toHaveLength(2);
  expect(lab.logs()).toMatchObject([{ instanceId: 2 }]);
});

test('the same host again changes nothing; back to the first is a change', async () => {
  const lab = openLab();
  await lab.warmUp();
  lab.engine.useHost('', () => {
    throw new Error('not needed');
  });
  expect(lab.engine.instances()).toHaveLength(1);
  change(lab);
  const back = change(lab, '');
  void lab.engine.invoke('begroet', GET);
  expect(back.started).toHaveLength(1);
  expect(lab.engine.hostName).toBe('');
});

test('a host that dies takes its own instances along, and no others', async () => {
  const lab = openLab();
  const first = lab.invoke();
  lab.host.ready(1);
  const other = change(lab);
  const second = lab.invoke();
  other.ready(2);
  other.say({ type: 'ended', instanceId: 2, failure: { code: 'HOST_LOST' } });
  expect(await second).toMatchObject({ status: 502, failure: { code: 'HOST_LOST' } });
  lab.host.settle(1, 'i1');
  expect(await first).toMatchObject({ status: 200 });
});

test('with nothing deployed the first host goes at once', () => {
  const hosts: FakeHost[] = [];
  const createHost = (report: (report: Report) => void) => {
    const host = new FakeHost(report);
    hosts.push(host);
    return host;
  };
  const engine = new Engine({ createHost, clock: new ManualClock() });
  engine.useHost('ander', createHost);
  expect(hosts.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
});

test('of several hosts each goes when its last instance does', async () => {
  const lab = openLab();
  const first = lab.invoke();
  lab.host.ready(1);
  const second = change(lab, 'tweede');
  const other = lab.invoke();
  second.ready(2);
  change(lab, 'derde');
  expect([lab.host.isDisposed, second.isDisposed]).toEqual([false, false]);
  second.settle(2, 'i2', 0);
  await other;
  expect([lab.host.isDisposed, second.isDisposed]).toEqual([false, true]);
  lab.host.settle(1, 'i1', 0);
  await first;
  expect([lab.host.disposals, second.disposals]).toEqual([1, 1]);
});

test('disposing ends every host, once', () => {
  const lab = openLab();
  void lab.invoke();
  lab.host.ready(1);
  const other = change(lab);
  lab.engine.dispose();
  lab.engine.dispose();
  expect([lab.host.disposals, other.disposals]).toEqual([1, 1]);
  expect(lab.host.killed).toEqual([1]);
});

test('a disposed engine takes no other host', () => {
  const lab = openLab();
  lab.engine.dispose();
  lab.engine.useHost('ander', () => {
    throw new Error('not needed');
  });
  expect(lab.engine.hostName).toBe('');
});

test('after many instances the newest are still found by the host that has them', async () => {
  const lab = openLab();
  for (let nth = 1; nth <= 600; nth += 1) {
    const answered = lab.invoke();
    lab.host.ready(nth, 0);
    lab.host.settle(nth, `i${nth}`, 0);
    await answered;
    if (nth < 600) lab.engine.clear();
  }
  const answered = lab.invoke();
  lab.host.settle(600, 'i601', 0);
  expect(await answered).toMatchObject({ status: 200, isCold: false });
  lab.engine.clear();
  expect(lab.host.killed.at(-1)).toBe(600);
});
