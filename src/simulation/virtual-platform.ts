/**
 * The platform of the lab with durations in the place of instances. It is asked and reported to like the engine does, by a
 * clock that is not there: each command of the platform becomes a moment in the agenda, at which is reported what an
 * instance would have reported.
 */
import {
  createState,
  type FunctionConfig,
  type Input,
  type InvocationEnded,
  nextWakeMs,
  type Output,
  type PlatformEvent,
  type PlatformState,
  type QueueConfig,
  step,
} from '../platform/index.ts';
import { Agenda } from './agenda.ts';
import { type CallTimes, callTimes } from './call-times.ts';
import { stream } from './draws/random-stream.ts';
import { type Call, OpenCalls } from './open-calls.ts';
import type { Scenario } from './scenario.ts';
import { type MessageCounts, SentMessages } from './sent-messages.ts';
import { type SliceOptions, Statistics } from './statistics.ts';
import { UsageClasses } from './usage-classes.ts';

const US_PER_MS = 1000;
/** For a function without a timeout: longer than any run, and still exact when it is added to the latest moment. */
const NO_TIMEOUT_MS = 1e12;
const FUNCTION = 'f';
const QUEUE = 'q';
/** Messages that wait at once. Of more, a run would not keep in a bounded memory; the next ones are refused. */
const MOST_MESSAGES = 1_000_000;
/** Seeds of the streams, after the seed of the arrivals. */
const SEED_AFTER = { warm: 1, cold: 2, failing: 3, routing: 4 };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export class VirtualPlatform {
  readonly statistics: Statistics;
  readonly usage: UsageClasses;
  readonly hasQueue: boolean;
  readonly #state: PlatformState;
  readonly #output: Output = { commands: [], events: [], isBrief: true };
  // The two that are told of every call, and used again for the next.
  readonly #request: Mutable<Input & { type: 'request' }> = {
    type: 'request',
    atMs: 0,
    functionName: FUNCTION,
    invocationId: '',
  };
  readonly #settled: Mutable<Input & { type: 'settled' }> = {
    type: 'settled',
    atMs: 0,
    instanceId: 0,
    invocationId: '',
    durationMs: 0,
    outcome: 'ok',
  };
  readonly #agenda = new Agenda<Call>();
  readonly #calls = new OpenCalls();
  readonly #times: CallTimes;
  readonly #timeoutUs: number;
  readonly #messages = new SentMessages();
  readonly #isFailing: (() => boolean) | null;
  /** When each living instance was started. */
  readonly #startedUs = new Map<number, number>();
  /** For which call an instance is to start, between the platform's event and its command. */
  readonly #starting = new Map<number, Call>();
  /** Batches that the last step has sent on their way. */
  readonly #delivered: Call[] = [];

  constructor(scenario: Scenario, slices: SliceOptions | null) {
    const { seed, timeoutMs = NO_TIMEOUT_MS, concurrencyLimit, provisioned = 0, failShare = 0 } = scenario;
    this.#timeoutUs = usOf(timeoutMs);
    this.#state = createState({
      maxInstances: concurrencyLimit + provisioned,
      maxMessages: MOST_MESSAGES,
      // Each message begins a trace of its own here: no function sets off another.
      mostSentPerTrace: MOST_MESSAGES,
    });
    this.hasQueue = scenario.whenFull === 'queue' || scenario.queue !== undefined;
    this.#times = callTimes(scenario, stream(seed + SEED_AFTER.warm), stream(seed + SEED_AFTER.cold));
    const failing = stream(seed + SEED_AFTER.failing);
    this.#isFailing = failShare > 0 ? () => failing.next() < failShare : null;
    this.usage = new UsageClasses(scenario.memoryMb);
    step(this.#state, { type: 'deploy', atMs: 0, functionName: FUNCTION, config: configOf(scenario) });
    const owner = this.#state.functions.get(FUNCTION);
    if (owner === undefined) throw new Error('a function that was deployed is there');
    this.statistics = new Statistics(this.#state, owner, scenario.skipMs, slices);
    if (this.hasQueue) {
      step(this.#state, { type: 'connect', atMs: 0, queueName: QUEUE, config: queueOf(scenario) });
    }
    // What is provisioned is there when the traffic begins.
    for (const instanceId of [...this.#state.instances.keys()]) {
      this.#startedUs.set(instanceId, 0);
      step(this.#state, { type: 'ready', atMs: 0, instanceId, initMs: 0 });
    }
    this.statistics.notePeak();
  }

  get instanceCount(): number {
    return this.#state.instances.size;
  }

  /** What became of the messages; null when calls come straight. */
  get messages(): MessageCounts | null {
    return this.hasQueue ? this.#messages.counts() : null;
  }

  /** The next moment at which an instance is to report; infinite when none is. */
  get reportUs(): number {
    return this.#agenda.firstUs;
  }

  /** The next moment at which the platform may have something to do by itself; infinite when there is none. */
  get wakeUs(): number {
    // A batch's window is not among the deadlines that the state remembers.
    if (!this.hasQueue) return this.#state.wakeUs;
    const wakeMs = nextWakeMs(this.#state);
    return wakeMs === null ? Number.POSITIVE_INFINITY : usOf(wakeMs);
  }

  /** How long calls are open that are not over. */
  stillOpenUs(): bigint {
    return this.#calls.openForUs(this.statistics.nowUs, this.statistics.countedFromUs);
  }

  /** Somebody calls, or a ping of our own. @param nth which arrival it is, from 1 */
  request(kind: 'call' | 'ping', nth: number): void {
    const call = this.#calls.take(kind, nth, this.statistics.nowUs);
    const request = this.#request;
    request.atMs = this.#nowMs();
    request.invocationId = call.id;
    this.#tell(request, call);
  }

  /** A call comes by the queue. @param nth which arrival it is, from 1 */
  send(nth: number): void {
    if (this.#state.messages.size >= MOST_MESSAGES) {
      this.statistics.noteRefused('call');
      return;
    }
    const messageId = this.#messages.send(nth, this.statistics.nowUs);
    this.#tell({ type: 'send', atMs: this.#nowMs(), queueName: QUEUE, messageId, delayMs: 0 }, null);
  }

  /** The platform does what has fallen due. @returns whether anything happened */
  tick(): boolean {
    this.#tell({ type: 'tick', atMs: this.#nowMs() }, null);
    return this.#output.events.length > 0;
  }

  /** The first of the agenda: an instance is ready, or a call is done. @returns whether it is an event of the run */
  report(): boolean {
    const call = this.#agenda.takeFirst();
    const { stage, id, instanceId } = call;
    const atMs = this.#nowMs();
    call.isInAgenda = false;
    if (stage === 'over') {
      this.#calls.end(call);
      return false;
    }
    if (stage === 'starting') {
      this.#tell({ type: 'ready', atMs, instanceId, initMs: call.initUs / US_PER_MS }, null);
      if (call.kind === 'startAhead') this.#calls.end(call);
    } else {
      const settled = this.#settled;
      settled.atMs = atMs;
      settled.instanceId = instanceId;
      settled.invocationId = id;
      settled.durationMs = call.durationUs / US_PER_MS;
      settled.outcome = this.#isFailing?.() ? 'error' : 'ok';
      this.#tell(settled, call);
    }
    return stage === 'running' || this.#times.isStartAlone;
  }

  #nowMs(): number {
    return this.statistics.nowUs / US_PER_MS;
  }

  /** @param about the call that a request or a report is about, if any: most events and commands are about that one */
  #tell(input: Input, about: Call | null): void {
    const { events, commands } = this.#output;
    // Not by their length, which would give their memory away.
    while (events.length > 0) events.pop();
    while (commands.length > 0) commands.pop();
    step(this.#state, input, this.#output);
    for (const event of events) {
      if (event.type === 'invocationEnded') this.#end(event, about);
      else this.#note(event, about);
    }
    if (about?.stage === 'asked') this.#begin(about);
    if (this.#delivered.length > 0) for (const call of this.#delivered.splice(0)) this.#begin(call);
    for (const command of commands) {
      if (command.type === 'invoke') this.#invoke(command.instanceId, command.invocationId, about);
      else if (command.type === 'startInstance') this.#start(command.instanceId);
    }
    if (this.#messages.died.length > 0) this.#discard();
  }

  #note(event: PlatformEvent, asked: Call | null): void {
    switch (event.type) {
      case 'throttled':
        if (asked === null) break;
        this.statistics.noteRefused(asked.kind);
        this.#calls.end(asked);
        break;
      case 'instanceStarted': {
        const call = this.#calls.get(event.invocationId);
        call.isCold = true;
        this.#starting.set(event.instanceId, call);
        break;
      }
      case 'instanceGone':
        this.statistics.noteInstanceEnd(this.#startedUs.get(event.instanceId) ?? 0);
        this.#startedUs.delete(event.instanceId);
        break;
      case 'messagesDelivered': {
        const first = this.#messages.get(event.messages[0]?.messageId ?? '');
        const call = this.#calls.takeNamed(event.invocationId, first.nth, this.statistics.nowUs);
        call.messages = event.messages;
        this.#delivered.push(call);
        this.#messages.note(event);
        break;
      }
      default:
        if (this.hasQueue) this.#messages.note(event);
    }
  }

  #end({ invocationId, outcome, usage }: InvocationEnded, about: Call | null): void {
    const call = about?.id === invocationId ? about : this.#calls.get(invocationId);
    this.statistics.noteCallEnd(call.acceptedUs, outcome);
    this.usage.add(usOf(usage.durationMs), usOf(usage.initMs ?? 0), usage.onReserved === true);
    this.#calls.end(call);
  }

  /** It was accepted: it is counted, and how long it takes is drawn. */
  #begin(call: Call): void {
    this.statistics.noteAccepted(call.kind, call.isCold);
    if (call.isCold) this.#times.drawCold(call);
    else this.#times.drawWarm(call);
  }

  #invoke(instanceId: number, invocationId: string, about: Call | null): void {
    const call = about?.id === invocationId ? about : this.#calls.get(invocationId);
    if (call.kind === 'call') this.statistics.noteWait(this.statistics.nowUs - call.arrivedUs);
    else if (call.messages !== null) this.#noteWaits(call.messages);
    this.#plan(call, 'running', instanceId, call.durationUs);
  }

  #start(instanceId: number): void {
    this.#startedUs.set(instanceId, this.statistics.nowUs);
    this.statistics.notePeak();
    const call = this.#starting.get(instanceId) ?? this.#calls.take('startAhead', 0, this.statistics.nowUs);
    this.#starting.delete(instanceId);
    if (call.kind === 'startAhead') this.#times.drawCold(call);
    this.#plan(call, 'starting', instanceId, call.initUs);
  }

  #plan(call: Call, stage: 'starting' | 'running', instanceId: number, spanUs: number): void {
    call.stage = stage;
    call.instanceId = instanceId;
    // What takes too long is ended by the platform, and nobody reports.
    if (spanUs > this.#timeoutUs) return;
    call.isInAgenda = true;
    this.#agenda.add(this.statistics.nowUs + spanUs, call);
  }

  #noteWaits(messages: NonNullable<Call['messages']>): void {
    const { statistics } = this;
    for (const { messageId, attempt } of messages) {
      if (attempt === 1) statistics.noteWait(statistics.nowUs - this.#messages.get(messageId).sentUs);
    }
  }

  /** Nobody looks at what is dead, in a run. */
  #discard(): void {
    const messageIds = this.#messages.died.splice(0);
    for (const messageId of messageIds) this.#tell({ type: 'discard', atMs: this.#nowMs(), messageId }, null);
  }
}

function configOf(scenario: Scenario): FunctionConfig {
  const { scaling, provisioned = 0 } = scenario;
  return {
    memoryMb: scenario.memoryMb,
    timeoutMs: scenario.timeoutMs ?? NO_TIMEOUT_MS,
    idleTimeoutMs: scenario.idleTimeoutMs,
    concurrencyLimit: scenario.concurrencyLimit,
    instanceConcurrency: scenario.perInstance,
    routing: scenario.routing,
    routingSeed: scenario.seed + SEED_AFTER.routing,
    provisioned,
    ...(scaling && { startsPerTenSeconds: scaling.perTenSeconds }),
  };
}

function queueOf({ queue }: Scenario): QueueConfig {
  return {
    functionName: FUNCTION,
    batchSize: queue?.batchSize ?? 1,
    batchWindowMs: queue?.windowMs ?? 0,
    visibilityTimeoutMs: null,
    retryWaitsMs: queue?.retryWaitsMs ?? [],
  };
}

function usOf(ms: number): number {
  return Math.round(ms * US_PER_MS);
}
