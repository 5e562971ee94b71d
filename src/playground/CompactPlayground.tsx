/** The playground of the front page: code, one button, the answer on one line. The rest is in the lessons. */

import { viewBody } from './body.ts';
import { Editor } from './Editor.tsx';
import { message } from './messages.ts';
import type { Playground } from './model.ts';
import { span } from './numbers.ts';
import { type PlaygroundProps, usePlayground } from './Playground.tsx';
import { resultInWords } from './result-in-words.ts';
import { StorageNotice } from './StorageNotice.tsx';
import { statusText } from './status-text.ts';

function InlineAnswer({ model }: { readonly model: Playground }) {
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
          <p>{message(failure)}</p>
          {failure.error && (
            <p class="answer__error">
              <code>
                {failure.error.name}: {failure.error.message}
              </code>
            </p>
          )}
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

export function CompactPlayground({ sample, ...slots }: PlaygroundProps) {
  const { model, isReady } = usePlayground(sample);
  const [file] = sample.files;
  if (!file) return null;
  const isRunning = model.isRunning.value;
  return (
    <section class="playground playground--compact" aria-label={`Speeltuin: ${sample.title}`}>
      <Editor
        edits={model.edits}
        path={file.path}
        original={file.text}
        highlighted={slots.file0}
        isReady={isReady}
        place={null}
      />
      <StorageNotice />
      <div class="playground__bar">
        <form
          class="trigger"
          onSubmit={(event) => {
            event.preventDefault();
            void model.run();
          }}
        >
          <div class="trigger__line">
            <button
              type="submit"
              class="primary run"
              disabled={!isReady}
              aria-busy={isRunning}
              aria-disabled={isRunning}
            >
              Voer uit
            </button>
            {isRunning && (
              <button type="button" class="quiet stop" onClick={model.stop}>
                Stop
              </button>
            )}
            {model.edits.isEdited.value && (
              <button type="button" class="quiet" onClick={model.edits.reset}>
                Herstel
              </button>
            )}
            {model.edits.undone.value && (
              <button type="button" class="quiet" onClick={model.edits.undoReset}>
                Ongedaan maken
              </button>
            )}
          </div>
        </form>
        <div class="inline-answer" role="group" aria-label="Antwoord">
          <InlineAnswer model={model} />
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {resultInWords(model)}
      </p>
    </section>
  );
}
