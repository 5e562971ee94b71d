/** The ways in which a message is delivered more than once: its visibility timeout, and lost acknowledgements. */
import { expect, test } from 'vitest';
import { nextWakeMs, type QueueConfig, snapshotMessages } from '../../../src/platform/index.ts';
import { Driver } from '../drive.ts';

function connected(config: Partial<QueueConfig> = {}): Driver {
  const driver = new Driver();
  driver.deploy();
  driver.connect(config);
  return driver;
}

/** At 1 s: m1 was delivered to instance 1 as event-1, which still runs, and once more to instance 2 as event-2. */
function deliveredTwice(config: Partial<QueueConfig> = {}): Driver {
  const driver = connected({ visibilityTimeoutMs: 1000, ...config });
  driver.send();
  driver.tell({ type: 'ready', instanceId: 1, initMs: 20 });
  driver.waitUntil(1000);
  driver.tell({ type: 'ready', instanceId: 2, initMs: 20 });
  return driver;
}

const error = { type: 'settled', durationMs: 5, outcome: 'error' } as const;

test('a message that is in flight for too long is delivered once more, while its first delivery runs on', () => {
  const driver = connected({ visibilityTimeoutMs: 1000 });
  driver.send();
  expect(nextWakeMs(driver.state)).toBe(1000);
  expect(snapshotMessages(driver.state)).toMatchObject([{ state: 'inFlight', visibleAtMs: 1000 }]);
  driver.waitUntil(1000);
  expect(driver.types().slice(-5)).toEqual([
    'instanceStarted',
    'messageReturned',
    'messagesDelivered',
    'accepted',
    'instanceStarted',
  ]);
  expect(driver.all('messageReturned')).toMatchObject([
    { atMs: 1000, invocationId: 'event-1', reason: 'visibilityTimeout', attempts: 1, visibleAtMs: 1000 },
  ]);
  expect(driver.ends()).toEqual([]);
});

test('the older delivery still acknowledges the message, and the end of the newer means nothing then', () => {
  const driver = deliveredTwice();
  driver.settle(1, 'event-1');
  expect(driver.all('messageDone')).toMatchObject([{ invocationId: 'event-1' }]);
  const events = driver.tell({ ...error, instanceId: 2, invocationId: 'event-2' });
  expect(events.map(({ type }) => type)).toEqual(['invocationEnded', 'instanceIdle']);
  expect(driver.whereabouts()).toEqual([]);
});

test('the failure of the older delivery means nothing', () => {
  const driver = deliveredTwice();
  const events = driver.tell({ ...error, instanceId: 1, invocationId: 'event-1' });
  expect(events.map(({ type }) => type)).toEqual(['invocationEnded', 'instanceIdle']);
  expect(driver.whereabouts()).toEqual(['m1 inFlight']);
  driver.settle(2, 'event-2');
  expect(driver.all('messageDone')).toMatchObject([{ invocationId: 'event-2' }]);
});

test('the older delivery acknowledges a message that waits for its next attempt', () => {
  const driver = deliveredTwice();
  driver.tell({ ...error, instanceId: 2, invocationId: 'event-2' });
  expect(driver.whereabouts()).toEqual(['m1 waiting']);
  driver.settle(1, 'event-1');
  driver.rest();
  expect(driver.deliveries().length).toBe(2);
});

test('the older delivery acknowledges a message that is dead by now', () => {
  const driver = deliveredTwice({ retryWaitsMs: [10] });
  driver.tell({ ...error, instanceId: 2, invocationId: 'event-2' });
  expect(driver.whereabouts()).toEqual(['m1 dead']);
  driver.settle(1, 'event-1');
  expect(driver.types().slice(-2)).toEqual(['messageDone', 'instanceIdle']);
  expect(driver.whereabouts()).toEqual([]);
});

test('a visibility timeout uses an attempt; after the last the message is dead', () => {
  const driver = connected({ visibilityTimeoutMs: 1000, retryWaitsMs: [10] });
  driver.send();
  driver.waitUntil(2000);
  expect(driver.all('messageDead')).toMatchObject([{ atMs: 2000, reason: 'attempts', attempts: 2 }]);
  expect(driver.all('messageReturned').length).toBe(1);
});

test('a delivery that ends in time leaves no wake-up behind', () => {
  const driver = connected({ visibilityTimeoutMs: 1000 });
  driver.send();
  driver.endLast();
  expect(nextWakeMs(driver.state)).toBe(30_000);
});

test('a lost acknowledgement looks like a failure, and never happens on the last attempt', () => {
  const driver = connected({ lostAcks: { seed: 1, chance: 1 } });
  driver.send();
  driver.endLast();
  driver.waitUntil(2000);
  driver.endLast();
  driver.waitUntil(6000);
  driver.endLast();
  expect(driver.all('messageReturned')).toMatchObject([
    { reason: 'ackLost', attempts: 1, visibleAtMs: 2000 },
    { reason: 'ackLost', attempts: 2, visibleAtMs: 6000 },
  ]);
  expect(driver.ends().map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
  expect(driver.all('messageDone').length).toBe(1);
});

/** Which of the first messages were acknowledged at once. */
function firstAcks(driver: Driver, count: number): boolean[] {
  const acks: boolean[] = [];
  for (let nth = 0; nth < count; nth++) {
    driver.send();
    acks.push(driver.endLast().some(({ type }) => type === 'messageDone'));
  }
  return acks;
}

test('which acknowledgements get lost follows from the seed, over a new config too, and anew after a purge', () => {
  const lostAcks = { seed: 7, chance: 0.5 };
  const expected = firstAcks(connected({ lostAcks }), 40);
  expect(expected).toContain(true);
  expect(expected).toContain(false);

  const again = connected({ lostAcks });
  const firstHalf = firstAcks(again, 20);
  again.connect({ lostAcks, retryWaitsMs: [1000] });
  expect([...firstHalf, ...firstAcks(again, 20)]).toEqual(expected);
  again.tell({ type: 'purge' });
  expect(firstAcks(again, 40)).toEqual(expected);
  expect(firstAcks(connected({ lostAcks: { seed: 8, chance: 0.5 } }), 40)).not.toEqual(expected);
});

test('in the long run as many get lost as the chance says', () => {
  const lost = firstAcks(connected({ lostAcks: { seed: 3, chance: 0.3 } }), 4000).filter((isDone) => !isDone);
  expect(lost.length / 4000).toBeCloseTo(0.3, 1);
});

/**
 * As published. Source: github.com/bryc/code, PRNGs.md, "Mulberry32" (Tommy Ettinger, public domain), read 2026-11.
 */
function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test.each([0, 7, -1, 4_000_000_000])('with seed %d, the numbers are those of mulberry32', (seed) => {
  const next = mulberry32(seed);
  const numbers = Array.from({ length: 60 }, () => next());
  const chance = 0.4;
  expect(firstAcks(connected({ lostAcks: { seed, chance } }), 60)).toEqual(
    numbers.map((number) => number >= chance),
  );
  // A chance is what a number has to be below.
  const [first = 0] = numbers;
  expect(firstAcks(connected({ lostAcks: { seed, chance: first } }), 1)).toEqual([true]);
  expect(firstAcks(connected({ lostAcks: { seed, chance: first + 2 ** -32 } }), 1)).toEqual([false]);
});

test('with a chance of 0 no word gets lost', () => {
  expect(firstAcks(connected({ lostAcks: { seed: 5, chance: 0 } }), 100)).not.toContain(false);
});

test('the word of an older delivery never gets lost, and draws no number', () => {
  const driver = deliveredTwice({ lostAcks: { seed: 1, chance: 1 } });
  driver.settle(1, 'event-1');
  expect(driver.all('messageDone')).toMatchObject([{ messageId: 'm1', invocationId: 'event-1' }]);

  const seed = 7;
  const drawing = deliveredTwice({ lostAcks: { seed, chance: 0.5 } });
  drawing.settle(1, 'event-1');
  drawing.settle(2, 'event-2');
  const next = mulberry32(seed);
  expect(firstAcks(drawing, 30)).toEqual(Array.from({ length: 30 }, () => next() >= 0.5));
});

test('a new seed begins its numbers anew, and no seed any more loses nothing', () => {
  const driver = connected({ lostAcks: { seed: 7, chance: 0.5 } });
  firstAcks(driver, 9);
  driver.connect({ lostAcks: { seed: 8, chance: 0.5 } });
  const next = mulberry32(8);
  expect(firstAcks(driver, 30)).toEqual(Array.from({ length: 30 }, () => next() >= 0.5));
  driver.connect({});
  expect(firstAcks(driver, 30)).not.toContain(false);
});

test('the acknowledgement of the last attempt draws no number', () => {
  const driver = connected({ retryWaitsMs: [], lostAcks: { seed: 7, chance: 1 } });
  expect(firstAcks(driver, 3)).toEqual([true, true, true]);
  driver.connect({ lostAcks: { seed: 7, chance: 0.5 } });
  const next = mulberry32(7);
  expect(firstAcks(driver, 30)).toEqual(Array.from({ length: 30 }, () => next() >= 0.5));
});
