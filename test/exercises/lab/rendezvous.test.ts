/** Who is held until all are there, who is not, and in which order they go on. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/contract/host.ts';
import { Rendezvous } from '../../../src/exercises/lab/rendezvous.ts';

const call = (instanceId: number, callId = 1): Report => ({
  type: 'call',
  instanceId,
  invocationId: 'i',
  callId,
  call: { op: 'kv.get', key: 'a' },
});
const log = (instanceId: number): Report => ({
  type: 'log',
  instanceId,
  invocationId: 'i',
  lines: [],
  dropped: 0,
});
const settled = (instanceId: number): Report => ({
  type: 'settled',
  instanceId,
  invocationId: 'i',
  durationMs: 1,
  result: { ok: true, returned: null },
});
const waiting = (instanceId: number): Report => ({ type: 'waiting', instanceId, heard: 1 });
const abandoned = (instanceId: number): Report => ({ type: 'abandoned', instanceId, callId: 1 });

/** Of so many that are under way; `under` changes when one of them ends. */
function meeting(under: { way: number }) {
  const passed: Report[] = [];
  const rendezvous = new Rendezvous((held) => held >= under.way);
  return {
    passed,
    rendezvous,
    hear: (...reports: readonly Report[]) => {
      for (const report of reports) rendezvous.hear(report, (one) => passed.push(one));
    },
  };
}

test('a call is held until each has come to one, and then all go in the order in which they came', () => {
  const { passed, hear } = meeting({ way: 3 });
  const calls = [call(2), call(1), call(3)];
  hear(...calls.slice(0, 2));
  expect(passed).toEqual([]);
  hear(...calls.slice(2));
  expect(passed).toEqual(calls);
});

test('two calls of one are one that has come', () => {
  const { passed, hear } = meeting({ way: 2 });
  const calls = [call(1, 1), call(1, 2)];
  hear(...calls);
  expect(passed).toEqual([]);
  hear(call(2));
  expect(passed).toEqual([...calls, call(2)]);
});

test('once all have met, nobody is held any more', () => {
  const under = { way: 1 };
  const { passed, hear } = meeting(under);
  hear(call(1));
  under.way = 5;
  hear(call(2), waiting(2), abandoned(2));
  expect(passed).toEqual([call(1), call(2), waiting(2), abandoned(2)]);
});

test('a log line holds nobody up and lets nobody go', () => {
  const { passed, hear } = meeting({ way: 2 });
  hear(call(1), log(1), log(2));
  expect(passed).toEqual([log(1), log(2)]);
});

test('what an instance says of a call that is held stays behind that call; of any other it goes on', () => {
  const { passed, hear } = meeting({ way: 2 });
  hear(waiting(1), abandoned(1));
  expect(passed).toEqual([waiting(1), abandoned(1)]);
  hear(call(1), waiting(1), waiting(2), abandoned(1));
  expect(passed.slice(2)).toEqual([waiting(2)]);
  hear(call(2));
  expect(passed.slice(3)).toEqual([call(1), waiting(1), abandoned(1), call(2)]);
});

test('who ends has asked before it ended, and nobody waits for it', () => {
  const under = { way: 3 };
  const { passed, rendezvous, hear } = meeting(under);
  hear(call(1), call(2));
  under.way = 2;
  hear(settled(1));
  expect(passed).toEqual([call(1), settled(1)]);
  hear(call(3));
  expect(passed.slice(2)).toEqual([call(2), call(3)]);
  rendezvous.check();
  expect(passed).toHaveLength(4);
});

test('when the last that was waited for is gone, who are held go on without being asked again', () => {
  const under = { way: 2 };
  const { passed, rendezvous, hear } = meeting(under);
  hear(call(1));
  rendezvous.check();
  expect(passed).toEqual([]);
  under.way = 1;
  rendezvous.check();
  expect(passed).toEqual([call(1)]);
});

test('nothing is lost, doubled, or told in another order than its instance told it', () => {
  const anyReport = fc
    .tuple(fc.constantFrom(call, log, settled, waiting, abandoned), fc.nat(3))
    .map(([make, instanceId]) => make(instanceId));
  fc.assert(
    fc.property(fc.array(anyReport), fc.nat(4), (reports, way) => {
      const under = { way };
      const { passed, rendezvous, hear } = meeting(under);
      hear(...reports);
      under.way = 0;
      rendezvous.check();
      for (const instanceId of [0, 1, 2, 3]) {
        // A log line overtakes: it changes nothing that can be read.
        const own = (all: readonly Report[]) =>
          all.filter((report) => report.instanceId === instanceId && report.type !== 'log');
        expect(own(passed)).toEqual(own(reports));
      }
      expect(passed).toHaveLength(reports.length);
    }),
  );
});
