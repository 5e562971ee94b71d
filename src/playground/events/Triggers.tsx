/**
 * What sets functions off: a request that the reader composes and sends, a file, the clock, a message.
 *
 * This folder also shows what waits (`QueuePanel.tsx`, `DeadLetters.tsx`) and what is stored (`StorePanel.tsx`). Views alone:
 * what they do is in `model/`. Only the playground and its results import them. Begin here.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import { methods } from '../model/request-form.ts';
import { Clock } from './Clock.tsx';
import { MessageForm } from './MessageForm.tsx';
import { Settings } from './Settings.tsx';
import { Traffic } from './Traffic.tsx';
import { Upload } from './Upload.tsx';

interface Props {
  readonly model: Playground;
  readonly isReady: boolean;
}

/** A browser lays out a text of megabytes for seconds; a longer body is kept, and sent, without being shown. */
const SHOWN_BODY_CHARACTERS = 200_000;

function BodyField({ model, noteId }: { readonly model: Playground; readonly noteId: string }) {
  const { body, takesBody } = model.trigger;
  const { length } = body.value;
  const isHidden = length > SHOWN_BODY_CHARACTERS;
  return (
    <div class="trigger__body">
      <label>
        Body
        <textarea
          rows={3}
          spellcheck={false}
          autocapitalize="off"
          disabled={!takesBody.value}
          readOnly={isHidden}
          aria-describedby={takesBody.value ? undefined : noteId}
          placeholder={
            isHidden ? `Een body van ${length.toLocaleString('nl')} tekens: te lang om te tonen.` : undefined
          }
          value={isHidden ? '' : body.value}
          onInput={(event) => {
            const field = event.currentTarget;
            body.value = field.value;
            if (field.value.length > SHOWN_BODY_CHARACTERS) field.value = '';
          }}
        />
      </label>
      {isHidden && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            body.value = '';
          }}
        >
          Wis de body
        </button>
      )}
    </div>
  );
}

/** All that sets off a function of this playground. */
export function Triggers({ model, isReady, children }: Props & { readonly children: ComponentChildren }) {
  const { request, functions } = model.sample;
  const hasEvents = functions.some(({ trigger }) => trigger.type !== 'http');
  return (
    <div class="triggers" onPointerEnter={model.prepare} onFocusIn={model.prepare}>
      {request !== null && (
        <Trigger model={model} isReady={isReady}>
          {children}
        </Trigger>
      )}
      {hasEvents && <EventTriggers model={model} isReady={isReady} />}
      {request === null && (
        <details class="trigger__more trigger__more--alone">
          <summary>Instellingen</summary>
          <fieldset class="trigger__fields" disabled={!isReady}>
            <Settings model={model} />
          </fieldset>
        </details>
      )}
    </div>
  );
}

/** @property children what came of a run, where its button is: on the line of the settings, folded or not */
function Trigger({ model, isReady, children }: Props & { readonly children: ComponentChildren }) {
  const { trigger, isRunning } = model;
  const noteId = useId();
  const takesBody = trigger.takesBody.value;
  return (
    <form
      class="trigger"
      onSubmit={(event) => {
        event.preventDefault();
        void model.run();
      }}
    >
      {/* Before this page can listen, a choice made here would be seen and not heard. */}
      <fieldset class="trigger__set" disabled={!isReady}>
        <div class="trigger__line">
          <span class="trigger__kind">HTTP</span>
          <select
            aria-label="Methode"
            value={trigger.method.value}
            onChange={(event) => {
              trigger.method.value = event.currentTarget.value;
            }}
          >
            {methods.map((method) => (
              // Its value is written out, or the page as it is served marks none as chosen.
              <option key={method} value={method}>
                {method}
              </option>
            ))}
          </select>
          <input
            aria-label="Pad"
            value={trigger.path.value}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            onInput={(event) => {
              trigger.path.value = event.currentTarget.value;
            }}
          />
          <button
            type="submit"
            class="primary run"
            disabled={!isReady}
            aria-busy={isRunning.value}
            aria-disabled={isRunning.value}
          >
            Voer uit
          </button>
          {/* It keeps its place when there is nothing to stop: who presses `Voer uit` again must not find it there. */}
          <button
            type="button"
            class="quiet stop"
            aria-disabled={!(isRunning.value || model.traffic.perSecond.value)}
            onClick={model.stop}
          >
            Stop
          </button>
        </div>
        {model.sample.examples.length > 0 && (
          <div class="trigger__examples" role="group" aria-labelledby={`${noteId}examples`}>
            <span id={`${noteId}examples`} class="trigger__examples-name">
              Voorbeelden
            </span>
            {model.sample.examples.map((example) => (
              <button
                key={`${example.method} ${example.path} ${example.body}`}
                type="button"
                class="quiet"
                aria-pressed={trigger.isFilledWith(example)}
                onClick={() => model.fill(example)}
              >
                {example.method} {example.path}
              </button>
            ))}
          </div>
        )}
        {model.sample.traffic && <Traffic model={model} isReady={isReady} />}
        {model.install.working.value !== null && (
          <p class="trigger__install">
            <span role="status">Pakketten installeren …</span> <code>{model.install.working.value}</code>
          </p>
        )}
        {children}
        <details class="trigger__more">
          <summary>Headers, body en instellingen</summary>
          <div class="trigger__fields">
            <label>
              Headers
              <textarea
                rows={3}
                spellcheck={false}
                autocapitalize="off"
                placeholder="accept: application/json"
                value={trigger.headers.value}
                onInput={(event) => {
                  trigger.headers.value = event.currentTarget.value;
                }}
              />
            </label>
            <BodyField model={model} noteId={noteId} />
            {!takesBody && (
              <p id={noteId} class="trigger__note">
                Een {trigger.method.value}-aanroep heeft geen body. Kies bijvoorbeeld POST.
              </p>
            )}
            <Settings model={model} />
          </div>
        </details>
      </fieldset>
    </form>
  );
}

/** What sets functions off besides a request: one part a trigger, each a group with its own name. */
function EventTriggers({ model, isReady }: Props) {
  const { uploadTo, hasTimer, hasQueue } = model.events;
  return (
    <fieldset class="events" disabled={!isReady}>
      {uploadTo.value.map((trigger) => (
        <Upload key={trigger.prefix} model={model} trigger={trigger} />
      ))}
      {hasTimer.value && <Clock model={model} />}
      {hasQueue.value && <MessageForm model={model} />}
    </fieldset>
  );
}
