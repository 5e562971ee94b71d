/**
 * A small virtual driver for tests: it keeps the clock, the list of events, and what it was asked to do. After each
 * step it looks whether the state is in order.
 */
import {
  type Command,
  createState,
  type FunctionConfig,
  type Input,
  type InvocationEnded,
  nextWakeMs,
  type PlatformEvent,
  type PlatformLimits,
  type QueueConfig,
  snapshotMessages,
  step,
} from '../../src/platform/index.ts';
import { checkState } from './check-state.ts';

export const CONFIG: FunctionConfig = {
  memoryMb: 128,
  timeoutMs: 3000,
  idleTimeoutMs: 30_000,
  concurrencyLimit: 10,
};

/** A message has three attempts, and its queue feeds `f` one by one. */
export const QUEUE: QueueConfig = {
  functionName: 'f',
  batchSize: 1,
  batchWindowMs: 0,
  visibilityTimeoutMs: null,
  retryWaitsMs: [2000, 4000],
};

type Untimed<Each> = Each extends Input ? Omit<Each, 'atMs'> : never;

export interface SendOptions {
  readonly queueName?: string;
  readonly delayMs?: number;
  readonly causedBy?: string;
}

/** Looking through a state that is bigger than this, after each step, takes too long. */
const SMALL = 60;

export class Driver {
  readonly state;
  readonly events: PlatformEvent[] = [];
  readonly commands: Command[] = [];
  /** All that it was told and that it did not refuse. */
  readonly inputs: Input[] = [];
  nowMs = 0;
  #requests = 0;
  #messages = 0;

  constructor(limits: PlatformLimits = {}) {
    this.state = createState(limits);
  }

  tell(input: Untimed<Input>): readonly PlatformEvent[] {
    const timed: Input = { ...input, atMs: this.nowMs };
    const { commands, events } = step(this.state, timed);
    this.inputs.push(timed);
    this.commands.push(...commands);
    this.events.push(...events);
    if (this.state.messages.size + this.state.invocations.size < SMALL) checkState(this.state);
    return events;
  }

  /** @returns the id of the invocation, whether or not it was accepted */
  request(functionName = 'f'): string {
    this.#requests += 1;
    const invocationId = `i${this.#requests}`;
    this.tell({ type: 'request', functionName, invocationId });
    return invocationId;
  }

  deploy(config: Partial<FunctionConfig> = {}, functionName = 'f'): void {
    this.tell({ type: 'deploy', functionName, config: { ...CONFIG, ...config } });
  }

  connect(config: Partial<QueueConfig> = {}, queueName = 'q'): void {
    this.tell({ type: 'connect', queueName, config: { ...QUEUE, ...config } });
  }

  /** @returns the id of the message */
  send({ queueName = 'q', delayMs = 0, causedBy }: SendOptions = {}): string {
    this.#messages += 1;
    const messageId = `m${this.#messages}`;
    this.tell({ type: 'send', queueName, messageId, delayMs, ...(causedBy !== undefined && { causedBy }) });
    return messageId;
  }

  settle(instanceId: number, invocationId: string, durationMs = 5): readonly PlatformEvent[] {
    return this.tell({ type: 'settled', instanceId, invocationId, durationMs, outcome: 'ok' });
  }

  /** A request of which the instance is ready at once, and which is left running. */
  runningCold(functionName = 'f'): { instanceId: number; invocationId: string } {
    const invocationId = this.request(functionName);
    const instanceId = this.lastStarted();
    this.tell({ type: 'ready', instanceId, initMs: 20 });
    return { instanceId, invocationId };
  }

  /** An instance that has served one request and is idle. */
  idle(functionName = 'f'): number {
    const { instanceId, invocationId } = this.runningCold(functionName);
    this.settle(instanceId, invocationId);
    return instanceId;
  }

  /** Ends what was last handed to an instance; its instance is made ready first when it needs to be. */
  endLast(outcome: 'ok' | 'error' = 'ok', failed?: readonly string[]): readonly PlatformEvent[] {
    const { instanceId } = this.commands.findLast(({ type }) => type !== 'killInstance') ?? { instanceId: 0 };
    const instance = this.state.instances.get(instanceId);
    if (instance?.state === 'starting') this.tell({ type: 'ready', instanceId, initMs: 20 });
    const invocationId = instance?.invocations.at(-1)?.id ?? 'none';
    const result = { durationMs: 5, outcome, ...(failed && { failed }) };
    return this.tell({ type: 'settled', instanceId, invocationId, ...result });
  }

  lastStarted(): number {
    const found = this.commands.findLast((command) => command.type === 'startInstance');
    if (found === undefined) throw new Error('no instance was started');
    return found.instanceId;
  }

  /** Waits until `atMs`, ticking whenever the platform asked for it. A platform that never rests fails. */
  waitUntil(atMs: number): void {
    for (let ticks = 0; ; ticks++) {
      if (ticks > 1000) throw new Error('the platform asks for ticks without end');
      const wakeMs = nextWakeMs(this.state);
      if (wakeMs === null || wakeMs > atMs) break;
      this.nowMs = wakeMs;
      this.tell({ type: 'tick' });
    }
    this.nowMs = atMs;
  }

  wait(ms: number): void {
    this.waitUntil(this.nowMs + ms);
  }

  /** Ticks whenever the platform asks for it, until it does not. */
  rest(): void {
    for (let wakeMs = nextWakeMs(this.state); wakeMs !== null; wakeMs = nextWakeMs(this.state)) {
      this.waitUntil(wakeMs);
    }
  }

  /** The ids of the messages of each delivery, in order. */
  deliveries(): string[][] {
    return this.all('messagesDelivered').map(({ messages }) => messages.map(({ messageId }) => messageId));
  }

  /** Where each message is, as `m1 waiting`. */
  whereabouts(): string[] {
    return snapshotMessages(this.state).map(({ messageId, state }) => `${messageId} ${state}`);
  }

  all<Type extends PlatformEvent['type']>(type: Type): Extract<PlatformEvent, { type: Type }>[] {
    return this.events.filter(
      (event): event is Extract<PlatformEvent, { type: Type }> => event.type === type,
    );
  }

  types(): string[] {
    return this.events.map((event) => event.type);
  }

  ends(): InvocationEnded[] {
    return this.all('invocationEnded');
  }

  end(invocationId: string): InvocationEnded {
    const [found, ...more] = this.ends().filter((event) => event.invocationId === invocationId);
    if (found === undefined || more.length > 0) throw new Error(`${invocationId} did not end exactly once`);
    return found;
  }

  /** Why an instance went, or undefined while it lives. */
  gone(instanceId: number): string | undefined {
    const found = this.events.find(
      (event) => event.type === 'instanceGone' && event.instanceId === instanceId,
    );
    return found?.type === 'instanceGone' ? found.reason : undefined;
  }

  isKilled(instanceId: number): boolean {
    return this.commands.some(
      (command) => command.type === 'killInstance' && command.instanceId === instanceId,
    );
  }
}
