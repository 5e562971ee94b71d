/**
 * The picture on its canvas: drawn anew when something changes, and again and again only while something moves, is in
 * sight, and the page is. Who asked for less motion gets a few pictures a second.
 */
import { effect } from '@preact/signals';
import { type Look, lookOf } from '../../../kit/canvas/palette.ts';
import { watchCanvas } from '../../../kit/canvas/watch-canvas.ts';
import type { Shown, TimelineModel, View } from '../view.ts';
import { hitTest, type Layout, layoutOf, type Point } from './layout.ts';
import { paint } from './paint.ts';

const CALM_EVERY_MS = 400;
/** How often words beside the picture follow it. */
const WORDS_EVERY_MS = 250;
/** A picture that would shift by less looks the same. In pixels of the screen. */
const LEAST_SHIFT_PX = 0.5;

export interface Parts {
  /** What scrolls. */
  readonly box: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Under the canvas, as tall as what does not fit. */
  readonly rest: HTMLElement;
}

export interface LiveCanvas {
  /** What is drawn at a point of the canvas, for who clicks there. */
  hit(point: Point, slackPx: number): string | null;
  /** Of the last picture. */
  msPerPx(): number;
  msAt(x: number): number;
  detach(): void;
}

interface Drawn {
  readonly layout: Layout;
  readonly shown: Shown;
}

export function attachCanvas({ box, canvas, rest }: Parts, model: TimelineModel, view: View): LiveCanvas {
  const context = canvas.getContext('2d');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let look: Look | null = null;
  let width = 0;
  let isSeen = false;
  let isDirty = true;
  let drawn: Drawn | null = null;
  let wordsAtMs = Number.NEGATIVE_INFINITY;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  /** Takes back the next picture. */
  let cancelNext: (() => void) | null = null;

  function draw(): void {
    cancelNext = null;
    drawnAtMs = performance.now();
    if (context === null || width === 0) return;
    const { current: tracks } = model.tracks.peek();
    const layout = layoutOf(tracks, width);
    view.leadShare.value = layout.leadShare;
    const shown = view.look();
    const isMoving = view.isMoving();
    if (isDirty || hasShifted(drawn, shown, layout)) {
      resize(layout);
      look ??= lookOf(context, box);
      paint(context, {
        tracks,
        layout,
        shown,
        isPaused: view.mode.peek().kind === 'paused',
        startedAtMs: model.startedAtMs.peek(),
        picked: model.picked.peek(),
        scrollTop: box.scrollTop,
        ...look,
      });
      drawn = { layout, shown };
      isDirty = false;
    }
    tellWords(shown, isMoving);
    if (isMoving) plan();
  }

  function tellWords(shown: Shown, isMoving: boolean): void {
    const nowMs = performance.now();
    if (isMoving && nowMs - wordsAtMs < WORDS_EVERY_MS) return;
    wordsAtMs = nowMs;
    view.shown.value = shown;
  }

  function hasShifted(before: Drawn | null, { window, world }: Shown, layout: Layout): boolean {
    if (before === null || before.layout.height !== layout.height) return true;
    const pxPerMs = (layout.plotWidth * devicePixelRatio) / (window.toMs - window.fromMs);
    const from = Math.abs(window.fromMs - before.shown.window.fromMs);
    const to = Math.abs(window.toMs - before.shown.window.toMs);
    const now = Math.abs(world.lastMs - before.shown.world.lastMs);
    return Math.max(from, to, now) * pxPerMs >= LEAST_SHIFT_PX;
  }

  /** Makes the canvas as large as the layout, in pixels of the screen. */
  function resize({ height, scrollHeight }: Layout): void {
    const pixels = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)] as const;
    if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
      [canvas.width, canvas.height] = pixels;
      canvas.style.blockSize = `${height}px`;
      box.style.blockSize = `${height}px`;
      look = null;
    }
    rest.style.blockSize = `${scrollHeight}px`;
    // So that a keyboard can scroll it, and does not stop at it when there is nothing to scroll.
    if (scrollHeight > 0) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
    context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  }

  /** @param isAsked the reader did something, and wants to see it at once */
  function plan(isAsked = false): void {
    if (!isSeen) return;
    if (isAsked) cancel();
    if (cancelNext !== null) return;
    const waitMs = calm.matches && !isAsked ? drawnAtMs + CALM_EVERY_MS - performance.now() : 0;
    if (waitMs > 0) {
      const timer = setTimeout(draw, waitMs);
      cancelNext = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(draw);
      cancelNext = () => cancelAnimationFrame(frame);
    }
  }

  function cancel(): void {
    cancelNext?.();
    cancelNext = null;
  }

  function news(): void {
    isDirty = true;
    plan();
  }

  function asked(): void {
    isDirty = true;
    plan(true);
  }

  function changedLook(): void {
    look = null;
    asked();
  }

  /** A page goes to the printer with no frame in between, and with it what nobody scrolled to. */
  function drawForPaper(): void {
    width = Math.floor(box.clientWidth);
    look = null;
    isDirty = true;
    cancel();
    draw();
  }

  const unwatch = watchCanvas(box, {
    onSize: (size) => {
      width = size.width;
      changedLook();
    },
    onSight: (isNowSeen) => {
      isSeen = isNowSeen;
      if (isSeen) asked();
      else cancel();
    },
    onLook: changedLook,
  });
  box.addEventListener('scroll', asked, { passive: true });
  addEventListener('beforeprint', drawForPaper);
  const ignoreNews = effect(() => {
    model.tracks.value;
    news();
  });
  const ignoreAsked = effect(() => {
    model.picked.value;
    view.mode.value;
    view.liveSpan.value;
    asked();
  });

  return {
    hit: (point, slackPx) => {
      if (drawn === null) return null;
      const { layout, shown } = drawn;
      const { current: tracks } = model.tracks.peek();
      const options = { scrollTop: box.scrollTop, slackPx, untilMs: shown.world.lastMs };
      return hitTest(tracks, layout, shown.window, point, options)?.invocationId ?? null;
    },
    msPerPx: () =>
      drawn === null ? 0 : (drawn.shown.window.toMs - drawn.shown.window.fromMs) / drawn.layout.plotWidth,
    msAt(x) {
      if (drawn === null) return 0;
      return drawn.shown.window.fromMs + (x - drawn.layout.plotX) * this.msPerPx();
    },
    detach: () => {
      cancel();
      ignoreNews();
      ignoreAsked();
      unwatch();
      box.removeEventListener('scroll', asked);
      removeEventListener('beforeprint', drawForPaper);
    },
  };
}
