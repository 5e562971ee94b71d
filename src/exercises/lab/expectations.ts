/**
 * What a run left behind (stores, log, ends of event functions), and what a check may say about it: each expectation throws
 * a `CheckFailure` when it isn't so.
 */
import { CheckFailure } from './check-failure.ts';
import { type Counts, countWords } from './counts.ts';
import { LabDriver } from './driver.ts';
import { failureInWords, inWords, namesInWords, quoted } from './in-words.ts';
import { readJson, textOf } from './read-answers.ts';
import { fieldsOf, isSame } from './same.ts';

/** What an event function came to. */
export interface EventEnd {
  readonly functionName: string;
  readonly isOk: boolean;
  readonly isCold: boolean;
  /** What it returned; null for nothing. */
  readonly returned: unknown;
}

/** All that a check holds: it drives the platform, and says what has to have come of it. */
export class ExerciseLab extends LabDriver {
  /** What is in kv, by key. @throws CheckFailure when one of them is too long to be read */
  get kv(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.engine.bindings
        .kvEntries()
        .map(({ key, value }) => [key, readJson(value, `in kv bij ${quoted(key)}: een waarde`)]),
    );
  }

  /** What is in the bucket as text, by key. @throws CheckFailure when one of them is too long to be read */
  get objects(): Readonly<Record<string, string>> {
    const read = (key: string) =>
      textOf(this.engine.bindings.object(key)?.body, `in de bucket bij ${quoted(key)}: een bestand`);
    return Object.fromEntries(this.engine.bindings.objects().map(({ key }) => [key, read(key)]));
  }

  get logLines(): readonly string[] {
    return this.engine
      .entries()
      .flatMap((entry) => (entry.type === 'log' ? entry.lines.map(({ text }) => text) : []));
  }

  /** Ends of event functions, in their order. */
  get events(): readonly EventEnd[] {
    return this.#results().map(({ entry, isCold }) => ({
      functionName: entry.functionName,
      isOk: entry.failure === null,
      isCold,
      returned: entry.returned === null ? null : readJson(entry.returned, 'wat je functie teruggeeft'),
    }));
  }

  /** Messages that were given up. */
  get deadMessages(): number {
    return this.engine.bindings.messages.list().filter(({ state }) => state === 'dead').length;
  }

  hasStored(key: string, value: unknown): void {
    this.#eventsSucceeded();
    const { kv } = this;
    if (!Object.hasOwn(kv, key)) {
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
    if (!Object.hasOwn(this.kv, key)) return;
    throw new CheckFailure(`niets in kv bij ${quoted(key)}`, inWords(this.kv[key]));
  }

  /** @returns its text */
  hasObject(key: string): string {
    const { objects } = this;
    const text = Object.hasOwn(objects, key) ? objects[key] : undefined;
    if (text !== undefined) return text;
    this.#eventsSucceeded();
    const keys = namesInWords(Object.keys(this.objects));
    throw new CheckFailure(
      `een bestand ${quoted(key)} in de bucket`,
      keys === '' ? 'de bucket is leeg' : `in de bucket staat ${keys}`,
    );
  }

  /** As `hasObject`. @returns its JSON. @throws CheckFailure when there is none in it */
  objectAsJson(key: string): unknown {
    return readJson(this.hasObject(key), `JSON in ${quoted(key)}`);
  }

  /** That the JSON of an object says so; fields that nobody asked for may be there too. */
  hasObjectFields(key: string, right: Readonly<Record<string, unknown>>): void {
    const found = fieldsOf(this.objectAsJson(key), Object.keys(right));
    if (!isSame(found, right)) throw new CheckFailure(`in ${key}: ${inWords(right)}`, inWords(found));
  }

  /**
   * For each answer of a service, how long it took until the next request went out, in ms on the platform's clock: 0 after the
   * last. A slow machine makes them longer and never shorter.
   */
  get pausesMs(): readonly number[] {
    const calls = this.engine.entries().filter((entry) => entry.type === 'serviceCall');
    return calls.map(({ atMs }, at) => {
      const next = calls[at + 1];
      return next === undefined ? 0 : Math.max(0, next.atMs - next.waitedMs - atMs);
    });
  }

  /** How many lines of the log fit. */
  timesLogged(pattern: RegExp): number {
    return this.logLines.filter((line) => pattern.test(line)).length;
  }

  /** Lines of the log that fit, exactly so many. */
  hasLogged(pattern: RegExp, times: number, what: string): void {
    const found = this.timesLogged(pattern);
    if (found === times) return;
    this.#eventsSucceeded();
    const shown = namesInWords(this.logLines);
    throw new CheckFailure(
      `${times} keer in het logboek: ${what}`,
      `${found} keer${shown === '' ? ', het logboek is leeg' : `. In het logboek staat ${shown}`}`,
    );
  }

  usedAtMost(most: number, what: keyof Counts): void {
    const used = this.counts[what];
    if (used <= most) return;
    const [one, more] = countWords[what];
    throw new CheckFailure(
      `maximaal ${most} ${most === 1 ? one : more}`,
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
      'dat je functie het werk afmaakt',
      failureInWords(failed),
      failed.error?.frames[0] ?? null,
      failed.code,
    );
  }

  #results() {
    const colds = new Map<string, boolean>();
    const entries = this.engine.entries();
    for (const entry of entries) {
      if (entry.type === 'invocationEnded') colds.set(entry.invocationId, entry.isCold);
    }
    return entries.flatMap((entry) =>
      entry.type === 'result' ? [{ entry, isCold: colds.get(entry.invocationId) === true }] : [],
    );
  }
}
