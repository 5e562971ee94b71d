/** What a reader is told of a tape. */
import { expect, test } from 'vitest';
import { Engine, TapeRecorder } from '../../../src/engine/index.ts';
import { callsOf, tapeInWords } from '../../../src/playground/replay/tape-in-words.ts';
import { FakeHost, GREET, ManualClock } from '../../engine/lab.ts';

test('each call with its moment, its start and what it took', () => {
  const clock = new ManualClock();
  const hosts: FakeHost[] = [];
  let ids = 0;
  const recorder = new TapeRecorder();
  const createHost = (report: ConstructorParameters<typeof FakeHost>[0]) => {
    const host = new FakeHost(report);
    hosts.push(host);
    return host;
  };
  const newInvocationId = () => `i${++ids}`;
  const engine = new Engine(recorder.options({ createHost, clock, newInvocationId }));
  const [host] = hosts;
  if (host === undefined) throw new Error('the engine made no host');
  clock.wait(60_000);
  engine.deploy(GREET);
  const get = { method: 'GET', url: 'https://begroet.functie.test/groet?naam=Mila', headers: [], body: null };
  void engine.invoke('begroet', get);
  clock.wait(40);
  host.ready(1, 38.5);
  clock.wait(10);
  host.settle(1, 'i1', 9.5);
  clock.wait(2000);
  void engine.invoke('begroet', get);
  clock.wait(5);
  host.settle(1, 'i2', 4);

  const tape = recorder.tape();
  if (tape === null) throw new Error('no tape');
  expect(tapeInWords(tape)).toBe('2 aanroepen in 2 s, met 1 koude start.');
  const asked = 'GET /groet?naam=Mila';
  expect(callsOf(tape)).toEqual([
    { invocationId: 'i1', at: '0,1 s', asked, start: 'koud', took: '48,0 ms' },
    { invocationId: 'i2', at: '2,1 s', asked, start: 'warm', took: '4,0 ms' },
  ]);
});
