/**
 * The engine as a page, a check or a program of the reader's own holds it: what can be asked of a lab, and what can be
 * seen of it. Nothing runs in this file: each fact goes to the loop (`loop.ts`), which tells the platform.
 */
import type { HttpRequestData, HttpResponseData, SourceFile } from '../contract/data.ts';
import type { CreateHost } from '../contract/host.ts';
import type { PlayedService } from '../contract/services.ts';
import { type InstanceSnapshot, nextPlannedMs, PlatformError, snapshotInstances } from '../platform/index.ts';
import { configOf, connectionOf, fingerprintOf } from './deployments.ts';
import { RealTimeLoop } from './loop.ts';
import type { Saved } from './messages/journal.ts';
import { findRoute } from './routes.ts';
import type { Desk } from './stores/index.ts';
import type {
  Answer,
  Deployment,
  EngineOptions,
  Entry,
  InvokeOptions,
  Listener,
  OlderTotals,
} from './types.ts';
import { refusalOf, refusedAnswer } from './work.ts';

export class Engine {
  readonly #loop: RealTimeLoop;
  readonly #newInvocationId: () => string;
  #hostName: string;

  /** @throws PlatformError `INVALID_CONFIG` for a limit that makes no sense */
  constructor(options: EngineOptions) {
    const { createHost, hostName = '', clock, limits = {}, keep = () => {} } = options;
    const { newInvocationId = randomId, newMessageId = randomId } = options;
    const { services = [], serviceWaits = 'real', onInput = () => {} } = options;
    this.#loop = new RealTimeLoop({ createHost, clock, limits, newMessageId, keep, serviceWaits, onInput });
    this.#loop.world.play(services);
    this.#loop.world.ownBy((request) => {
      const invocationId = this.#newInvocationId();
      return { invocationId, send: () => this.request(request, { invocationId }).then(responseOf) };
    });
    this.#newInvocationId = newInvocationId;
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
    const { deployments, timers } = this.#loop;
    const { functionName } = deployment;
    const fingerprint = fingerprintOf(deployment, this.#hostName);
    const before = deployments.get(functionName);
    if (before?.fingerprint === fingerprint) return before.version;
    const version = (before?.version ?? 0) + 1;
    // Before the step: a message that waits for this function may start an instance of it at once.
    deployments.set(functionName, { deployment, fingerprint, version });
    try {
      this.#loop.tell({ type: 'deploy', functionName, config: configOf(deployment) });
    } catch (error) {
      if (before) deployments.set(functionName, before);
      else deployments.delete(functionName);
      throw error;
    }
    const connection = connectionOf(deployment);
    if (connection !== null) this.#loop.tell({ type: 'connect', ...connection });
    timers.plan(deployment);
    return version;
  }

  /**
   * Starts new instances on another host from now on. To the platform that is a new version of every function:
   * idle instances go, busy ones end where they run. Entries, totals, ids, stores and messages go on.
   *
   * @param name tells one host from the next; the name of the one in use changes nothing
   */
  useHost(name: string, createHost: CreateHost): void {
    if (this.#loop.isDisposed || name === this.#hostName) return;
    this.#loop.changeHost(createHost);
    this.#hostName = name;
    for (const deployment of this.#loop.deployments.all()) this.deploy(deployment);
  }

  /** The code that was deployed last: what runs, whatever an editor shows by now. */
  get deployedCode(): readonly SourceFile[] {
    const [newest] = this.#loop.deployments.all().slice(-1);
    return newest?.files ?? [];
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
    const { signal, params = {}, invocationId = this.#newInvocationId() } = options;
    const loop = this.#loop;
    if (!loop.deployments.has(functionName)) throw new PlatformError('UNKNOWN_FUNCTION', functionName);
    const refusal = loop.isDisposed ? ({ code: 'CANCELLED' } as const) : refusalOf(request, signal);
    if (refusal !== null) return refusedAnswer(functionName, invocationId, refusal);
    const cancel = () => loop.cancel(invocationId);
    signal?.addEventListener('abort', cancel, { once: true });
    const answered = new Promise<Answer>((resolve) => {
      loop.work.begin(invocationId, { request, params }, resolve);
    });
    loop.tell({ type: 'request', functionName, invocationId });
    const answer = await answered;
    signal?.removeEventListener('abort', cancel);
    return answer;
  }

  /** Calls the function whose route fits; a request that fits none is answered with 404, or with 405. */
  async request(request: HttpRequestData, options: InvokeOptions = {}): Promise<Answer> {
    const { pathname } = new URL(request.url);
    const found = findRoute(this.#loop.deployments.answering(), request.method, pathname);
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
    return refusedAnswer('', options.invocationId ?? this.#newInvocationId(), failure);
  }

  /** What is stored and what is on its way, for the reader as for a function: to be looked at, written and taken away. */
  get bindings(): Desk {
    return this.#loop.desk;
  }

  /** Timers run from now on: each from its next moment. */
  startClock(): void {
    this.#loop.timers.start(this.#loop.deployments.all());
  }

  /** No timer runs from now on. */
  stopClock(): void {
    this.#loop.timers.stop();
  }

  /** The engine's own time in ms: that of its entries. */
  nowMs(): number {
    return this.#loop.nowMs();
  }

  /** The time on the wall in ms since 1970, as far ahead as the clock has jumped. */
  wallMs(): number {
    return this.#loop.wallMs();
  }

  /** The next moment of a timer, a delayed message or a retry, on the engine's clock; null when there is none. */
  nextPlannedMs(): number | null {
    return nextPlannedMs(this.#loop.state);
  }

  /**
   * Moves the clock to that moment, with what falls due on the way. Not while something runs: its time is real.
   *
   * @returns whether there was such a moment, and nothing ran
   */
  skipToNext(): boolean {
    return this.#loop.skipToNext();
  }

  /** Ends all instances, of one function or of all; open invocations are answered as cancelled. */
  clear(functionName?: string): void {
    this.#loop.tell(functionName === undefined ? { type: 'clear' } : { type: 'clear', functionName });
  }

  /** Like new: no instances, nothing in the stores, no messages, the clock off, and of the entries only the totals. */
  empty(): void {
    this.stopClock();
    this.#loop.tell({ type: 'purge' });
    this.clear();
    this.#loop.history.forgetAll();
    this.#loop.desk.clear();
    this.#loop.world.restart();
  }

  /** Puts back what an earlier page kept, before anything else is done. What was under way then waits again. */
  restore(saved: Saved): void {
    this.#loop.desk.restore(saved);
  }

  /** Instances that start from now on can ask these services, and no other ones: each of them from its beginning. */
  play(services: readonly PlayedService[]): void {
    this.#loop.world.play(services);
  }

  /** Ends everything, for good. A later `invoke` is answered as cancelled. What was kept stays kept. */
  dispose(): void {
    if (!this.#loop.isDisposed) this.#loop.dispose();
  }

  /**
   * `listener` is told of new entries, those of one moment together, once a microtask.
   *
   * @returns what ends the subscription
   */
  subscribe(listener: Listener): () => void {
    return this.#loop.publisher.subscribe(listener);
  }

  /** The entries of the newest invocations (20,000 unless told otherwise), oldest first. */
  entries(): readonly Entry[] {
    return this.#loop.history.entries();
  }

  /** What came before `entries()`. */
  older(): OlderTotals {
    return this.#loop.history.older();
  }

  /** All living instances, oldest first. */
  instances(): InstanceSnapshot[] {
    return snapshotInstances(this.#loop.state);
  }
}

/** What a function gets that called another one: where that gave nothing, a gateway would say as much. */
function responseOf({ response, status }: Answer): HttpResponseData {
  if (response !== null) return response;
  const body = JSON.stringify({ fout: 'De functie die je aanriep, gaf zelf geen antwoord.' });
  const headers = [['content-type', 'application/json']] as const;
  return { status, statusText: '', headers, body: new TextEncoder().encode(body) };
}

/** Random bytes are asked for many ids at once: each time costs more than the bytes. */
const IDS_AT_ONCE = 64;
const BYTES = 16;

const pool = new Uint8Array(IDS_AT_ONCE * BYTES);
let used = pool.length;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A random UUID (version 4, RFC 9562), as real platforms use for an invocation. Not
 * `crypto.randomUUID`, which a page has only over HTTPS or on localhost.
 */
export function randomId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let id = '';
  for (let at = 0; at < BYTES; at += 1) {
    let byte = pool[used + at] ?? 0;
    if (at === 6) byte = (byte & 0x0f) | 0x40;
    if (at === 8) byte = (byte & 0x3f) | 0x80;
    id += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + hexOf[byte];
  }
  used += BYTES;
  return id;
}
