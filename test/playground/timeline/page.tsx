/** A page with a timeline and a trace, whose entries and clock a test holds. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { addToTracks, emptyTracks } from '../../../src/playground/entries/tracks.ts';
import { Timeline, Trace } from '../../../src/playground/timeline/index.tsx';
import { type Call, type StoryOptions, tell } from './story.ts';

const tracks = signal({ current: emptyTracks() });
const picked = signal<string | null>(null);
const clock = { nowMs: 0 };
const frames = { count: 0 };

const model = { tracks, picked, nowMs: () => clock.nowMs, startedAtMs: signal(0) };

const lab = {
  picked,
  frames,
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

const nextFrame = requestAnimationFrame;
globalThis.requestAnimationFrame = (callback) => {
  frames.count += 1;
  return nextFrame(callback);
};

render(
  <>
    <Timeline model={model} />
    <Trace model={model} />
  </>,
  document.body,
);
