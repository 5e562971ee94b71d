/** The time axis, the moment of the picture, and room for what is still to come. */
import { type Tick, ticksOf } from './axis.ts';
import { type Drawing, SMALL_TEXT_PX } from './drawing.ts';

const LEAST_TICK_PX = { wide: 84, narrow: 62 } as const;
const TEXT_FROM_TICK_PX = 4;

export function paintTime(drawing: Drawing): void {
  const { context, layout, palette, picture, startedAtMs } = drawing;
  const { axisHeight, plotX, width, height, isNarrow } = layout;
  const { scale, window, untilMs } = picture;
  const nowX = Math.max(plotX, scale.xOf(untilMs));
  if (nowX < width) {
    context.fillStyle = palette.sunk;
    context.fillRect(nowX, axisHeight, width - nowX, height - axisHeight);
  }
  const leastPx = isNarrow ? LEAST_TICK_PX.narrow : LEAST_TICK_PX.wide;
  const ticks = ticksOf(window, startedAtMs, leastPx / scale.pxPerMs);
  context.fillStyle = palette.line;
  for (const { atMs } of ticks) {
    // On a whole pixel, so that a thin line is not smeared over two.
    const x = Math.round(scale.xOf(atMs));
    if (x >= plotX) context.fillRect(x, axisHeight - 6, 1, height);
  }
  context.fillRect(plotX, axisHeight - 1, width - plotX, 1);
  paintTexts(drawing, ticks, paintNow(drawing, nowX));
}

/** @returns from where to where its word stands; no tick's text stands there too */
function paintNow(
  { context, layout, palette, tracks, isPaused }: Drawing,
  x: number,
): [number, number] | null {
  const { axisHeight, plotX, width, height } = layout;
  const text = isPaused ? 'pauze' : tracks.alive.size > 0 ? 'nu' : '';
  if (x <= plotX || x >= width || text === '') return null;
  context.fillStyle = palette.ink;
  context.fillRect(Math.round(x), axisHeight - 8, 1, height);
  context.font = `650 ${SMALL_TEXT_PX}px ${palette.text}`;
  context.textAlign = 'left';
  const textWidth = context.measureText(text).width;
  const textX = Math.min(x + TEXT_FROM_TICK_PX, width - textWidth);
  context.fillText(text, textX, axisHeight / 2 - 2);
  return [x - TEXT_FROM_TICK_PX, textX + textWidth + TEXT_FROM_TICK_PX];
}

function paintTexts(drawing: Drawing, ticks: readonly Tick[], taken: [number, number] | null): void {
  const { context, layout, palette, picture } = drawing;
  const { axisHeight, plotX, width } = layout;
  context.font = `${SMALL_TEXT_PX}px ${palette.mono}`;
  context.fillStyle = palette.soft;
  for (const { atMs, text } of ticks) {
    const tickX = picture.scale.xOf(atMs);
    const x = tickX + TEXT_FROM_TICK_PX;
    const end = x + context.measureText(text).width;
    const isTaken = taken !== null && end > taken[0] && x < taken[1];
    if (tickX >= plotX && end <= width && !isTaken) context.fillText(text, x, axisHeight / 2 - 2);
  }
}
