/** The first line of an answer: its status, how long the function took, and whether an instance had to be started. */
import type { Answer } from '../../engine/index.ts';
import { span } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';
import { statusText } from './status-text.ts';

interface Props {
  readonly answer: Answer;
  readonly model: Playground;
}

export const statusClass = (status: number) =>
  status < 400 ? 'status__code status__code--ok' : 'status__code status__code--bad';

export function AnswerLine({ answer, model }: Props) {
  const { status, response, usage, durationMs, instanceId, isCold } = answer;
  return (
    <>
      <span class={statusClass(status)}>
        {status} {response?.statusText || statusText(status)}
      </span>
      {usage && <span class="status__time">{span(durationMs, model.clockStepMs.value)}</span>}
      {instanceId !== null &&
        (isCold ? (
          <span class="start start--cold">koude start</span>
        ) : (
          <span class="start start--warm">warm</span>
        ))}
    </>
  );
}

/**
 * The same at the button that asked for it: where the Machinekamer and the code stand between the two, the answer itself may begin
 * below the fold. For the eye alone: a screen reader is told by the status of the playground, and finds the answer by its name.
 */
export function AnswerAtHand({ model }: { readonly model: Playground }) {
  if (model.lastTrigger.value === 'event') return null;
  const answer = model.answer.value;
  return (
    <p class="status at-hand" aria-hidden="true">
      {model.problem.value !== null ? (
        <span class="status__code status__code--bad">Mislukt</span>
      ) : model.burst.value !== null ? (
        model.burst.value.statuses.map(({ status, calls }) => (
          <span key={status} class={statusClass(status)}>
            {calls.toLocaleString('nl')} × {status}
          </span>
        ))
      ) : (
        answer !== null && <AnswerLine answer={answer} model={model} />
      )}
    </p>
  );
}
