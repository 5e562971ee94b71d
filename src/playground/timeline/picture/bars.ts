/**
 * From the stretches on a lane to bars on the screen. What is narrower than a bar can be is drawn as wide as that,
 * and what then lies under the bar before it is drawn as one with it: a lane never has more bars than there is room
 * for, however many invocations it holds.
 */
import { waitsOf } from '../../entries/asked.ts';
import { type Fifo, findFrom } from '../../entries/fifo.ts';
import type { Invocation, Lane, Life, Stretch } from '../../entries/invocation.ts';
import type { Window } from '../window.ts';
import type { Scale } from './layout.ts';

/** Narrower than this cannot be seen, and a start is mostly shorter. */
export const NARROWEST_PX = { init: 5, busy: 3 } as const;

export interface Bar {
  kind: Stretch['kind'];
  x: number;
  width: number;
  /** Of the first stretch in it. */
  invocation: Invocation;
  /** Something in it ended otherwise than `ok`. */
  isBad: boolean;
  /** Highest attempt in it. */
  attempt: number;
  /** Stretches in it. */
  count: number;
  /** Still going on at the moment of the picture. */
  isOpen: boolean;
}

export interface Picture {
  readonly window: Window;
  readonly scale: Scale;
  /** Now, or the moment at which the picture stands still: nothing reaches further. */
  readonly untilMs: number;
}

/** Ended before `untilMs`, and otherwise than it should. */
function isBadEnd({ outcome, endedAtMs }: Invocation, untilMs: number): boolean {
  return outcome !== null && outcome !== 'ok' && endedAtMs !== null && endedAtMs <= untilMs;
}

/** @returns bars from left to right, none over another */
export function barsOf(lane: Lane, { window, scale, untilMs }: Picture): Bar[] {
  const { stretches } = lane;
  const bars: Bar[] = [];
  let last: Bar | undefined;
  for (let at = firstSeen(stretches, window); at < stretches.items.length; at++) {
    const { kind, fromMs, toMs, invocation } = stretches.items[at] as Stretch;
    if (fromMs > window.toMs || fromMs > untilMs) break;
    const isOpen = toMs === null || toMs > untilMs;
    const trueX = scale.xOf(fromMs);
    const end = scale.xOf(isOpen ? untilMs : toMs);
    const endOfLast = last === undefined ? Number.NEGATIVE_INFINITY : last.x + last.width;
    const isBad = (kind === 'busy' || invocation.startedAtMs === null) && isBadEnd(invocation, untilMs);
    // Work that follows a start is drawn beside it, however short both are.
    const mayPush = kind === 'busy' && last?.kind === 'init' && endOfLast - trueX <= NARROWEST_PX.init;
    if (last !== undefined && end <= endOfLast && !mayPush) {
      last.isBad ||= isBad;
      last.attempt = Math.max(last.attempt, invocation.attempt);
      last.count += 1;
      last.isOpen ||= isOpen;
      continue;
    }
    const x = Math.max(trueX, endOfLast);
    if (last !== undefined && canJoin(last, kind, x, end) && !isBad && invocation.attempt === 1) {
      last.width = Math.max(end, x + NARROWEST_PX.busy) - last.x;
      last.count += 1;
      last.isOpen = isOpen;
      continue;
    }
    last = {
      kind,
      x,
      width: Math.max(end - x, NARROWEST_PX[kind]),
      invocation,
      isBad,
      attempt: invocation.attempt,
      count: 1,
      isOpen,
    };
    bars.push(last);
  }
  return bars;
}

/** Narrower than this a hole in a bar cannot be seen. */
const NARROWEST_WAIT_PX = 3;

/** Where in its bars the instance waited for a service, from left to right, none over another. */
export function waitsOn(lane: Lane, { window, scale, untilMs }: Picture): { x: number; width: number }[] {
  const { stretches } = lane;
  const holes: { x: number; width: number }[] = [];
  for (let at = firstSeen(stretches, window); at < stretches.items.length; at++) {
    const { kind, fromMs, invocation } = stretches.items[at] as Stretch;
    if (fromMs > window.toMs || fromMs > untilMs) break;
    if (kind === 'init') continue;
    for (const wait of waitsOf(invocation.asked)) {
      const x = scale.xOf(wait.fromMs);
      const width = scale.xOf(Math.min(wait.toMs, untilMs)) - x;
      if (width >= NARROWEST_WAIT_PX) holes.push({ x, width });
    }
  }
  return holes;
}

/** Bars of a hair's breadth with less than a hair between them look like one, and take as long to draw as many. */
function canJoin(last: Bar, kind: Stretch['kind'], x: number, end: number): boolean {
  const isNarrow = last.count > 1 || last.width <= NARROWEST_PX.busy;
  const isPlain = last.kind === 'busy' && !last.isBad && last.attempt === 1;
  return (
    kind === 'busy' && isPlain && isNarrow && end - x <= NARROWEST_PX.busy && x - last.x - last.width < 1
  );
}

/** The first that is not over before the window, and the one before it, of which the bar may reach into the window. */
function firstSeen(stretches: Fifo<Stretch>, { fromMs }: Window): number {
  const first = findFrom(stretches, ({ toMs }) => toMs === null || toMs >= fromMs);
  return Math.max(stretches.start, first - 1);
}

/** The instances on a lane that can be seen in a picture, in order of time. */
export function seenLives({ lives }: Lane, { window, untilMs }: Picture): Life[] {
  const seen: Life[] = [];
  for (
    let at = findFrom(lives, ({ toMs }) => toMs === null || toMs >= window.fromMs);
    at < lives.items.length;
    at++
  ) {
    const life = lives.items[at] as Life;
    if (life.fromMs > window.toMs || life.fromMs > untilMs) break;
    seen.push(life);
  }
  return seen;
}

export interface Pile {
  readonly x: number;
  readonly width: number;
  readonly count: number;
}

/**
 * Calls that were refused, those that lie too close together as one pile with their number. The places of piles are
 * fixed in time, so that they do not dance while the picture moves on.
 *
 * @param pileWidth how much room a number needs
 */
export function pilesOf(
  refusals: Fifo<Invocation>,
  { window, scale, untilMs }: Picture,
  pileWidth: number,
): Pile[] {
  const pileMs = pileWidth / scale.pxPerMs;
  const piles: Pile[] = [];
  const endMs = Math.min(window.toMs, untilMs);
  let at = findFrom(refusals, ({ acceptedAtMs }) => acceptedAtMs >= window.fromMs - pileMs);
  while (at < refusals.items.length) {
    const first = refusals.items[at] as Invocation;
    if (first.acceptedAtMs > endMs) break;
    const pileEndMs = Math.min((Math.floor(first.acceptedAtMs / pileMs) + 1) * pileMs, endMs);
    const next = Math.max(
      at + 1,
      findFrom(refusals, ({ acceptedAtMs }) => acceptedAtMs > endMs || acceptedAtMs >= pileEndMs),
    );
    const lastAtMs = (refusals.items[next - 1] as Invocation).acceptedAtMs;
    const x = scale.xOf(first.acceptedAtMs);
    piles.push({ x, width: scale.xOf(lastAtMs) - x, count: next - at });
    at = next;
  }
  return piles;
}
