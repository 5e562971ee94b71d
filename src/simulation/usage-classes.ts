/**
 * What millions of calls used, in little memory: usage records with a count, of which the bill is the same to the last
 * digit under every tariff as that of the records one by one.
 *
 * Tariffs round a span up to a millisecond or to a multiple of a tenth of a second, or not at all, and have a least span
 * that is such a multiple too. So for all of them it is enough to know of spans that lie in one tenth of a second: how
 * many there are, how many milliseconds were begun, and how much of these was left over. A cold start has two spans
 * that are rounded, the run and the start and the run together; both are kept. `test/simulation/bills.test.ts` holds
 * this against the records one by one, under every tariff of the course.
 */
import type { UsageRecord } from '../billing/index.ts';

const US_PER_MS = 1000;
/** The width of a class, in milliseconds. */
const CLASS_MS = 100;
/** Below this difference in milliseconds begun, a start is so short that its classes are single milliseconds. */
const SHORT_START_MS = 2;

/** Spans of one class: how much they add up to beyond the class's own beginning, so that sums stay small. */
interface Sum {
  readonly fromMs: number;
  /** Milliseconds begun, beyond `fromMs`. */
  begunMs: number;
  /** Of the last millisecond of each, what was not used. */
  leftUs: number;
}

interface Group {
  count: number;
  readonly run: Sum;
  /** Start and run together; null for calls that needed no start. */
  readonly whole: Sum | null;
  readonly isOnReserved: boolean;
}

export class UsageClasses {
  readonly #memoryMb: number;
  /** By the tenth of a second, for runs that were neither cold nor on an instance that is kept ready. */
  readonly #warm: (Group | undefined)[] = [];
  readonly #others = new Map<string, Group>();

  constructor(memoryMb: number) {
    this.#memoryMb = memoryMb;
  }

  /** @param durationUs and initUs: whole microseconds; `initUs` 0 for a warm call */
  add(durationUs: number, initUs: number, isOnReserved: boolean): void {
    const group = this.#groupOf(durationUs, initUs, isOnReserved);
    group.count += 1;
    addSpan(group.run, durationUs);
    if (group.whole !== null) addSpan(group.whole, durationUs + initUs);
  }

  /** All that was used so far; few records, whatever the number of calls. */
  records(): UsageRecord[] {
    return [...this.#warm, ...this.#others.values()].flatMap((group) =>
      group === undefined ? [] : recordsOf(group, this.#memoryMb),
    );
  }

  #groupOf(durationUs: number, initUs: number, isOnReserved: boolean): Group {
    const begunMs = Math.ceil(durationUs / US_PER_MS);
    const nth = classOf(begunMs);
    if (initUs === 0 && !isOnReserved && nth < MOST_IN_ARRAY) {
      const known = this.#warm[nth];
      if (known !== undefined) return known;
      const first = newGroup(nth, null, isOnReserved);
      this.#warm[nth] = first;
      return first;
    }
    const wholeMs = initUs === 0 ? null : Math.ceil((durationUs + initUs) / US_PER_MS);
    const isShort = wholeMs !== null && wholeMs - begunMs < SHORT_START_MS;
    const key = isShort ? `${begunMs} ms + ${wholeMs - begunMs}` : `${nth} + ${wholeMs && classOf(wholeMs)}`;
    const named = `${key}${isOnReserved ? ' reserved' : ''}`;
    let group = this.#others.get(named);
    if (group === undefined) {
      group = newGroup(nth, wholeMs === null ? null : classOf(wholeMs), isOnReserved);
      this.#others.set(named, group);
    }
    return group;
  }
}

/** An hour and a half: what is longer is rare, and waits in a map instead. */
const MOST_IN_ARRAY = 54_000;

/** 0 for no time at all, which some tariffs bill as a least span; else the tenth of a second, from 1. */
function classOf(begunMs: number): number {
  return Math.ceil(begunMs / CLASS_MS);
}

function newGroup(runClass: number, wholeClass: number | null, isOnReserved: boolean): Group {
  const sum = (nth: number): Sum => ({ fromMs: Math.max(0, nth - 1) * CLASS_MS, begunMs: 0, leftUs: 0 });
  return { count: 0, run: sum(runClass), whole: wholeClass === null ? null : sum(wholeClass), isOnReserved };
}

function addSpan(sum: Sum, us: number): void {
  const begunMs = Math.ceil(us / US_PER_MS);
  sum.begunMs += begunMs - sum.fromMs;
  sum.leftUs += begunMs * US_PER_MS - us;
}

/**
 * Records that add up to the group: as many milliseconds begun, and as much left over, shared out as evenly as whole
 * numbers can be. What does not come out evenly goes to the first ones, in each of the sums, and so no start gets
 * longer than the whole that it is part of.
 */
function recordsOf({ count, run, whole, isOnReserved }: Group, memoryMb: number): UsageRecord[] {
  const sums = whole === null ? [run] : [run, whole];
  const remainders = sums.flatMap(({ begunMs, leftUs }) => [begunMs % count, leftUs % count]);
  const cuts = [...new Set([...remainders, count])].filter((cut) => cut > 0).sort((a, b) => a - b);
  return cuts.map((cut, index) => {
    const from = cuts[index - 1] ?? 0;
    const durationUs = shareUs(run, count, from);
    return {
      count: cut - from,
      durationMs: durationUs / US_PER_MS,
      memoryMb,
      ...(whole !== null && { initMs: (shareUs(whole, count, from) - durationUs) / US_PER_MS }),
      ...(isOnReserved && { onReserved: true }),
    };
  });
}

/** What the `nth` of the group gets. */
function shareUs({ fromMs, begunMs, leftUs }: Sum, count: number, nth: number): number {
  const share = (sum: number) => Math.floor(sum / count) + (nth < sum % count ? 1 : 0);
  return (fromMs + share(begunMs)) * US_PER_MS - share(leftUs);
}
