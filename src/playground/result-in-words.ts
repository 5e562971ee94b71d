/** The one sentence that a screen reader hears after a run. A failure is an alert of its own, so not here. */
import type { Playground } from './model.ts';
import { span } from './numbers.ts';

export function resultInWords(model: Playground): string {
  const answer = model.answer.value;
  if (model.isRunning.value || !answer || answer.failure) return '';
  const start = answer.isCold ? 'na een koude start' : 'warm';
  return `Klaar: status ${answer.status}, ${start}, in ${span(answer.durationMs, model.clockStepMs.value)}.`;
}
