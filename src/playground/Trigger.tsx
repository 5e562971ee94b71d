/** What sets the function off: an HTTP request that the reader composes, and the buttons that send and stop it. */
import { useId } from 'preact/hooks';
import type { Playground } from './model.ts';
import { methods } from './trigger.ts';

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

export function Trigger({ model, isReady }: Props) {
  const { trigger, isRunning } = model;
  const noteId = useId();
  const takesBody = trigger.takesBody.value;
  return (
    <form
      class="trigger"
      onPointerEnter={model.prepare}
      onFocusIn={model.prepare}
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
              <option key={method}>{method}</option>
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
          {isRunning.value && (
            <button type="button" class="quiet stop" onClick={() => model.stop()}>
              Stop
            </button>
          )}
        </div>
        {model.sample.traffic && (
          <div class="trigger__traffic">
            <button
              type="button"
              class="quiet"
              disabled={!isReady}
              aria-disabled={isRunning.value}
              onClick={() => void model.runBurst()}
            >
              Stuur 50 tegelijk
            </button>
            <label>
              Hoogstens tegelijk
              <select
                value={String(model.concurrencyLimit.value)}
                onChange={(event) => {
                  model.concurrencyLimit.value = Number(event.currentTarget.value);
                }}
              >
                {model.concurrencyChoices.map((limit) => (
                  <option key={limit} value={limit}>
                    {limit}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
        {model.install.working.value !== null && (
          <p class="trigger__install">
            <span role="status">Pakketten installeren …</span> <code>{model.install.working.value}</code>
          </p>
        )}
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
            <label>
              Geheugen
              <select
                value={String(model.memoryMb.value)}
                onChange={(event) => {
                  model.memoryMb.value = Number(event.currentTarget.value);
                }}
              >
                {model.memoryChoices.map((memoryMb) => (
                  <option key={memoryMb} value={memoryMb}>
                    {memoryMb.toLocaleString('nl')} MB
                  </option>
                ))}
              </select>
            </label>
            <label>
              Timeout
              <select
                value={String(model.timeoutMs.value)}
                onChange={(event) => {
                  model.timeoutMs.value = Number(event.currentTarget.value);
                }}
              >
                {model.timeoutChoices.map((timeoutMs) => (
                  <option key={timeoutMs} value={timeoutMs}>
                    {(timeoutMs / 1_000).toLocaleString('nl')} s
                  </option>
                ))}
              </select>
            </label>
            <label>
              Omgevingsvariabelen
              <textarea
                rows={2}
                spellcheck={false}
                autocapitalize="off"
                placeholder="KLEUR=rood"
                value={model.envText.value}
                onInput={(event) => {
                  model.envText.value = event.currentTarget.value;
                }}
              />
            </label>
            <p class="trigger__note">
              Omgevingsvariabelen zijn instellingen buiten je code. Je functie vindt ze in{' '}
              <code>context.env</code>, in Node ook in <code>process.env</code>. Zet er geen echt wachtwoord
              in.
            </p>
            <p class="trigger__note">
              Meer geheugen maakt de rekening hier hoger, maar je functie niet sneller: ze draait op jouw
              eigen computer.
            </p>
          </div>
        </details>
      </fieldset>
    </form>
  );
}
