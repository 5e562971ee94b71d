/** Draws what the month had cost, as it grew, beside servers that cost the same every hour. */

import { type Brush, write } from './brush.ts';
import type { MonthShown } from './month-shown.ts';
import { spentAt } from './spent-at.ts';

const STEP_PX = 3;

export function drawMoney(brush: Brush, shown: MonthShown): void {
  const { plan, view, spent, serversUsd, untilMs, amount } = shown;
  const { context, palette } = brush;
  const { top, bottom } = plan.money;
  const knownMs = Math.min(view.toMs, spent.at(-1)?.atMs ?? 0);
  const functions = (atMs: number) => spentAt(shown, atMs);
  const servers = (atMs: number) => ((serversUsd ?? 0) * atMs) / untilMs;
  write(brush, 'Geld', plan.left, top - 6, { isStrong: true, colour: palette.ink });
  if (knownMs <= view.fromMs) return;
  const isWhole = view.fromMs === 0;
  // Closer, what came before would leave no room for what comes now; servers then lie out of the picture.
  const low = isWhole ? 0 : functions(view.fromMs);
  const high = Math.max(functions(knownMs), isWhole ? servers(view.toMs) : 0);
  const words = isWhole ? `tot ${amount(high)}` : `van ${amount(low)} tot ${amount(high)}`;
  write(brush, words, plan.right, top - 6, { align: 'right', isFigures: true });
  const span = high - low;
  const yOf = (usd: number) => bottom - (span > 0 ? (usd - low) / span : 0) * (bottom - top - 2);
  const way = (usdAt: (atMs: number) => number, toMs: number) => {
    context.beginPath();
    for (let x = plan.left; x <= plan.right; x += STEP_PX) {
      const atMs = view.fromMs + ((x - plan.left) / (plan.right - plan.left)) * (view.toMs - view.fromMs);
      if (atMs > toMs) break;
      if (x === plan.left) context.moveTo(x, yOf(usdAt(atMs)));
      else context.lineTo(x, yOf(usdAt(atMs)));
    }
    context.stroke();
  };
  if (serversUsd !== null && isWhole) {
    context.strokeStyle = palette.warm;
    context.setLineDash([2, 3]);
    context.lineWidth = 1.5;
    way(servers, view.toMs);
    context.setLineDash([]);
  }
  context.strokeStyle = palette.brand;
  context.lineWidth = 2;
  way(functions, knownMs);
}
