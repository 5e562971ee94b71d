/** What an engine needs in a test: a clock that is moved by hand, and a host that does what it is told. */

import type { BindingCall, BindingResult } from '../../src/contract/bindings.ts';
import type { HttpRequestData, HttpResponseData } from '../../src/contract/data.ts';
import type { InstanceSpec, InvocationSpec, Report } from '../../src/contract/host.ts';
import {
  type Clock,
  type Deployment,
  Engine,
  type EngineLimits,
  type EngineOptions,
  type Entry,
  type Keep,
} from '../../src/engine/index.ts';

export const BEGAN_WALL_MS = Date.UTC(2026, 10, 25);

export class ManualClock implements Clock {
  readonly timers = new Set<{ atMs: number; fn: () => void }>();
  /** A wall's clock in whole milliseconds may be behind by a part of one. */
  wallIsBehindMs = 0;
  #nowMs = 0;

  nowMs(): number {
    return this.#nowMs;
  }

  /** Began at midnight UTC of a Wednesday. */
  wallMs(): number {
    return BEGAN_WALL_MS + this.#nowMs - this.wallIsBehindMs;
  }

  setTimer(atMs: number, fn: () => void): () => void {
    const timer = { atMs, fn };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Moves to `atMs`, with the timers on the way at their moments. Timers without end fail. */
  moveTo(atMs: number): void {
    for (let fired = 0; ; fired++) {
      if (fired > 10_000) throw new Error('timers without end');
      const [next] = [...this.timers].filter((timer) => timer.atMs <= atMs).sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      this.timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.fn();
    }
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  wait(ms: number): void {
    this.moveTo(this.#nowMs + ms);
  }

  /** A clock should not go back, but some did. */
  setBack(atMs: number): void {
    this.#nowMs = atMs;
  }
}

export class FakeHost {
  readonly started: InstanceSpec[] = [];
  readonly invoked: { instanceId: number; invocation: InvocationSpec }[] = [];
  readonly killed: number[] = [];
  readonly replies: { instanceId: number; callId: number; result: BindingResult }[] = [];
  disposals = 0;
  /** A host that answers by itself, within the call. */
  answersAtOnce = false;
  /** A host that has something to say just then. */
  onKill: () => void = () => {};
  /** A host that cannot be spoken to. */
  throwsAt: 'start' | 'invoke' | 'reply' | 'kill' | null = null;
  readonly #report: (report: Report) => void;

  constructor(report: (report: Report) => void) {
    this.#report = report;
  }

  start(spec: InstanceSpec): void {
    if (this.throwsAt === 'start') throw new Error('no sandbox');
    this.started.push(spec);
    if (this.answersAtOnce) this.ready(spec.instanceId, 0);
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    if (this.throwsAt === 'invoke') throw new Error('no sandbox');
    this.invoked.push({ instanceId, invocation });
    if (this.answersAtOnce) this.settle(instanceId, invocation.invocationId, 0);
  }

  kill(instanceId: number): void {
    if (this.throwsAt === 'kill') throw new Error('no sandbox');
    this.killed.push(instanceId);
    this.onKill();
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    if (this.throwsAt === 'reply') throw new Error('no sandbox');
    this.replies.push({ instanceId, callId, result });
  }

  get isDisposed(): boolean {
    return this.disposals > 0;
  }

  dispose(): void {
    this.disposals += 1;
  }

  say(report: Report): void {
    this.#report(report);
  }

  ready(instanceId: number, initMs = 10): void {
    this.say({ type: 'ready', instanceId, initMs });
  }

  settle(instanceId: number, invocationId: string, durationMs = 5, response = text('Hoi')): void {
    this.say({ type: 'settled', instanceId, invocationId, durationMs, result: { ok: true, response } });
  }

  /** The handler of an event came to its end. */
  settleEvent(
    instanceId: number,
    invocationId: string,
    result: Extract<Report, { type: 'settled' }>['result'] = { ok: true, returned: null },
  ): void {
    this.say({ type: 'settled', instanceId, invocationId, durationMs: 5, result });
  }

  /** A function asks something of its bindings. @returns what it was answered */
  call(instanceId: number, invocationId: string | null, call: BindingCall): BindingResult {
    const answered = this.replyTo(this.ask(instanceId, invocationId, call));
    if (answered === null) throw new Error(`${call.op} was not answered`);
    return answered;
  }

  /** A function asks something that may take its time. @returns the number of the call */
  ask(instanceId: number, invocationId: string | null, call: BindingCall): number {
    const callId = this.#nextCallId++;
    this.say({ type: 'call', instanceId, invocationId, callId, call });
    return callId;
  }

  /** Null while it has not been answered. */
  replyTo(callId: number): BindingResult | null {
    return this.replies.find((reply) => reply.callId === callId)?.result ?? null;
  }

  #nextCallId = 1;

  log(instanceId: number, invocationId: string | null, ...texts: string[]): void {
    const lines = texts.map((text) => ({ level: 'log', text }) as const);
    this.say({ type: 'log', instanceId, invocationId, lines, dropped: 0 });
  }
}

export const GREET: Deployment = {
  functionName: 'begroet',
  files: [{ path: 'begroet.js', text: 'export default () => new Response("Hoi")' }],
  entry: 'begroet.js',
  memoryMb: 128,
  timeoutMs: 3000,
  idleTimeoutMs: 30_000,
  concurrencyLimit: 10,
};

export const GET: HttpRequestData = {
  method: 'GET',
  url: 'https://begroet.functie.test/',
  headers: [],
  body: null,
};

export function text(body: string, status = 200): HttpResponseData {
  return { status, statusText: '', headers: [], body: new TextEncoder().encode(body) };
}

/** An engine on a manual clock and a fake host, with `GREET` deployed; invocations are named i1, i2 and on. */
export function openLab(
  limits: EngineLimits = {},
  changes: Partial<Deployment> = {},
  keep?: Keep,
  world: Pick<EngineOptions, 'services' | 'serviceWaits'> = {},
) {
  const clock = new ManualClock();
  let made: FakeHost | null = null;
  let nextId = 1;
  let nextMessageId = 1;
  const engine = new Engine({
    createHost: (report) => {
      made = new FakeHost(report);
      return made;
    },
    clock,
    limits,
    newInvocationId: () => `i${nextId++}`,
    newMessageId: () => `m${nextMessageId++}`,
    ...(keep && { keep }),
    ...world,
  });
  if (made === null) throw new Error('the engine made no host');
  const host: FakeHost = made;
  engine.deploy({ ...GREET, ...changes });
  const invoke = (signal?: AbortSignal) =>
    engine.invoke('begroet', GET, signal === undefined ? {} : { signal });

  /** One call from cold to answered: instance `instanceId` is then idle. */
  async function warmUp(instanceId = 1) {
    const answered = invoke();
    clock.wait(10);
    host.ready(instanceId);
    clock.wait(5);
    host.settle(instanceId, `i${nextId - 1}`);
    return answered;
  }

  const types = () => engine.entries().map(({ type }) => type);
  const logs = () => engine.entries().filter((entry: Entry) => entry.type === 'log');
  return { clock, engine, host, invoke, warmUp, types, logs };
}
