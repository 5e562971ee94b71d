/**
 * The laws of the platform, over random schedules. A schedule is a list of plain commands; what they mean
 * at their moment (which of the running invocations settles, say) is decided by the driver, so that every
 * schedule is a legal one and shrinks well. After each input all laws are checked against a second
 * bookkeeping, made from nothing but the events.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Command, nextWakeMs, type Routing, snapshotInstances, step } from '../../src/platform/index.ts';
import { cases } from '../support/laws.ts';
import { CONFIG, Driver } from './drive.ts';
import { Ledger } from './ledger.ts';

type Move =
  | { move: 'request'; functionName: string }
  | { move: 'ready'; nth: number; initMs: number }
  | { move: 'settle'; nth: number; durationMs: number; outcome: 'ok' | 'error' }
  | { move: 'crash'; nth: number; initMs: number | null }
  | { move: 'cancel'; nth: number }
  | {
      move: 'deploy';
      functionName: string;
      instanceConcurrency: number;
      concurrencyLimit: number;
      routing: Routing;
      provisioned: number;
    }
  | { move: 'clear'; functionName: string | null }
  | { move: 'wait'; ms: number; ticks: boolean };

/** The longest limit that a start gets here. */
const LONGEST_START_MS = 700;

const functionName = fc.constantFrom('f', 'g');
const nth = fc.nat(20);
const spanMs = fc.double({ min: 0, max: 400, noNaN: true });

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ move: fc.constant('request'), functionName }) },
  { weight: 5, arbitrary: fc.record({ move: fc.constant('ready'), nth, initMs: spanMs }) },
  {
    weight: 6,
    arbitrary: fc.record({
      move: fc.constant('settle'),
      nth,
      durationMs: spanMs,
      outcome: fc.constantFrom('ok', 'error'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('crash'), nth, initMs: fc.option(spanMs) }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('cancel'), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constant('deploy'),
      functionName,
      instanceConcurrency: fc.integer({ min: 1, max: 3 }),
      concurrencyLimit: fc.integer({ min: 0, max: 6 }),
      routing: fc.constantFrom<Routing[]>(
        'most-recent',
        'least-recent',
        'newest-created',
        'oldest-created',
        'random',
      ),
      provisioned: fc.integer({ min: 0, max: 2 }),
      initTimeoutMs: fc.constantFrom(100, 300, LONGEST_START_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('clear'), functionName: fc.option(functionName) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      move: fc.constant('wait'),
      ms: fc.double({ min: 0, max: 1500, noNaN: true }),
      ticks: fc.boolean(),
    }),
  },
);

const TIMES = { timeoutMs: 300, idleTimeoutMs: 1000 };
const MAX_INSTANCES = 5;

function start(): { driver: Driver; ledger: Ledger } {
  const driver = new Driver({ maxInstances: MAX_INSTANCES });
  driver.deploy({ ...TIMES, concurrencyLimit: 4 }, 'f');
  driver.deploy(
    { ...TIMES, initTimeoutMs: LONGEST_START_MS, concurrencyLimit: 4, instanceConcurrency: 2 },
    'g',
  );
  const ledger = new Ledger(MAX_INSTANCES);
  ledger.read(driver.events);
  return { driver, ledger };
}

function pick<T>(from: readonly T[], nth: number): T | undefined {
  return from[nth % Math.max(1, from.length)];
}

/** Makes one move, if there is anything to make it with. */
function play(driver: Driver, ledger: Ledger, move: Move): void {
  switch (move.move) {
    case 'request':
      driver.request(move.functionName);
      break;
    case 'ready': {
      const instanceId = pick(ledger.starting(), move.nth);
      if (instanceId !== undefined) driver.tell({ type: 'ready', instanceId, initMs: move.initMs });
      break;
    }
    case 'settle': {
      const running = pick(ledger.running(), move.nth);
      const { durationMs, outcome } = move;
      if (running) driver.tell({ type: 'settled', ...running, durationMs, outcome });
      break;
    }
    case 'crash': {
      const { initMs } = move;
      const from = initMs === null ? ledger.living() : ledger.starting();
      const instanceId = pick(from, move.nth);
      if (instanceId === undefined) break;
      driver.tell(initMs === null ? { type: 'ended', instanceId } : { type: 'ended', instanceId, initMs });
      break;
    }
    case 'cancel': {
      const invocationId = pick(ledger.open(), move.nth);
      if (invocationId !== undefined) driver.tell({ type: 'cancel', invocationId });
      break;
    }
    case 'deploy': {
      const { move: _, functionName, ...config } = move;
      driver.deploy({ ...TIMES, ...config }, functionName);
      break;
    }
    case 'clear':
      driver.tell(
        move.functionName === null ? { type: 'clear' } : { type: 'clear', functionName: move.functionName },
      );
      break;
    case 'wait':
      if (move.ticks) driver.wait(move.ms);
      else driver.nowMs += move.ms;
      break;
  }
}

/**
 * Plays a schedule and then waits until nothing is left, which takes versions that keep nothing ready, a start, a run and
 * an idle timeout.
 */
function playAll(moves: readonly Move[], afterEach: (driver: Driver, ledger: Ledger) => void): Driver {
  const { driver, ledger } = start();
  for (const move of moves) {
    const before = driver.events.length;
    play(driver, ledger, move);
    ledger.read(driver.events.slice(before));
    afterEach(driver, ledger);
  }
  const before = driver.events.length;
  driver.tell({ type: 'tick' });
  for (const name of ['f', 'g']) driver.deploy({ ...TIMES, concurrencyLimit: 4 }, name);
  driver.wait(3 * Math.max(TIMES.timeoutMs, TIMES.idleTimeoutMs));
  ledger.read(driver.events.slice(before));
  afterEach(driver, ledger);
  return driver;
}

const anySchedule = fc.array(anyMove, { maxLength: 80, size: 'max' });

function law(name: string, holds: (moves: Move[]) => void): void {
  test(name, () => {
    fc.assert(fc.property(anySchedule, holds), cases(300));
  });
}

law('the events alone tell a life that keeps every rule (see the ledger)', (moves) => {
  playAll(moves, () => {});
});

law('every accepted invocation ends exactly once, and every request is accepted or refused', (moves) => {
  const { events } = playAll(moves, () => {});
  const ids = (type: string) =>
    events
      .flatMap((event) => (event.type === type && 'invocationId' in event ? [event.invocationId] : []))
      .sort();
  expect(ids('invocationEnded')).toEqual(ids('accepted'));
  expect(new Set(ids('accepted')).size).toBe(ids('accepted').length);
  const requests = moves.filter(({ move }) => move === 'request').length;
  expect(ids('accepted').length + ids('throttled').length).toBe(requests);
});

law('every instance that starts is gone in the end, and the platform rests', (moves) => {
  const driver = playAll(moves, () => {});
  const count = (type: string) => driver.types().filter((each) => each === type).length;
  expect(count('instanceGone')).toBe(count('instanceStarted') + count('instanceStartedAhead'));
  expect(nextWakeMs(driver.state)).toBeNull();
  expect(driver.state.versions.length).toBe(2);
});

law('the state agrees with what the events tell', (moves) => {
  playAll(moves, (driver, ledger) => {
    const seen = snapshotInstances(driver.state).map(({ instanceId, state }) => [instanceId, state]);
    expect(seen).toEqual(ledger.states());
    expect([...driver.state.invocations.keys()].sort()).toEqual(ledger.open().sort());
  });
});

law(
  'with a tick at each asked moment, no instance outlives its idle timeout and no handler its timeout',
  (moves) => {
    const punctual = moves.map((move) => (move.move === 'wait' ? { ...move, ticks: true } : move));
    const driver = playAll(punctual, () => {});
    const idleSinceMs = new Map<number, number>();
    for (const event of driver.events) {
      if (event.type === 'instanceIdle' && event.expiresAtMs !== null)
        idleSinceMs.set(event.instanceId, event.atMs);
      if (event.type === 'invocationStarted') idleSinceMs.delete(event.instanceId);
      if (event.type === 'instanceGone') {
        const sinceMs = idleSinceMs.get(event.instanceId) ?? event.atMs;
        expect(event.atMs - sinceMs).toBeLessThan(TIMES.idleTimeoutMs + 0.001);
        idleSinceMs.delete(event.instanceId);
      }
      if (event.type === 'invocationEnded') expect(event.durationMs).toBeLessThanOrEqual(TIMES.timeoutMs);
    }
    expect(idleSinceMs.size).toBe(0);
  },
);

law('usage records add up to the events', (moves) => {
  const driver = playAll(moves, () => {});
  let readyUs = 0;
  let billedReadyUs = 0;
  const readyIds = new Map<number, number>();
  /** Those that are kept ready: no invocation pays for their start. */
  const aheadIds = new Set<number>();
  for (const event of driver.events) {
    if (event.type === 'instanceStartedAhead') aheadIds.add(event.instanceId);
    if (event.type === 'instanceReady' && !aheadIds.has(event.instanceId)) {
      readyUs += Math.round(event.initMs * 1000);
      readyIds.set(event.instanceId, event.initMs);
    }
    if (event.type !== 'invocationEnded') continue;
    const { usage } = event;
    expect(usage.durationMs).toBe(event.durationMs);
    expect(usage.onReserved === true).toBe(aheadIds.has(event.instanceId));
    expect(usage.initMs).toBe(event.initMs ?? undefined);
    expect(event.isCold).toBe(event.initMs !== null);
    expect(usage.durationMs).toBeLessThanOrEqual(TIMES.timeoutMs);
    expect(usage.initMs ?? 0).toBeLessThanOrEqual(LONGEST_START_MS);
    expect(Number(usage.durationMs.toFixed(3))).toBe(usage.durationMs);
    const isBilledReady = event.isCold && readyIds.has(event.instanceId);
    if (isBilledReady) expect(usage.initMs).toBe(readyIds.get(event.instanceId));
    if (isBilledReady) billedReadyUs += Math.round((usage.initMs ?? 0) * 1000);
    if (event.isCold && !isBilledReady) readyIds.delete(event.instanceId);
  }
  // An instance that became ready is billed once, unless its first caller left while it started.
  const leftEarly = driver
    .ends()
    .filter(({ phase, isCold, outcome }) => isCold && phase === 'init' && outcome === 'cancelled')
    .map(({ instanceId }) => instanceId);
  for (const event of driver.events) {
    if (event.type === 'instanceReady' && leftEarly.includes(event.instanceId)) {
      readyUs -= Math.round(event.initMs * 1000);
    }
  }
  expect(billedReadyUs).toBe(readyUs);
});

law('the commands do what the events tell, in their order', (moves) => {
  const { commands, events } = playAll(moves, () => {});
  const of = (type: Command['type']) =>
    commands.filter((command) => command.type === type).map(({ instanceId }) => instanceId);
  const told = (types: readonly string[]) =>
    events.flatMap((event) =>
      types.includes(event.type) && 'instanceId' in event ? [event.instanceId] : [],
    );
  expect(of('startInstance')).toEqual(told(['instanceStarted', 'instanceStartedAhead']));
  expect(of('invoke')).toEqual(told(['invocationStarted']));
  const byItself = ['crashed', 'initFailed'];
  const killed = events.flatMap((event) =>
    event.type === 'instanceGone' && !byItself.includes(event.reason) ? [event.instanceId] : [],
  );
  expect(of('killInstance')).toEqual(killed);
});

law('the same inputs give the same events: there is no clock and no chance inside', (moves) => {
  expect(playAll(moves, () => {}).events).toEqual(playAll(moves, () => {}).events);
});

law('an input that cannot be changes nothing, whatever went before', (moves) => {
  const { driver, ledger } = start();
  for (const move of moves) {
    const before = driver.events.length;
    play(driver, ledger, move);
    ledger.read(driver.events.slice(before));
  }
  const { state, nowMs } = driver;
  const before = structuredClone(state);
  const atMs = nowMs + 10_000;
  const refused = [
    { type: 'ready', atMs, instanceId: 0, initMs: 1 },
    { type: 'cancel', atMs, invocationId: 'nothing' },
    { type: 'request', atMs, functionName: 'nobody', invocationId: 'x' },
    { type: 'deploy', atMs, functionName: 'f', config: { ...CONFIG, timeoutMs: Number.NaN } },
    { type: 'tick', atMs: -1 },
  ] as const;
  for (const input of refused) expect(() => step(state, input)).toThrow();
  expect(state).toEqual(before);
});
