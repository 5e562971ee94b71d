/**
 * The canvas, and what a mouse or a finger does on it. A keyboard has the buttons, the slider and the table.
 *
 * This folder draws: `layout.ts` and `bars.ts` say where everything lies, `paint.ts` and its parts put it on the canvas, and
 * `live-canvas.ts` does so as long as something moves. Only `Timeline.tsx` imports it. Begin at `layout.ts`.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { TimelineModel, View } from '../view.ts';
import { attachCanvas, type LiveCanvas } from './live-canvas.ts';

/** A pointer that moved less was a click. */
const DRAG_PX = 4;
const SLACK_PX = { mouse: 6, touch: 14 } as const;
/** One pixel of a wheel. */
const ZOOM_PER_PX = 1.0025;

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  x: number;
  isMoved: boolean;
}

function watchPointers(canvas: HTMLCanvasElement, live: LiveCanvas, model: TimelineModel, view: View) {
  let drag: Drag | null = null;
  const at = (event: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const slackOf = (event: PointerEvent) => (event.pointerType === 'mouse' ? SLACK_PX.mouse : SLACK_PX.touch);

  canvas.onpointerdown = (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    drag = { pointerId: event.pointerId, startX: event.clientX, x: event.clientX, isMoved: false };
  };
  canvas.onpointermove = (event) => {
    if (drag?.pointerId !== event.pointerId) {
      canvas.style.cursor = live.hit(at(event), slackOf(event)) === null ? '' : 'pointer';
      return;
    }
    if (!drag.isMoved && Math.abs(event.clientX - drag.startX) < DRAG_PX) return;
    if (!drag.isMoved) canvas.setPointerCapture(event.pointerId);
    drag.isMoved = true;
    canvas.style.cursor = 'grabbing';
    view.moveBy((drag.x - event.clientX) * live.msPerPx());
    drag.x = event.clientX;
  };
  canvas.onpointerup = (event) => {
    if (drag?.pointerId !== event.pointerId) return;
    const { isMoved } = drag;
    drag = null;
    canvas.style.cursor = '';
    if (isMoved) return;
    const hit = live.hit(at(event), slackOf(event));
    if (hit !== null) model.picked.value = hit;
  };
  canvas.onpointercancel = () => {
    drag = null;
    canvas.style.cursor = '';
  };
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      view.zoomBy(ZOOM_PER_PX ** pixelsOf(event.deltaY, event.deltaMode), live.msAt(at(event).x));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      view.moveBy(pixelsOf(event.deltaX, event.deltaMode) * live.msPerPx());
    }
  };
  // A listener given as a property cannot keep the page from zooming.
  canvas.addEventListener('wheel', onWheel, { passive: false });
  return () => canvas.removeEventListener('wheel', onWheel);
}

/** Firefox counts in lines. */
function pixelsOf(delta: number, mode: number): number {
  return mode === WheelEvent.DOM_DELTA_LINE ? delta * 16 : delta;
}

export function Picture({ model, view }: { readonly model: TimelineModel; readonly view: View }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null || canvas.current === null || rest.current === null) return;
    const parts = { box: box.current, canvas: canvas.current, rest: rest.current };
    const live = attachCanvas(parts, model, view);
    const ignore = watchPointers(canvas.current, live, model, view);
    return () => {
      ignore();
      live.detach();
    };
  }, [model, view]);
  return (
    <div class="timeline__box" ref={box} role="group" aria-label="Banen van de instanties">
      <div aria-hidden="true">
        <canvas class="timeline__canvas" ref={canvas} />
        <div ref={rest} />
      </div>
    </div>
  );
}
