/** A page with a timeline and a trace, whose entries and clock a test holds. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { emptyTracks } from '../../../src/playground/entries/ledger.ts';
import { addToTracks } from '../../../src/playground/entries/tracks.ts';
import { Timeline, Trace } from '../../../src/playground/timeline/index.tsx';
import { type Call, type StoryOptions, tell } from './story.ts';

const tracks = signal({ current: emptyTracks() });
const picked = signal<string | null>(null);
const clock = { nowMs: 0 };

const model = { tracks, picked, nowMs: () => clock.nowMs, startedAtMs: signal(0) };

/** Frames in the test's hands, so that it need not wait to see whether one more is asked for. */
const held = holdFrames();

const lab = {
  picked,
  held,
  /** The clock is at `untilMs`, and what happened until then was told. */
  tell(calls: readonly Call[], options: StoryOptions & { readonly untilMs: number }): void {
    const current = emptyTracks();
    for (const entry of tell(calls, options)) addToTracks(current, entry);
    clock.nowMs = options.untilMs;
    tracks.value = { current };
  },
  /** Goes on from there. */
  more(calls: readonly Call[], options: StoryOptions & { readonly untilMs: number }): void {
    const { current } = tracks.peek();
    for (const entry of tell(calls, options)) addToTracks(current, entry);
    clock.nowMs = options.untilMs;
    tracks.value = { current };
  },
};

export type Lab = typeof lab;
Object.assign(globalThis, { lab });

function holdFrames() {
  const ask = requestAnimationFrame;
  const takeBack = cancelAnimationFrame;
  const pause = setTimeout;
  const asked = new Map<number, FrameRequestCallback>();
  let pauses = 0;
  let isHolding = false;
  let lastId = 0;
  globalThis.requestAnimationFrame = (callback) => {
    if (!isHolding) return ask(callback);
    // Below zero, where the browser has none.
    lastId -= 1;
    asked.set(lastId, callback);
    return lastId;
  };
  globalThis.cancelAnimationFrame = (id) => {
    if (!asked.delete(id)) takeBack(id);
  };
  return {
    begin(): void {
      isHolding = true;
      const counted = (callback: () => void, ms?: number) => {
        pauses += 1;
        return pause(callback, ms);
      };
      Object.assign(globalThis, { setTimeout: counted });
    },
    /** Times that the page put something off since then. */
    pauses: () => pauses,
    /** Frames that were asked for and have not been. */
    count: () => asked.size,
    /** All that were asked for. @returns how many those asked for in their turn */
    next(): number {
      const callbacks = [...asked.values()];
      asked.clear();
      for (const callback of callbacks) callback(performance.now());
      return asked.size;
    },
  };
}

render(
  <>
    <Timeline model={model} />
    <Trace model={model} />
  </>,
  document.body,
);
