/** What is drawn with: the canvas, the colours of the page, where everything stands, and what there is to see. */

import type { Palette } from '../../kit/canvas/palette.ts';
import type { Scene } from '../recording/scene.ts';
import type { Line } from '../recording/standing.ts';
import type { FloorPlan } from './floor-plan.ts';

export interface Sketch {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** The hatching of a start. */
  readonly hatching: CanvasPattern | string;
  readonly plan: FloorPlan;
  readonly scene: Scene;
  /** Nothing moves: what is new is there at once. */
  readonly isCalm: boolean;
  /** What a line of the receipt says: an amount. */
  readonly amountOf: (line: Line) => string;
}

export const TEXT_PX = 12;
interface Words {
  readonly isStrong?: boolean;
  readonly colour?: string;
  readonly widest?: number;
  /** Absent: that of the page's text. */
  readonly family?: string;
}

export function write(
  { context, palette }: Sketch,
  text: string,
  x: number,
  y: number,
  as: Words = {},
): void {
  context.font = `${as.isStrong ? 650 : 400} ${TEXT_PX}px ${as.family ?? palette.text}`;
  context.fillStyle = as.colour ?? palette.soft;
  context.textAlign = 'left';
  if (as.widest === undefined || context.measureText(text).width <= as.widest) {
    context.fillText(text, x, y);
    return;
  }
  let short = text;
  while (short.length > 1 && context.measureText(`${short}…`).width > as.widest) short = short.slice(0, -1);
  context.fillText(`${short}…`, x, y);
}

/** The first of some ways to say the same for which there is room; the last says it however little there is. */
export function writeFitting(
  sketch: Sketch,
  texts: readonly [string, ...string[]],
  x: number,
  y: number,
  as: Words & { readonly widest: number },
): void {
  const { context, palette } = sketch;
  context.font = `${as.isStrong ? 650 : 400} ${TEXT_PX}px ${as.family ?? palette.text}`;
  const fitting = texts.find((text) => context.measureText(text).width <= as.widest);
  write(sketch, fitting ?? texts.at(-1) ?? texts[0], x, y, as);
}
