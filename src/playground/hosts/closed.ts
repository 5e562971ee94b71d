/**
 * The hosts of a playground that has none but the browser's sandbox: a stranger's code, since in all others code can reach the
 * internet, and a function that uses parts of a browser. Its model is handed these in the place of the page's own, so that it holds
 * no container to run anything in.
 */
import { signal } from '@preact/signals';
import type { Starter, StartState } from './starter.ts';
import type { Starters } from './table.ts';

/** Why a playground has no other host, in the place of a host's own obstacles: what comes after its name. */
export const closedWords = {
  STRANGERS_CODE: 'staat uit zolang hier code van iemand anders staat, want daar kan code op het internet.',
  NEEDS_BROWSER: 'staat hier uit, want deze functie draait alleen in de browser.',
} as const;
export type ClosedReason = keyof typeof closedWords;

export const isClosedReason = (code: string): code is ClosedReason => code in closedWords;

const closed = (reason: ClosedReason): Starter => ({
  state: signal<StartState>({ kind: 'off' }),
  obstacle: signal(reason),
  isNoticeRead: signal(false),
  isKept: signal(false),
  keep: () => {},
  look: () => {},
  start: () => Promise.resolve(),
  stopWaiting: () => {},
  dismiss: () => {},
});

const allClosed = (starters: Starters, reason: ClosedReason): Starters =>
  Object.fromEntries(Object.keys(starters).map((kind) => [kind, closed(reason)]));

/** @param starters of the page */
export const strangersStarters = (starters: Starters) => allClosed(starters, 'STRANGERS_CODE');
export const browserOnlyStarters = (starters: Starters) => allClosed(starters, 'NEEDS_BROWSER');
