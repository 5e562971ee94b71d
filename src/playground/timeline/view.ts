/** Where the reader looks: live, or at a picture that stands still. Knows no DOM. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Invocation } from '../entries/invocation.ts';
import type { Tracks } from '../entries/ledger.ts';
import {
  boundSpan,
  centredOn,
  isSeen,
  type LiveSpan,
  liveWindow,
  momentOf,
  movedBy,
  movedTo,
  spanOf,
  type Window,
  type World,
  wholeWindow,
  zoom,
} from './window.ts';

export interface TimelineModel {
  /** Written in place; the wrapper is new at each change. */
  readonly tracks: ReadonlySignal<{ readonly current: Tracks }>;
  /** The invocation that log, receipt and timeline all show. */
  readonly picked: Signal<string | null>;
  /** The engine's clock. */
  readonly nowMs: () => number;
  /** Moment of the first entry: times are shown relative to it. */
  readonly startedAtMs: ReadonlySignal<number>;
}

export type Mode =
  | { readonly kind: 'live' }
  /** What came after `frozenAtMs` is not there, until the reader follows again. */
  | {
      readonly kind: 'paused';
      readonly window: Window;
      readonly frozenAtMs: number;
      /** Invocations since the beginning, when the picture was stopped. */
      readonly seen: number;
    };

export interface Shown {
  readonly window: Window;
  readonly world: World;
}

/** One press of a button. */
const ZOOM_STEP = 0.5;
/** A live window stays where it is for an invocation that ended so short ago. */
const JUST_ENDED_MS = 5_000;

export type View = ReturnType<typeof createView>;

export function createView(model: TimelineModel) {
  const mode = signal<Mode>({ kind: 'live' });
  /** How far a live window looks back. */
  const liveSpan = signal<LiveSpan>('recent');
  /** How much of a live window lies after now; what draws it knows how wide it is. */
  const leadShare = signal(0.2);

  const tracks = () => model.tracks.peek().current;

  /** Whether anything is going on by itself: a start, work, or an idle instance that counts down. */
  const isMoving = () => mode.peek().kind === 'live' && tracks().alive.size > 0;

  function world(): World {
    const { forgottenUntilMs, lastMs: lastEntryMs, alive } = tracks();
    const { ...now } = mode.peek();
    const startedAtMs = model.startedAtMs.peek();
    const firstMs = Math.max(startedAtMs, forgottenUntilMs ?? startedAtMs);
    // Where nothing moves, time stands still: an empty picture would not say more.
    const liveMs = alive.size > 0 ? Math.max(model.nowMs(), lastEntryMs) : lastEntryMs;
    return { firstMs, lastMs: Math.max(firstMs, now.kind === 'paused' ? now.frozenAtMs : liveMs) };
  }

  /** What is to be shown at this moment. */
  function look(): Shown {
    const current = mode.peek();
    const around = world();
    const window =
      current.kind === 'paused' ? current.window : liveWindow(around, liveSpan.peek(), leadShare.peek());
    return { window, world: around };
  }

  const seenSoFar = () => tracks().invocations.size + tracks().forgotten;

  function stopAt(change: (shown: Shown) => Window): void {
    const shown = look();
    const before = mode.peek();
    const { lastMs: frozenAtMs } = shown.world;
    const seen = before.kind === 'paused' ? before.seen : seenSoFar();
    mode.value = { kind: 'paused', window: change(shown), frozenAtMs, seen };
  }

  const pause = () => stopAt(({ window }) => window);

  function follow(): void {
    mode.value = { kind: 'live' };
  }

  /** @param anchorMs what stays where it is in a picture that stands still; its middle if absent. Live, that is now. */
  function zoomBy(factor: number, anchorMs?: number): void {
    const { window, world: around } = look();
    if (mode.peek().kind === 'live') {
      liveSpan.value = boundSpan(spanOf(window) * factor, around);
      return;
    }
    const middleMs = (window.fromMs + window.toMs) / 2;
    stopAt(() => zoom(window, factor, anchorMs ?? middleMs, around, leadShare.peek()));
  }

  function showAll(): void {
    if (mode.peek().kind === 'live') liveSpan.value = 'all';
    else stopAt(({ world: around }) => wholeWindow(around));
  }

  /** An invocation that was picked elsewhere comes into view. */
  function reveal({ acceptedAtMs, endedAtMs }: Invocation): void {
    const { window, world: around } = look();
    if (isSeen(window, acceptedAtMs, endedAtMs) || acceptedAtMs > around.lastMs) return;
    const hasJustEnded = endedAtMs !== null && around.lastMs - endedAtMs < JUST_ENDED_MS;
    if (mode.peek().kind === 'live' && hasJustEnded) return;
    stopAt(() => centredOn(window, acceptedAtMs, around, leadShare.peek()));
  }

  return {
    mode: mode as ReadonlySignal<Mode>,
    liveSpan: liveSpan as ReadonlySignal<LiveSpan>,
    leadShare,
    /** As last drawn, a few times a second: for what is written in words. */
    shown: signal<Shown | null>(null),
    isMoving,
    /** Invocations that came in since the picture stands still. */
    newSincePause: () => {
      const current = mode.value;
      return current.kind === 'paused' ? seenSoFar() - current.seen : 0;
    },
    look,
    pause,
    follow,
    zoomIn: (anchorMs?: number) => zoomBy(ZOOM_STEP, anchorMs),
    zoomOut: (anchorMs?: number) => zoomBy(1 / ZOOM_STEP, anchorMs),
    zoomBy,
    showAll,
    reveal,
    /** The moment that the slider stands for. */
    momentOf: (window: Window) => momentOf(window, leadShare.peek()),
    /** Puts a moment where a live window has its now, and stops there. */
    scrubTo: (momentMs: number) =>
      stopAt(({ window, world: around }) => movedTo(window, momentMs, around, leadShare.peek())),
    moveBy: (ms: number) =>
      stopAt(({ window, world: around }) => movedBy(window, ms, around, leadShare.peek())),
  };
}
