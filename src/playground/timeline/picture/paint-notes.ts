/** Words on the lanes: what an instance is doing now, and what became of it. */

import type { Life } from '../../entries/invocation.ts';
import { goneShort } from '../words.ts';
import { seenLives } from './bars.ts';
import { type Drawing, LEAST_ROOMY_LANE_PX, TEXT_PX } from './drawing.ts';

const FROM_END_PX = 7;

export function paintNotes(drawing: Drawing): void {
  const { context, layout, palette, picture } = drawing;
  const { laneHeight, width, rows } = layout;
  if (laneHeight < LEAST_ROOMY_LANE_PX) return;
  context.font = `${TEXT_PX}px ${palette.text}`;
  for (const row of rows) {
    if (row.kind !== 'lane') continue;
    const lives = seenLives(row.lane, picture);
    const middle = row.y + laneHeight / 2 + 0.5;
    for (const [at, life] of lives.entries()) {
      const next = lives[at + 1];
      const untilX = next === undefined ? width : picture.scale.xOf(next.fromMs) - 6;
      paintNote(drawing, life, middle, untilX);
    }
  }
}

function paintNote(drawing: Drawing, life: Life, y: number, untilX: number): void {
  const { context, layout, palette, picture, isPaused } = drawing;
  const { toMs, goneReason, isSide } = life;
  const { scale, untilMs } = picture;
  if (isSide) return;
  const isGone = toMs !== null && toMs <= untilMs;
  if (!isGone && isPaused) return;
  const words = isGone ? (goneReason === null ? null : goneShort[goneReason]) : null;
  const text = isGone ? (words?.text ?? '') : nowText(life, untilMs, layout.isNarrow);
  const textWidth = context.measureText(text).width;
  const x = besideNow(scale.xOf(isGone ? toMs : untilMs) + FROM_END_PX, textWidth, scale.xOf(untilMs));
  const isIdle = !isGone && life.expiresAtMs !== null;
  if (isIdle) paintCountdown(drawing, life.expiresAtMs ?? untilMs, x + textWidth + 6, y);
  if (x + textWidth > untilX) return;
  context.fillStyle = x < scale.xOf(untilMs) ? palette.card : palette.sunk;
  context.fillRect(x - 2, y - 8, textWidth + 4, 16);
  context.fillStyle = words?.isBad ? palette.bad : palette.soft;
  context.fillText(text, x, y);
}

/** A note that would stand across the line of now stands after it. */
function besideNow(x: number, textWidth: number, nowX: number): number {
  return x < nowX && x + textWidth > nowX - FROM_END_PX ? nowX + FROM_END_PX : x;
}

function nowText({ state, expiresAtMs }: Life, nowMs: number, isNarrow: boolean): string {
  if (state === 'starting') return 'start koud';
  if (state === 'busy') return 'werkt';
  if (expiresAtMs === null) return '';
  const seconds = Math.max(0, Math.ceil((expiresAtMs - nowMs) / 1_000));
  return isNarrow ? `nog ${seconds} s` : `verdwijnt over ${seconds} s`;
}

/** How long an idle instance will still wait if nobody calls. */
function paintCountdown(
  { context, layout, palette, picture }: Drawing,
  expiresAtMs: number,
  x: number,
  y: number,
): void {
  const end = picture.scale.xOf(expiresAtMs);
  context.fillStyle = palette.idle;
  for (let dot = x; dot < Math.min(end, layout.width); dot += 6) {
    context.fillRect(dot, Math.round(y - 1), 2, 1.5);
  }
  if (end >= x && end < layout.width) context.fillRect(Math.round(end) - 1, Math.round(y - 5), 2, 10);
}
