/** Which stretch of time is shown, and what following, scrubbing and zooming make of it. Moments on the engine's clock. */

export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** From the first thing that is kept to now, or to the moment at which the reader stopped the picture. */
export interface World {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** `recent` grows with what there is to see, up to a limit, and then moves on with it. */
export type LiveSpan = 'recent' | 'all' | number;

export const SHORTEST_SPAN_MS = 5;
const RECENT_MS = { least: 4_000, most: 40_000 } as const;
/** So that what comes first does not stick to the edge. In shares of the window. */
const MARGIN = 0.015;

export function spanOf({ fromMs, toMs }: Window): number {
  return toMs - fromMs;
}

/** Everything fits in it, with some room. */
export function longestSpanMs({ firstMs, lastMs }: World): number {
  return Math.max(RECENT_MS.least, (lastMs - firstMs) * 1.25);
}

/** @param leadShare how much of the window lies after now: room for what is about to happen */
export function liveWindow(world: World, span: LiveSpan, leadShare: number): Window {
  const { firstMs, lastMs } = world;
  const passedMs = lastMs - firstMs;
  if (typeof span === 'number') return windowUntil(lastMs, span, leadShare);
  const wantedMs = span === 'all' ? passedMs : Math.min(passedMs, RECENT_MS.most);
  const spanMs = Math.max(wantedMs, RECENT_MS.least) / (1 - leadShare - MARGIN);
  const isAllSeen = passedMs <= spanMs * (1 - leadShare - MARGIN);
  if (!isAllSeen) return windowUntil(lastMs, spanMs, leadShare);
  const fromMs = firstMs - spanMs * MARGIN;
  return { fromMs, toMs: fromMs + spanMs };
}

function windowUntil(nowMs: number, spanMs: number, leadShare: number): Window {
  const toMs = nowMs + spanMs * leadShare;
  return { fromMs: toMs - spanMs, toMs };
}

export function wholeWindow({ firstMs, lastMs }: World): Window {
  const spanMs = Math.max(lastMs - firstMs, SHORTEST_SPAN_MS) / (1 - 2 * MARGIN);
  return { fromMs: firstMs - spanMs * MARGIN, toMs: firstMs + spanMs * (1 - MARGIN) };
}

/** Keeps a span within what can be shown. */
export function boundSpan(spanMs: number, world: World): number {
  return Math.min(Math.max(spanMs, SHORTEST_SPAN_MS), longestSpanMs(world));
}

/** The moment that stands where a live window has its now. */
export function momentOf(window: Window, leadShare: number): number {
  return window.toMs - spanOf(window) * leadShare;
}

/** One rule for every way to move: the moment in the place of now is a moment of the world. */
export function movedTo(window: Window, momentMs: number, world: World, leadShare: number): Window {
  const within = Math.min(Math.max(momentMs, world.firstMs), Math.max(world.firstMs, world.lastMs));
  return windowUntil(within, spanOf(window), leadShare);
}

export function movedBy(window: Window, ms: number, world: World, leadShare: number): Window {
  return movedTo(window, momentOf(window, leadShare) + ms, world, leadShare);
}

/** As near to the middle as the rule allows. */
export function centredOn(window: Window, centreMs: number, world: World, leadShare: number): Window {
  return movedBy(window, centreMs - (window.fromMs + window.toMs) / 2, world, leadShare);
}

/** @param factor below 1 zooms in. `anchorMs` stays where it is on the screen, as far as the rule allows. */
export function zoom(
  window: Window,
  factor: number,
  anchorMs: number,
  world: World,
  leadShare: number,
): Window {
  const before = spanOf(window);
  const spanMs = boundSpan(before * factor, world);
  const fromMs = anchorMs - ((anchorMs - window.fromMs) / before) * spanMs;
  return movedBy({ fromMs, toMs: fromMs + spanMs }, 0, world, leadShare);
}

/** @param toMs null: it lasts */
export function isSeen(window: Window, fromMs: number, toMs: number | null): boolean {
  return fromMs <= window.toMs && (toMs === null || toMs >= window.fromMs);
}
