/**
 * How many invocations a second go through the platform's state machine on one core.
 *
 * The load is a day in the life of a shop: mostly warm requests, with quiet spells in which instances
 * expire, bursts over the concurrency limit, and an error now and then. Everything a driver does is
 * counted: making the inputs, reading the commands and the events, and ticking when it is time.
 */
import { createState, nextWakeMs, type PlatformState, step } from '../../src/platform/index.ts';

const FUNCTION_NAMES = ['winkel', 'kassa', 'zoek', 'beeld'];
const BURST = 12;
const ROUND_MS = 40;
/** Every so many rounds nobody calls for longer than the idle timeout. */
const QUIET_EVERY = 100;
const QUIET_MS = 31_000;
const CONFIG = { memoryMb: 128, timeoutMs: 3000, idleTimeoutMs: 30_000, concurrencyLimit: 10 };

interface Tally {
  invocations: number;
  cold: number;
  throttled: number;
  expired: number;
}

export async function benchPlatform(): Promise<{ invocationsPerSecond: number }> {
  runRounds(2_000);
  const figures: number[] = [];
  for (let run = 0; run < 5; run++) {
    const beganMs = performance.now();
    const { invocations } = runRounds(10_000);
    figures.push(invocations / ((performance.now() - beganMs) / 1000));
  }
  figures.sort((a, b) => a - b);
  return { invocationsPerSecond: Math.round(figures[2] ?? 0) };
}

/** @returns what came out; `invocations` are those that were accepted and ended, not the throttled ones */
function runRounds(rounds: number): Tally {
  const state = createState();
  for (const functionName of FUNCTION_NAMES) {
    step(state, { type: 'deploy', atMs: 0, functionName, config: CONFIG });
  }
  const tally: Tally = { invocations: 0, cold: 0, throttled: 0, expired: 0 };
  let atMs = 0;
  for (let round = 0; round < rounds; round++) {
    atMs += round % QUIET_EVERY === QUIET_EVERY - 1 ? QUIET_MS : ROUND_MS;
    tickUntil(state, atMs, tally);
    for (const functionName of FUNCTION_NAMES) atMs = burst(state, functionName, round, atMs, tally);
  }
  return tally;
}

/** Twelve requests at once, two more than may be open; then each is started if need be, and settled. */
function burst(
  state: PlatformState,
  functionName: string,
  round: number,
  beganMs: number,
  tally: Tally,
): number {
  let atMs = beganMs;
  const running: { instanceId: number; invocationId: string }[] = [];
  for (let nth = 0; nth < BURST; nth++) {
    const invocationId = `${functionName}-${round}-${nth}`;
    const { commands, events } = step(state, { type: 'request', atMs, functionName, invocationId });
    for (const command of commands) {
      if (command.type !== 'killInstance') running.push({ instanceId: command.instanceId, invocationId });
      if (command.type === 'startInstance') {
        tally.cold += 1;
        step(state, { type: 'ready', atMs, instanceId: command.instanceId, initMs: 12.5 });
      }
    }
    for (const event of events) if (event.type === 'throttled') tally.throttled += 1;
  }
  for (const { instanceId, invocationId } of running) {
    atMs += 0.25;
    const outcome = invocationId.endsWith('-7') ? 'error' : 'ok';
    const { events } = step(state, {
      type: 'settled',
      atMs,
      instanceId,
      invocationId,
      durationMs: 7.125,
      outcome,
    });
    for (const event of events) if (event.type === 'invocationEnded') tally.invocations += 1;
  }
  return atMs;
}

function tickUntil(state: PlatformState, untilMs: number, tally: Tally): void {
  for (let wakeMs = nextWakeMs(state); wakeMs !== null && wakeMs <= untilMs; wakeMs = nextWakeMs(state)) {
    const { events } = step(state, { type: 'tick', atMs: wakeMs });
    for (const event of events) if (event.type === 'instanceGone') tally.expired += 1;
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchPlatform()));
