/** Where everything lies in the picture, in CSS pixels; and which invocation lies at a point. */
import { findFrom, lastOf, sizeOf } from '../../entries/fifo.ts';
import type { Invocation, Lane } from '../../entries/invocation.ts';
import type { Tracks } from '../../entries/ledger.ts';
import { spanOf, type Window } from '../window.ts';

/** Taller than this, the lanes scroll in their box. */
const TALLEST_PX = 416;
const AXIS_PX = 26;
const HEAD_PX = 22;
const REFUSED_PX = 26;
const LANE_PX = { most: 26, least: 9 } as const;
const PADDING_PX = 6;
/** Narrower than this, names and notes are short. */
const NARROW_PX = 520;

export type Row =
  | { readonly kind: 'head'; readonly y: number; readonly functionName: string }
  | { readonly kind: 'lane'; readonly y: number; readonly lane: Lane };

export interface Layout {
  readonly width: number;
  /** Of the picture, which stays in sight while the lanes scroll behind it. */
  readonly height: number;
  readonly isNarrow: boolean;
  /** Where time begins; names stand before it. */
  readonly plotX: number;
  readonly plotWidth: number;
  readonly axisHeight: number;
  readonly laneHeight: number;
  /** `y` as if nothing were scrolled; the first begins at `axisHeight`. */
  readonly rows: readonly Row[];
  /** How far the lanes can scroll. */
  readonly scrollHeight: number;
  /** Top of the lane of refused calls, which does not scroll; null without any. */
  readonly refusedY: number | null;
  /** What is room for what is about to happen, as a share of the time that is shown. */
  readonly leadShare: number;
}

export function layoutOf(tracks: Tracks, width: number): Layout {
  const groups = [...tracks.groups.values()]
    .map(({ functionName, lanes }) => ({ functionName, lanes: lanes.filter((lane) => isKept(lane, tracks)) }))
    .filter(({ lanes }) => lanes.length > 0);
  const hasHeads = tracks.groups.size > 1;
  const lanes = groups.reduce((sum, group) => sum + group.lanes.length, 0);
  const heads = hasHeads ? groups.length * HEAD_PX : 0;
  const refused = sizeOf(tracks.refusals) > 0 ? REFUSED_PX : 0;
  const around = AXIS_PX + PADDING_PX + refused;
  const roomPx = TALLEST_PX - around - heads;
  const laneHeight = Math.min(Math.max(Math.floor(roomPx / Math.max(lanes, 1)), LANE_PX.least), LANE_PX.most);
  const rows: Row[] = [];
  let y = AXIS_PX;
  for (const { functionName, lanes: own } of groups) {
    if (hasHeads) {
      rows.push({ kind: 'head', y, functionName });
      y += HEAD_PX;
    }
    for (const lane of own) {
      rows.push({ kind: 'lane', y, lane });
      y += laneHeight;
    }
  }
  const wholeHeight = y + PADDING_PX + refused;
  const height = Math.min(wholeHeight, TALLEST_PX);
  const isNarrow = width < NARROW_PX;
  const plotX = isNarrow ? 50 : 72;
  const plotWidth = Math.max(1, width - plotX);
  return {
    width,
    height,
    isNarrow,
    plotX,
    plotWidth,
    axisHeight: AXIS_PX,
    laneHeight,
    rows,
    scrollHeight: wholeHeight - height,
    refusedY: refused > 0 ? height - refused : null,
    leadShare: Math.min(0.4, (isNarrow ? 76 : 150) / plotWidth),
  };
}

/** Whether anything is left on a lane after what is forgotten. */
function isKept({ lives }: Lane, { forgottenUntilMs }: Tracks): boolean {
  const last = lastOf(lives);
  return (
    last !== undefined && (last.toMs === null || last.toMs > (forgottenUntilMs ?? Number.NEGATIVE_INFINITY))
  );
}

export interface Scale {
  readonly pxPerMs: number;
  readonly xOf: (ms: number) => number;
  readonly msAt: (x: number) => number;
}

export function scaleOf({ plotX, plotWidth }: Layout, window: Window): Scale {
  const pxPerMs = plotWidth / spanOf(window);
  return {
    pxPerMs,
    xOf: (ms) => plotX + (ms - window.fromMs) * pxPerMs,
    msAt: (x) => window.fromMs + (x - plotX) / pxPerMs,
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The invocation at a point, or the nearest on that lane.
 *
 * @param scrollTop how far the lanes are scrolled
 * @param slackPx how far beside it still counts
 * @param untilMs what began after this moment is not there
 */
export function hitTest(
  tracks: Tracks,
  layout: Layout,
  window: Window,
  { x, y }: Point,
  { scrollTop, slackPx, untilMs }: Readonly<Record<'scrollTop' | 'slackPx' | 'untilMs', number>>,
): Invocation | null {
  if (y < layout.axisHeight || x < layout.plotX - slackPx) return null;
  const { msAt, pxPerMs } = scaleOf(layout, window);
  const near = { atMs: msAt(x), slackMs: slackPx / pxPerMs, untilMs };
  if (layout.refusedY !== null && y >= layout.refusedY) return refusalAt(tracks, near);
  const inRows = y + scrollTop;
  const row = layout.rows.find(
    (each) => each.kind === 'lane' && inRows >= each.y && inRows < each.y + layout.laneHeight,
  );
  return row?.kind === 'lane' ? stretchAt(row.lane, near) : null;
}

interface Near {
  readonly atMs: number;
  readonly slackMs: number;
  readonly untilMs: number;
}

function stretchAt({ stretches }: Lane, { atMs, slackMs, untilMs }: Near): Invocation | null {
  const next = findFrom(stretches, ({ toMs }) => toMs === null || toMs > atMs);
  let best: Invocation | null = null;
  let bestMs = slackMs;
  for (const stretch of [stretches.items[next], stretches.items[next - 1]]) {
    if (stretch === undefined || stretch.fromMs > untilMs) continue;
    const { fromMs, toMs, invocation } = stretch;
    const awayMs = Math.max(fromMs - atMs, atMs - (toMs ?? untilMs), 0);
    if (awayMs < bestMs || (awayMs === 0 && best === null)) {
      best = invocation;
      bestMs = awayMs;
    }
  }
  return best;
}

function refusalAt({ refusals }: Tracks, { atMs, slackMs, untilMs }: Near): Invocation | null {
  const next = findFrom(refusals, ({ acceptedAtMs }) => acceptedAtMs >= atMs);
  let best: Invocation | null = null;
  let bestMs = slackMs;
  for (const refusal of [refusals.items[next], refusals.items[next - 1]]) {
    if (refusal === undefined || refusal.acceptedAtMs > untilMs) continue;
    const awayMs = Math.abs(refusal.acceptedAtMs - atMs);
    if (awayMs <= bestMs) {
      best = refusal;
      bestMs = awayMs;
    }
  }
  return best;
}
