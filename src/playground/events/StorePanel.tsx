/** What the functions of a playground have stored: values by key, and files. It outlives instances and the page. */
import { useEffect, useState } from 'preact/hooks';
import type { KvEntry, ObjectInfo } from '../../contract/bindings.ts';
import { bytesInWords, count } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';
import type { Keeping as KeepingOf } from '../model/saved-stores.ts';

/** More are counted, not shown. */
const SHOWN = 50;
const SHOWN_CHARACTERS = 120;
const SHOWN_BYTES = 20_000;

interface Props {
  readonly model: Playground;
}

export function StorePanel({ model }: Props) {
  void model.changes.value;
  const engine = model.lab.value?.engine;
  const entries = engine?.bindings.kvEntries() ?? [];
  const objects = engine?.bindings.objects() ?? [];
  return (
    <div class="panel" role="group" aria-label="Opslag">
      <p class="panel-title">Opslag</p>
      <Keeping model={model} />
      {entries.length + objects.length === 0 && (
        <p class="empty">Nog leeg. Wat je functies bewaren, staat hier, ook als hun instanties weg zijn.</p>
      )}
      {entries.length > 0 && <Values model={model} entries={entries} />}
      {objects.length > 0 && <Objects model={model} objects={objects} />}
      {model.events.thrownAway.value !== null && (
        <p class="panel__undo">
          <button type="button" class="quiet" onClick={() => void model.events.putBack()}>
            Ongedaan maken
          </button>{' '}
          {model.events.thrownAway.value} is weggegooid.
        </p>
      )}
    </div>
  );
}

function Keeping({ model }: Props) {
  const keeping = model.lab.value?.keeping?.value ?? 'kept';
  return keeping === 'kept' ? null : <p class="panel__notice">{keepingWords[keeping]}</p>;
}

const keepingWords: Readonly<Record<Exclude<KeepingOf, 'kept'>, string>> = {
  copy: 'Deze speeltuin is al open in een ander tabblad. Hier werk je met een kopie: die verdwijnt als je dit tabblad sluit.',
  unsaved: 'Deze browser bewaart niets. Wat je functies opslaan, is weg als je deze pagina sluit.',
  stranger:
    'Deze opslag is van de code van iemand anders. Die begon leeg en verdwijnt met die code. Wat jij bewaard hebt, staat er niet in.',
};

function Values({ model, entries }: Props & { readonly entries: readonly KvEntry[] }) {
  return (
    <div class="panel__scroll" tabIndex={0} role="group" aria-label="Waarden">
      <table class="panel__table">
        <thead>
          <tr>
            <th scope="col">Sleutel</th>
            <th scope="col">Waarde</th>
            <th scope="col">
              <span class="visually-hidden">Weggooien</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, SHOWN).map(({ key, value, version }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>
                <Value text={value} />
                <span class="panel__version" title="Versie: stijgt bij elke keer schrijven">
                  v{version}
                </span>
              </td>
              <td>
                <button
                  type="button"
                  class="quiet panel__small"
                  aria-label={`Gooi ${key} weg`}
                  onClick={() => model.events.throwAwayValue(key)}
                >
                  Gooi weg
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More total={entries.length} one="sleutel" more="sleutels" />
    </div>
  );
}

function Value({ text }: { readonly text: string }) {
  if (text.length <= SHOWN_CHARACTERS) return <code>{text}</code>;
  return (
    <details>
      <summary>
        <code>{text.slice(0, SHOWN_CHARACTERS)}…</code>
      </summary>
      <code>{text.slice(0, 100_000)}</code>
    </details>
  );
}

function Objects({ model, objects }: Props & { readonly objects: readonly ObjectInfo[] }) {
  return (
    <div class="panel__scroll" tabIndex={0} role="group" aria-label="Bestanden in de bucket">
      <ul class="objects">
        {objects.slice(0, SHOWN).map((object) => (
          <StoredFile key={object.key} model={model} object={object} />
        ))}
      </ul>
      <More total={objects.length} one="bestand" more="bestanden" />
    </div>
  );
}

function StoredFile({ model, object }: Props & { readonly object: ObjectInfo }) {
  const { key, size, contentType } = object;
  const isPicture = contentType.startsWith('image/');
  const isText = /^text\/|json/.test(contentType);
  const engine = model.lab.value?.engine;
  const body = engine?.bindings.object(key)?.body;
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!isPicture || body === undefined || size === 0) return;
    // An image element runs no script, also not the script in an SVG.
    const made = URL.createObjectURL(new Blob([new Uint8Array(body)], { type: contentType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [body, contentType, isPicture, size]);
  return (
    <li class="object">
      {url && <img class="object__picture" src={url} alt="" onError={() => setUrl(undefined)} />}
      <span class="object__name">{key}</span>
      <span class="object__facts">
        {contentType}, {bytesInWords(size)}
      </span>
      {isText && body !== undefined && size > 0 && (
        <details class="object__text">
          <summary aria-label={`Bekijk ${key}`}>Bekijk</summary>
          <pre tabIndex={0}>{textOf(body)}</pre>
        </details>
      )}
      <span class="object__actions">
        <button
          type="button"
          class="quiet panel__small"
          aria-label={`Download ${key}`}
          onClick={() => model.events.download(key)}
        >
          Download
        </button>
        <button
          type="button"
          class="quiet panel__small"
          aria-label={`Gooi ${key} weg`}
          onClick={() => model.events.throwAwayObject(key)}
        >
          Gooi weg
        </button>
      </span>
    </li>
  );
}

const decoder = new TextDecoder();

function textOf(body: Uint8Array): string {
  const text = decoder.decode(body.subarray(0, SHOWN_BYTES));
  return body.byteLength > SHOWN_BYTES ? `${text}…` : text;
}

function More({ total, one, more }: { readonly total: number; readonly one: string; readonly more: string }) {
  return total > SHOWN ? <p class="empty">En nog {count(total - SHOWN, one, more)}.</p> : null;
}
