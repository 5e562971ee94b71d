/** Which experiment is found in what happened on the platform, and what is read off it: laws, over the entries of a real engine. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INIT_TIMEOUT_MS } from '../../../src/contract/lab-defaults.ts';
import type { Act, MeasureName } from '../../../src/course/schemas/prediction.ts';
import type { Entry } from '../../../src/engine/index.ts';
import { experimentIn, type Seen } from '../../../src/lesson/predictions/experiment.ts';
import { measure } from '../../../src/lesson/predictions/measures.ts';
import { openLab } from '../../engine/lab.ts';

const NOTHING_STORED = { values: new Map<string, string>(), files: [] };
const act = (what: Partial<Act> & Pick<Act, 'do'>): Act => ({ times: 1, ...what });
const calls = fc.integer({ min: 1, max: 50 });

/** A platform whose calls take as long as the test wants. */
function platform(concurrencyLimit: number) {
  const lab = openLab({}, { concurrencyLimit });
  const { host, clock, engine } = lab;
  let [started, invoked] = [0, 0];

  /** Lets everything that is open end. */
  function settle(): void {
    for (const { instanceId } of host.started.slice(started)) host.ready(instanceId);
    started = host.started.length;
    for (const { instanceId, invocation } of host.invoked.slice(invoked)) {
      clock.wait(5);
      host.settle(instanceId, invocation.invocationId);
    }
    invoked = host.invoked.length;
  }

  function send(times: number): void {
    for (let call = 0; call < times; call += 1) void lab.invoke();
  }

  /** One after another. */
  function press(times: number): void {
    for (let call = 0; call < times; call += 1) {
      clock.wait(1_000);
      send(1);
      settle();
    }
  }

  const seen = (from = 0): Seen => ({
    entries: engine.entries(),
    from,
    asked: new Map(),
    answered: new Map(),
  });
  const read = (name: MeasureName, acts: readonly Act[], from = 0) => {
    const done = experimentIn(seen(from), acts);
    return done === null ? null : measure(name, done, NOTHING_STORED);
  };
  return { clock, engine, send, settle, press, read };
}

describe('a burst on a cold platform', () => {
  test('is answered up to the limit, each call by an instance of its own, and refused above it', () => {
    fc.assert(
      fc.property(calls, calls, (times, limit) => {
        const { send, settle, read } = platform(limit);
        const burst = [act({ do: 'burst', times })];
        send(times);
        settle();
        const served = Math.min(times, limit);
        expect(read('answered', burst)).toBe(served);
        expect(read('refused', burst)).toBe(times - served);
        expect(read('coldStarts', burst)).toBe(served);
        expect(read('instances', burst)).toBe(served);
        expect(read('billed', burst)).toBe(served);
        expect(read('billedMs', burst)).toBe(5 * served);
        expect(read('alive', burst)).toBe(served);
      }),
    );
  });

  test('is not over while one of its calls is open', () => {
    fc.assert(
      fc.property(calls, (times) => {
        const { send, settle, read } = platform(50);
        send(times);
        expect(read('answered', [act({ do: 'burst', times })])).toBeNull();
        settle();
        expect(read('answered', [act({ do: 'burst', times })])).toBe(times);
      }),
    );
  });

  test('of another size, or presses one after another, are no burst', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 49 }), (times) => {
        const { send, settle, press, clock, read } = platform(50);
        press(times);
        clock.wait(1_000);
        send(times + 1);
        settle();
        expect(read('answered', [act({ do: 'burst', times })])).toBeNull();
      }),
    );
  });
});

describe('calls one after another', () => {
  test('share one instance, whatever was done before the prediction', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 5 }), (before, times) => {
        const { press, engine, read } = platform(10);
        press(before);
        const from = engine.entries().length;
        const asked = [act({ do: 'call', times })];
        expect(read('billed', asked, from)).toBeNull();
        press(times);
        expect(read('billed', asked, from)).toBe(times);
        expect(read('coldStarts', asked, from)).toBe(before === 0 ? 1 : 0);
        expect(read('lastIsCold', asked, from)).toBe(before === 0 && times === 1 ? 1 : 0);
      }),
    );
  });

  test('are found behind a burst that the reader sent first', () => {
    const { send, settle, press, read } = platform(10);
    send(20);
    settle();
    press(1);
    expect(read('billed', [act({ do: 'call' })])).toBe(1);
  });
});

describe('quiet', () => {
  test('is when every instance is gone: before a call it starts one, and at the end none is left', () => {
    const { press, clock, read } = platform(10);
    const afterQuiet = [act({ do: 'quiet' }), act({ do: 'call' })];
    const untilQuiet = [act({ do: 'call' }), act({ do: 'quiet' })];
    press(2);
    expect(read('alive', untilQuiet)).toBeNull();
    clock.wait(31_000);
    expect(read('alive', untilQuiet)).toBe(0);
    press(1);
    // The first call on an empty platform comes after quiet as well.
    expect(read('coldStarts', afterQuiet)).toBe(2);
    expect(read('lastIsCold', afterQuiet, 1)).toBe(1);
  });
});

test('a call with another method, path or body than the experiment asks is another call', () => {
  const { press, engine } = platform(10);
  press(1);
  const [accepted] = engine.entries().filter(({ type }: Entry) => type === 'accepted');
  const invocationId = accepted?.type === 'accepted' ? accepted.invocationId : '';
  const asked = new Map([[invocationId, { method: 'POST', path: '/likes', body: '{ "n": 0 }' }]]);
  const seen: Seen = { entries: engine.entries(), from: 0, asked, answered: new Map() };
  const isFound = (one: Partial<Act>) => experimentIn(seen, [act({ do: 'call', ...one })]) !== null;
  expect(isFound({ request: 'POST /likes', has: '"n":0' })).toBe(true);
  expect(isFound({ request: 'GET /likes' })).toBe(false);
  expect(isFound({ request: 'POST /like' })).toBe(false);
  expect(isFound({ has: '"n": 1' })).toBe(false);
});

test('messages are done when each of them is, and an answer is read as JSON or as text', () => {
  const { press, engine } = platform(10);
  press(1);
  const seen: Seen = { entries: engine.entries(), from: 0, asked: new Map(), answered: new Map() };
  const done = experimentIn(seen, [act({ do: 'call' })]);
  if (done === null) throw new Error('the call was not found');
  const stored = {
    values: new Map([
      ['likes', '12'],
      ['like/a', 'true'],
    ]),
    files: ['bonnen/1', 'klein/1'],
  };
  const read = (name: MeasureName, named: string, text = '') =>
    measure(name, { ...done, answer: { status: 201, text } }, stored, named);
  expect(read('status', '')).toBe(201);
  expect(read('value', 'likes')).toBe(12);
  expect(read('value', 'dislikes')).toBeNull();
  expect(read('keys', 'like/')).toBe(1);
  expect(read('files', 'bonnen/')).toBe(1);
  expect(read('field', 'likes', '{ "likes": 3 }')).toBe(3);
  expect(read('field', 'length', '[1, 2]')).toBe(2);
  expect(read('field', 'likes', 'geen JSON')).toBeNull();
  expect(read('answerNumber', '# keer (geweigerd)', '\n100 keer (geweigerd)')).toBe(100);
  expect(read('answerNumber', '# keer geweigerd', 'nooit')).toBeNull();
});

test('a start that takes all the time that it has is time on the receipt', () => {
  const { clock, send, read } = platform(10);
  send(1);
  clock.wait(INIT_TIMEOUT_MS);
  expect(read('billedMs', [act({ do: 'call' })])).toBe(INIT_TIMEOUT_MS);
});
