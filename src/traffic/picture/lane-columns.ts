/** The month cut into columns of the picture, and the scales that they are drawn on. Pure. */
import type { SliceStore, Stretch } from '../slice-store.ts';
import { type LanePlan, xOf } from './lane-plan.ts';
import type { ViewWindow } from './view-window.ts';

/** A column is so wide, or as wide as a slice. */
const COLUMN_PX = 2;

export interface DrawnColumn {
  readonly x: number;
  readonly width: number;
  readonly stretch: Stretch;
  /** Calls a second in the busiest slice of it. */
  readonly mostPerSecond: number;
}

export function columnsOf(slices: SliceStore, plan: LanePlan, view: ViewWindow): readonly DrawnColumn[] {
  const columns: DrawnColumn[] = [];
  const msPerPx = (view.toMs - view.fromMs) / (plan.right - plan.left);
  const stepMs = Math.max(1, Math.round((COLUMN_PX * msPerPx) / slices.sliceMs)) * slices.sliceMs;
  // Columns begin where slices do, wherever the window is: nothing flickers when it moves.
  for (let atMs = Math.floor(view.fromMs / stepMs) * stepMs; atMs < view.toMs; atMs += stepMs) {
    const stretch = slices.stretch(atMs + 0.001, atMs + stepMs - 0.001);
    if (stretch === null || stretch.toMs <= view.fromMs) continue;
    const x = Math.round(Math.max(plan.left, xOf(plan, view, atMs)));
    const end = Math.round(Math.min(plan.right, xOf(plan, view, atMs + stepMs)));
    const most = slices.highest('arrived', atMs + 0.001, atMs + stepMs - 0.001);
    columns.push({
      x,
      width: Math.max(1, end - x),
      stretch,
      mostPerSecond: (most / slices.sliceMs) * 1_000,
    });
  }
  return columns;
}

/** Where the highest is more than so many times as high as a usual value, an even scale would show nothing but the highest. */
const UNEVEN = 12;

export interface Scale {
  /** Of the height there is, how much a value takes: 0 to 1. */
  readonly partOf: (value: number) => number;
  /** Steps of ten times as much are as high. */
  readonly isLog: boolean;
}

/** How far below a usual value the logarithm begins: what is a tenth of it still shows. */
const BELOW_USUAL = 9;

/** @param top what fills the height */
export function scaleFor(values: readonly number[], top: number): Scale {
  const some = values.filter((value) => value > 0).sort((a, b) => a - b);
  const usual = some[Math.floor(some.length / 2)] ?? 0;
  const isLog = usual > 0 && top / usual > UNEVEN;
  const even = (value: number) => Math.min(1, value / top);
  const logOf = (value: number) => Math.log1p((BELOW_USUAL * value) / usual);
  return { isLog, partOf: isLog ? (value) => Math.min(1, logOf(value) / logOf(top)) : even };
}
