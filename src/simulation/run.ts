/**
 * One run: the platform of the lab, driven by a virtual clock. In the place of instances, which take the time that they
 * take, stand durations that are drawn; in the place of people, arrivals.
 *
 * Three things are next, and the earliest goes first: something of the agenda (an instance is ready, a call is done), a
 * deadline of the platform's (an instance expires, a call takes too long), or an arrival. At one moment they go in that
 * order, so that an instance which expires when a call comes is gone, as the platform has it too.
 *
 * Nothing is decided here about where a call goes, or what is billed: that is the platform's. What a call takes is drawn
 * when it is accepted, from the stream of warm or of cold durations, so that two routings can be compared on one traffic.
 */
import {
  createState,
  type Input,
  type InvocationEnded,
  type Output,
  type PlatformEvent,
  type PlatformState,
  step,
} from '../platform/index.ts';
import { Agenda } from './agenda.ts';
import { type CallTimes, callTimes } from './call-times.ts';
import { arrivals } from './draws/arrivals.ts';
import { stream } from './draws/random-stream.ts';
import { type Call, Calls } from './open-calls.ts';
import { resultOf, type SimulationResult } from './result.ts';
import type { Scenario } from './scenario.ts';
import { type Slice, Statistics } from './statistics.ts';
import { UsageClasses } from './usage-classes.ts';

export interface RunOptions {
  /** Gets each slice of the run when it is over, also one in which nothing happened. */
  readonly onSlice?: (slice: Slice) => void;
  /** How wide a slice is, or how wide the one is that begins at a moment; an hour if absent. */
  readonly sliceMs?: number | ((fromMs: number) => number);
}

export interface Run {
  /**
   * Goes on until the end, or for so many calls and deadlines. Cheap to call again.
   *
   * @returns whether the run is over
   */
  advance(budget: number): boolean;
  /** The moment of the newest event. */
  readonly nowMs: number;
  /** What was counted so far; of the whole run when it is over. */
  result(): SimulationResult;
}

const US_PER_MS = 1000;
const NEVER_US = Number.POSITIVE_INFINITY;
/** For a function without a timeout: longer than any run, and still exact when it is added to the latest moment. */
const NO_TIMEOUT_MS = 1e12;
const FUNCTION = 'f';
const HOUR_MS = 3_600_000;
/** Seeds of the streams that are not of the form, which has arrivals, warm and cold durations. */
const SEED_AFTER = { warm: 1, cold: 2, failing: 3, routing: 4 };

export function startRun(scenario: Scenario, options: RunOptions = {}): Run {
  return new VirtualTime(scenario, options);
}

class VirtualTime implements Run {
  readonly #state: PlatformState;
  readonly #untilUs: number;
  readonly #timeoutUs: number;
  readonly #output: Output = { commands: [], events: [], isBrief: true };
  readonly #agenda = new Agenda<Call>();
  readonly #calls = new Calls();
  readonly #statistics: Statistics;
  readonly #usage: UsageClasses;
  readonly #times: CallTimes;
  readonly #nextArrivalMs: () => number;
  /** When each living instance was started. */
  readonly #startedUs = new Map<number, number>();
  #arrivalUs: number;
  #isOver = false;

  constructor(scenario: Scenario, { onSlice, sliceMs = HOUR_MS }: RunOptions) {
    const { seed, timeoutMs = NO_TIMEOUT_MS } = scenario;
    this.#untilUs = usOf(scenario.untilMs);
    this.#timeoutUs = usOf(timeoutMs);
    this.#state = createState({ maxInstances: scenario.concurrencyLimit });
    step(this.#state, { type: 'deploy', atMs: 0, functionName: FUNCTION, config: configOf(scenario) });
    const owner = this.#state.functions.get(FUNCTION);
    if (owner === undefined) throw new Error('a function that was deployed is there');
    const widthMs = typeof sliceMs === 'number' ? () => sliceMs : sliceMs;
    const slices = onSlice === undefined ? null : { onSlice, widthMs };
    this.#statistics = new Statistics(this.#state, owner, scenario.skipMs, slices);
    this.#usage = new UsageClasses(scenario.memoryMb);
    this.#times = callTimes(scenario, stream(seed + SEED_AFTER.warm), stream(seed + SEED_AFTER.cold));
    this.#nextArrivalMs = arrivals(scenario.arrivals, stream(seed));
    this.#arrivalUs = usOf(this.#nextArrivalMs());
  }

  get nowMs(): number {
    return this.#statistics.nowUs / US_PER_MS;
  }

  advance(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#isOver; left -= 1) this.#next();
    return this.#isOver;
  }

  result(): SimulationResult {
    const { nowUs, countedFromUs } = this.#statistics;
    const stillOpenUs = this.#calls.openForUs(nowUs, countedFromUs);
    return resultOf(this.#statistics, this.#state.instances.size, stillOpenUs, this.#usage.records());
  }

  #next(): void {
    const agendaUs = this.#agenda.firstUs;
    const wakeUs = this.#state.wakeUs;
    const arrivalUs = this.#arrivalUs;
    let isEvent = true;
    if (agendaUs <= wakeUs && agendaUs <= arrivalUs) {
      // With nothing to come, the rest of the time is quiet.
      const isQuiet = agendaUs === NEVER_US;
      this.#statistics.pass(isQuiet ? this.#untilUs : agendaUs);
      if (!isQuiet) isEvent = this.#report(this.#agenda.takeFirst());
    } else if (wakeUs <= arrivalUs) {
      this.#statistics.pass(wakeUs);
      this.#tell({ type: 'tick', atMs: wakeUs / US_PER_MS });
      isEvent = this.#output.events.length > 0;
      this.#obey(null);
    } else {
      this.#statistics.pass(arrivalUs);
      this.#arrive();
      this.#arrivalUs = usOf(this.#nextArrivalMs());
    }
    if (isEvent && this.#statistics.nowUs >= this.#untilUs) {
      this.#isOver = true;
      this.#statistics.finish();
    }
  }

  #arrive(): void {
    const statistics = this.#statistics;
    statistics.total += 1;
    const call = this.#calls.take(statistics.nowUs);
    this.#tell({ type: 'request', atMs: this.nowMs, functionName: FUNCTION, invocationId: call.id });
    const { events } = this.#output;
    if (events[0]?.type === 'throttled') {
      statistics.rejected += 1;
      this.#calls.end(call);
      return;
    }
    call.isCold = events[0]?.type === 'instanceStarted';
    if (call.isCold) {
      statistics.cold += 1;
      this.#times.drawCold(call, statistics.total);
    } else {
      statistics.warm += 1;
      this.#times.drawWarm(call, statistics.total);
    }
    this.#obey(call);
    statistics.notePeak();
  }

  /** Of the agenda: an instance is ready, or a call is done. @returns whether it is an event of the run */
  #report(call: Call): boolean {
    const { stage, id, instanceId } = call;
    const atMs = this.nowMs;
    call.isInAgenda = false;
    if (stage === 'over') {
      this.#calls.end(call);
      return false;
    }
    if (stage === 'starting') {
      this.#tell({ type: 'ready', atMs, instanceId, initMs: call.initUs / US_PER_MS });
    } else {
      const durationMs = call.durationUs / US_PER_MS;
      this.#tell({ type: 'settled', atMs, instanceId, invocationId: id, durationMs, outcome: 'ok' });
    }
    this.#obey(stage === 'starting' ? call : null);
    return stage === 'running' || this.#times.isStartAlone;
  }

  #tell(input: Input): void {
    const { events, commands } = this.#output;
    // Not by their length, which would give their memory away.
    while (events.length > 0) events.pop();
    while (commands.length > 0) commands.pop();
    step(this.#state, input, this.#output);
    for (const event of events) this.#note(event);
  }

  #note(event: PlatformEvent): void {
    if (event.type === 'invocationEnded') this.#end(event);
    else if (event.type === 'instanceStarted') this.#startedUs.set(event.instanceId, this.#statistics.nowUs);
    else if (event.type === 'instanceGone') {
      this.#statistics.noteInstanceEnd(this.#startedUs.get(event.instanceId) ?? 0);
      this.#startedUs.delete(event.instanceId);
    }
  }

  #end({ invocationId, usage }: InvocationEnded): void {
    const call = this.#calls.get(invocationId);
    this.#statistics.noteCallEnd(call.acceptedUs);
    this.#usage.add(usOf(usage.durationMs), usOf(usage.initMs ?? 0), false);
    this.#calls.end(call);
  }

  /** @param current the call that the last step was about, if any: most commands are about that one */
  #obey(current: Call | null): void {
    for (const command of this.#output.commands) {
      if (command.type === 'killInstance') continue;
      const nowUs = this.#statistics.nowUs;
      if (command.type === 'startInstance') {
        if (current !== null) this.#plan(current, 'starting', command.instanceId, nowUs + current.initUs);
        continue;
      }
      const { invocationId, instanceId } = command;
      const call = current?.id === invocationId ? current : this.#calls.get(invocationId);
      this.#statistics.noteWait(nowUs - call.arrivedUs);
      this.#plan(call, 'running', instanceId, nowUs + call.durationUs);
    }
  }

  #plan(call: Call, stage: 'starting' | 'running', instanceId: number, atUs: number): void {
    call.stage = stage;
    call.instanceId = instanceId;
    const spanUs = stage === 'starting' ? call.initUs : call.durationUs;
    // What takes too long is ended by the platform, and nobody reports.
    if (spanUs > this.#timeoutUs) return;
    call.isInAgenda = true;
    this.#agenda.add(atUs, call);
  }
}

function configOf(scenario: Scenario) {
  return {
    memoryMb: scenario.memoryMb,
    timeoutMs: scenario.timeoutMs ?? NO_TIMEOUT_MS,
    idleTimeoutMs: scenario.idleTimeoutMs,
    concurrencyLimit: scenario.concurrencyLimit,
    instanceConcurrency: scenario.perInstance,
    routing: scenario.routing,
    routingSeed: scenario.seed + SEED_AFTER.routing,
  };
}

function usOf(ms: number): number {
  return Math.round(ms * US_PER_MS);
}
