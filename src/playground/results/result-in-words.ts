/** The one sentence that a screen reader hears after a run. A failure is an alert of its own, so not here. */

import { count, span } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';

export function resultInWords(model: Playground): string {
  const answer = model.answer.value;
  const burst = model.burst.value;
  if (burst && !model.isRunning.value) {
    const parts = burst.statuses.map(({ status, calls }) => `${calls} keer status ${status}`);
    return `Klaar: ${parts.join(', ')}, op ${count(burst.instances, 'instantie', 'instanties')}.`;
  }
  if (model.lastTrigger.value === 'event') return deliveryInWords(model);
  if (model.isRunning.value || !answer || answer.failure) return '';
  const start = answer.isCold ? 'na een koude start' : 'warm';
  return `Klaar: status ${answer.status}, ${start}, in ${span(answer.durationMs, model.clockStepMs.value)}.`;
}

/** The newest delivery that ended; a failure is told by its alert. With many at once only that there were many. */
function deliveryInWords(model: Playground): string {
  const { attempts } = model.ledger.value.current.tracks;
  if (attempts.some(({ outcome }) => outcome === null)) return '';
  const newest = attempts.at(-1);
  if (!newest || newest.durationMs === null || newest.result?.failure) return '';
  const words = `${newest.functionName} is klaar, in ${span(newest.durationMs, model.clockStepMs.value)}.`;
  return attempts.length > MANY ? `${count(attempts.length, 'levering', 'leveringen')}. ${words}` : words;
}

const MANY = 5;
