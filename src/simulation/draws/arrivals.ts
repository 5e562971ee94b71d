/** Draws when calls come, for each shape of `shapes.ts`. */
import type { Arrivals } from '../shapes.ts';
import { ln } from './elementary.ts';
import type { Stream } from './random-stream.ts';

const MS_PER_SECOND = 1000;
const MS_PER_HOUR = 3_600_000;
const HOURS = 24;

/**
 * A function that gives the moment of the next call each time it is called, in milliseconds from the beginning: never less
 * than the one before it, and infinity when no more come.
 *
 * @param shape as `readScenario` lets it through
 */
export function arrivals(shape: Arrivals, random: Stream): () => number {
  switch (shape.kind) {
    case 'poisson':
      return poisson(shape.perSecond, random);
    case 'constant': {
      // Multiplied, not added up: the millionth call comes when it should.
      let count = 0;
      return () => {
        count += 1;
        return count * shape.everyMs;
      };
    }
    case 'onOff':
      return onOff(shape, random);
    case 'day':
      return day(shape.perHour, random);
    case 'trace': {
      const { atMs } = shape;
      let at = 0;
      return () => (at < atMs.length ? (atMs[at++] as number) : Number.POSITIVE_INFINITY);
    }
  }
}

function poisson(perSecond: number, random: Stream): () => number {
  const meanMs = MS_PER_SECOND / perSecond;
  let nowMs = 0;
  return () => {
    nowMs += -meanMs * ln(1 - random.next());
    return nowMs;
  };
}

/** An interval that would run past the end of the period is forgotten: exponential ones have no memory. */
function onOff(shape: Arrivals & { kind: 'onOff' }, random: Stream): () => number {
  const meanMs = MS_PER_SECOND / shape.perSecond;
  const exponential = (mean: number) => -mean * ln(1 - random.next());
  let nowMs = 0;
  let offAtMs = exponential(shape.onMs);
  return () => {
    nowMs += exponential(meanMs);
    while (nowMs >= offAtMs) {
      const onAtMs = offAtMs + exponential(shape.offMs);
      offAtMs = onAtMs + exponential(shape.onMs);
      nowMs = onAtMs + exponential(meanMs);
    }
    return nowMs;
  };
}

/**
 * One exponential number is how many calls one waits for on average before this one; the hours are gone through until
 * they have brought that many. An hour without calls brings none, and a day without any is refused by `readScenario`.
 */
function day(perHour: readonly number[], random: Stream): () => number {
  let hour = 0;
  let hourStartsMs = 0;
  /** How much of the hour is gone, in milliseconds. */
  let goneMs = 0;
  return () => {
    let wanted = -ln(1 - random.next());
    for (;;) {
      const perMs = (perHour[hour] as number) / MS_PER_HOUR;
      const left = (MS_PER_HOUR - goneMs) * perMs;
      if (wanted < left) {
        goneMs += wanted / perMs;
        return hourStartsMs + goneMs;
      }
      wanted -= left;
      goneMs = 0;
      hourStartsMs += MS_PER_HOUR;
      hour = (hour + 1) % HOURS;
    }
  };
}

/** How many calls come in the first `untilMs` milliseconds, on average; for a trace, at most. */
export function expectedArrivals(shape: Arrivals, untilMs: number): number {
  switch (shape.kind) {
    case 'poisson':
      return (shape.perSecond * untilMs) / MS_PER_SECOND;
    case 'constant':
      return untilMs / shape.everyMs;
    case 'onOff': {
      const shareOn = shape.onMs / (shape.onMs + shape.offMs);
      return (shape.perSecond * shareOn * untilMs) / MS_PER_SECOND;
    }
    case 'day': {
      const perDay = shape.perHour.reduce((sum, calls) => sum + calls, 0);
      return (perDay * untilMs) / (HOURS * MS_PER_HOUR);
    }
    case 'trace':
      return shape.atMs.length;
  }
}
