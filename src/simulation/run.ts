/**
 * One run: the platform of the lab, driven by a virtual clock. In the place of instances, which take the time that they
 * take, stand durations that are drawn; in the place of people, arrivals.
 *
 * Three things are next, and the earliest goes first: something of the agenda (an instance is ready, a call is done), a
 * deadline of the platform's (an instance expires, a call takes too long), or a call. At one moment they go in that
 * order, so that an instance which expires when a call comes is gone, as the platform has it too.
 *
 * Nothing is decided here about where a call goes, or what is billed: that is the platform's. What a call takes is drawn
 * when it is accepted, from the stream of warm or of cold durations, so that two routings can be compared on one traffic.
 */
import { arrivals } from './draws/arrivals.ts';
import { stream } from './draws/random-stream.ts';
import { resultOf, type SimulationResult } from './result.ts';
import type { Scenario } from './scenario.ts';
import type { Slice, Statistics } from './statistics.ts';
import { VirtualPlatform } from './virtual-platform.ts';

export interface RunOptions {
  /** Gets each slice of the run when it is over, also one in which nothing happened. */
  readonly onSlice?: (slice: Slice) => void;
  /** How wide a slice is, or how wide the one is that begins at a moment; an hour if absent. */
  readonly sliceMs?: number | ((fromMs: number) => number);
}

export interface Run {
  /**
   * Goes on until the end, or for so many calls and deadlines. Cheap to call again.
   *
   * @returns whether the run is over
   */
  advance(budget: number): boolean;
  /** The moment of the newest event. */
  readonly nowMs: number;
  /** What was counted so far; of the whole run when it is over. */
  result(): SimulationResult;
}

const US_PER_MS = 1000;
const HOUR_MS = 3_600_000;

export function startRun(scenario: Scenario, options: RunOptions = {}): Run {
  return new VirtualTime(scenario, options);
}

class VirtualTime implements Run {
  readonly #scenario: Scenario;
  readonly #platform: VirtualPlatform;
  readonly #statistics: Statistics;
  readonly #untilUs: number;
  readonly #nextArrivalMs: () => number;
  #arrivalUs: number;
  #arrived = 0;
  /** When the next pings go out; infinite when none do. */
  #pingUs = Number.POSITIVE_INFINITY;
  #isOver = false;

  constructor(scenario: Scenario, { onSlice, sliceMs = HOUR_MS }: RunOptions) {
    const widthMs = typeof sliceMs === 'number' ? () => sliceMs : sliceMs;
    this.#scenario = scenario;
    this.#platform = new VirtualPlatform(scenario, onSlice === undefined ? null : { onSlice, widthMs });
    this.#statistics = this.#platform.statistics;
    this.#untilUs = usOf(scenario.untilMs);
    this.#nextArrivalMs = arrivals(scenario.arrivals, stream(scenario.seed));
    this.#arrivalUs = usOf(this.#nextArrivalMs());
    if (scenario.keepWarm !== undefined) this.#pingUs = usOf(scenario.keepWarm.everyMs);
  }

  get nowMs(): number {
    return this.#statistics.nowUs / US_PER_MS;
  }

  advance(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#isOver; left -= 1) this.#next();
    return this.#isOver;
  }

  result(): SimulationResult {
    return resultOf(this.#platform, this.#scenario);
  }

  #next(): void {
    const { reportUs, wakeUs } = this.#platform;
    const callUs = Math.min(this.#arrivalUs, this.#pingUs);
    const nextUs = Math.min(reportUs, wakeUs, callUs);
    // When nobody comes and nothing runs any more, the rest of the time is quiet: the run does not wait for an instance to
    // expire that is kept for longer.
    const isQuiet = nextUs > this.#untilUs && Math.min(reportUs, callUs) === Number.POSITIVE_INFINITY;
    this.#statistics.pass(isQuiet ? this.#untilUs : nextUs);
    let isEvent = true;
    if (isQuiet) this.#isOver = true;
    else if (nextUs === reportUs) isEvent = this.#platform.report();
    // A deadline so far away that milliseconds do not tell its microseconds apart would be met without end.
    else if (nextUs === wakeUs) isEvent = this.#platform.tick() || this.#platform.wakeUs <= nextUs;
    else if (nextUs === this.#pingUs) this.#ping();
    else this.#arrive();
    if (isEvent && this.#statistics.nowUs >= this.#untilUs) {
      this.#isOver = true;
      this.#statistics.finish();
    }
  }

  #arrive(): void {
    this.#arrived += 1;
    this.#statistics.total += 1;
    if (this.#platform.hasQueue) this.#platform.send(this.#arrived);
    else this.#platform.request('call', this.#arrived);
    this.#arrivalUs = usOf(this.#nextArrivalMs());
  }

  /** All pings of one moment: each finds the others at work, and so needs an instance, or a place in one, of its own. */
  #ping(): void {
    const { keepWarm } = this.#scenario;
    if (keepWarm === undefined) return;
    for (let left = keepWarm.instances; left > 0; left -= 1) this.#platform.request('ping', 0);
    this.#pingUs += usOf(keepWarm.everyMs);
  }
}

function usOf(ms: number): number {
  return Math.round(ms * US_PER_MS);
}
