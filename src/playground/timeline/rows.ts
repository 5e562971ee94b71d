/** The invocations of a window as rows of a table. */

import type { Invocation } from '../entries/invocation.ts';
import type { Tracks } from '../entries/tracks.ts';
import { isSeen, type Window } from './window.ts';

export const MOST_ROWS = 200;

export interface Rows {
  /** The newest first. */
  readonly rows: readonly Invocation[];
  /** Of the window, also those that have no row. */
  readonly count: number;
}

/** @param untilMs what was accepted after this moment is not there */
export function rowsOf(tracks: Tracks, window: Window, untilMs: number): Rows {
  const seen: Invocation[] = [];
  for (const invocation of tracks.invocations.values()) {
    const { acceptedAtMs, endedAtMs } = invocation;
    if (acceptedAtMs > untilMs || acceptedAtMs > window.toMs) break;
    if (isSeen(window, acceptedAtMs, endedAtMs)) seen.push(invocation);
  }
  return { rows: seen.slice(-MOST_ROWS).reverse(), count: seen.length };
}
