/**
 * `setTimeout` where waiting for services is counted instead of waited for: the engine, which moves that clock, says when a timer is
 * due. So a function that gives a slow service half a second, or waits before it tries again, comes to the same on any machine.
 *
 * Intervals stay real: one that nobody ends would have the clock run for ever.
 */
import type { Line } from '../bindings/calls.ts';

const { apply } = Reflect;
const { min } = Math;

/** Numbers of timers begin here, so that none is that of a real one. */
const FIRST_ID = 1_000_000_000;
/** What a browser waits at most: 2^31 - 1 ms. Source: html.spec.whatwg.org, "timer initialization steps". */
const LONGEST_MS = 2_147_483_647;

interface Timer {
  /** Null as long as it has not been sent. */
  callId: number | null;
  isCleared: boolean;
}

/**
 * @param scope the global object, of which `setTimeout` and `clearTimeout` are replaced
 * @param line of the invocation that runs now
 */
export function countTimers(scope: object, line: () => Line, abandon: (callId: number) => void): void {
  const realStart = Reflect.get(scope, 'setTimeout') as (...args: unknown[]) => unknown;
  const realClear = Reflect.get(scope, 'clearTimeout') as (id: unknown) => void;
  const running: Record<number, Timer> = Object.create(null);
  let lastId = FIRST_ID;

  async function start(id: number, timer: Timer, waitMs: number, run: () => void): Promise<void> {
    await line().ask({ op: 'timer.wait', waitMs }, (callId) => {
      timer.callId = callId;
      if (timer.isCleared) abandon(callId);
    });
    delete running[id];
    // What it throws is an error that nobody caught, as with a real timer.
    if (!timer.isCleared) run();
  }

  const { setTimeout, clearTimeout } = {
    setTimeout(run: unknown, waitMs?: unknown, ...args: readonly unknown[]): unknown {
      // Text is not run here, and each host says so in its own words.
      if (typeof run !== 'function') return apply(realStart, scope, [run, waitMs, ...args]);
      lastId += 1;
      const timer: Timer = { callId: null, isCleared: false };
      running[lastId] = timer;
      const asked = Number(waitMs);
      void start(lastId, timer, asked > 0 ? min(asked, LONGEST_MS) : 0, () => apply(run, scope, args));
      return lastId;
    },
    clearTimeout(id?: unknown): void {
      const timer = typeof id === 'number' ? running[id] : undefined;
      if (timer === undefined) {
        apply(realClear, scope, [id]);
        return;
      }
      timer.isCleared = true;
      if (timer.callId !== null) abandon(timer.callId);
    },
  };
  for (const value of [setTimeout, clearTimeout]) {
    Object.defineProperty(scope, value.name, { value, writable: true, configurable: true, enumerable: true });
  }
}
