/**
 * The picture on its canvas: drawn anew when something changes, and again and again only while something moves, is in sight,
 * and the page is; at most thirty times a second. Who asked for less motion gets a few pictures a second, in which nothing flies.
 * Out of sight nothing is drawn, and the words beside it follow what happens: who hears the page is at no place on it.
 */
import { effect } from '@preact/signals';
import { type Look, lookOf } from '../../kit/canvas/palette.ts';
import { watchCanvas } from '../../kit/canvas/watch-canvas.ts';
import { paceOf, type Scene } from '../recording/scene.ts';
import type { Line } from '../recording/standing.ts';
import { drawBuilding } from './draw-building.ts';
import { drawMovers } from './draw-movers.ts';
import { floorPlanOf } from './floor-plan.ts';
import type { MachineModel, Playback } from './playback.ts';

/** How long a picture stands, in ms. */
const EVERY_MS = { busy: 33, waiting: 500 } as const;
const CALM_EVERY_MS = 500;
/** How often words beside the picture follow it. */
const WORDS_EVERY_MS = 250;

/** More than this is spent on larger letters, and not on more room. In px. */
const ROOMY = { width: 820, height: 280 } as const;
const MOST_ZOOM = 1.75;

interface Audience {
  /** Told a few times a second what is drawn. */
  readonly tell: (scene: Scene) => void;
  /** What a line of the receipt says: an amount. */
  readonly amountOf: (line: Line) => string;
}

/** @returns takes the picture off the canvas, and all that it listened to with it */
export function attachStage(
  canvas: HTMLCanvasElement,
  model: MachineModel,
  playback: Playback,
  { tell, amountOf }: Audience,
): () => void {
  const box = canvas.parentElement as HTMLElement;
  const context = canvas.getContext('2d');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let look: Look | null = null;
  let size = { width: 0, height: 0 };
  let isSeen = false;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let cancelNext: (() => void) | null = null;
  /** When the next picture is due, if one is planned. */
  let dueMs = Number.POSITIVE_INFINITY;

  function draw(): void {
    cancel();
    const wallMs = performance.now();
    drawnAtMs = wallMs;
    if (context === null || size.width === 0) return;
    const scene = playback.look(wallMs);
    const pace = playback.isPlaying() ? paceOf(scene) : 'still';
    look ??= lookOf(context, box);
    const { width, height } = size;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    // On a canvas as large as the page everything is larger: its letters too.
    const zoom = Math.min(Math.max(1, Math.min(width / ROOMY.width, height / ROOMY.height)), MOST_ZOOM);
    context.scale(zoom, zoom);
    const plan = floorPlanOf(model, scene, width / zoom, height / zoom);
    const sketch = { context, plan, scene, isCalm: calm.matches, amountOf, ...look };
    drawBuilding(sketch);
    drawMovers(sketch);
    if (pace === 'still' || wallMs - toldAtMs >= WORDS_EVERY_MS) {
      toldAtMs = wallMs;
      tell(scene);
    }
    if (pace !== 'still') later(calm.matches ? CALM_EVERY_MS : EVERY_MS[pace]);
  }

  function tellUnseen(): void {
    cancel();
    const mode = playback.mode.peek();
    // What is played waits for who looks at it.
    if (mode.kind === 'at' && mode.isPlaying) return;
    drawnAtMs = performance.now();
    tell(playback.look(drawnAtMs));
  }

  function later(waitMs: number): void {
    // One that is due already is never put off, however often there is news.
    const soonestMs = drawnAtMs + (isSeen ? waitMs : WORDS_EVERY_MS);
    if (dueMs <= soonestMs) return;
    cancel();
    dueMs = soonestMs;
    const leftMs = dueMs - performance.now();
    let frame = 0;
    const timer = setTimeout(
      () => {
        frame = requestAnimationFrame(isSeen ? draw : tellUnseen);
      },
      Math.max(0, leftMs),
    );
    cancelNext = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }

  function cancel(): void {
    cancelNext?.();
    cancelNext = null;
    dueMs = Number.POSITIVE_INFINITY;
  }

  /** The reader did something: with the next picture it is there. */
  const soon = () => later(EVERY_MS.busy);

  function changedLook(): void {
    look = null;
    soon();
  }

  const unwatch = watchCanvas(box, {
    onSize: (measured) => {
      size = measured;
      canvas.width = Math.round(size.width * devicePixelRatio);
      canvas.height = Math.round(size.height * devicePixelRatio);
      look = null;
      draw();
    },
    onSight: (isNowSeen) => {
      isSeen = isNowSeen;
      soon();
    },
    onLook: changedLook,
  });
  const ignoreNews = effect(() => {
    model.recording.value;
    later(calm.matches ? CALM_EVERY_MS : EVERY_MS.busy);
  });
  const ignoreAsked = effect(() => {
    playback.mode.value;
    soon();
  });

  return () => {
    cancel();
    ignoreNews();
    ignoreAsked();
    unwatch();
  };
}
