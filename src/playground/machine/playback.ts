/**
 * Which moment of a recording is shown: the last one, one that stands still, or one that moves on, slower than it went if the
 * reader likes. Knows no DOM; time on the wall comes in.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Till } from '../recording/bill-until.ts';
import { createReader, nextMs, type Recording } from '../recording/recording.ts';
import { paceOf, type Scene, sceneOf } from '../recording/scene.ts';
import { RECENT_MS } from '../recording/standing.ts';

export interface MachineModel {
  /** Of the playground. */
  readonly title: string;
  /** Written in place; the wrapper is new at each change. */
  readonly recording: ReadonlySignal<{ readonly current: Recording }>;
  /** The engine's clock. */
  readonly nowMs: () => number;
  /** Moment of the first entry: times are shown relative to it. */
  readonly startedAtMs: ReadonlySignal<number>;
  /** The reader sent something, and waits for it. */
  readonly isRunning: ReadonlySignal<boolean>;
  /** In the order in which they are drawn. */
  readonly functions: readonly { readonly name: string; readonly isFedByQueue: boolean }[];
  readonly hasStore: boolean;
  readonly hasServices: boolean;
}

export type Mode =
  | { readonly kind: 'live' }
  | { readonly kind: 'at'; readonly atMs: number; readonly isPlaying: boolean };

/** Parts of the speed at which it went. */
export const TEMPOS = [1, 0.5, 0.25, 0.05] as const;

/** Nobody looked for longer: then nothing was missed either. In ms. */
const LONGEST_STEP_MS = 100;

export function createPlayback(model: MachineModel) {
  const mode = signal<Mode>({ kind: 'live' });
  const tempo = signal<number>(1);
  let seenAtMs: number | null = null;
  let reader: {
    readonly of: Recording;
    readonly stateAt: ReturnType<typeof createReader>['stateAt'];
  } | null = null;

  const recording = () => model.recording.peek().current;

  function sceneAt(atMs: number): Scene {
    const of = recording();
    if (reader?.of !== of) reader = { of, stateAt: createReader(of).stateAt };
    return sceneOf(reader.stateAt(atMs), atMs);
  }

  /** The last moment there is to see. */
  function edgeMs(): number {
    const { now } = recording();
    if (now === null) return 0;
    const nowMs = Math.max(model.nowMs(), now.lastMs);
    // Where nothing is left, time stands still as soon as what was on its way is there.
    return now.instances.size > 0 ? nowMs : Math.min(nowMs, now.lastMs + RECENT_MS);
  }

  /**
   * What is to be seen now. While it plays, each look is a step on.
   *
   * @param wallMs any clock that goes on steadily
   */
  function look(wallMs: number): Scene {
    const current = mode.peek();
    const lastMs = edgeMs();
    if (current.kind === 'live') return sceneAt(lastMs);
    if (!current.isPlaying) return sceneAt(current.atMs);
    const passedMs = Math.min(wallMs - (seenAtMs ?? wallMs), LONGEST_STEP_MS);
    seenAtMs = wallMs;
    const atMs = Math.min(current.atMs + passedMs * tempo.peek(), lastMs);
    const scene = sceneAt(atMs);
    // While nothing is going on, the wait for what comes next is not worth seeing.
    const isQuiet = paceOf(scene) !== 'busy';
    const nextAtMs = isQuiet ? Math.min(nextMs(recording(), atMs) ?? lastMs, lastMs) : atMs;
    // Who looks slowly goes on to do so: what comes next is to be seen slowly too.
    if (nextAtMs >= lastMs && tempo.peek() === 1) mode.value = { kind: 'live' };
    else mode.value = { kind: 'at', atMs: nextAtMs, isPlaying: true };
    return nextAtMs === atMs ? scene : sceneAt(nextAtMs);
  }

  const shownMs = () => {
    const current = mode.peek();
    return current.kind === 'live' ? edgeMs() : current.atMs;
  };

  function goTo(atMs: number, isPlaying: boolean): void {
    seenAtMs = null;
    const { firstMs } = recording();
    mode.value = { kind: 'at', atMs: Math.min(Math.max(atMs, firstMs), edgeMs()), isPlaying };
  }

  function followLive(): void {
    tempo.value = 1;
    mode.value = { kind: 'live' };
  }

  return {
    mode: mode as ReadonlySignal<Mode>,
    tempo: tempo as ReadonlySignal<number>,
    look,
    /** From the first moment that is kept until the last. */
    range: () => ({ firstMs: recording().firstMs, lastMs: edgeMs() }),
    shownMs,
    followLive,
    pause: () => goTo(shownMs(), false),
    /** At its end it begins anew. */
    play: () => goTo(shownMs() >= edgeMs() ? recording().firstMs : shownMs(), true),
    scrubTo: (atMs: number) => goTo(atMs, false),
    setTempo: (part: number) => {
      tempo.value = part;
      if (part !== 1 && mode.peek().kind === 'live') goTo(edgeMs(), true);
    },
    isPlaying: () => {
      const current = mode.peek();
      return current.kind === 'live' || current.isPlaying;
    },
  };
}

export type Playback = ReturnType<typeof createPlayback>;

/** What each part of the Machinekamer shows: one moment, the same for all of them. */
export interface Shown {
  readonly model: MachineModel;
  readonly playback: Playback;
  readonly till: Till;
  /** As drawn, a few times a second. */
  readonly scene: Signal<Scene | null>;
}
