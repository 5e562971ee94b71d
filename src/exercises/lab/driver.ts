/**
 * The platform under a check: sets an exercise off, waits until all is quiet, and tells what came of it. What has to
 * wait for its moment (a retry, a delayed message, a timer) is jumped to; measured durations are real.
 */

import type { BindingCall } from '../../contract/bindings.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import type { Sample } from '../../course/sample.ts';
import { type Answer, Engine, type Entry, type MessageView, realClock } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import { deploymentsOf } from '../../playground/model/deploying.ts';
import { requestUrl } from '../../playground/model/request-form.ts';
import { CheckFailure } from '../check.ts';
import { type Counts, countsOf, countWords } from './counts.ts';
import { inWords, namesInWords, quoted } from './in-words.ts';
import { failureInWords, Received } from './received.ts';
import { isSame } from './same.ts';

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  /** Sent as JSON text. */
  readonly json?: unknown;
}

/** What an event function came to. */
export interface EventEnd {
  readonly functionName: string;
  readonly isOk: boolean;
  readonly isCold: boolean;
  /** What it returned; null for nothing. */
  readonly returned: unknown;
}

/** A chain that never ends fails its check instead of holding it. */
const MOST_JUMPS = 300;

/** Dead, or in a queue that nobody reads. */
const isAtRest = ({ state, functionName }: MessageView) => state === 'dead' || functionName === null;

export class ExerciseLab {
  readonly #engine: Engine;
  readonly #sample: Sample;
  readonly #stopped: Promise<never>;
  readonly #calls: BindingCall['op'][] = [];
  #news: () => void = () => {};
  /** Entries before it are of a warm-up: no bill and no count. */
  #countsFrom = 0;

  /** @param stopped ends everything: what is waited for then rejects with its reason */
  constructor(createHost: CreateHost, sample: Sample, stopped: AbortSignal) {
    this.#sample = sample;
    this.#engine = new Engine({
      createHost: (report) =>
        createHost((said) => {
          if (said.type === 'call') this.#calls.push(said.call.op);
          report(said);
        }),
      clock: realClock,
    });
    this.#engine.subscribe(() => this.#news());
    this.#stopped = new Promise((_, reject) => {
      const stop = () => reject(stopped.reason);
      if (stopped.aborted) stop();
      else stopped.addEventListener('abort', stop, { once: true });
    });
    // Nobody may be waiting when it comes.
    this.#stopped.catch(() => {});
  }

  /** A fresh platform with this code: no instances, nothing stored, nothing counted. */
  begin(files: readonly SourceFile[]): void {
    const { memoryMb, timeoutMs, concurrencyLimit, env } = this.#sample;
    this.#engine.empty();
    this.#calls.length = 0;
    this.#countsFrom = 0;
    const settings = { files, memoryMb, timeoutMs, concurrencyLimit, env, cron: null };
    for (const deployment of deploymentsOf(this.#sample, settings)) this.#engine.deploy(deployment);
  }

  dispose(): void {
    this.#engine.dispose();
  }

  /** Waits for the answer, not for what the function set in motion. */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Received> {
    return new Received(`${method} ${path}`, await this.#unlessStopped(this.#send(method, path, options)));
  }

  /** The same request so many times at once. */
  async burst(
    times: number,
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Received[]> {
    const sent = Array.from({ length: times }, () => this.#send(method, path, options));
    const answers = await this.#unlessStopped(Promise.all(sent));
    return answers.map((answer) => new Received(`${method} ${path}`, answer));
  }

  /** The reader puts a file in the bucket; then until all is quiet. */
  async upload(key: string, text: string, contentType = 'text/plain'): Promise<void> {
    const body = new TextEncoder().encode(text);
    this.#engine.bindings.perform({ op: 'bucket.put', key, body, contentType });
    await this.quiet();
  }

  /** Puts messages in the queue, all before any is handled; then until all is quiet. */
  async send(...bodies: readonly unknown[]): Promise<void> {
    for (const body of bodies) {
      this.#engine.bindings.perform({ op: 'queue.send', body: JSON.stringify(body), delayMs: 0 });
    }
    await this.quiet();
  }

  /** All instances go, as after a quiet hour; what is stored stays. */
  endInstances(): void {
    this.#engine.clear();
  }

  /** Puts a value there beforehand, as an earlier run would have done. */
  store(key: string, value: unknown): void {
    this.#engine.bindings.perform({ op: 'kv.put', key, value: JSON.stringify(value) });
  }

  /** Lets the timer go off once; then until all is quiet. */
  async tick(): Promise<void> {
    this.#engine.startClock();
    const hasFired = this.#engine.skipToNext();
    this.#engine.stopClock();
    if (!hasFired) throw new CheckFailure('een timer die afgaat', 'er is geen timer gepland');
    await this.quiet();
  }

  /** Until nothing runs and every message is done or dead. */
  async quiet(): Promise<void> {
    for (let jumps = 0; jumps < MOST_JUMPS; ) {
      if (this.#isAtWork()) await this.#somethingNew();
      else if (this.#engine.bindings.messages.list().every(isAtRest)) return;
      else if (this.#engine.skipToNext()) jumps += 1;
      // A batch that is not full yet waits for its window.
      else await this.#somethingNew();
    }
    throw new CheckFailure('dat het een keer klaar is', 'je functies blijven elkaar aan het werk zetten');
  }

  /** What was used until now is no part of a bill or of a count. */
  countFromHere(): void {
    this.#countsFrom = this.#engine.entries().length;
    this.#calls.length = 0;
  }

  get counts(): Counts {
    return countsOf(this.#counted(), this.#calls);
  }

  get usages(): readonly InvocationUsage[] {
    return this.#counted().flatMap((entry) => (entry.type === 'invocationEnded' ? [entry.usage] : []));
  }

  /** What is in kv, by key. */
  get kv(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.#engine.bindings.kvEntries().map(({ key, value }) => [key, JSON.parse(value)]),
    );
  }

  /** What is in the bucket as text, by key. */
  get objects(): Readonly<Record<string, string>> {
    const decoder = new TextDecoder();
    const textOf = (key: string) => decoder.decode(this.#engine.bindings.object(key)?.body);
    return Object.fromEntries(this.#engine.bindings.objects().map(({ key }) => [key, textOf(key)]));
  }

  get logLines(): readonly string[] {
    return this.#engine
      .entries()
      .flatMap((entry) => (entry.type === 'log' ? entry.lines.map(({ text }) => text) : []));
  }

  /** Ends of event functions, in their order. */
  get events(): readonly EventEnd[] {
    return this.#results().map(({ entry, isCold }) => ({
      functionName: entry.functionName,
      isOk: entry.failure === null,
      isCold,
      returned: entry.returned === null ? null : JSON.parse(entry.returned),
    }));
  }

  /** Messages that were given up. */
  get deadMessages(): number {
    return this.#engine.bindings.messages.list().filter(({ state }) => state === 'dead').length;
  }

  // What a check says about it; each throws a `CheckFailure`.

  hasStored(key: string, value: unknown): void {
    this.#eventsSucceeded();
    const { kv } = this;
    if (!(key in kv)) {
      const keys = namesInWords(Object.keys(kv));
      throw new CheckFailure(
        `in kv bij ${quoted(key)}: ${inWords(value)}`,
        keys === '' ? 'kv is leeg' : `in kv staat alleen ${keys}`,
      );
    }
    if (isSame(kv[key], value)) return;
    throw new CheckFailure(`in kv bij ${quoted(key)}: ${inWords(value)}`, `${inWords(kv[key])}`);
  }

  lacksStored(key: string): void {
    this.#eventsSucceeded();
    if (!(key in this.kv)) return;
    throw new CheckFailure(`niets in kv bij ${quoted(key)}`, inWords(this.kv[key]));
  }

  /** @returns its text */
  hasObject(key: string): string {
    const text = this.objects[key];
    if (text !== undefined) return text;
    this.#eventsSucceeded();
    const keys = namesInWords(Object.keys(this.objects));
    throw new CheckFailure(
      `een bestand ${quoted(key)} in de bucket`,
      keys === '' ? 'de bucket is leeg' : `in de bucket staat ${keys}`,
    );
  }

  /** Lines of the log that fit, exactly so many. */
  hasLogged(pattern: RegExp, times: number, what: string): void {
    const fitting = this.logLines.filter((line) => pattern.test(line));
    if (fitting.length === times) return;
    this.#eventsSucceeded();
    const shown = namesInWords(this.logLines);
    throw new CheckFailure(
      `${times} keer in het logboek: ${what}`,
      `${fitting.length} keer${shown === '' ? ', het logboek is leeg' : `. In het logboek staat ${shown}`}`,
    );
  }

  usedAtMost(most: number, what: keyof Counts): void {
    const used = this.counts[what];
    if (used <= most) return;
    const [one, more] = countWords[what];
    throw new CheckFailure(
      `hoogstens ${most} ${most === 1 ? one : more}`,
      `${used} ${used === 1 ? one : more}`,
    );
  }

  usedExactly(times: number, what: keyof Counts): void {
    const used = this.counts[what];
    if (used === times) return;
    this.#eventsSucceeded();
    const [one, more] = countWords[what];
    throw new CheckFailure(`${times} ${times === 1 ? one : more}`, `${used} ${used === 1 ? one : more}`);
  }

  /** For what no helper says. @param expected in Dutch, as `received` */
  expect(isRight: boolean, expected: string, received: string): void {
    if (!isRight) throw new CheckFailure(expected, received);
  }

  /** An error of the code explains more than what is missing because of it. */
  #eventsSucceeded(): void {
    const failed = this.#results().findLast(({ entry }) => entry.failure !== null)?.entry.failure;
    if (!failed) return;
    throw new CheckFailure(
      'dat je functie klaar komt met haar werk',
      failureInWords(failed),
      failed.error?.frames[0] ?? null,
      failed.code,
    );
  }

  #results() {
    const colds = new Map<string, boolean>();
    const entries = this.#engine.entries();
    for (const entry of entries) {
      if (entry.type === 'invocationEnded') colds.set(entry.invocationId, entry.isCold);
    }
    return entries.flatMap((entry) =>
      entry.type === 'result' ? [{ entry, isCold: colds.get(entry.invocationId) ?? false }] : [],
    );
  }

  #counted(): readonly Entry[] {
    return this.#engine.entries().slice(this.#countsFrom);
  }

  #send(method: string, path: string, { headers = {}, body, json }: RequestOptions): Promise<Answer> {
    const url = requestUrl(this.#sample.name, path);
    if (url === null) throw new Error(`A check asks for a path that can't be: ${path}`);
    const text = json === undefined ? body : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    return this.#engine.request({
      method,
      url,
      headers: Object.entries({ ...type, ...headers }),
      body: text === undefined ? null : new TextEncoder().encode(text),
    });
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

  #isAtWork(): boolean {
    return this.#engine.instances().some(({ openInvocations }) => openInvocations > 0);
  }
}
