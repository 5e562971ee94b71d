import type { BindingCall, BindingResult, KvEntry, ObjectInfo, StoredObject } from '../contract/bindings.ts';
import type { HttpRequestData } from '../contract/data.ts';
import type { Failure } from '../contract/failure.ts';
import type { CreateHost } from '../contract/host.ts';
import {
  type Command,
  createState,
  type Input,
  type InstanceSnapshot,
  type InvocationEnded,
  type MessagesDelivered,
  messageCount,
  nextPlannedMs,
  nextWakeMs,
  PlatformError,
  type PlatformEvent,
  type PlatformState,
  snapshotInstances,
  snapshotMessages,
  step,
} from '../platform/index.ts';
import { Alarm } from './alarm.ts';
import {
  type EndFacts,
  endedAnswer,
  refusalOf,
  refusedAnswer,
  resultEntry,
  throttledAnswer,
} from './answers.ts';
import { BindingDesk, QUEUE, READER } from './binding-desk.ts';
import {
  configOf,
  connectionOf,
  type Deployed,
  eventsOf,
  fingerprintOf,
  instanceSpec,
  UNREAD,
} from './deployments.ts';
import { Hearing } from './hearing.ts';
import { History } from './history.ts';
import { Hosts } from './hosts.ts';
import { randomId } from './ids.ts';
import { JumpingClock } from './jumping-clock.ts';
import { Journal, type Saved } from './messages/journal.ts';
import { PostOffice, type Untimed } from './messages/post-office.ts';
import { Timers } from './messages/timers.ts';
import { Publisher } from './publisher.ts';
import { findRoute } from './routes.ts';
import { type StoreCall, Stores } from './stores/index.ts';
import type {
  Answer,
  Deployment,
  EngineOptions,
  Entry,
  InvokeOptions,
  Listener,
  MessageView,
  OlderTotals,
} from './types.ts';
import { type OpenInvocation, Work } from './work.ts';

export class Engine {
  readonly #clock: JumpingClock;
  readonly #newInvocationId: () => string;
  readonly #hosts: Hosts;
  #hostName: string;
  readonly #state: PlatformState;
  readonly #alarm: Alarm;
  readonly #history: History;
  readonly #publisher = new Publisher();
  readonly #journal: Journal;
  readonly #stores: Stores;
  readonly #office: PostOffice;
  readonly #timers: Timers;
  readonly #desk: BindingDesk;
  readonly #hearing: Hearing;
  readonly #work = new Work();
  readonly #deployed = new Map<string, Deployed>();
  /** Those of them that answer requests, in the order in which they look for a route. */
  #answering: readonly Deployment[] = [];
  /** What came in while a step and its commands were being done: a host may answer at once. */
  readonly #postponed: (() => void)[] = [];
  #isBusy = false;
  #isDisposed = false;
  #isClockOn = false;
  #nowMs = 0;

  /** @throws PlatformError `INVALID_CONFIG` for a limit that makes no sense */
  constructor(options: EngineOptions) {
    const { createHost, hostName = '', clock, limits = {}, keep = () => {} } = options;
    const { newInvocationId = randomId, newMessageId = randomId } = options;
    const { maxInstances, keptInvocations } = limits;
    this.#clock = new JumpingClock(clock);
    this.#newInvocationId = newInvocationId;
    this.#state = createState(maxInstances === undefined ? {} : { maxInstances });
    this.#history = new History(keptInvocations);
    this.#alarm = new Alarm(this.#clock, () => this.#whenFree(() => this.#tell({ type: 'tick' })));
    const tell = (input: Untimed<Input>) => this.#whenFree(() => this.#tell(input));
    const append = (entry: Entry) => this.#append(entry);
    const nowMs = () => this.#readClock();
    const wallMs = () => this.#clock.wallMs();
    this.#journal = new Journal(keep);
    this.#stores = new Stores(this.#journal);
    this.#office = new PostOffice({ state: this.#state, journal: this.#journal, tell, wallMs, nowMs });
    this.#timers = new Timers({ office: this.#office, tell, newMessageId, wallMs, nowMs });
    this.#desk = new BindingDesk({
      stores: this.#stores,
      office: this.#office,
      append,
      newMessageId,
      nowMs,
      wallMs,
      uploadSources: () => this.#uploadSources(),
      openQueue: () => this.#openQueue(QUEUE),
    });
    this.#hearing = new Hearing({
      work: this.#work,
      tell,
      append,
      nowMs,
      perform: (call, caller) => this.#desk.perform(call, caller),
      reply: (instanceId, callId, result) => this.#reply(instanceId, callId, result),
    });
    this.#hosts = new Hosts(createHost, (report) => this.#whenFree(() => this.#hearing.hear(report)));
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
    const { functionName, source } = deployment;
    const fingerprint = fingerprintOf(deployment, this.#hostName);
    const before = this.#deployed.get(functionName);
    if (before?.fingerprint === fingerprint) return before.version;
    const version = (before?.version ?? 0) + 1;
    // Before the step: a message that waits for this function may start an instance of it at once.
    this.#deployed.set(functionName, { deployment, fingerprint, version });
    try {
      this.#tell({ type: 'deploy', functionName, config: configOf(deployment) });
    } catch (error) {
      if (before) this.#deployed.set(functionName, before);
      else this.#deployed.delete(functionName);
      throw error;
    }
    this.#answering = [...this.#deployed.values()]
      .map((one) => one.deployment)
      .filter((one) => one.source === undefined);
    const connection = connectionOf(deployment);
    if (connection !== null) this.#tell({ type: 'connect', ...connection });
    if (this.#isClockOn && source?.type === 'timer') this.#plan(deployment, source.cron);
    return version;
  }

  /**
   * Starts new instances on another host from now on. To the platform that is a new version of every function:
   * idle instances go, busy ones end where they run. Entries, totals, ids, stores and messages go on.
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
    const { signal, params = {} } = options;
    if (!this.#deployed.has(functionName)) throw new PlatformError('UNKNOWN_FUNCTION', functionName);
    const invocationId = this.#newInvocationId();
    const refusal = this.#isDisposed ? ({ code: 'CANCELLED' } as const) : refusalOf(request, signal);
    if (refusal !== null) return refusedAnswer(functionName, invocationId, refusal);
    const cancel = () => this.#whenFree(() => this.#cancel(invocationId));
    signal?.addEventListener('abort', cancel, { once: true });
    const answered = new Promise<Answer>((resolve) => {
      this.#work.begin(invocationId, { request, params }, resolve);
    });
    this.#whenFree(() => this.#tell({ type: 'request', functionName, invocationId }));
    const answer = await answered;
    signal?.removeEventListener('abort', cancel);
    return answer;
  }

  /** Calls the function whose route fits; a request that fits none is answered with 404, or with 405. */
  async request(request: HttpRequestData, options: InvokeOptions = {}): Promise<Answer> {
    const { pathname } = new URL(request.url);
    const found = findRoute(this.#answering, request.method, pathname);
    if (found.kind === 'found') {
      return this.invoke(found.functionName, request, { ...options, params: found.params });
    }
    const failure =
      found.kind === 'none'
        ? ({ code: 'NO_ROUTE', details: { path: pathname } } as const)
        : ({
            code: 'METHOD_NOT_ALLOWED',
            details: { method: request.method, allowed: found.allowed.join(', ') },
          } as const);
    return refusedAnswer('', this.#newInvocationId(), failure);
  }

  /** Does what a binding does, on behalf of the reader: a message, an upload, something thrown away. */
  perform(call: BindingCall): BindingResult {
    const result = this.#desk.perform(call, READER);
    this.#journal.flush();
    return result;
  }

  /** Undoes that the reader threw something away: no function hears of it. */
  putBack(call: StoreCall): BindingResult {
    const result = this.#desk.putBack(call);
    this.#journal.flush();
    return result;
  }

  /** Whether anything is stored, or on its way. */
  get holdsSomething(): boolean {
    return this.#stores.kv.size + this.#stores.bucket.size + messageCount(this.#state) > 0;
  }

  /** What is in the key-value store, by key. */
  kvEntries(): readonly KvEntry[] {
    return this.#stores.kv.list();
  }

  /** What is in the bucket, by key. */
  objects(): readonly ObjectInfo[] {
    return this.#stores.bucket.list();
  }

  /** The object itself, not a copy: only to be read. */
  object(key: string): StoredObject | null {
    return this.#stores.bucket.get(key);
  }

  /** Messages and events that are not done, in the order in which they were sent. */
  messages(): readonly MessageView[] {
    return snapshotMessages(this.#state).flatMap((snapshot) => {
      const content = this.#office.contentOf(snapshot.messageId);
      const functionName = this.#state.queues.get(snapshot.queueName)?.rules.functionName || null;
      return content === null ? [] : [{ ...snapshot, functionName, content }];
    });
  }

  /** A dead message waits again, as if it were new. Does nothing for one that is not dead. */
  redrive(messageId: string): void {
    if (this.#stateOf(messageId) === 'dead') this.#tell({ type: 'redrive', messageId });
  }

  /** Throws a message away that waits or is dead. */
  discard(messageId: string): void {
    const state = this.#stateOf(messageId);
    if (state === 'dead' || state === 'waiting') this.#tell({ type: 'discard', messageId });
  }

  /** Timers run from now on: each from its next moment. */
  startClock(): void {
    this.#isClockOn = true;
    for (const { deployment } of this.#deployed.values()) {
      if (deployment.source?.type === 'timer') this.#plan(deployment, deployment.source.cron);
    }
  }

  stopClock(): void {
    this.#isClockOn = false;
    this.#timers.stop();
  }

  /** The engine's own time in ms: that of its entries. */
  nowMs(): number {
    return this.#readClock();
  }

  /** The time on the wall in ms since 1970, as far ahead as the clock has jumped. */
  wallMs(): number {
    return this.#clock.wallMs();
  }

  /** The next moment of a timer, a delayed message or a retry, on the engine's clock; null when there is none. */
  nextPlannedMs(): number | null {
    return nextPlannedMs(this.#state);
  }

  /**
   * Moves the clock to that moment, with what falls due on the way. Not while something runs: its time is real.
   *
   * @returns whether there was such a moment, and nothing ran
   */
  skipToNext(): boolean {
    const plannedMs = this.nextPlannedMs();
    if (plannedMs === null) return false;
    for (let wakes = 0; wakes < MOST_WAKES_IN_A_JUMP; wakes += 1) {
      if (this.#work.open.size > 0) return wakes > 0;
      const nextMs = Math.min(nextWakeMs(this.#state) ?? plannedMs, plannedMs);
      this.#clock.jumpTo(nextMs);
      this.#alarm.reset();
      this.#tell({ type: 'tick' });
      if (nextMs >= plannedMs) return true;
    }
    return true;
  }

  /** Ends all instances, of one function or of all; open invocations are answered as cancelled. */
  clear(functionName?: string): void {
    this.#tell(functionName === undefined ? { type: 'clear' } : { type: 'clear', functionName });
  }

  /** Like new: no instances, nothing in the stores, no messages, the clock off, and of the entries only the totals. */
  empty(): void {
    this.stopClock();
    this.#tell({ type: 'purge' });
    this.clear();
    this.#stores.clear();
    this.#history.forgetAll();
    this.#journal.empty();
    this.#journal.flush();
  }

  /** Puts back what an earlier page kept, before anything else is done. What was under way then waits again. */
  restore(saved: Saved): void {
    this.#stores.restore(saved);
    for (const message of saved.messages) {
      if (this.#office.room < 1) break;
      this.#openQueue(message.queueName);
      this.#office.restore(message);
    }
  }

  /** Ends everything, for good. A later `invoke` is answered as cancelled. What was kept stays kept. */
  dispose(): void {
    if (this.#isDisposed) return;
    // What is under way now comes back in the next visit, as if it had never left.
    this.#journal.stop();
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
    this.#hosts.release((instanceId) => this.#work.live.has(instanceId));
  }

  #uploadSources() {
    return [...this.#deployed.values()].flatMap(({ deployment: { functionName, source } }) =>
      source?.type === 'upload' ? [{ queueName: eventsOf(functionName), prefix: source.prefix }] : [],
    );
  }

  #plan({ functionName }: Deployment, cron: string): void {
    this.#timers.plan({ functionName, queueName: eventsOf(functionName), cron });
  }

  /** A queue that no function reads yet: its messages wait for one. */
  #openQueue(queueName: string): void {
    if (!this.#state.queues.has(queueName)) this.#tell({ type: 'connect', queueName, config: UNREAD });
  }

  #stateOf(messageId: string): MessageView['state'] | undefined {
    return snapshotMessages(this.#state).find((message) => message.messageId === messageId)?.state;
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
    this.#journal.flush();
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
    if (event.type === 'messagesDelivered') this.#beginDelivery(event);
    const ended = event.type === 'invocationEnded' ? this.#work.open.get(event.invocationId) : undefined;
    if (event.type === 'invocationEnded' && ended && 'event' in ended.payload) {
      this.#append(resultEntry(event, this.#factsOf(event, ended)));
    }
    this.#append(event);
    if (event.type === 'invocationEnded') {
      this.#answer(event.invocationId, (open) => endedAnswer(event, this.#factsOf(event, open)));
    } else if (event.type === 'throttled') {
      this.#answer(event.invocationId, () => throttledAnswer(event));
    }
    this.#work.note(event, this.#deployed.get(event.functionName)?.deployment);
    this.#office.note(event);
    this.#timers.note(event);
  }

  #beginDelivery({ invocationId, messages }: MessagesDelivered): void {
    const event = this.#office.eventFor(invocationId, messages);
    const attempt = Math.max(...messages.map((message) => message.attempt));
    this.#work.begin(invocationId, { event, attempt }, null);
  }

  #append(entry: Entry): void {
    this.#history.add(entry);
    this.#publisher.add(entry);
  }

  #answer(invocationId: string, answerOf: (open: OpenInvocation) => Answer): void {
    const open = this.#work.open.get(invocationId);
    this.#work.open.delete(invocationId);
    open?.resolve?.(answerOf(open));
  }

  #factsOf({ instanceId }: InvocationEnded, { settlement }: OpenInvocation): EndFacts {
    const live = this.#work.live.get(instanceId);
    return { settlement, instanceFailure: live?.failure ?? null, timeoutMs: live?.timeoutMs ?? 0 };
  }

  #cancel(invocationId: string): void {
    if (this.#work.open.has(invocationId)) this.#tell({ type: 'cancel', invocationId });
  }

  #reply(instanceId: number, callId: number, result: BindingResult): void {
    this.#journal.flush();
    try {
      this.#hosts.reply(instanceId, callId, result);
    } catch {
      this.#lose(instanceId, 'HOST_LOST');
    }
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
          const payload = this.#work.open.get(invocationId)?.payload;
          if (payload) this.#hosts.invoke(instanceId, { invocationId, isCold, attempt: 1, ...payload });
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

/** On the way to one planned moment: no more instances can expire. */
const MOST_WAKES_IN_A_JUMP = 1_000;
