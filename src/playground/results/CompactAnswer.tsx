/** The answer of the small playground on one line, and its Machinekamer; fetched with the engine. */

import { span } from '../../kit/numbers.ts';
import { codeOf, FailedRun } from '../failures/FailedRun.tsx';
import { message } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';
import { viewBody } from './body.ts';
import { statusText } from './status-text.ts';

export function CompactAnswer({ model }: { readonly model: Playground }) {
  const answer = model.answer.value;
  if (!answer) return <p class="empty">Druk op Voer uit: het antwoord komt hier.</p>;
  const { failure, response } = answer;
  const view = response ? viewBody(response) : null;
  return (
    <>
      <span class={answer.status < 400 ? 'status__code status__code--ok' : 'status__code status__code--bad'}>
        {answer.status} {response?.statusText || statusText(answer.status)}
      </span>
      {failure ? (
        <div role="alert" class="failure" data-code={failure.code}>
          <FailedRun failure={failure} words={message(failure)} code={codeOf(model)} />
        </div>
      ) : (
        <output>{view?.kind === 'text' ? view.text.slice(0, 200) : ''}</output>
      )}
      {answer.usage && <span class="status__time">{span(answer.durationMs, model.clockStepMs.value)}</span>}
      {answer.isCold ? (
        <span class="start start--cold">koude start</span>
      ) : (
        <span class="start start--warm">warm</span>
      )}
    </>
  );
}

export { LabMachine } from './LabMachine.tsx';
