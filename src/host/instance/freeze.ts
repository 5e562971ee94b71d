/**
 * Lets an instance stand still after its answer, as AWS Lambda freezes an execution environment that has no event to handle
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, read 2026-11): what comes due while no
 * invocation is open waits for the next one, or is never done: no bill would count it.
 *
 * It is a rule of the platform and no wall. Held are timers and what comes from the platform: the answers of services and
 * bindings. Who looks for it finds another way to go on: a `MessageChannel`, reading a `Blob` or a stream, `crypto.subtle`; a
 * page can't pause a worker, and learner and runtime share a realm, so each of these would have to be replaced, and a new one
 * would come with the next browser. What is computed that way stands on no bill. Promises that never let go of the thread are
 * another matter: they keep the next invocation waiting until its time is up, and that is billed. Nothing that a check counts
 * stands on this rule: checks count waiting, and nobody's wait ends between two invocations.
 */
import { startTimer } from './primitives.ts';

const { apply } = Reflect;

/** What the log says, once an instance: a reader who looks for work that was not done finds it there. */
export const FROZEN_WORDS =
  'Je functie heeft geantwoord, maar er moest nog iets komen: een timer, of het antwoord van een dienst. Dat gaat pas verder bij de volgende aanroep, en anders nooit. Zet await voor alles wat klaar moet zijn.';

interface Held {
  /** Of its timer, so that what is cleared does not run; another object for what has none. */
  readonly id: unknown;
  /** Null once it has run, or need not. */
  work: (() => void) | null;
}

export interface Freezer {
  /** @param isTold whether to tell when it has to wait: what nobody goes on with needs no words */
  run(work: () => void, isTold: boolean): void;
  /** An invocation has come: what waited goes on, in the order in which it came due. */
  thaw(): void;
}

/**
 * @param scope the global object, of which the timers are replaced
 * @param isFrozen whether no invocation is open
 * @param onFrozen is told each time that something has to wait
 */
export function createFreezer(scope: object, isFrozen: () => boolean, onFrozen: () => void): Freezer {
  // Walked by its places, not by its methods: those may be the learner's, and an invocation has to begin all the same.
  let held: Held[] = [];

  function heldOf(id: unknown): Held | null {
    for (let at = 0; at < held.length; at += 1) if (held[at]?.id === id) return held[at] ?? null;
    return null;
  }

  function fire(id: unknown, work: () => void, isTold = true): void {
    if (!isFrozen()) {
      work();
      return;
    }
    // A tick of an interval is not kept twice.
    const known = heldOf(id);
    if (known === null) held[held.length] = { id, work };
    else known.work = work;
    if (isTold) onFrozen();
  }

  function release(one: Held): void {
    const { id, work } = one;
    if (work === null) return;
    one.work = null;
    fire(id, work, false);
  }

  function replaceStart(name: string, hasWait: boolean): void {
    const native: unknown = Reflect.get(scope, name);
    if (typeof native !== 'function') return;
    const start = (run: unknown, waits: readonly unknown[], args: readonly unknown[]): unknown => {
      // Text is not run here, and each host says so in its own words.
      if (typeof run !== 'function') return apply(native, scope, [run, ...waits, ...args]);
      const id: unknown = apply(native, scope, [() => fire(id, () => apply(run, scope, args)), ...waits]);
      return id;
    };
    const value = hasWait
      ? (run: unknown, waitMs?: unknown, ...args: readonly unknown[]) => start(run, [waitMs], args)
      : (run: unknown, ...args: readonly unknown[]) => start(run, [], args);
    replace(name, value, native);
  }

  function replaceClear(name: string): void {
    const native: unknown = Reflect.get(scope, name);
    if (typeof native !== 'function') return;
    const value = (id: unknown): void => {
      const known = heldOf(id);
      if (known !== null) known.work = null;
      apply(native, scope, [id]);
    };
    replace(name, value, native);
  }

  /** With what Node hangs on it: what `promisify` makes of a timer. */
  function replace(name: string, value: object, native: object): void {
    Object.defineProperty(value, 'name', { value: name });
    for (const key of Object.getOwnPropertySymbols(native)) {
      Object.defineProperty(value, key, Object.getOwnPropertyDescriptor(native, key) ?? {});
    }
    Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: true });
  }

  replaceStart('setTimeout', true);
  replaceStart('setInterval', true);
  replaceStart('setImmediate', false);
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) replaceClear(name);

  return {
    run: (work, isTold) => fire({}, work, isTold),
    thaw() {
      if (held.length === 0) return;
      const due = held;
      held = [];
      for (let at = 0; at < due.length; at += 1) {
        const one = due[at];
        if (one === undefined || one.work === null) continue;
        held[held.length] = one;
        // In a task of its own: what it throws is its own, and it does not run before the function does.
        startTimer(() => release(one), 0);
      }
    },
  };
}
