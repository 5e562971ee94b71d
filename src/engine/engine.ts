import type { CreateHost, HttpRequestData, Report } from '../host/contract.ts';
import type { Failure } from '../host/failure.ts';
import {
  type Command,
  createState,
  type Input,
  type InstanceSnapshot,
  type InvocationEnded,
  nextWakeMs,
  PlatformError,
  type PlatformEvent,
  type PlatformState,
  snapshotInstances,
  step,
} from '../platform/index.ts';
import { Alarm } from './alarm.ts';
import { endedAnswer, refusalOf, refusedAnswer, throttledAnswer } from './answers.ts';
import { configOf, type Deployed, fingerprintOf, instanceSpec } from './deployments.ts';
import { History } from './history.ts';
import { Hosts } from './hosts.ts';
import { randomId } from './ids.ts';
import { LogBudget } from './log-budget.ts';
import { Publisher } from './publisher.ts';
import {
  believableCount,
  believableFailure,
  believableLines,
  believableMs,
  believableResult,
  type Settlement,
} from './reports.ts';
import type {
  Answer,
  Clock,
  Deployment,
  EngineOptions,
  Entry,
  InvokeOptions,
  Listener,
  OlderTotals,
} from './types.ts';

/** An invocation whose caller waits. */
interface OpenInvocation {
  readonly request: HttpRequestData;
  readonly resolve: (answer: Answer) => void;
  readonly logBudget: LogBudget;
  instanceId: number | null;
  /** When its instance was handed it; null before. */
  startedAtMs: number | null;
  settlement: Settlement | null;
}

/** An instance that the platform counts on. */
interface LiveInstance {
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly startedAtMs: number;
  readonly logBudget: LogBudget;
  isReady: boolean;
  /** Why it went, if it went by itself. */
  failure: Failure | null;
}

type Told<Type extends Report['type']> = Extract<Report, { type: Type }>;

/** An input that still has to get its moment. */
type Untimed<Each> = Each extends Input ? Omit<Each, 'atMs'> : never;

export class Engine {
  readonly #clock: Clock;
  readonly #newInvocationId: () => string;
  readonly #hosts: Hosts;
  #hostName: string;
  readonly #state: PlatformState;
  readonly #alarm: Alarm;
  readonly #history: History;
  readonly #publisher = new Publisher();
  readonly #deployed = new Map<string, Deployed>();
  readonly #open = new Map<string, OpenInvocation>();
  readonly #live = new Map<number, LiveInstance>();
  /** What came in while a step and its commands were being done: a host may answer at once. */
  readonly #postponed: (() => void)[] = [];
  #isBusy = false;
  #isDisposed = false;
  #nowMs = 0;

  /** @throws PlatformError `INVALID_CONFIG` for a limit that makes no sense */
  constructor({ createHost, hostName = '', clock, limits = {}, newInvocationId = randomId }: EngineOptions) {
    const { maxInstances, keptInvocations } = limits;
    this.#clock = clock;
    this.#newInvocationId = newInvocationId;
    this.#state = createState(maxInstances === undefined ? {} : { maxInstances });
    this.#history = new History(keptInvocations);
    this.#alarm = new Alarm(clock, () => this.#whenFree(() => this.#tell({ type: 'tick' })));
    this.#hosts = new Hosts(createHost, (report) => this.#whenFree(() => this.#hear(report)));
    this.#hostName = hostName;
  }

  /**
   * Makes this the newest version of the function. Deploying what is deployed already changes nothing, so
   * warm instances stay.
   *
   * @returns the number of the version
   * @throws PlatformError `INVALID_CONFIG`, `INVALID_TIME`
   */
  deploy(deployment: Deployment): number {
    const { functionName } = deployment;
    const fingerprint = fingerprintOf(deployment, this.#hostName);
    const before = this.#deployed.get(functionName);
    if (before?.fingerprint === fingerprint) return before.version;
    const version = (before?.version ?? 0) + 1;
    this.#tell({ type: 'deploy', functionName, config: configOf(deployment) });
    this.#deployed.set(functionName, { deployment, fingerprint, version });
    return version;
  }

  /**
   * Starts new instances on another host from now on. To the platform that is a new version of every function:
   * idle instances go, busy ones end where they run. Entries, totals and ids go on.
   *
   * @param name tells one host from the next; the name of the one in use changes nothing
   */
  useHost(name: string, createHost: CreateHost): void {
    if (this.#isDisposed || name === this.#hostName) return;
    this.#hosts.change(createHost);
    this.#hostName = name;
    for (const { deployment } of [...this.#deployed.values()]) this.deploy(deployment);
    this.#releaseHosts();
  }

  /** Name of the host on which new instances start. */
  get hostName(): string {
    return this.#hostName;
  }

  /**
   * Calls a function. Whatever the function does, the promise is fulfilled, with a `failure` if need be.
   * What happened is told to listeners before the caller gets the answer.
   *
   * @throws PlatformError `UNKNOWN_FUNCTION`, as a rejection, when nothing of that name was deployed
   */
  async invoke(functionName: string, request: HttpRequestData, options: InvokeOptions = {}): Promise<Answer> {
    const { signal } = options;
    if (!this.#deployed.has(functionName)) throw new PlatformError('UNKNOWN_FUNCTION', functionName);
    const invocationId = this.#newInvocationId();
    const refusal = this.#isDisposed ? ({ code: 'CANCELLED' } as const) : refusalOf(request, signal);
    if (refusal !== null) return refusedAnswer(functionName, invocationId, refusal);
    const cancel = () => this.#whenFree(() => this.#cancel(invocationId));
    signal?.addEventListener('abort', cancel, { once: true });
    const answered = new Promise<Answer>((resolve) => {
      this.#open.set(invocationId, {
        request,
        resolve,
        logBudget: new LogBudget(),
        instanceId: null,
        startedAtMs: null,
        settlement: null,
      });
    });
    this.#whenFree(() => this.#tell({ type: 'request', functionName, invocationId }));
    const answer = await answered;
    signal?.removeEventListener('abort', cancel);
    return answer;
  }

  /** Ends all instances, of one function or of all; open invocations are answered as cancelled. */
  clear(functionName?: string): void {
    this.#tell(functionName === undefined ? { type: 'clear' } : { type: 'clear', functionName });
  }

  /** Ends everything, for good. A later `invoke` is answered as cancelled. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.clear();
    this.#isDisposed = true;
    this.#hosts.dispose();
  }

  /**
   * `listener` is told of new entries, those of one moment together, once a microtask.
   *
   * @returns what ends the subscription
   */
  subscribe(listener: Listener): () => void {
    return this.#publisher.subscribe(listener);
  }

  /** The entries of the newest invocations (20,000 unless told otherwise), oldest first. */
  entries(): readonly Entry[] {
    return this.#history.entries();
  }

  /** What came before `entries()`. */
  older(): OlderTotals {
    return this.#history.older();
  }

  /** All living instances, oldest first. */
  instances(): InstanceSnapshot[] {
    return snapshotInstances(this.#state);
  }

  #releaseHosts(): void {
    this.#hosts.release((instanceId) => this.#live.has(instanceId));
  }

  /** Now, or after the step that is being done. */
  #whenFree(task: () => void): void {
    if (this.#isDisposed) return;
    if (this.#isBusy) this.#postponed.push(task);
    else task();
  }

  /** One step of the platform: what happened is written down, then what it asks is done. */
  #tell(input: Untimed<Input>): void {
    const { commands, events } = step(this.#state, { ...input, atMs: this.#readClock() });
    this.#isBusy = true;
    for (const event of events) this.#note(event);
    for (const command of commands) this.#obey(command);
    this.#isBusy = false;
    this.#alarm.set(nextWakeMs(this.#state));
    this.#releaseHosts();
    for (let task = this.#postponed.shift(); task !== undefined; task = this.#postponed.shift()) task();
  }

  /** A clock that goes back would be refused by the platform: then it stands still. */
  #readClock(): number {
    this.#nowMs = Math.max(this.#nowMs, this.#clock.nowMs());
    return this.#nowMs;
  }

  #note(event: PlatformEvent): void {
    this.#append(event);
    switch (event.type) {
      case 'accepted': {
        const open = this.#open.get(event.invocationId);
        if (open) open.instanceId = event.instanceId;
        break;
      }
      case 'invocationStarted': {
        const open = this.#open.get(event.invocationId);
        if (open) open.startedAtMs = event.atMs;
        break;
      }
      case 'throttled':
        this.#answer(event.invocationId, () => throttledAnswer(event));
        break;
      case 'invocationEnded':
        this.#answer(event.invocationId, (open) => this.#endedAnswer(event, open));
        break;
      case 'instanceStarted':
        this.#live.set(event.instanceId, {
          functionName: event.functionName,
          timeoutMs: this.#deployed.get(event.functionName)?.deployment.timeoutMs ?? 0,
          startedAtMs: event.atMs,
          logBudget: new LogBudget(),
          isReady: false,
          failure: null,
        });
        break;
      case 'instanceReady': {
        const live = this.#live.get(event.instanceId);
        if (live) live.isReady = true;
        break;
      }
      case 'instanceGone':
        this.#live.delete(event.instanceId);
        break;
      case 'deployed':
      case 'instanceIdle':
        break;
    }
  }

  #append(entry: Entry): void {
    this.#history.add(entry);
    this.#publisher.add(entry);
  }

  #answer(invocationId: string, answerOf: (open: OpenInvocation) => Answer): void {
    const open = this.#open.get(invocationId);
    this.#open.delete(invocationId);
    open?.resolve(answerOf(open));
  }

  #endedAnswer(event: InvocationEnded, { settlement }: OpenInvocation): Answer {
    const live = this.#live.get(event.instanceId);
    return endedAnswer(event, {
      settlement,
      instanceFailure: live?.failure ?? null,
      timeoutMs: live?.timeoutMs ?? 0,
    });
  }

  #cancel(invocationId: string): void {
    if (this.#open.has(invocationId)) this.#tell({ type: 'cancel', invocationId });
  }

  #obey(command: Command): void {
    const { instanceId } = command;
    try {
      switch (command.type) {
        case 'startInstance': {
          const deployed = this.#deployed.get(command.functionName);
          if (deployed) this.#hosts.start(instanceSpec(instanceId, deployed.deployment));
          break;
        }
        case 'invoke': {
          const { invocationId, isCold } = command;
          const request = this.#open.get(invocationId)?.request;
          if (request) this.#hosts.invoke(instanceId, { invocationId, isCold, request });
          break;
        }
        case 'killInstance':
          this.#hosts.kill(instanceId);
          break;
      }
    } catch {
      // A host that cannot even be spoken to has lost the instance.
      const failure: Failure = { code: command.type === 'startInstance' ? 'HOST_UNAVAILABLE' : 'HOST_LOST' };
      this.#whenFree(() => this.#hear({ type: 'ended', instanceId, failure }));
    }
  }

  /** Of an instance that is gone, or never was, nothing is heard. */
  #hear(report: Report): void {
    const live = this.#live.get(report.instanceId);
    if (live === undefined) return;
    switch (report.type) {
      case 'ready':
        this.#hearReady(report, live);
        break;
      case 'settled':
        this.#hearSettled(report);
        break;
      case 'ended':
        this.#hearEnded(report, live);
        break;
      case 'log':
        this.#hearLog(report, live);
        break;
    }
  }

  #hearReady({ instanceId, initMs: measuredMs }: Told<'ready'>, live: LiveInstance): void {
    const initMs = believableMs(measuredMs, this.#readClock() - live.startedAtMs);
    if (!live.isReady && initMs !== null) this.#tell({ type: 'ready', instanceId, initMs });
  }

  #hearSettled({ instanceId, invocationId, durationMs: measuredMs, result }: Told<'settled'>): void {
    const open = this.#open.get(invocationId);
    if (open?.instanceId !== instanceId || open.startedAtMs === null) return;
    const durationMs = believableMs(measuredMs, this.#readClock() - open.startedAtMs);
    if (durationMs === null) return;
    open.settlement = believableResult(result);
    const outcome = open.settlement.ok ? 'ok' : 'error';
    this.#tell({ type: 'settled', instanceId, invocationId, durationMs, outcome });
  }

  #hearEnded({ instanceId, failure, initMs: measuredMs }: Told<'ended'>, live: LiveInstance): void {
    live.failure = believableFailure(failure, 'INSTANCE_CRASHED');
    // Without a sandbox nothing of the learner's ran: that is no start to pay for.
    const wasNeverThere = live.failure.code === 'HOST_UNAVAILABLE';
    const initMs = wasNeverThere ? 0 : believableMs(measuredMs, this.#readClock() - live.startedAtMs);
    if (live.isReady || initMs === null) this.#tell({ type: 'ended', instanceId });
    else this.#tell({ type: 'ended', instanceId, initMs });
  }

  #hearLog(report: Told<'log'>, live: LiveInstance): void {
    const { instanceId } = report;
    const open = report.invocationId === null ? undefined : this.#open.get(report.invocationId);
    const isInInvocation = open?.instanceId === instanceId && open.startedAtMs !== null;
    const told = believableLines(report.lines);
    const lines = (isInInvocation ? open : live).logBudget.take(told);
    const dropped = believableCount(report.dropped) + told.length - lines.length;
    if (lines.length === 0 && dropped === 0) return;
    this.#append({
      type: 'log',
      atMs: this.#readClock(),
      functionName: live.functionName,
      instanceId,
      invocationId: isInInvocation ? report.invocationId : null,
      lines,
      dropped,
    });
  }
}
