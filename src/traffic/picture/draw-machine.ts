/**
 * Draws the machine as it stood at one moment of the month: callers before the gate, the instances as vessels, and the till. In the
 * colours of the Machinekamer: blue and hatched starts, orange works and is paid, an empty ring waits for nothing.
 */
import { count, grouped } from '../../kit/numbers.ts';
import type { Stretch } from '../slice-store.ts';
import { perTime } from '../words.ts';
import { type Brush, write } from './brush.ts';

export interface MachineAt {
  readonly stretch: Stretch;
  readonly limit: number;
  /** As they are shown. */
  readonly functions: string;
  readonly servers: string | null;
}

/** Narrower than this the till is below the picture, in words. */
const WITH_TILL_PX = 640;
const MOST_CALLERS = 9;
const MOST_REFUSED = 60;
const SEGMENTS = 9;

export function drawMachine(brush: Brush, at: MachineAt): void {
  const { width } = brush;
  const isWide = width >= WITH_TILL_PX;
  const gateX = Math.round(isWide ? width * 0.2 : width * 0.3);
  const right = isWide ? width - 232 : width - 8;
  drawCallers(brush, at, gateX);
  drawGate(brush, at, gateX);
  drawVessels(brush, at, gateX + 26, right);
  if (isWide) drawTill(brush, at);
}

function drawCallers(brush: Brush, { stretch }: MachineAt, gateX: number): void {
  const { context, palette, height } = brush;
  const seconds = (stretch.toMs - stretch.fromMs) / 1_000;
  const perSecond = stretch.arrived / seconds;
  write(brush, 'Aanroepen', 8, 20, { isStrong: true, colour: palette.ink, size: 13 });
  write(brush, stretch.arrived === 0 ? 'niemand' : perTime(perSecond), 8, 37);
  const callers =
    stretch.arrived === 0 ? 0 : Math.min(MOST_CALLERS, 1 + Math.floor(Math.log2(1 + perSecond)));
  const [top, bottom] = [56, height * (stretch.rejected > 0 ? 0.6 : 0.92)];
  for (let one = 0; one < callers; one++) {
    // Even steps of the golden ratio lie apart without a pattern.
    const part = (one * 0.618 + 0.2) % 1;
    const x = 14 + ((one * 0.382 + 0.1) % 1) * (gateX - 34);
    const y = top + ((one + 0.5) / callers) * (bottom - top) + (part - 0.5) * 8;
    const tail = context.createLinearGradient(x - 46, 0, x, 0);
    tail.addColorStop(0, palette.clear);
    tail.addColorStop(1, palette.idle);
    context.fillStyle = tail;
    context.fillRect(Math.max(0, x - 46), y - 3, Math.min(46, x), 6);
    context.fillStyle = palette.ink;
    context.beginPath();
    context.arc(x, y, 4.5, 0, 2 * Math.PI);
    context.fill();
  }
  if (stretch.rejected === 0) return;
  const share = Math.max(1, Math.round((stretch.rejected / stretch.arrived) * 100));
  write(brush, `${grouped(stretch.rejected)} × 429`, 8, height * 0.6 + 18, {
    isStrong: true,
    colour: palette.bad,
    size: 13,
  });
  write(brush, `${share} %`, 8, height * 0.6 + 34);
  const refused = Math.min(MOST_REFUSED, Math.max(1, Math.round(stretch.rejected / seconds)));
  const perRow = Math.max(1, Math.floor((gateX - 20) / 11));
  context.strokeStyle = palette.bad;
  context.lineWidth = 1.5;
  for (let one = 0; one < refused; one++) {
    const y = height * 0.6 + 48 + Math.floor(one / perRow) * 11;
    if (y > height - 6) break;
    context.beginPath();
    context.arc(12 + (one % perRow) * 11, y, 3.5, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** The gate closes from the bottom: as much of it as there is work at once, of what may be. */
function drawGate(brush: Brush, { stretch, limit }: MachineAt, x: number): void {
  const { context, palette, height } = brush;
  const full = Math.min(1, (stretch.busy + stretch.starting) / limit);
  const closed = full === 0 ? 0 : Math.max(1, Math.round(full * SEGMENTS));
  const [top, bottom] = [50, height - 10];
  const step = (bottom - top) / SEGMENTS;
  for (let segment = 0; segment < SEGMENTS; segment++) {
    const y = bottom - (segment + 1) * step + 2;
    context.beginPath();
    context.roundRect(x - 4, y, 8, step - 5, 3);
    if (segment < closed) {
      context.fillStyle = stretch.rejected > 0 ? palette.bad : palette.ink;
      context.fill();
    } else {
      context.strokeStyle = palette.brand;
      context.lineWidth = 1.5;
      context.setLineDash([3, 3]);
      context.stroke();
      context.setLineDash([]);
    }
  }
}

interface Grid {
  readonly perRow: number;
  readonly cell: number;
}

/** The largest cells with which so many fit. */
export function gridFor(count: number, width: number, height: number): Grid {
  for (let cell = 52; cell > 10; cell -= 1) {
    const perRow = Math.floor(width / cell);
    if (perRow > 0 && Math.ceil(count / perRow) * cell <= height) return { perRow, cell };
  }
  return { perRow: Math.max(1, Math.floor(width / 10)), cell: 10 };
}

/** Whole vessels of parts of them, none lost: what is there at all can be seen. */
export function wholeVessels(instances: number): number {
  return instances <= 0.02 ? 0 : Math.max(1, Math.round(instances));
}

function drawVessels(brush: Brush, { stretch, limit }: MachineAt, left: number, right: number): void {
  const { context, palette, hatching, height } = brush;
  const kinds = [
    { kind: 'busy', count: wholeVessels(stretch.busy) },
    { kind: 'starting', count: wholeVessels(stretch.starting) },
    { kind: 'idle', count: wholeVessels(stretch.idle) },
  ] as const;
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  write(brush, `Maximaal ${grouped(limit)} tegelijk`, left, 20, {
    isStrong: true,
    colour: palette.ink,
    size: 13,
  });
  const [top, room] = [52, height - 60];
  const mostCells = Math.max(1, Math.floor((right - left) / 11) * Math.floor(room / 11));
  const each = Math.max(1, Math.ceil(all / mostCells));
  const whole = Math.max(all > 0 ? 1 : 0, Math.round(stretch.busy + stretch.starting + stretch.idle));
  const words = whole === 0 ? 'geen enkele instantie' : count(whole, 'instantie', 'instanties');
  write(brush, each > 1 ? `${words}; een vat is er ${each}` : words, left, 37);
  const cells = kinds.flatMap(({ kind, count }) =>
    Array.from({ length: Math.ceil(count / each) }, () => kind),
  );
  const { perRow, cell } = gridFor(cells.length, right - left, room);
  const radius = Math.max(3, cell / 2 - Math.max(1.5, cell * 0.1));
  for (const [at, kind] of cells.entries()) {
    const x = left + (at % perRow) * cell + cell / 2;
    const y = top + Math.floor(at / perRow) * cell + cell / 2;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    if (kind === 'busy') {
      context.fillStyle = palette.warm;
      context.fill();
      if (radius < 8) continue;
      context.beginPath();
      context.arc(x, y, radius * 0.22, 0, 2 * Math.PI);
      context.fillStyle = palette.ink;
      context.fill();
    } else if (kind === 'starting') {
      context.fillStyle = palette.coldWash;
      context.fill();
      context.fillStyle = hatching;
      context.fill();
      context.strokeStyle = palette.cold;
      context.lineWidth = 1.5;
      context.stroke();
    } else {
      context.strokeStyle = palette.idle;
      context.lineWidth = Math.min(2, Math.max(1, radius / 6));
      context.stroke();
    }
  }
}

/** Paper out of a black slot, with the two amounts that all is about. */
function drawTill(brush: Brush, { functions, servers }: MachineAt): void {
  const { context, palette, width, height } = brush;
  const [paperWidth, left] = [196, width - 216];
  const slotY = height - 16;
  const top = slotY - (servers === null ? 74 : 118);
  context.fillStyle = palette.paper;
  context.beginPath();
  context.moveTo(left, slotY);
  context.lineTo(left, top);
  const teeth = 14;
  for (let tooth = 0; tooth < teeth; tooth++) {
    context.lineTo(left + ((tooth + 0.5) * paperWidth) / teeth, top - 6);
    context.lineTo(left + ((tooth + 1) * paperWidth) / teeth, top);
  }
  context.lineTo(left + paperWidth, slotY);
  context.fill();
  const line = (text: string, amount: string, y: number, isLast: boolean) => {
    write(brush, text, left + 12, y, { colour: palette.paperInk });
    write(brush, amount, left + paperWidth - 12, y + 20, {
      colour: palette.paperInk,
      align: 'right',
      size: 17,
      isStrong: true,
      isFigures: true,
    });
    if (isLast) return;
    context.strokeStyle = palette.idle;
    context.setLineDash([3, 3]);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(left + 12, y + 30);
    context.lineTo(left + paperWidth - 12, y + 30);
    context.stroke();
    context.setLineDash([]);
  };
  line('Jouw functies', functions, top + 24, servers === null);
  if (servers !== null) line('Servers, altijd aan', servers, top + 72, true);
  context.fillStyle = palette.ink;
  context.beginPath();
  context.roundRect(left - 12, slotY, paperWidth + 24, 8, 4);
  context.fill();
}
