/**
 * Draws the month in lanes under one another, on one axis of time: calls, the living stack of instances, what callers waited, and
 * money. Only what the slices say is drawn; where nothing ran yet there is nothing.
 */
import { grouped } from '../../kit/numbers.ts';
import { perTime, wait } from '../words.ts';
import { type Brush, TEXT_PX, write } from './brush.ts';
import { drawMoney } from './draw-money.ts';
import { columnsOf, type DrawnColumn, scaleFor } from './lane-columns.ts';
import { type Lane, type LanePlan, xOf } from './lane-plan.ts';
import type { MonthShown } from './month-shown.ts';
import { timeMarks } from './time-marks.ts';

const PX_PER_MARK = 64;
/** A limit farther above the stack than this is not in the picture. */
const LIMIT_IN_SIGHT = 1.6;
const STALE_ALPHA = 0.45;
const logNotes = (colour: string) => [{ text: 'logschaal', colour }];
/** Refusals are seen, however short they were. */
const LEAST_REFUSED_PX = 3;

export function drawLanes(brush: Brush, shown: MonthShown): void {
  const columns = columnsOf(shown.slices, shown.plan, shown.view);
  drawGrid(brush, shown);
  // Under what there is to see at that moment, which may be no wider than this line.
  drawCursor(brush, shown);
  brush.context.globalAlpha = shown.isStale ? STALE_ALPHA : 1;
  drawCalls(brush, shown, columns);
  drawStack(brush, shown, columns);
  drawWaits(brush, shown, columns);
  drawMoney(brush, shown);
  drawWhole(brush, shown);
  brush.context.globalAlpha = 1;
}

interface LaneTitle {
  readonly text: string;
  readonly most: string;
  /** As many as there is room for. */
  readonly notes?: readonly { readonly text: string; readonly colour: string }[];
}

function writeTitle(brush: Brush, { top }: Lane, { left, right }: LanePlan, title: LaneTitle): void {
  const { context, palette } = brush;
  write(brush, title.text, left, top - 6, { isStrong: true, colour: palette.ink });
  let x = left + context.measureText(title.text).width + 8;
  write(brush, title.most, right, top - 6, { align: 'right', isFigures: true });
  const room = right - context.measureText(title.most).width - 8;
  for (const { text, colour } of title.notes ?? []) {
    context.font = `400 ${TEXT_PX}px ${palette.text}`;
    const width = context.measureText(text).width;
    if (x + width > room) return;
    write(brush, text, x, top - 6, { colour });
    x += width + 8;
  }
}

function drawGrid(brush: Brush, { plan, view }: MonthShown): void {
  const { context, palette } = brush;
  const marks = timeMarks(view, Math.max(2, Math.floor((plan.right - plan.left) / PX_PER_MARK)));
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const { atMs } of marks) {
    const x = Math.round(xOf(plan, view, atMs)) + 0.5;
    for (const { top, bottom } of [plan.calls, plan.instances, plan.waits, plan.money]) {
      context.moveTo(x, top);
      context.lineTo(x, bottom);
    }
  }
  for (const { bottom } of [plan.calls, plan.instances, plan.waits, plan.money]) {
    context.moveTo(plan.left, Math.round(bottom) + 0.5);
    context.lineTo(plan.right, Math.round(bottom) + 0.5);
  }
  context.stroke();
  for (const { atMs, text, isDay } of marks) {
    const x = xOf(plan, view, atMs);
    const align = x < plan.left + 20 ? 'left' : x > plan.right - 20 ? 'right' : 'center';
    write(brush, text, x, plan.axisY + 17, { align, ...(isDay && { colour: palette.ink }) });
  }
}

function drawCalls(brush: Brush, { plan }: MonthShown, columns: readonly DrawnColumn[]): void {
  const { context, palette } = brush;
  const { top, bottom } = plan.calls;
  const all = columns.map(({ mostPerSecond }) => mostPerSecond);
  const most = Math.max(0, ...all);
  const { partOf, isLog } = scaleFor(all, most);
  writeTitle(brush, plan.calls, plan, {
    text: 'Aanroepen',
    notes: isLog ? logNotes(palette.soft) : [],
    most: most > 0 ? `tot ${perTime(most)}` : '',
  });
  if (most === 0) return;
  for (const { x, width, stretch, mostPerSecond } of columns) {
    if (stretch.arrived === 0) continue;
    const height = Math.max(1, partOf(mostPerSecond) * (bottom - top));
    const refused = Math.max(stretch.rejected > 0 ? 2 : 0, (stretch.rejected / stretch.arrived) * height);
    context.fillStyle = palette.soft;
    context.fillRect(x, bottom - height + refused, width, Math.max(0, height - refused));
    if (refused === 0) continue;
    context.fillStyle = palette.bad;
    context.fillRect(x, bottom - height, Math.max(LEAST_REFUSED_PX, width), refused);
  }
}

function drawStack(brush: Brush, { plan, limit }: MonthShown, columns: readonly DrawnColumn[]): void {
  const { context, palette, hatching } = brush;
  const { top, bottom } = plan.instances;
  const peaks = columns.map(({ stretch }) => stretch.peak);
  const highest = Math.max(0, ...peaks);
  const isLimitSeen = limit <= highest * LIMIT_IN_SIGHT;
  const scale = scaleFor(peaks, Math.max(highest, isLimitSeen ? limit : 0) * 1.04);
  writeTitle(brush, plan.instances, plan, {
    text: 'Instanties',
    notes: scale.isLog ? logNotes(palette.soft) : [],
    most: highest > 0 ? `tot ${grouped(highest)}` : '',
  });
  if (highest === 0) return;
  const yOf = (instances: number) => bottom - scale.partOf(instances) * (bottom - top);
  for (const { x, width, stretch } of columns) {
    let sum = 0;
    const pile = (instances: number, ...styles: (string | CanvasPattern)[]) => {
      if (instances <= 0) return;
      const from = yOf(sum);
      sum += instances;
      const to = yOf(sum);
      for (const style of styles) {
        context.fillStyle = style;
        context.fillRect(x, to, width, from - to);
      }
    };
    pile(stretch.busy, palette.warm);
    pile(stretch.starting, palette.coldWash, hatching);
    pile(stretch.idle, palette.line);
    // Where there were more for a while than on average.
    context.fillStyle = palette.idle;
    context.fillRect(x, Math.round(yOf(stretch.peak)), width, stretch.peak > 0 ? 1.5 : 0);
  }
  if (!isLimitSeen) return;
  const y = Math.round(yOf(limit)) + 0.5;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  context.setLineDash([6, 4]);
  context.beginPath();
  context.moveTo(plan.left, y);
  context.lineTo(plan.right, y);
  context.stroke();
  context.setLineDash([]);
  const text = `maximaal ${grouped(limit)} tegelijk`;
  const isRoomBelow = yOf(0) - y > 30;
  const textY = isRoomBelow ? y + 14 : y - 4;
  context.font = `400 ${TEXT_PX}px ${palette.text}`;
  context.fillStyle = palette.sunk;
  context.globalAlpha = 0.8;
  context.fillRect(plan.right - context.measureText(text).width - 10, textY - 11, 200, 15);
  context.globalAlpha = 1;
  write(brush, text, plan.right - 4, textY, { colour: palette.ink, align: 'right' });
}

const WAITS = [
  { column: 'waitP99', colour: 'bad', alpha: 0.45, text: '99 %' },
  { column: 'waitP95', colour: 'warm', alpha: 0.7, text: '95 %' },
  { column: 'waitP50', colour: 'brand', alpha: 1, text: 'helft' },
] as const;

/** Of a column that holds many slices, the worst of them: a table of the whole month says less. */
function drawWaits(brush: Brush, { plan, isStale }: MonthShown, columns: readonly DrawnColumn[]): void {
  const { context, palette } = brush;
  const { top, bottom } = plan.waits;
  const most = Math.max(0, ...columns.map(({ stretch }) => stretch.waitP99));
  writeTitle(brush, plan.waits, plan, {
    text: 'Wachten, op zijn ergst',
    most: most > 0 ? `tot ${wait(most)}` : 'niemand wacht',
    notes: most > 0 ? WAITS.map(({ text, colour }) => ({ text, colour: palette[colour] })).reverse() : [],
  });
  if (most === 0) return;
  for (const { column, colour, alpha } of WAITS) {
    context.fillStyle = palette[colour];
    context.globalAlpha = alpha * (isStale ? STALE_ALPHA : 1);
    for (const { x, width, stretch } of columns) {
      const height = (stretch[column] / most) * (bottom - top);
      if (height > 0) context.fillRect(x, bottom - height, width, height);
    }
  }
  context.globalAlpha = isStale ? STALE_ALPHA : 1;
}

function drawWhole(brush: Brush, { plan, view, untilMs, whole }: MonthShown): void {
  const { context, palette } = brush;
  const { top, bottom } = plan.whole;
  const { left, right } = plan;
  context.fillStyle = palette.card;
  context.fillRect(left, top, right - left, bottom - top);
  const all = columnsOf(whole, plan, { fromMs: 0, toMs: untilMs });
  const most = Math.max(0, ...all.map(({ mostPerSecond }) => mostPerSecond));
  for (const { x, width, stretch, mostPerSecond } of all) {
    if (stretch.arrived === 0) continue;
    // By the root, so that a quiet day can be seen beside a ticket sale.
    const height = Math.max(1, Math.sqrt(mostPerSecond / most) * (bottom - top - 2));
    context.fillStyle = stretch.rejected > 0 ? palette.bad : palette.idle;
    context.fillRect(x, bottom - height, width, height);
  }
  const x = (atMs: number) => left + (atMs / untilMs) * (right - left);
  context.strokeStyle = palette.brand;
  context.lineWidth = 2;
  context.strokeRect(x(view.fromMs), top, Math.max(4, x(view.toMs) - x(view.fromMs)), bottom - top);
}

function drawCursor(brush: Brush, { plan, view, atMs }: MonthShown): void {
  if (atMs < view.fromMs || atMs > view.toMs) return;
  const { context, palette } = brush;
  const x = Math.round(xOf(plan, view, atMs)) + 0.5;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, plan.calls.top - 12);
  context.lineTo(x, plan.axisY + 4);
  context.stroke();
  context.fillStyle = palette.ink;
  context.beginPath();
  context.arc(x, plan.calls.top - 13, 4.5, 0, 2 * Math.PI);
  context.fill();
  context.fillRect(x - 4, plan.axisY, 8, 3);
}
