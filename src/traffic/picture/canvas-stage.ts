/**
 * A picture on its canvas: drawn anew when something that it reads changes, at most once a frame, and only while it is in sight.
 */
import { effect } from '@preact/signals';
import { type Look, lookOf } from '../../kit/canvas/palette.ts';
import { watchCanvas } from '../../kit/canvas/watch-canvas.ts';
import type { Brush } from './brush.ts';

/** @param draw reads signals, and is called again when one of them has changed @returns takes the picture off the canvas */
export function attachPicture(canvas: HTMLCanvasElement, draw: (brush: Brush) => void): () => void {
  const box = canvas.parentElement as HTMLElement;
  const context = canvas.getContext('2d');
  let look: Look | null = null;
  let size = { width: 0, height: 0 };
  let isSeen = false;
  let frame = 0;
  let stopReading = () => {};

  function drawNow(): void {
    frame = 0;
    if (context === null || size.width === 0) return;
    stopReading();
    let isFirst = true;
    stopReading = effect(() => {
      if (!isFirst) {
        // Signals that are read below are read again when it is drawn again.
        soon();
        return;
      }
      isFirst = false;
      look ??= lookOf(context, box);
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      draw({ context, ...size, ...look });
    });
  }

  function soon(): void {
    if (!isSeen || frame !== 0) return;
    frame = requestAnimationFrame(drawNow);
  }

  const unwatch = watchCanvas(box, {
    onSize: (measured) => {
      size = measured;
      canvas.width = Math.round(size.width * devicePixelRatio);
      canvas.height = Math.round(size.height * devicePixelRatio);
      look = null;
      drawNow();
    },
    onSight: (isNowSeen) => {
      isSeen = isNowSeen;
      if (isSeen) soon();
    },
    onLook: () => {
      look = null;
      soon();
    },
  });
  return () => {
    cancelAnimationFrame(frame);
    stopReading();
    unwatch();
  };
}
