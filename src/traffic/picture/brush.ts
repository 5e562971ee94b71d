/** What both pictures are drawn with: the canvas, how large it is, and the colours of the machine. */
import type { Look } from '../../kit/canvas/palette.ts';

export interface Brush extends Look {
  readonly context: CanvasRenderingContext2D;
  /** In px of the page. */
  readonly width: number;
  readonly height: number;
}

export const TEXT_PX = 12;

interface Words {
  readonly isStrong?: boolean;
  readonly colour?: string;
  readonly align?: CanvasTextAlign;
  readonly size?: number;
  /** Of amounts. */
  readonly isFigures?: boolean;
}

export function write(
  { context, palette }: Brush,
  text: string,
  x: number,
  y: number,
  { isStrong = false, colour = palette.soft, align = 'left', size = TEXT_PX, isFigures = false }: Words = {},
): void {
  context.font = `${isStrong ? 650 : 400} ${size}px ${isFigures ? palette.figures : palette.text}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  context.fillText(text, x, y);
}
