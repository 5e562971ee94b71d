/** A tape, run again: the times are those of then, the code runs now, and what differs is told. */
import { expect, test } from 'vitest';
import type { BindingResult } from '../../../src/contract/bindings.ts';
import type { CreateHost, Host } from '../../../src/contract/host.ts';
import {
  type Answer,
  Engine,
  type LabReplay,
  printTape,
  readTape,
  realClock,
  replayInLab,
  type Tape,
  TapeRecorder,
} from '../../../src/engine/index.ts';
import { replay } from '../../../src/platform/index.ts';
import { GET, GREET, ManualClock, text } from '../lab.ts';

type Say = (line: string) => void;
/** Asks `kv` for a key. */
type Ask = (key: string) => Promise<BindingResult>;
type Handler = (nth: number, say: Say, ask: Ask) => Promise<string>;

/** Runs a handler in this process, as a host would beside it; it is as fast as it is. */
function hostOf(handler: Handler): CreateHost {
  return (report) => {
    const answers = new Map<number, (result: BindingResult) => void>();
    let nextCallId = 1;
    let nth = 0;
    const host: Host = {
      start: ({ instanceId }) => queueMicrotask(() => report({ type: 'ready', instanceId, initMs: 0 })),
      invoke: async (instanceId, { invocationId }) => {
        nth += 1;
        const say: Say = (line) =>
          report({
            type: 'log',
            instanceId,
            invocationId,
            lines: [{ level: 'log', text: line }],
            dropped: 0,
          });
        const ask: Ask = (key) => {
          const callId = nextCallId++;
          const answered = Promise.withResolvers<BindingResult>();
          answers.set(callId, answered.resolve);
          report({ type: 'call', instanceId, invocationId, callId, call: { op: 'kv.get', key } });
          return answered.promise;
        };
        const answer = await handler(nth, say, ask);
        report({
          type: 'settled',
          instanceId,
          invocationId,
          durationMs: 0,
          result: { ok: true, response: text(answer) },
        });
      },
      reply: (_, callId, result) => answers.get(callId)?.(result),
      kill: () => {},
      dispose: () => {},
    };
    return host;
  };
}

const visits: Handler = async (nth, say, ask) => {
  say(`bezoek ${nth}`);
  const stored = await ask('teller');
  return `teller: ${JSON.stringify(stored)}`;
};

/** Three calls, the last two at once, of a function that reads what the reader stored. */
async function recordVisits(): Promise<Tape> {
  const recorder = new TapeRecorder();
  const engine = new Engine(recorder.options({ createHost: hostOf(visits), clock: realClock }));
  engine.deploy({ ...GREET, grants: ['kv'] });
  engine.bindings.perform({ op: 'kv.put', key: 'teller', value: '41' });
  const first = await engine.invoke('begroet', GET);
  const both = await Promise.all([engine.invoke('begroet', GET), engine.invoke('begroet', GET)]);
  const texts = [first, ...both].map((answer: Answer) => new TextDecoder().decode(answer.response?.body));
  expect(texts.every((one) => one.includes('"value":"41"'))).toBe(true);
  engine.dispose();
  const tape = recorder.tape();
  const read = tape && readTape(printTape(tape) ?? '');
  if (read === null) throw new Error('no tape');
  return read;
}

function replayWith(tape: Tape, handler: Handler): Promise<LabReplay> {
  return replayInLab(tape, { createHost: hostOf(handler), clock: realClock });
}

test('the same code gives the same list of events, to the last byte, and no difference', async () => {
  const tape = await recordVisits();
  const { events, differences } = await replayWith(tape, visits);
  expect(differences).toEqual([]);
  expect(JSON.stringify(events)).toBe(JSON.stringify(replay({}, tape.inputs)));
  expect(events.filter(({ type }) => type === 'invocationEnded')).toHaveLength(3);
});

test('an answer, a line of the log and a question that differ are told, and the events stay as they were', async () => {
  const tape = await recordVisits();
  const { events, differences } = await replayWith(tape, async (nth, say, ask) => {
    say(nth === 2 ? 'iets anders' : `bezoek ${nth}`);
    const stored = await ask(nth === 3 ? 'kassa' : 'teller');
    return nth === 1 ? 'nieuw' : `teller: ${JSON.stringify(stored)}`;
  });
  expect(JSON.stringify(events)).toBe(JSON.stringify(replay({}, tape.inputs)));
  expect(differences.map(({ kind, now }) => [kind, now])).toEqual([
    ['result', '200\n\n\nnieuw'],
    ['call', '{"op":"kv.get","key":"kassa"}'],
    ['result', expect.stringContaining('INVOCATION_OVER')],
    ['log', 'log: iets anders'],
  ]);
});

test('code that says nothing any more is waited for, but not for ever', async () => {
  const tape = await recordVisits();
  const clock = new ManualClock();
  const silent: Handler = () => new Promise(() => {});
  const replayed = replayInLab(tape, { createHost: hostOf(silent), clock });
  let isDone = false;
  const done = replayed.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    clock.wait(15_000);
    await new Promise(setImmediate);
  }
  const { differences } = await done;
  expect(differences.filter(({ kind }) => kind === 'silent')).toHaveLength(3);
});
