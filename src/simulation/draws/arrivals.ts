/** Draws when calls come, for each shape of `shapes.ts`. */
import type { Arrivals, Peak } from '../shapes.ts';
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
      return day(shape.perHour, shape.peaks ?? [], random);
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
 * One exponential number is how many calls one waits for on average before this one; the stretches of an even rate are gone
 * through until they have brought that many. A stretch ends with its hour, or where a peak begins or ends. One without calls
 * brings none; after a day of nothing else there is only the next peak, and after the last of these no call comes.
 */
function day(perHour: readonly number[], peaks: readonly Peak[], random: Stream): () => number {
  const edges = peaks.flatMap(({ atMs, overMs }) => [atMs, atMs + overMs]).sort((a, b) => a - b);
  const isSilent = perHour.every((calls) => calls === 0);
  let hour = 0;
  let hourStartsMs = 0;
  /** How much of the hour is gone, in milliseconds. */
  let goneMs = 0;
  let edge = 0;
  /** What the peaks of this moment bring, in calls a millisecond. */
  let ofPeaks = 0;
  const passEdges = (nowMs: number) => {
    if (edge >= edges.length || (edges[edge] as number) > nowMs) return;
    while (edge < edges.length && (edges[edge] as number) <= nowMs) edge += 1;
    ofPeaks = peaks
      .filter(({ atMs, overMs }) => atMs <= nowMs && nowMs < atMs + overMs)
      .reduce((sum, { calls, overMs }) => sum + calls / overMs, 0);
  };
  passEdges(0);
  return () => {
    let wanted = -ln(1 - random.next());
    for (;;) {
      if (isSilent && edge >= edges.length && ofPeaks === 0) return Number.POSITIVE_INFINITY;
      const perMs = (perHour[hour] as number) / MS_PER_HOUR + ofPeaks;
      const inHour = edge < edges.length ? (edges[edge] as number) - hourStartsMs : MS_PER_HOUR;
      const endMs = Math.min(MS_PER_HOUR, inHour);
      const left = (endMs - goneMs) * perMs;
      if (wanted < left) {
        goneMs += wanted / perMs;
        return hourStartsMs + goneMs;
      }
      wanted -= left;
      if (endMs < MS_PER_HOUR) {
        goneMs = endMs;
        // By its own number: put together again it may lie just before itself.
        passEdges(edges[edge] as number);
        continue;
      }
      goneMs = 0;
      hourStartsMs += MS_PER_HOUR;
      hour = (hour + 1) % HOURS;
      passEdges(hourStartsMs);
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
      const ofPeaks = (shape.peaks ?? []).map(
        ({ atMs, calls, overMs }) => calls * Math.min(1, Math.max(0, (untilMs - atMs) / overMs)),
      );
      return ofPeaks.reduce((sum, calls) => sum + calls, (perDay * untilMs) / (HOURS * MS_PER_HOUR));
    }
    case 'trace':
      return shape.atMs.length;
  }
}
