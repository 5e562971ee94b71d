/**
 * The laws of delivery, over random schedules: what is accepted is never lost, what is acknowledged never comes
 * again, and nothing is promised beyond that. After each input a second bookkeeping (`post-ledger.ts`) has read the
 * events, and the platform's own list is held against it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createState,
  nextPlannedMs,
  nextWakeMs,
  type QueueConfig,
  snapshotMessages,
  step,
} from '../../../src/platform/index.ts';
import { cases } from '../../support/laws.ts';
import { Driver, QUEUE } from '../drive.ts';
import { PostLedger } from './post-ledger.ts';

type Move =
  | { move: 'send'; queueName: string; delayMs: number; isCaused: boolean }
  | { move: 'request' }
  | { move: 'ready'; nth: number }
  | { move: 'settle'; nth: number; outcome: 'ok' | 'error'; failed: 'none' | 'first' | 'stranger' }
  | { move: 'crash'; nth: number }
  | { move: 'cancel'; nth: number }
  | { move: 'redrive'; nth: number }
  | { move: 'discard'; nth: number }
  | { move: 'purge'; queueName: string | null }
  | { move: 'timer'; queueName: string; inMs: number; isCleared: boolean }
  | { move: 'reconnect'; batchSize: number; batchWindowMs: number; visibilityTimeoutMs: number | null }
  | { move: 'deploy'; concurrencyLimit: number }
  | { move: 'clear' }
  | { move: 'wait'; ms: number; ticks: boolean };

const queueName = fc.constantFrom('q', 'r');
const nth = fc.nat(20);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      move: fc.constant('send'),
      queueName,
      delayMs: fc.constantFrom(0, 0, 0, 120),
      isCaused: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('request') }) },
  { weight: 8, arbitrary: fc.record({ move: fc.constant('ready'), nth }) },
  {
    weight: 10,
    arbitrary: fc.record({
      move: fc.constant('settle'),
      nth,
      outcome: fc.constantFrom('ok', 'ok', 'error'),
      failed: fc.constantFrom('none', 'none', 'first', 'stranger'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('crash'), nth }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('cancel'), nth }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('redrive'), nth }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('discard'), nth }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('purge'), queueName: fc.option(queueName) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constant('timer'),
      queueName,
      inMs: fc.nat(400),
      isCleared: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constant('reconnect'),
      batchSize: fc.integer({ min: 1, max: 4 }),
      batchWindowMs: fc.constantFrom(0, 50),
      visibilityTimeoutMs: fc.constantFrom(null, 90),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ move: fc.constant('deploy'), concurrencyLimit: fc.integer({ min: 0, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('clear') }) },
  {
    weight: 8,
    arbitrary: fc.record({ move: fc.constant('wait'), ms: fc.nat(400), ticks: fc.boolean() }),
  },
);

const anySchedule = fc.array(anyMove, { maxLength: 90, size: 'max' });

const TIMES = { timeoutMs: 300, idleTimeoutMs: 1_000 };
const RETRY = { retryWaitsMs: [100, 200] };
const MOST_HOPS = 5;

class Post {
  readonly driver = new Driver({ maxInstances: 4, mostHops: MOST_HOPS });
  readonly configs = new Map<string, QueueConfig>();
  readonly ledger = new PostLedger({
    configOf: (queueName) => this.configs.get(queueName) ?? QUEUE,
    limitOf: (functionName) => this.limits.get(functionName) ?? 0,
    mostHops: MOST_HOPS,
  });
  readonly limits = new Map<string, number>();
  #read = 0;
  #timers = 0;

  constructor() {
    this.deploy('f', 2);
    this.deploy('g', 3);
    this.connect('q', { ...RETRY });
    this.connect('r', {
      ...RETRY,
      functionName: 'g',
      batchSize: 3,
      batchWindowMs: 60,
      visibilityTimeoutMs: 150,
      lostAcks: { seed: 3, chance: 0.4 },
    });
    this.check();
  }

  deploy(functionName: string, concurrencyLimit: number): void {
    this.driver.deploy({ ...TIMES, concurrencyLimit }, functionName);
    // What is open already may be over a limit that is lower now.
    const open = [...this.driver.state.invocations.values()].filter(
      ({ instance }) => instance.version.functionName === functionName,
    ).length;
    this.limits.set(functionName, Math.max(concurrencyLimit, open));
  }

  connect(queueName: string, config: Partial<QueueConfig>): void {
    this.configs.set(queueName, { ...QUEUE, ...config });
    this.driver.connect(config, queueName);
  }

  play(move: Move): void {
    const { driver } = this;
    const running = [...driver.state.invocations.values()].filter(
      ({ instance }) => instance.state === 'busy',
    );
    const one = <T>(from: readonly T[], nth: number) => from[nth % Math.max(1, from.length)];
    switch (move.move) {
      case 'send': {
        const cause = move.isCaused ? running.at(-1)?.id : undefined;
        driver.send({ ...move, ...(cause !== undefined && { causedBy: cause }) });
        break;
      }
      case 'request':
        driver.request();
        break;
      case 'ready': {
        const starting = [...driver.state.instances.values()].filter(({ state }) => state === 'starting');
        const found = one(starting, move.nth);
        if (found) driver.tell({ type: 'ready', instanceId: found.id, initMs: 20 });
        break;
      }
      case 'settle': {
        const found = one(running, move.nth);
        if (!found) break;
        const [first] = found.delivery?.messages ?? [];
        const failed =
          move.failed === 'stranger' ? ['nobody'] : move.failed === 'first' && first ? [first.id] : [];
        const { outcome } = move;
        driver.tell({
          type: 'settled',
          instanceId: found.instance.id,
          invocationId: found.id,
          durationMs: 5,
          outcome,
          failed,
        });
        break;
      }
      case 'crash': {
        const found = one([...driver.state.instances.values()], move.nth);
        if (found) driver.tell({ type: 'ended', instanceId: found.id });
        break;
      }
      case 'cancel': {
        const found = one([...driver.state.invocations.keys()], move.nth);
        if (found) driver.tell({ type: 'cancel', invocationId: found });
        break;
      }
      case 'redrive': {
        const found = one(this.#in('dead'), move.nth);
        if (found) driver.tell({ type: 'redrive', messageId: found });
        break;
      }
      case 'discard': {
        const found = one([...this.#in('dead'), ...this.#in('waiting')], move.nth);
        if (found) driver.tell({ type: 'discard', messageId: found });
        break;
      }
      case 'purge':
        driver.tell(
          move.queueName === null ? { type: 'purge' } : { type: 'purge', queueName: move.queueName },
        );
        break;
      case 'timer':
        this.#timers += 1;
        driver.tell({
          type: 'setTimer',
          timerName: `t-${move.queueName}`,
          queueName: move.queueName,
          messageId: `t${this.#timers}`,
          dueMs: driver.nowMs + move.inMs,
        });
        if (move.isCleared) driver.tell({ type: 'clearTimer', timerName: `t-${move.queueName}` });
        break;
      case 'reconnect': {
        const { move: _, ...config } = move;
        this.connect('q', { ...RETRY, ...config });
        break;
      }
      case 'deploy':
        this.deploy('f', move.concurrencyLimit);
        break;
      case 'clear':
        driver.tell({ type: 'clear' });
        break;
      case 'wait':
        if (move.ticks) driver.wait(move.ms);
        else driver.nowMs += move.ms;
        break;
    }
  }

  /** Reads what is new, and holds the platform's list against the ledger's. */
  check(): void {
    const { driver, ledger } = this;
    ledger.read(driver.events.slice(this.#read));
    this.#read = driver.events.length;
    const told = snapshotMessages(driver.state).map(
      ({ messageId, state, attempts }) => `${messageId} ${state} ${attempts}`,
    );
    expect(told.sort()).toEqual(ledger.whereabouts());
  }

  /** From here on every function succeeds, until nothing is left to do. */
  finish(): void {
    const { driver } = this;
    this.deploy('f', 2);
    for (let round = 0; round < 2_000; round += 1) {
      for (const { id, state } of [...driver.state.instances.values()]) {
        if (state === 'starting') driver.tell({ type: 'ready', instanceId: id, initMs: 1 });
      }
      for (const { id, instance } of [...driver.state.invocations.values()]) {
        if (driver.state.invocations.has(id) && instance.state === 'busy') driver.settle(instance.id, id);
      }
      this.check();
      const wakeMs = nextWakeMs(driver.state);
      if (wakeMs === null) return;
      driver.nowMs = Math.max(driver.nowMs, wakeMs);
      driver.tell({ type: 'tick' });
    }
    throw new Error('the platform never rests');
  }

  #in(where: string): string[] {
    return snapshotMessages(this.driver.state).flatMap(({ messageId, state }) =>
      state === where ? [messageId] : [],
    );
  }
}

function law(name: string, holds: (moves: Move[]) => void): void {
  test(name, () => {
    fc.assert(fc.property(anySchedule, holds), cases(300));
  });
}

function playAll(moves: readonly Move[]): Post {
  const post = new Post();
  for (const move of moves) {
    post.play(move);
    post.check();
  }
  return post;
}

law(
  'at each moment every message is where the events say it is, and each rule of delivery holds',
  (moves) => {
    playAll(moves);
  },
);

law(
  'nothing accepted is lost: once functions succeed, every message is done, dead, or was thrown away',
  (moves) => {
    const post = playAll(moves);
    post.finish();
    const { driver, ledger } = post;
    const gone = new Set(driver.all('messageDiscarded').map(({ messageId }) => messageId));
    const sent = driver.all('messageSent').map(({ messageId }) => messageId);
    const left = new Map(snapshotMessages(driver.state).map(({ messageId, state }) => [messageId, state]));
    const hasPurged = driver.all('queuePurged').length > 0;
    for (const messageId of sent) {
      const isAccountedFor =
        ledger.done().has(messageId) || left.get(messageId) === 'dead' || gone.has(messageId) || hasPurged;
      if (!isAccountedFor) throw new Error(`${messageId} is lost`);
    }
    expect([...left.values()].filter((state) => state !== 'dead')).toEqual([]);
  },
);

law('what is planned comes no later than it was said to, and an idle platform asks for nothing', (moves) => {
  const post = playAll(moves);
  const { driver } = post;
  const plannedMs = nextPlannedMs(driver.state);
  const wakeMs = nextWakeMs(driver.state);
  if (plannedMs !== null) expect(wakeMs).toBeLessThanOrEqual(plannedMs);
  post.finish();
  expect(nextWakeMs(driver.state)).toBeNull();
  expect(nextPlannedMs(driver.state)).toBeNull();
});

law('the same inputs give the same outputs, also from a copy of the state half-way', (moves) => {
  const { driver } = playAll(moves);
  let state = createState({ maxInstances: 4, mostHops: MOST_HOPS });
  const events = driver.inputs.flatMap((input, at) => {
    if (at === Math.floor(driver.inputs.length / 2)) state = structuredClone(state);
    return step(state, input).events;
  });
  expect(events).toEqual(driver.events);
});

law('a message that cannot be changes nothing', (moves) => {
  const { driver } = playAll(moves.slice(0, 30));
  const { state } = driver;
  const atMs = driver.nowMs + 10_000;
  const before = structuredClone(state);
  const refused = [
    { type: 'send', atMs, queueName: 'nowhere', messageId: 'x', delayMs: 0 },
    { type: 'send', atMs, queueName: 'q', messageId: 'x', delayMs: -1 },
    { type: 'redrive', atMs, messageId: 'nothing' },
    { type: 'discard', atMs, messageId: 'nothing' },
    { type: 'connect', atMs, queueName: 'q', config: { ...QUEUE, batchSize: 0 } },
    { type: 'setTimer', atMs, timerName: 't', queueName: 'nowhere', messageId: 'x', dueMs: atMs },
  ] as const;
  for (const input of refused) expect(() => step(state, input)).toThrow();
  expect(state).toEqual(before);
});
