/** The answer to the last run: status, time, cold or warm, body and headers, or what went wrong and where. */
import { useEffect, useState } from 'preact/hooks';
import type { Answer as EngineAnswer } from '../../engine/index.ts';
import { bytesInWords } from '../../kit/numbers.ts';
import { AnswerRemark, codeOf, FailedRun } from '../failures/FailedRun.tsx';
import { ReportFailure } from '../failures/ReportFailure.tsx';
import { message } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';
import { AnswerLine } from './AnswerLine.tsx';
import { BurstResult } from './BurstResult.tsx';
import { type BodyView, viewBody } from './body.ts';
import { noAnswer } from './EmptyResults.tsx';
import { EventAnswer } from './EventAnswer.tsx';
import { LongerTimeout } from './LongerTimeout.tsx';

function Image({ view }: { readonly view: Extract<BodyView, { kind: 'image' }> }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    // An image element runs no script, also not the script in an SVG.
    const made = URL.createObjectURL(new Blob([new Uint8Array(view.bytes)], { type: view.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [view]);
  return url ? (
    <img class="answer__image" src={url} alt={`Het antwoord als afbeelding (${view.type})`} />
  ) : null;
}

function Body({ view }: { readonly view: BodyView }) {
  switch (view.kind) {
    case 'empty':
      return <p class="empty">Het antwoord heeft geen body.</p>;
    case 'image':
      return <Image view={view} />;
    case 'text':
      return (
        <>
          <pre class="answer__body" tabIndex={0}>
            {view.text}
          </pre>
          {view.note && <p class="answer__note">{view.note}</p>}
        </>
      );
    case 'binary':
      return (
        <>
          <pre class="answer__body answer__body--small" tabIndex={0}>
            {view.text}
          </pre>
          <p class="answer__note">{bytesInWords(view.bytes)}, geen tekst.</p>
        </>
      );
  }
}

function Result({ answer, model }: { readonly answer: EngineAnswer; readonly model: Playground }) {
  const { response, failure } = answer;
  const body = response ? viewBody(response) : null;
  return (
    <>
      <p class="status">
        <AnswerLine answer={answer} model={model} />
      </p>
      {failure && (
        <div role="alert" class="failure" data-code={failure.code}>
          <FailedRun failure={failure} words={message(failure)} code={codeOf(model)} onShow={model.show} />
          {failure.code === 'HANDLER_TIMEOUT' && <LongerTimeout model={model} />}
        </div>
      )}
      {failure && <ReportFailure model={model} code={failure.code} words={message(failure)} />}
      {response && body && (
        <>
          <Body view={body} />
          {body.kind === 'text' && <AnswerRemark text={body.text} code={codeOf(model)} />}
          <details class="answer__headers">
            <summary>Headers ({response.headers.length})</summary>
            <dl>
              {response.headers.map(([name, value], at) => (
                <div key={`${name}${at}`}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </>
  );
}

export function Answer({ model }: { readonly model: Playground }) {
  const answer = model.answer.value;
  const problem = model.problem.value;
  const burst = model.burst.value;
  const { tracks } = model.ledger.value.current;
  const isEvent = model.lastTrigger.value === 'event';
  return (
    <div class="answer" role="group" aria-label="Antwoord">
      <p class="panel-title">Antwoord</p>
      {problem ? (
        <>
          <div role="alert" class="failure" data-code={problem.code}>
            <p>{message(problem)}</p>
          </div>
          <ReportFailure model={model} code={problem.code} words={message(problem)} />
        </>
      ) : isEvent && tracks.attempts.length > 0 ? (
        <EventAnswer model={model} />
      ) : burst ? (
        <BurstResult burst={burst} isSteady={model.isSteady.value} />
      ) : answer ? (
        <Result answer={answer} model={model} />
      ) : model.isRunning.value ? (
        <p class="empty">Je functie draait …</p>
      ) : (
        <p class="empty">{noAnswer(model)}</p>
      )}
    </div>
  );
}
