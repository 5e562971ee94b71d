/** The one sentence that a screen reader hears after a run. A failure is an alert of its own, so not here. */
import type { Playground } from './model.ts';
import { count, span } from './numbers.ts';

export function resultInWords(model: Playground): string {
  const answer = model.answer.value;
  const burst = model.burst.value;
  if (burst && !model.isRunning.value) {
    const parts = burst.statuses.map(({ status, calls }) => `${calls} keer status ${status}`);
    return `Klaar: ${parts.join(', ')}, op ${count(burst.instances, 'instantie', 'instanties')}.`;
  }
  if (model.isRunning.value || !answer || answer.failure) return '';
  const start = answer.isCold ? 'na een koude start' : 'warm';
  return `Klaar: status ${answer.status}, ${start}, in ${span(answer.durationMs, model.clockStepMs.value)}.`;
}
