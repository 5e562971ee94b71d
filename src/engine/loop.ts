/**
 * The heart of the engine: the platform, driven in real time. Begin reading here.
 *
 * The platform (`src/platform`) is a state machine that reads no clock and starts nothing. It has to be told each fact
 * with its moment, answers with events (what happened) and commands (what to do), and names the next moment at which
 * something falls due. The loop is what does the telling, and there are four whom it listens to:
 *
 *     a caller's invoke, abort, deploy ─┐                        ┌─▶ events    written down, then each who keeps
 *     a host's report ─▶ hearing.ts ────┼─▶ tell ─▶ step ────────┤             something of them notes it
 *     a message ─▶ post-office.ts ──────┤                        ├─▶ commands  done by a host, in their order
 *     the alarm, a timer ───────────────┘                        └─▶ nextWakeMs   for when the alarm is set
 *
 * Five rules make that sound.
 *
 * 1. One step at a time. A host may answer from within a command, and an answer is a fact of its own. Told right away,
 *    it would overtake commands of the step that is being done. So what comes in while a step is being done is
 *    postponed until its last command is (`#whenFree`).
 * 2. Events first, then commands. Once a host hears of an invocation, everybody here knows of it: a report never tells
 *    of something that is not written down yet.
 * 3. Written down, then kept, then answered. An entry is in the list before the caller's promise is fulfilled, and what
 *    has to outlive the page is handed over (`journal.flush`) before a function gets the answer to its write.
 * 4. Time stands still rather than going back. Clocks were seen to step back a little; the platform refuses that, so
 *    the loop tells it the latest moment that it has seen (`nowMs`).
 * 5. A host can fail, the loop cannot. A host that throws has lost the instance that it was asked about, and the
 *    platform is told so, as if the host had reported it.
 *
 * Nothing here decides anything: which instance, which delivery, 200 or 429 is the platform's; what is believed of a
 * report is `hearing.ts`; what a caller gets is `work.ts`.
 */
import type { BindingResult } from '../contract/bindings.ts';
import type { Failure } from '../contract/failure.ts';
import type { CreateHost, Host, InstanceSpec, InvocationSpec, Report } from '../contract/host.ts';
import {
  type Command,
  createState,
  type Input,
  nextPlannedMs,
  nextWakeMs,
  type PlatformEvent,
  type PlatformState,
  step,
} from '../platform/index.ts';
import { Alarm, JumpingClock } from './clock.ts';
import { Deployments, instanceSpec } from './deployments.ts';
import { Hearing } from './hearing.ts';
import { History } from './history.ts';
import { Journal, type Keep } from './messages/journal.ts';
import { PostOffice } from './messages/post-office.ts';
import { Timers } from './messages/timers.ts';
import { Publisher } from './publisher.ts';
import { OutsideWorld } from './services/index.ts';
import { Desk } from './stores/index.ts';
import type { Clock, EngineLimits, Entry, Loop, ServiceWaits, Untimed } from './types.ts';
import { Work } from './work.ts';

/** On the way to one planned moment: no more instances can expire. */
const MOST_WAKES_IN_A_JUMP = 1_000;

/** What a loop runs on. */
export interface Ground {
  readonly createHost: CreateHost;
  readonly clock: Clock;
  readonly limits: EngineLimits;
  readonly newMessageId: () => string;
  readonly keep: Keep;
  readonly serviceWaits: ServiceWaits;
  readonly onInput: (input: Input) => void;
}

export class RealTimeLoop implements Loop {
  readonly state: PlatformState;
  readonly deployments = new Deployments();
  readonly work = new Work(this.deployments);
  readonly history: History;
  readonly publisher = new Publisher();
  readonly journal: Journal;
  readonly timers: Timers;
  readonly desk: Desk;
  readonly world: OutsideWorld;
  readonly #office: PostOffice;
  readonly #hearing: Hearing;
  readonly #hosts: Hosts;
  readonly #clock: JumpingClock;
  readonly #alarm: Alarm;
  readonly #onInput: (input: Input) => void;
  /** What came in while a step and its commands were being done. */
  readonly #postponed: (() => void)[] = [];
  #isBusy = false;
  #isDisposed = false;
  #nowMs = 0;

  /** @throws PlatformError `INVALID_CONFIG` for a limit that makes no sense */
  constructor({ createHost, clock, limits, newMessageId, keep, serviceWaits, onInput }: Ground) {
    const { maxInstances, keptInvocations } = limits;
    this.state = createState(maxInstances === undefined ? {} : { maxInstances });
    this.#onInput = onInput;
    this.history = new History(keptInvocations);
    this.#clock = new JumpingClock(clock);
    this.#alarm = new Alarm(this.#clock, () => this.tell({ type: 'tick' }));
    this.journal = new Journal(keep);
    this.#office = new PostOffice(this, this.journal, newMessageId);
    this.timers = new Timers(this, this.#office);
    this.desk = new Desk(this, this.deployments, this.journal, this.#office);
    this.world = new OutsideWorld(this, this.work, this.#clock, serviceWaits);
    this.#hearing = new Hearing(this, this.work, this.desk, this.world);
    this.#hosts = new Hosts(createHost, (report) => this.#whenFree(() => this.#hearing.hear(report)));
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  nowMs(): number {
    this.#nowMs = Math.max(this.#nowMs, this.#clock.nowMs());
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#clock.wallMs();
  }

  tell(input: Untimed<Input>): void {
    this.#whenFree(() => this.#step(input));
  }

  append(entry: Entry): void {
    this.history.add(entry);
    this.publisher.add(entry);
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    this.work.tells(instanceId);
    try {
      this.#hosts.reply(instanceId, callId, result);
    } catch {
      this.#lose(instanceId, 'HOST_LOST');
    }
  }

  /** The caller no longer wants an answer; one who has it already changes nothing. */
  cancel(invocationId: string): void {
    this.#whenFree(() => {
      if (this.work.open.has(invocationId)) this.tell({ type: 'cancel', invocationId });
    });
  }

  /** Moves the clock to the next planned moment; see `Engine.skipToNext`. */
  skipToNext(): boolean {
    const plannedMs = nextPlannedMs(this.state);
    if (plannedMs === null) return false;
    for (let wakes = 0; wakes < MOST_WAKES_IN_A_JUMP; wakes += 1) {
      if (this.work.open.size > 0) return wakes > 0;
      const nextMs = Math.min(nextWakeMs(this.state) ?? plannedMs, plannedMs);
      this.jumpTo(nextMs);
      if (nextMs >= plannedMs) return true;
    }
    return true;
  }

  jumpTo(atMs: number): void {
    this.#clock.jumpTo(atMs);
    this.#alarm.reset();
    this.world.afterJump();
    this.tell({ type: 'tick' });
  }

  /** New instances are another host's from now on; what runs ends where it began. */
  changeHost(createHost: CreateHost): void {
    this.#hosts.change(createHost);
    this.#hosts.release(this.work.live);
  }

  /** Ends everything, for good: nothing that comes in after this is heard. */
  dispose(): void {
    // What is under way now comes back in the next visit, as if it had never left.
    this.journal.stop();
    this.#step({ type: 'clear' });
    this.#isDisposed = true;
    this.#hosts.dispose();
  }

  #whenFree(task: () => void): void {
    if (this.#isDisposed) return;
    if (this.#isBusy) this.#postponed.push(task);
    else task();
  }

  #step(input: Untimed<Input>): void {
    const told: Input = { ...input, atMs: this.nowMs() };
    const { commands, events } = step(this.state, told);
    this.#onInput(told);
    this.#isBusy = true;
    for (const event of events) this.#note(event);
    for (const command of commands) this.#obey(command);
    this.journal.flush();
    this.#isBusy = false;
    this.#alarm.set(nextWakeMs(this.state));
    this.#hosts.release(this.work.live);
    this.world.look();
    for (let task = this.#postponed.shift(); task !== undefined; task = this.#postponed.shift()) task();
  }

  #note(event: PlatformEvent): void {
    const result = event.type === 'invocationEnded' ? this.work.resultOf(event) : null;
    this.world.note(event);
    if (result !== null) this.append(result);
    this.append(event);
    this.work.note(event);
    this.#office.note(event);
    this.timers.note(event);
  }

  #obey(command: Command): void {
    const { instanceId } = command;
    try {
      switch (command.type) {
        case 'startInstance': {
          const deployed = this.deployments.get(command.functionName);
          if (deployed) this.#hosts.start(instanceSpec(instanceId, deployed.deployment, this.world.inside));
          break;
        }
        case 'invoke': {
          const { invocationId, isCold } = command;
          const given = this.work.open.get(invocationId)?.asked ?? this.#office.deliveryOf(invocationId);
          if (!given) break;
          this.work.tells(instanceId);
          this.#hosts.invoke(instanceId, { invocationId, isCold, attempt: 1, ...given });
          break;
        }
        case 'killInstance':
          this.#hosts.kill(instanceId);
          break;
      }
    } catch {
      this.#lose(instanceId, command.type === 'startInstance' ? 'HOST_UNAVAILABLE' : 'HOST_LOST');
    }
  }

  /** A host that cannot even be spoken to has lost the instance. */
  #lose(instanceId: number, code: Failure['code']): void {
    this.#whenFree(() => this.#hearing.hear({ type: 'ended', instanceId, failure: { code } }));
  }
}

/**
 * The hosts of one engine: the one that gets new instances, and earlier ones that still have some. A reader may
 * change hosts in the midst of a run; what runs then ends where it began.
 */
class Hosts {
  readonly #report: (report: Report) => void;
  readonly #ownerOf = new Map<number, Host>();
  #current: Host;
  readonly #earlier = new Set<Host>();

  constructor(createHost: CreateHost, report: (report: Report) => void) {
    this.#report = report;
    this.#current = createHost(report);
  }

  change(createHost: CreateHost): void {
    this.#earlier.add(this.#current);
    this.#current = createHost(this.#report);
  }

  start(spec: InstanceSpec): void {
    this.#ownerOf.set(spec.instanceId, this.#current);
    this.#current.start(spec);
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    this.#ownerOf.get(instanceId)?.invoke(instanceId, invocation);
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    this.#ownerOf.get(instanceId)?.reply(instanceId, callId, result);
  }

  kill(instanceId: number): void {
    this.#ownerOf.get(instanceId)?.kill(instanceId);
  }

  /** Ends every earlier host of which no instance lives. */
  release(living: ReadonlyMap<number, unknown>): void {
    if (this.#earlier.size === 0 && this.#ownerOf.size < OWNERS_BEFORE_CLEANING) return;
    const needed = new Set<Host>();
    for (const [instanceId, host] of this.#ownerOf) {
      if (living.has(instanceId)) needed.add(host);
      else this.#ownerOf.delete(instanceId);
    }
    for (const host of [...this.#earlier]) {
      if (needed.has(host)) continue;
      this.#earlier.delete(host);
      host.dispose();
    }
  }

  dispose(): void {
    for (const host of [this.#current, ...this.#earlier]) host.dispose();
    this.#ownerOf.clear();
    this.#earlier.clear();
  }
}

/** A page lives long, and so do the numbers of instances that are gone. */
const OWNERS_BEFORE_CLEANING = 500;
