/** The lanes: whose they are, and what happened on them. */

import type { Lane, Life } from '../../entries/invocation.ts';
import { goneShort } from '../words.ts';
import { type Bar, barsOf, seenLives, waitsOn } from './bars.ts';
import {
  type Context,
  type Drawing,
  fillAll,
  LEAST_ROOMY_LANE_PX,
  outline,
  type Rect,
  SMALL_TEXT_PX,
  TEXT_PX,
} from './drawing.ts';

const LEAST_LANE_WITH_NAME_PX = 11;
const BAD_PX = 4;
/** More bars than this are not rounded: it takes time, and they are narrow. */
const MOST_ROUNDED = 400;

/** What is on the lanes, kind by kind. */
interface Shapes {
  readonly lives: Rect[];
  readonly init: Rect[];
  readonly busy: Rect[];
  readonly waits: Rect[];
  readonly bad: Rect[];
  readonly ends: Rect[];
  readonly badEnds: Rect[];
  readonly attempts: (Rect & { readonly attempt: number })[];
  picked: Rect | null;
}

/** Which instances a lane holds in this window, and whose the lanes are. */
export function paintNames({ context, layout, palette, picture }: Drawing): void {
  const { laneHeight, plotX, rows } = layout;
  context.textAlign = 'left';
  const every = Math.ceil(LEAST_LANE_WITH_NAME_PX / laneHeight);
  let atLane = 0;
  for (const row of rows) {
    if (row.kind === 'head') {
      atLane = 0;
      context.fillStyle = palette.ink;
      context.font = `650 ${TEXT_PX}px ${palette.mono}`;
      context.fillText(row.functionName, 0, row.y + 12);
      continue;
    }
    atLane += 1;
    if ((atLane - 1) % every !== 0) continue;
    const lives = seenLives(row.lane, picture);
    const size = Math.min(TEXT_PX, Math.max(10, laneHeight * every - 1));
    context.font = `${size}px ${palette.mono}`;
    context.fillStyle = lives.some(({ toMs }) => toMs === null) ? palette.ink : palette.soft;
    const room = Math.floor((plotX - 6) / context.measureText('0').width);
    context.fillText(nameOf(lives, room), 0, row.y + laneHeight / 2 + 0.5);
  }
}

/** @param room in characters */
function nameOf(lives: readonly Life[], room: number): string {
  const first = lives[0]?.instanceId;
  const last = lives.at(-1)?.instanceId;
  if (first === undefined || last === undefined) return '';
  const name = `nr. ${first}`;
  if (lives.length === 1) return name.length <= room ? name : String(first);
  const all = lives.map(({ instanceId }) => instanceId).join(', ');
  return all.length <= room ? all : `${first}…${last}`;
}

/** @param top from here to `bottom` can be seen, with the lanes as they are scrolled */
export function paintLanes(drawing: Drawing, top: number, bottom: number): void {
  paintShapes(drawing, shapesOf(drawing, top, bottom));
}

function shapesOf(drawing: Drawing, top: number, bottom: number): Shapes {
  const { layout, picture } = drawing;
  const shapes: Shapes = {
    lives: [],
    init: [],
    busy: [],
    waits: [],
    bad: [],
    ends: [],
    badEnds: [],
    attempts: [],
    picked: null,
  };
  for (const row of layout.rows) {
    if (row.kind !== 'lane' || row.y + layout.laneHeight < top || row.y > bottom) continue;
    addLives(shapes, drawing, row.lane, row.y);
    for (const bar of barsOf(row.lane, picture)) addBar(shapes, drawing, bar, row.y);
    addWaits(shapes, drawing, row.lane, row.y);
  }
  addPicked(shapes, drawing);
  return shapes;
}

function addLives(shapes: Shapes, { layout, picture }: Drawing, lane: Lane, y: number): void {
  const { plotX, width, laneHeight } = layout;
  const { scale, untilMs } = picture;
  const middle = Math.round(y + laneHeight / 2 - 1);
  for (const { fromMs, toMs, goneReason, isSide } of seenLives(lane, picture)) {
    const isGone = toMs !== null && toMs <= untilMs;
    const x = Math.max(plotX, scale.xOf(fromMs));
    const end = Math.min(width, scale.xOf(isGone ? toMs : untilMs));
    if (!isSide) shapes.lives.push({ x, y: middle, width: end - x, height: 2 });
    if (!isGone || goneReason === null || scale.xOf(toMs) > width) continue;
    const isBad = goneShort[goneReason].isBad;
    const height = Math.min(12, laneHeight - 3);
    const mark = { x: Math.round(end) - 2, y: Math.round(y + (laneHeight - height) / 2), width: 2, height };
    (isBad ? shapes.badEnds : shapes.ends).push(mark);
  }
}

function addBar(shapes: Shapes, { layout }: Drawing, bar: Bar, y: number): void {
  const { laneHeight } = layout;
  const gap = laneHeight < LEAST_ROOMY_LANE_PX ? 1 : 4;
  const rect = { x: bar.x, y: y + gap, width: bar.width, height: laneHeight - 2 * gap };
  shapes[bar.kind].push(rect);
  if (bar.isBad) {
    const width = Math.min(bar.width, BAD_PX);
    const over = Math.min(gap, 3);
    const height = rect.height + 2 * over;
    shapes.bad.push({ x: bar.x + bar.width - width, y: rect.y - over, width, height });
  }
  if (bar.attempt > 1 && bar.kind === 'busy') shapes.attempts.push({ ...rect, attempt: bar.attempt });
}

/** A hole in the bar: the function is there and paid for, but does nothing itself. */
function addWaits(shapes: Shapes, { layout, picture }: Drawing, lane: Lane, y: number): void {
  const { laneHeight, plotX, width: end } = layout;
  if (laneHeight < LEAST_ROOMY_LANE_PX) return;
  const height = Math.round(laneHeight / 3);
  for (const wait of waitsOn(lane, picture)) {
    const x = Math.max(plotX, wait.x);
    const width = Math.min(end, wait.x + wait.width) - x;
    if (width > 0) shapes.waits.push({ x, y: Math.round(y + (laneHeight - height) / 2), width, height });
  }
}

/** Where the picked one really is: a bar may hold more than one. */
function addPicked(shapes: Shapes, { tracks, layout, picture, picked }: Drawing): void {
  const invocation = picked === null ? undefined : tracks.invocations.get(picked);
  if (invocation?.lane == null || invocation.acceptedAtMs > picture.untilMs) return;
  const row = layout.rows.find((each) => each.kind === 'lane' && each.lane === invocation.lane);
  if (row === undefined) return;
  const { laneHeight } = layout;
  const own = barsOf(invocation.lane, picture).filter(
    (bar) => bar.count === 1 && bar.invocation === invocation,
  );
  const x = own[0]?.x ?? picture.scale.xOf(invocation.acceptedAtMs);
  const last = own.at(-1);
  const trueEnd = picture.scale.xOf(Math.min(invocation.endedAtMs ?? picture.untilMs, picture.untilMs));
  const end = Math.max(trueEnd, last === undefined ? 0 : last.x + last.width);
  const gap = laneHeight < LEAST_ROOMY_LANE_PX ? 1 : 4;
  shapes.picked = { x, y: row.y + gap, width: Math.max(end - x, 3), height: laneHeight - 2 * gap };
}

/** Like with like, since changing colours is what takes a canvas its time. */
function paintShapes(drawing: Drawing, shapes: Shapes): void {
  const { context, palette, layout, hatching, scrollTop } = drawing;
  const { picked } = shapes;
  if (picked !== null) {
    context.fillStyle = palette.picked;
    context.fillRect(picked.x - 5, scrollTop, picked.width + 10, layout.height);
  }
  const isRounded = shapes.busy.length < MOST_ROUNDED;
  fillAll(context, shapes.lives, palette.idle);
  fillAll(context, shapes.ends, palette.soft);
  fillBars(context, shapes.init, palette.coldWash, isRounded);
  fillBars(context, shapes.init, hatching, isRounded);
  fillBars(context, shapes.busy, palette.warm, isRounded);
  fillAll(context, shapes.waits, palette.card);
  // Red on orange would be hard to see.
  const edges = shapes.bad
    .filter(({ width }) => width === BAD_PX)
    .map((rect) => ({ ...rect, x: rect.x - 1.5, width: 1.5 }));
  fillAll(context, edges, palette.card);
  fillAll(context, shapes.bad, palette.bad);
  fillAll(context, shapes.badEnds, palette.bad);
  paintAttempts(drawing, shapes);
  if (picked !== null) outline(drawing, picked);
}

function fillBars(
  context: Context,
  rects: readonly Rect[],
  style: string | CanvasPattern,
  isRounded: boolean,
): void {
  if (!isRounded) fillAll(context, rects, style);
  if (!isRounded || rects.length === 0) return;
  context.fillStyle = style;
  context.beginPath();
  for (const { x, y, width, height } of rects) context.roundRect(x, y, width, height, Math.min(3, width / 3));
  context.fill();
}

/** A second or third attempt: its number where there is room, else a dot above the bar. */
function paintAttempts({ context, palette, layout }: Drawing, { attempts }: Shapes): void {
  if (attempts.length === 0) return;
  context.font = `650 ${SMALL_TEXT_PX}px ${palette.mono}`;
  context.textAlign = 'center';
  for (const { x, y, width, height, attempt } of attempts) {
    const hasRoom = width >= 20 && layout.laneHeight >= LEAST_ROOMY_LANE_PX;
    context.fillStyle = hasRoom ? palette.card : palette.ink;
    if (hasRoom) context.fillText(`${attempt}×`, x + width / 2, y + height / 2 + 0.5);
    else context.fillRect(x + width / 2 - 1.5, y - 3, 3, 3);
  }
  context.textAlign = 'left';
}
