/** The lane of calls that were refused: a mark each, and a number where they lie too close. */
import { pilesOf } from './bars.ts';
import { type Drawing, outline, SMALL_TEXT_PX, TEXT_PX } from './drawing.ts';

const PILE_PX = 34;

export function paintRefusals(
  { context, layout, palette, picture, tracks, picked }: Drawing,
  top: number,
): void {
  const { width, plotX, height, isNarrow } = layout;
  context.fillStyle = palette.line;
  context.fillRect(0, top, width, 1);
  context.font = `${TEXT_PX}px ${palette.text}`;
  context.textAlign = 'left';
  context.fillStyle = palette.bad;
  const middle = (top + height) / 2 + 0.5;
  context.fillText(isNarrow ? '429' : 'Geweigerd', 0, middle, plotX - 6);
  context.save();
  context.beginPath();
  context.rect(plotX, top, width - plotX, height - top);
  context.clip();
  context.font = `650 ${SMALL_TEXT_PX}px ${palette.mono}`;
  context.textAlign = 'center';
  for (const { x, width: own, count } of pilesOf(tracks.refusals, picture, PILE_PX)) {
    context.fillStyle = palette.bad;
    if (count === 1) {
      context.fillRect(Math.round(x) - 1, middle - 6, 3, 12);
      continue;
    }
    const text = pileText(count);
    const pileWidth = Math.max(own, context.measureText(text).width + 8);
    context.beginPath();
    context.roundRect(x, middle - 8, pileWidth, 16, 4);
    context.fill();
    context.fillStyle = palette.badInk;
    context.fillText(text, x + pileWidth / 2, middle + 0.5);
  }
  const invocation = picked === null ? undefined : tracks.invocations.get(picked);
  if (invocation?.outcome === 'throttled') {
    const x = picture.scale.xOf(invocation.acceptedAtMs);
    outline({ context, palette }, { x: x - 1, y: middle - 6, width: 3, height: 12 });
  }
  context.restore();
}

/** `12`, and from a thousand on `1,2k`: a pile has room for four signs. */
function pileText(count: number): string {
  if (count < 1_000) return String(count);
  const thousands = count / 1_000;
  return `${thousands < 10 ? thousands.toFixed(1).replace('.', ',') : Math.round(thousands)}k`;
}
