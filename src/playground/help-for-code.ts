/** What a playground tells its editors: the function, who reads its code, and what went wrong in its last run. */
import type { ReadonlySignal } from '@preact/signals';
import type { Failure } from '../contract/failure.ts';
import type { CodeHelp } from './code/code-help.ts';
import type { Playground } from './model/playground.ts';

/** Fetched when somebody has typed, or when a run went wrong. */
const reader = () => import('./failures/read-code.ts');

/** @param shown the bench that the page shows now: with other code or other settings it is another */
export const helpOfPlayground = (shown: ReadonlySignal<Playground>): CodeHelp => ({
  get facts() {
    return shown.peek().sample;
  },
  reader,
  failure: () => lastFailure(shown.value),
  ran: () => shown.peek().lab.peek()?.engine.deployedCode ?? [],
});

/** A program is no function: nothing is known of it but its code. */
export const helpOfProgram: CodeHelp = {
  facts: { functions: [], env: {}, services: [] },
  reader,
  failure: () => null,
  ran: () => [],
};

/** Of a request its answer tells, of an event the newest delivery that ended. */
function lastFailure({ answer, lastTrigger, ledger }: Playground): Failure<string> | null {
  if (lastTrigger.value === 'http') return answer.value?.failure ?? null;
  return ledger.value.current.tracks.attempts.at(-1)?.result?.failure ?? null;
}
