/**
 * The platform under a check: sets an exercise off, waits until all is quiet, and tells what came of it. What has to
 * wait for its moment (a retry, a delayed message, a timer) is jumped to. Measured durations are real, but for the waiting
 * for services of the outside world: that is counted.
 */
import type { BindingCall } from '../../contract/bindings.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import type { PlayedService, ServiceRequest } from '../../contract/services.ts';
import type { Sample } from '../../course/sample.ts';
import { type Answer, type Clock, Engine, type Entry, realClock } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import { deploymentsOf } from '../../playground/model/deploying.ts';
import { requestUrl } from '../../playground/model/request-form.ts';
import { untilQuiet } from '../../playground/model/until-quiet.ts';
import { CheckFailure } from './check-failure.ts';
import { type Counts, countsOf } from './counts.ts';
import { inWords, quoted, settingsInWords } from './in-words.ts';
import { type LabRequest, type RequestOptions, sentInWords } from './lab-request.ts';
import { Meanwhile } from './meanwhile.ts';
import { Received } from './received.ts';
import { Rendezvous } from './rendezvous.ts';
import {
  answering,
  answerOf,
  type Reply,
  type ServedCall,
  servedCall,
  unlimited,
  type WaitedTimer,
  waitedTimers,
} from './served.ts';
import { waitedUsages } from './waited.ts';

export class LabDriver {
  protected readonly engine: Engine;
  readonly #sample: Sample;
  readonly #stopped: Promise<never>;
  readonly #calls: { readonly instanceId: number; readonly call: BindingCall }[] = [];
  readonly #steps: string[] = [];
  #news: () => void = () => {};
  #services: readonly PlayedService[] = [];
  #files: readonly SourceFile[] = [];
  /** Of what was last set off all at once. */
  #meeting: Rendezvous | null = null;
  #wasTogether = false;
  readonly #meanwhile = new Meanwhile((call) => this.engine.bindings.perform(call));
  /** Entries before it are of a warm-up: no bill and no count. */
  #countsFrom = 0;

  /**
   * @param stopped ends everything: what is waited for then rejects with its reason
   * @param clock tells the platform the time; a test turns it by hand
   */
  constructor(createHost: CreateHost, sample: Sample, stopped: AbortSignal, clock: Clock = realClock) {
    this.#sample = sample;
    this.engine = new Engine({
      createHost: (report) =>
        createHost((said) => {
          if (said.type === 'call') this.#calls.push(said);
          if (this.#meeting) this.#meeting.hear(said, report);
          else report(said);
          this.#meanwhile.hear(said);
        }),
      clock,
      // What is waited for is counted, so that no check takes longer, or costs more, on a slower machine.
      serviceWaits: 'counted',
    });
    this.engine.subscribe(() => {
      this.#meeting?.check();
      this.#news();
    });
    this.#stopped = new Promise((_, reject) => {
      const stop = () => reject(stopped.reason);
      if (stopped.aborted) stop();
      else stopped.addEventListener('abort', stop);
    });
    // Nobody may be waiting when it comes.
    this.#stopped.catch(() => {});
  }

  /** A fresh platform with this code: no instances, nothing stored, nothing counted. */
  begin(files: readonly SourceFile[]): void {
    this.engine.empty();
    this.#play(this.#sample.services);
    this.#meeting = null;
    this.#wasTogether = false;
    this.#meanwhile.stop();
    this.#calls.length = 0;
    this.#steps.length = 0;
    this.#countsFrom = 0;
    this.#files = files;
    this.#rollOut(this.#sample.env);
  }

  /** The same code with these settings, and no others: not what the learner can have read in the manifest. What is stored stays. */
  rollOutWith(env: Readonly<Record<string, string>>): void {
    this.#steps.push(`uitgerold met ${settingsInWords(env)}`);
    this.#rollOut(env);
  }

  #rollOut(env: Readonly<Record<string, string>>): void {
    const { memoryMb, timeoutMs, concurrencyLimit } = this.#sample;
    const settings = { files: this.#files, memoryMb, timeoutMs, concurrencyLimit, env, cron: null };
    for (const deployment of deploymentsOf(this.#sample, settings)) this.engine.deploy(deployment);
  }

  dispose(): void {
    this.engine.dispose();
  }

  /** What was done since the beginning, each in Dutch, for who has to find out what went wrong: `POST /kies met {"a":1}`. */
  get steps(): readonly string[] {
    return this.#steps;
  }

  /** Waits for the answer, not for what the function set in motion. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Received> {
    const asked = `${method} ${path}${sentInWords(options)}`;
    this.#steps.push(asked);
    return new Received(asked, await this.#unlessStopped(this.#send(method, path, options)));
  }

  /** One after another: what came of each. @throws CheckFailure as `outcome` of an answer */
  async outcomes(...requests: readonly LabRequest[]): Promise<unknown[]> {
    const outcomes: unknown[] = [];
    for (const request of requests) outcomes.push((await this.request(...request)).outcome);
    return outcomes;
  }

  /** The same request so many times at once. */
  async burst(
    times: number,
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Received[]> {
    const asked = `${method} ${path}${sentInWords(options)}`;
    this.#steps.push(`${times} keer tegelijk ${asked}`);
    this.#meet();
    this.#wasTogether ||= times > 1;
    const sent = Array.from({ length: times }, () => this.#send(method, path, options));
    const answers = await this.#unlessStopped(Promise.all(sent));
    return answers.map((answer) => new Received(asked, answer));
  }

  /** The reader puts a file in the bucket; then until all is quiet. */
  async upload(key: string, text: string, contentType = 'text/plain'): Promise<void> {
    this.#steps.push(`upload van ${key} met ${quoted(text)}`);
    const body = new TextEncoder().encode(text);
    this.engine.bindings.perform({ op: 'bucket.put', key, body, contentType });
    await this.quiet();
  }

  /** Puts messages in the queue, all before any is handled; then until all is quiet. */
  async send(...bodies: readonly unknown[]): Promise<void> {
    this.#meet();
    this.#wasTogether ||= bodies.length > 1;
    for (const body of bodies) {
      this.#steps.push(`bericht ${inWords(body)}`);
      this.engine.bindings.perform({ op: 'queue.send', body: JSON.stringify(body), delayMs: 0 });
    }
    await this.quiet();
  }

  /**
   * From now on this service answers so on this route, with JSON: not what the learner can have read in the manifest.
   *
   * @param route a method and a path, as in a manifest: `GET /metingen/:plaats`
   */
  answers(service: string, route: string, answerTo: (asked: ServiceRequest) => unknown): void {
    const answer = (asked: ServiceRequest) => answerOf({ status: 200, json: answerTo(asked) });
    this.#play(answering(this.#services, service, route, answer));
  }

  /** As `answers`, with any status, headers and time, and with no limit or failure beside it: the check says when the service is busy. */
  replies(service: string, route: string, replyTo: (asked: ServiceRequest) => Reply): void {
    const answer = (asked: ServiceRequest) => answerOf(replyTo(asked));
    this.#play(answering(unlimited(this.#services, service), service, route, answer));
  }

  #play(services: readonly PlayedService[]): void {
    this.#services = services;
    this.engine.play(services);
  }

  /** All instances go, as after a quiet hour; what is stored stays. */
  endInstances(): void {
    this.#steps.push('alle instanties weg');
    this.engine.clear();
  }

  /** Puts a value there beforehand, as an earlier run would have done. */
  store(key: string, value: unknown): void {
    this.#steps.push(`in kv bij ${quoted(key)}: ${inWords(value)}`);
    this.engine.bindings.perform({ op: 'kv.put', key, value: JSON.stringify(value) });
  }

  /**
   * The next `times` that the code reads this key, somebody else writes it right after: what the code read is old before it can
   * write. So an update that gets lost is lost on any machine.
   *
   * @param change what becomes of the value; null when there is none
   */
  overtakes(times: number, key: string, change: (value: unknown) => unknown): void {
    this.#steps.push(`${times} keer schrijft een ander in kv bij ${quoted(key)}`);
    this.#meanwhile.begin({ times, key, change });
  }

  /** Lets the timer go off once; then until all is quiet. */
  async tick(): Promise<void> {
    this.#steps.push('de timer');
    this.engine.startClock();
    const hasFired = this.engine.skipToNext();
    this.engine.stopClock();
    if (!hasFired) throw new CheckFailure('een timer die afgaat', 'er is geen timer gepland');
    await this.quiet();
  }

  /** When the timer goes off next, as a moment on the calendar; the function finds it in `scheduledTime`. */
  get nextTickMs(): number {
    this.engine.startClock();
    const plannedMs = this.engine.nextPlannedMs();
    this.engine.stopClock();
    if (plannedMs === null) throw new CheckFailure('een timer die afgaat', 'er is geen timer gepland');
    return Math.round(this.engine.wallMs() + plannedMs - this.engine.nowMs());
  }

  /** Until nothing runs and every message is done or dead. */
  async quiet(): Promise<void> {
    if (await untilQuiet(this.engine, () => this.#somethingNew())) return;
    throw new CheckFailure('dat het een keer klaar is', 'je functies blijven elkaar aan het werk zetten');
  }

  /** Since the beginning, several were at work at once: what that came to may be another thing the next time. */
  get wasTogether(): boolean {
    return this.#wasTogether;
  }

  /** What was used until now is no part of a bill or of a count. */
  countFromHere(): void {
    this.#countsFrom = this.engine.entries().length;
    this.#calls.length = 0;
  }

  get counts(): Counts {
    return countsOf(
      this.#counted(),
      this.#calls.flatMap(({ call: { op } }) => (op === 'timer.wait' ? [] : [op])),
    );
  }

  /** How many answers of services one function got. */
  servedFor(functionName: string): number {
    return this.#counted().filter(
      (entry) => entry.type === 'serviceCall' && entry.functionName === functionName,
    ).length;
  }

  /** What the services of the outside world were asked, oldest first: seen beside the code, which can't hide or add one. */
  get served(): readonly ServedCall[] {
    const names = new Map<number, string>();
    for (const entry of this.engine.entries()) {
      if (entry.type === 'instanceStarted') names.set(entry.instanceId, entry.functionName);
    }
    return this.#calls.flatMap(({ call, instanceId }) =>
      call.op === 'service.fetch' ? [servedCall(call, names.get(instanceId) ?? '')] : [],
    );
  }

  /** The timers that functions set, oldest first: they are counted too, so that none of them takes time here. */
  get timers(): readonly WaitedTimer[] {
    return waitedTimers(this.#calls.map(({ call }) => call));
  }

  /** What was waited for, as it is billed: the same on every machine. */
  get usages(): readonly InvocationUsage[] {
    return waitedUsages(this.#counted());
  }

  #counted(): readonly Entry[] {
    return this.engine.entries().slice(this.#countsFrom);
  }

  #send(method: string, path: string, { headers = {}, body, json }: RequestOptions): Promise<Answer> {
    const url = requestUrl(this.#sample.name, path);
    if (url === null) throw new Error(`A check asks for a path that can't be: ${path}`);
    const text = json === undefined ? body : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    return this.engine.request({
      method,
      url,
      headers: Object.entries({ ...type, ...headers }),
      body: text === undefined ? null : new TextEncoder().encode(text),
    });
  }

  /** What is set off from here on works at once, until each has come to its first call. */
  #meet(): void {
    this.#meeting = new Rendezvous((held) => held >= this.#working().length);
  }

  #somethingNew(): Promise<void> {
    return this.#unlessStopped(
      new Promise<void>((resolve) => {
        this.#news = resolve;
      }),
    );
  }

  #unlessStopped<T>(task: Promise<T>): Promise<T> {
    return Promise.race([task, this.#stopped]);
  }

  #working() {
    return this.engine.instances().filter(({ openInvocations }) => openInvocations > 0);
  }
}
