/** Random histories of a small platform with two functions and a queue, as lists of entries: for laws of what reads them. */
import fc from 'fast-check';
import type { Entry } from '../../../src/engine/index.ts';
import { Driver } from '../../platform/drive.ts';

type Move =
  | { move: 'request' | 'send' | 'redrive' | 'purge' | 'clear' }
  | { move: 'ready' | 'crash'; nth: number }
  | { move: 'settle'; nth: number; outcome: 'ok' | 'error'; durationMs: number }
  | { move: 'write'; key: string; bytes: number }
  | { move: 'wait'; ms: number };

const nth = fc.nat(10);

export const anyHistory: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ move: fc.constant('request' as const) }) },
      { weight: 6, arbitrary: fc.record({ move: fc.constant('send' as const) }) },
      { weight: 7, arbitrary: fc.record({ move: fc.constant('ready' as const), nth }) },
      {
        weight: 9,
        arbitrary: fc.record({
          move: fc.constant('settle' as const),
          nth,
          outcome: fc.constantFrom('ok' as const, 'error' as const),
          durationMs: fc.integer({ min: 0, max: 400 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ move: fc.constant('crash' as const), nth }) },
      {
        weight: 1,
        arbitrary: fc.record({
          move: fc.constantFrom('redrive' as const, 'purge' as const, 'clear' as const),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          move: fc.constant('write' as const),
          key: fc.constantFrom('a', 'b', 'c'),
          bytes: fc.nat(500),
        }),
      },
      { weight: 8, arbitrary: fc.record({ move: fc.constant('wait' as const), ms: fc.nat(1_200) }) },
    ),
    { minLength: 30, maxLength: 120, size: 'max' },
  )
  .map(historyOf);

/** What the moves come to: those for which there is nothing to make them with are left out. */
export function historyOf(moves: readonly Move[]): Entry[] {
  const driver = new Driver({ maxInstances: 5 });
  driver.deploy({ concurrencyLimit: 3, idleTimeoutMs: 900, timeoutMs: 700 }, 'f');
  driver.deploy({ concurrencyLimit: 3, idleTimeoutMs: 900, timeoutMs: 700 }, 'g');
  driver.connect({ functionName: 'g', batchSize: 3, retryWaitsMs: [300, 600] }, 'q');
  const entries: Entry[] = [];
  let told = 0;
  for (const move of moves) {
    play(driver, move, entries);
    entries.push(...driver.events.slice(told));
    told = driver.events.length;
  }
  return entries;
}

function play(driver: Driver, move: Move, entries: Entry[]): void {
  const { state } = driver;
  const at = (list: readonly { readonly id: number }[], place: number) => list[place % list.length]?.id;
  const instances = [...state.instances.values()];
  switch (move.move) {
    case 'request':
      driver.request('f');
      break;
    case 'send':
      driver.send();
      break;
    case 'ready': {
      const starting = instances.filter((one) => one.state === 'starting');
      const instanceId = at(starting, move.nth);
      if (instanceId !== undefined) driver.tell({ type: 'ready', instanceId, initMs: 20 });
      break;
    }
    case 'settle': {
      const busy = instances.filter((one) => one.state === 'busy');
      const instance = busy[move.nth % busy.length];
      const invocationId = instance?.invocations[0]?.id;
      if (instance === undefined || invocationId === undefined) break;
      const { outcome, durationMs } = move;
      driver.tell({ type: 'settled', instanceId: instance.id, invocationId, outcome, durationMs });
      break;
    }
    case 'crash': {
      const instanceId = at(instances, move.nth);
      if (instanceId !== undefined) driver.tell({ type: 'ended', instanceId });
      break;
    }
    case 'redrive': {
      const dead = [...state.messages.values()].find((one) => one.state === 'dead');
      if (dead !== undefined) driver.tell({ type: 'redrive', messageId: dead.id });
      break;
    }
    case 'purge':
      driver.tell({ type: 'purge', queueName: 'q' });
      break;
    case 'clear':
      driver.tell({ type: 'clear' });
      break;
    case 'write': {
      const { key, bytes } = move;
      const atMs = driver.nowMs;
      const op = bytes === 0 ? 'kv.delete' : 'kv.put';
      const written =
        bytes === 0 ? { version: null, value: null } : { version: entries.length, value: 'x'.repeat(bytes) };
      const byReader = { functionName: null, invocationId: null };
      entries.push({ type: 'stored', atMs, ...byReader, op, key, bytes, ...written });
      break;
    }
    case 'wait':
      driver.waitUntil(driver.nowMs + move.ms);
  }
}
