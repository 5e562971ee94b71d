/**
 * Draws the picture, from back to front. Blue hatching starts cold, orange works, a thin grey line waits; what went
 * wrong ends in red.
 */
import type { Context, Drawing, Scene } from './drawing.ts';
import { TEXT_PX } from './drawing.ts';
import { scaleOf } from './layout.ts';
import { paintLanes, paintNames } from './paint-lanes.ts';
import { paintNotes } from './paint-notes.ts';
import { paintRefusals } from './paint-refusals.ts';
import { paintTime } from './paint-time.ts';

const FADE_PX = 36;

export function paint(context: Context, scene: Scene): void {
  const { layout, shown, palette, scrollTop } = scene;
  const { window, world } = shown;
  const picture = { window, scale: scaleOf(layout, window), untilMs: world.lastMs };
  const drawing: Drawing = { ...scene, context, picture };
  context.clearRect(0, 0, layout.width, layout.height);
  context.textBaseline = 'middle';
  context.fillStyle = palette.card;
  context.fillRect(0, 0, layout.width, layout.height);
  paintTime(drawing);

  const bottom = layout.refusedY ?? layout.height;
  context.save();
  context.beginPath();
  context.rect(0, layout.axisHeight, layout.width, bottom - layout.axisHeight);
  context.clip();
  context.translate(0, -scrollTop);
  paintNames(drawing);
  context.beginPath();
  context.rect(layout.plotX, 0, layout.plotWidth, bottom + scrollTop);
  context.clip();
  paintLanes(drawing, layout.axisHeight + scrollTop, bottom + scrollTop);
  paintNotes(drawing);
  context.restore();
  paintMore(drawing, bottom);

  if (layout.refusedY !== null) paintRefusals(drawing, layout.refusedY);
  paintForgotten(drawing);
}

/** Lanes below what can be seen fade out, so that they are not overlooked. */
function paintMore({ context, layout, palette, scrollTop }: Drawing, bottom: number): void {
  if (scrollTop >= layout.scrollHeight - 1) return;
  const fade = context.createLinearGradient(0, bottom - FADE_PX, 0, bottom);
  fade.addColorStop(0, palette.clear);
  fade.addColorStop(1, palette.card);
  context.fillStyle = fade;
  context.fillRect(0, bottom - FADE_PX, layout.width, FADE_PX);
}

/** What is older than what is kept. */
function paintForgotten({ context, layout, palette, picture, tracks }: Drawing): void {
  if (tracks.forgottenUntilMs === null) return;
  const { plotX, axisHeight, height } = layout;
  const x = picture.scale.xOf(tracks.forgottenUntilMs);
  if (x <= plotX) return;
  context.fillStyle = palette.sunk;
  context.fillRect(plotX, axisHeight, x - plotX, height - axisHeight);
  context.fillStyle = palette.soft;
  context.fillRect(Math.round(x), axisHeight, 1, height);
  context.font = `${TEXT_PX}px ${palette.text}`;
  context.textAlign = 'right';
  context.fillText('niet bewaard', x - 8, axisHeight + 14);
  context.textAlign = 'left';
}
