/**
 * The hosts of a playground that shows a stranger's code: none but the browser's sandbox, since in all others code can reach
 * the internet. Its model is handed these in the place of the page's own, so that it holds no container to run anything in.
 */
import { signal } from '@preact/signals';
import type { Starter, StartState } from './starter.ts';
import { type Starters, startedKinds } from './table.ts';

/** In the place of a host's own obstacles. */
export const STRANGERS_CODE = 'STRANGERS_CODE';

/** After the name of the host. */
export const strangersCodeWords =
  'staat uit zolang hier code van iemand anders staat, want daar kan code op het internet.';

const closed: Starter = {
  state: signal<StartState>({ kind: 'off' }),
  obstacle: signal(STRANGERS_CODE),
  isNoticeRead: signal(false),
  look: () => {},
  start: () => Promise.resolve(),
  stopWaiting: () => {},
  dismiss: () => {},
};

export const closedStarters = Object.fromEntries(startedKinds.map((kind) => [kind, closed])) as Starters;
