/** What a reader is told of a tape: how much is on it, each call, and what was different when it ran again. */
import type { Difference, Tape } from '../../engine/index.ts';
import { count, decimal, elapsed } from '../../kit/numbers.ts';
import { type PlatformEvent, replay } from '../../platform/index.ts';

/** A call of the tape, as a row. */
export interface TapedCall {
  readonly invocationId: string;
  /** From the first input on. */
  readonly at: string;
  /** `GET /groet`, or the type of an event. */
  readonly asked: string;
  readonly start: 'koud' | 'warm';
  readonly took: string;
}

/** @throws PlatformError when the tape tells of what cannot be */
export function eventsOf({ maxInstances, inputs }: Tape): PlatformEvent[] {
  return replay(maxInstances === null ? {} : { maxInstances }, inputs);
}

export function callsOf(tape: Tape): TapedCall[] {
  const firstMs = tape.inputs[0]?.atMs ?? 0;
  const asked = new Map(tape.invocations.map(({ invocation }) => [invocation.invocationId, invocation]));
  return eventsOf(tape).flatMap((event) => {
    if (event.type !== 'invocationEnded') return [];
    const given = asked.get(event.invocationId);
    const { durationMs, initMs, isCold } = event;
    return [
      {
        invocationId: event.invocationId,
        at: `${decimal((event.atMs - firstMs) / 1000, 1)} s`,
        asked: given === undefined ? 'niet begonnen' : askedInWords(given),
        start: isCold ? 'koud' : 'warm',
        took: `${decimal((initMs ?? 0) + durationMs, 1)} ms`,
      },
    ];
  });
}

function askedInWords(given: Tape['invocations'][number]['invocation']): string {
  if ('event' in given) return given.event.type;
  const { method, url } = given.request;
  const { pathname, search } = URL.parse(url) ?? { pathname: url, search: '' };
  return `${method} ${pathname}${search}`;
}

/** "3 aanroepen in 12 s, waarvan 1 koude start." */
export function tapeInWords(tape: Tape): string {
  const calls = callsOf(tape);
  const [first, last] = [tape.inputs[0], tape.inputs.at(-1)];
  const lasted = elapsed((last?.atMs ?? 0) - (first?.atMs ?? 0));
  const cold = calls.filter(({ start }) => start === 'koud').length;
  return `${count(calls.length, 'aanroep', 'aanroepen')} in ${lasted}, met ${count(cold, 'koude start', 'koude starts')}.`;
}

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  result: 'een ander antwoord',
  log: 'andere regels in het logboek',
  call: 'een andere vraag aan opslag of dienst',
  start: 'starten ging anders',
  silent: 'geen antwoord',
};

export const kindInWords = (kind: Difference['kind']): string => KINDS[kind];
