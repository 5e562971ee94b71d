/** The playground of the front page: code, one button, the answer on one line, the platform in motion. The rest is in the lessons. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useKeptFocus } from '../kit/use-kept-focus.ts';
import { Editor } from './code/Editor.tsx';
import { NoticesPart } from './code/islands.tsx';
import { StorageNotice } from './code/StorageNotice.tsx';
import { FailureText } from './failures/FailureText.tsx';
import { helpOfPlayground } from './help-for-code.ts';
import type { Playground } from './model/playground.ts';
import { type PlaygroundProps, usePlayground } from './Playground.tsx';
import { NO_INSTANCES } from './results/EmptyResults.tsx';
import { EmptyRoom } from './results/EmptyRoom.tsx';
import { compactResults, openWithCompactResults } from './results/lazy.ts';
import { resultInWords } from './results/result-in-words.ts';

function InlineAnswer({ model }: { readonly model: Playground }) {
  const shown = compactResults.value;
  if (shown !== null) return <shown.CompactAnswer model={model} />;
  const problem = model.problem.value;
  return problem ? (
    <div role="alert" class="failure" data-code={problem.code}>
      <FailureText failure={problem} />
    </div>
  ) : (
    <p class="empty">Druk op Voer uit: het antwoord komt hier.</p>
  );
}

export function CompactPlayground({ sample, ...slots }: PlaygroundProps) {
  const { model, isReady } = usePlayground(sample, openWithCompactResults);
  const place = useKeptFocus<HTMLElement>();
  const current = useSignal(model);
  current.value = model;
  const help = useMemo(() => helpOfPlayground(current), [current]);
  const [file] = sample.files;
  if (!file) return null;
  const isRunning = model.isRunning.value;
  // As it was built, until this playground is in the browser.
  const shown = isReady ? compactResults.value : null;
  return (
    <section ref={place} class="playground playground--compact" aria-label={`Speeltuin: ${sample.title}`}>
      <Editor
        edits={model.edits}
        path={file.path}
        original={file.text}
        highlighted={slots.file0}
        isReady={isReady}
        place={null}
        help={help}
      />
      {model.edits.isCopy.value && <NoticesPart edits={model.edits} />}
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
            <button type="button" class="quiet stop" aria-disabled={!isRunning} onClick={model.stop}>
              Stop
            </button>
            {model.edits.isEdited.value && !model.edits.isCopy.value && (
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
      <div class="machine machine--small" role="group" aria-label="Machinekamer">
        <div class="machine__room">
          {shown === null ? (
            <EmptyRoom>{NO_INSTANCES}</EmptyRoom>
          ) : (
            <shown.LabMachine model={model} isSmall />
          )}
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {resultInWords(model)}
      </p>
    </section>
  );
}
