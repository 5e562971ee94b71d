/**
 * Cold starts of a real cloud beside those of this visit: what is compared, in numbers. Both have two parts: the start,
 * before the handler is called, and the first call.
 *
 * This folder shows `content/cold-starts`; lessons and a page import `ColdStarts.astro` and
 * `WhatMatters.astro`. Begin here; the view is
 * `ColdStartBars.tsx`, and `measured-starts.ts` reads the content.
 */
import type { Purchase } from '../../till/visit/visit.ts';

/** One runtime of the cloud, packed in one way, with so much memory. */
export interface MeasuredStart {
  readonly runtime: string;
  readonly memoryMb: number;
  /** The median of the starts. */
  readonly initMs: number;
  /** The mean of the first calls: the source gives no more. */
  readonly firstCallMs: number;
}

/** A bar of the picture. */
export interface StartBar {
  readonly name: string;
  readonly initMs: number;
  readonly firstCallMs: number;
  /** Of the reader, in this visit: how many cold starts it is the median of. */
  readonly own?: number;
}

/** As a reader knows them; what is not here is shown as its source calls it. */
const NAMES: Readonly<Record<string, string>> = {
  'nodejs20.x': 'Node.js 20',
  'nodejs22.x': 'Node.js 22',
  'nodejs24.x': 'Node.js 24',
  'python3.13': 'Python 3.13',
  'python3.14': 'Python 3.14',
  java21: 'Java 21',
  java25: 'Java 25',
  dotnet8: '.NET 8',
  dotnet10: '.NET 10',
  'dotnet10 aot (prov.al2023)': '.NET 10, vooraf vertaald (AOT)',
  'go (prov.al2023)': 'Go',
  'rust (prov.al2023)': 'Rust',
  'llrt (prov.al2023)': 'LLRT (kleine JavaScript van AWS)',
  'ruby3.4': 'Ruby 3.4',
};

export const runtimeName = (runtime: string): string => NAMES[runtime] ?? runtime;

/** The middle one; of an even number, the middle of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** The cold starts of this visit, a bar for each function that had some. */
export function ownStarts(purchases: readonly Purchase[]): StartBar[] {
  const byTitle = Map.groupBy(
    purchases.filter(({ usage }) => usage.initMs !== undefined && usage.initMs > 0),
    ({ title }) => title,
  );
  return [...byTitle].map(([title, starts]) => {
    // Equal ones are kept as one with a count, and a burst has few that are equal.
    const each = (of: (usage: Purchase['usage']) => number) =>
      median(starts.flatMap(({ usage }) => Array<number>(Math.min(usage.count, 100)).fill(of(usage))));
    return {
      name: title,
      initMs: each(({ initMs = 0 }) => initMs),
      firstCallMs: each(({ durationMs }) => durationMs),
      own: starts.reduce((sum, { usage }) => sum + usage.count, 0),
    };
  });
}

const totalMs = ({ initMs, firstCallMs }: StartBar) => initMs + firstCallMs;

/** The bars for one amount of memory, with those of the reader between them, the quickest above. */
export function barsAt(
  measured: readonly MeasuredStart[],
  memoryMb: number,
  own: readonly StartBar[],
): StartBar[] {
  const theirs = measured
    .filter((start) => start.memoryMb === memoryMb)
    .map(({ runtime, initMs, firstCallMs }) => ({ name: runtimeName(runtime), initMs, firstCallMs }));
  return [...own, ...theirs].sort((a, b) => totalMs(a) - totalMs(b));
}

/** What the longest bar takes, for every amount of memory: with more of it a bar gets shorter, and no scale moves. */
export function longestMs(measured: readonly MeasuredStart[], own: readonly StartBar[]): number {
  const theirs = measured.map(({ runtime, ...parts }) => ({ ...parts, name: runtime }));
  return Math.max(...[...own, ...theirs].map(totalMs));
}

/** What a runtime does with the least and with the most memory. */
export interface MemoryEffect {
  readonly name: string;
  readonly least: MeasuredStart;
  readonly most: MeasuredStart;
}

/** A runtime a row, the one of which the first call gains most above. */
export function effectsOfMemory(measured: readonly MeasuredStart[]): MemoryEffect[] {
  return [...Map.groupBy(measured, ({ runtime }) => runtime)]
    .flatMap(([runtime, starts]) => {
      const [least, ...more] = starts.toSorted((a, b) => a.memoryMb - b.memoryMb);
      const most = more.at(-1);
      return least && most ? [{ name: runtimeName(runtime), least, most }] : [];
    })
    .sort((a, b) => gain(b) - gain(a));
}

const gain = ({ least, most }: MemoryEffect) => least.firstCallMs - most.firstCallMs;
