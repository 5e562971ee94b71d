/**
 * The stories of `content/traffic`: a month to begin with, each with a function, settings and what to look at in it. A day, a
 * peak and a duration in them are made up and say so; the one of Azure is measured, and names its source.
 */
import file from '../../content/traffic/stories.json' with { type: 'json' };
import { DAY_MS } from './day-shape.ts';
import {
  type Settings,
  type Spread,
  standardSettings,
  type Traffic,
  type TrafficState,
} from './traffic-state.ts';

/** Thirty days. */
export const MONTH_MS = 30 * DAY_MS;

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** What to look at. */
  readonly watch: string;
  /** Where that is, and how much of it fills the picture. */
  readonly moment: { readonly atMs: number; readonly widthMs: number };
  readonly function: {
    readonly title: string;
    /** The lesson in which it runs; null for one that is only in this story. */
    readonly lesson: string | null;
    readonly warmMs: number;
    /** What a cold start adds. */
    readonly startMs: number;
    readonly memoryMb: number;
  };
  readonly settings: Partial<Settings>;
  /** How much one call differs from the next; a little if absent. */
  readonly spread?: Spread;
  /** How long it is; a month if absent. */
  readonly untilMs?: number;
  readonly source?: { readonly name: string; readonly url: string };
  readonly arrivals: Traffic;
}

export const stories = file as readonly Story[];

export function findStory(id: string): Story | undefined {
  return stories.find((story) => story.id === id);
}

/** A month as its story begins it. @param seed of the dice */
export function stateOf(story: Story, seed: number): TrafficState {
  const { warmMs, startMs, memoryMb } = story.function;
  return {
    storyId: story.id,
    traffic: story.arrivals,
    untilMs: story.untilMs ?? MONTH_MS,
    timing: { kind: 'supposed', warmMs, startMs, spread: story.spread ?? 'wisselend' },
    seed,
    settings: { ...standardSettings, memoryMb, ...story.settings },
    compared: null,
  };
}
