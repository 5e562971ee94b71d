/**
 * What a call takes, drawn when the platform has accepted it: a number of the stream of warm durations for a warm call, of
 * the cold stream for one for which an instance starts.
 *
 * A cold duration is what that call takes from start to end. The platform has to know when the instance is ready and the
 * handler begins: the start is such a share of each cold duration that the handler takes, on average, what a warm one
 * takes. With several calls an instance others wait for that start, and a cold duration is the start alone, to which
 * a warm one is added.
 */
import { meanMs, sampler } from './draws/durations.ts';
import type { Stream } from './draws/random-stream.ts';
import type { Call } from './open-calls.ts';
import type { Scenario } from './scenario.ts';

export interface CallTimes {
  /** Whether a cold duration is the start alone. */
  readonly isStartAlone: boolean;
  drawWarm(call: Call): void;
  drawCold(call: Call): void;
}

const US_PER_MS = 1000;
/** A ping finds out at once that there is nothing to do. */
const PING_US = 1000;

export function callTimes(scenario: Scenario, warmStream: Stream, coldStream: Stream): CallTimes {
  const { arrivals, warmMs, coldMs, perInstance } = scenario;
  const drawWarmMs = sampler(warmMs, warmStream);
  const drawColdMs = sampler(coldMs, coldStream);
  const recordedMs = arrivals.kind === 'trace' ? arrivals.durationsMs : undefined;
  const warmUs = (nth: number) => Math.round((recordedMs?.[nth - 1] ?? drawWarmMs()) * US_PER_MS);
  const coldMeanMs = meanMs(coldMs);
  const startShare = coldMeanMs > 0 ? Math.max(0, 1 - meanMs(warmMs) / coldMeanMs) : 0;
  const isStartAlone = (scenario.coldIs ?? (perInstance > 1 ? 'start' : 'response')) === 'start';
  return {
    isStartAlone,
    drawWarm(call) {
      call.initUs = 0;
      call.durationUs = call.kind === 'ping' ? PING_US : warmUs(call.nth);
    },
    drawCold(call) {
      const us = Math.round(drawColdMs() * US_PER_MS);
      call.initUs = isStartAlone ? us : Math.round(us * startShare);
      if (call.kind === 'ping') call.durationUs = PING_US;
      else if (call.kind !== 'startAhead')
        call.durationUs = isStartAlone ? warmUs(call.nth) : us - call.initUs;
    },
  };
}
