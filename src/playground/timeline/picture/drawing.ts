/** What every part of the picture is drawn with. */

import type { Palette } from '../../../kit/canvas/palette.ts';
import type { Tracks } from '../../entries/ledger.ts';
import type { Shown } from '../view.ts';
import type { Picture } from './bars.ts';
import type { Layout } from './layout.ts';

export type Context = CanvasRenderingContext2D;

export interface Scene {
  readonly tracks: Tracks;
  readonly layout: Layout;
  readonly shown: Shown;
  readonly isPaused: boolean;
  /** Where the axis says 0. */
  readonly startedAtMs: number;
  readonly picked: string | null;
  /** How far the lanes are scrolled. */
  readonly scrollTop: number;
  readonly palette: Palette;
  /** The hatching of a start. */
  readonly hatching: CanvasPattern | string;
}

export interface Drawing extends Scene {
  readonly context: Context;
  readonly picture: Picture;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const TEXT_PX = 12;
export const SMALL_TEXT_PX = 11;
/** A lane that is lower has no words on it, and little room around its bars. */
export const LEAST_ROOMY_LANE_PX = 14;

export function fillAll(context: Context, rects: readonly Rect[], style: string | CanvasPattern): void {
  if (rects.length === 0) return;
  context.fillStyle = style;
  for (const { x, y, width, height } of rects) context.fillRect(x, y, width, height);
}

/** Yellow like the line on the receipt, and an edge that can be seen on any ground. */
export function outline(
  { context, palette }: Pick<Drawing, 'context' | 'palette'>,
  { x, y, width, height }: Rect,
): void {
  context.lineWidth = 1;
  context.strokeStyle = palette.ink;
  context.beginPath();
  context.roundRect(x - 3.5, y - 3.5, width + 7, height + 7, 5);
  context.stroke();
  context.lineWidth = 2.5;
  context.strokeStyle = palette.mark;
  context.beginPath();
  context.roundRect(x - 1.75, y - 1.75, width + 3.5, height + 3.5, 4);
  context.stroke();
}
