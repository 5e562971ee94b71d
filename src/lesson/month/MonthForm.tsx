/** What the month is like: numbers by hand or from a run, the tariff and the server to look at. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { writeNumber } from '../../billing/written-number.ts';
import {
  monthFragment,
  type NumberField,
  otherReading,
  ranges,
  readNumber,
} from '../../course/month-address.ts';
import { monthPath } from '../../course/paths.ts';
import { tariffName } from '../../till/index.ts';
import { CHART_FROM, CHART_TO, type MonthModel } from './month-model.ts';

const labels = {
  perDay: { label: 'Aanroepen per dag', unit: '' },
  durationMs: { label: 'Duur van een aanroep', unit: 'ms' },
  cpuMs: { label: 'Processortijd, als je die weet', unit: 'ms' },
  memoryMb: { label: 'Geheugen', unit: 'MB' },
  initMs: { label: 'Opstarten bij een koude start', unit: 'ms' },
  coldPercent: { label: 'Deel van de aanroepen dat koud start', unit: '%' },
  readsPerCall: { label: 'Keer lezen uit de opslag, per aanroep', unit: '' },
  writesPerCall: { label: 'Keer schrijven in de opslag, per aanroep', unit: '' },
  messagesPerCall: { label: 'Berichten in de wachtrij, per aanroep', unit: '' },
} as const satisfies Record<NumberField, { label: string; unit: string }>;

/** How often a call uses what stands beside it: asked only when that is counted. */
const besideFields: readonly NumberField[] = ['readsPerCall', 'writesPerCall', 'messagesPerCall'];
const isBeside = (field: NumberField) => besideFields.includes(field);

interface Props {
  readonly model: MonthModel;
  /** With a button that copies the address. */
  readonly isShared: boolean;
  /** What answers the slider: right below it, so that both are seen together. */
  readonly children: ComponentChildren;
}

export function MonthForm({ model, isShared, children }: Props) {
  const id = useId();
  return (
    <form class="month__form" onSubmit={(event) => event.preventDefault()}>
      <div class="month__slider">
        <label for={`${id}slide`}>Schuif: van heel rustig tot heel druk</label>
        <input
          id={`${id}slide`}
          type="range"
          min={Math.log10(CHART_FROM)}
          max={Math.log10(CHART_TO)}
          step={0.02}
          value={Math.log10(Math.max(CHART_FROM, model.perDay.value))}
          aria-valuetext={`${model.perDay.value.toLocaleString('nl')} aanroepen per dag`}
          onInput={(event) => model.slideTo(10 ** Number(event.currentTarget.value))}
        />
      </div>
      <div class="month__answer">{children}</div>
      <div class="month__fields">
        {(Object.keys(labels) as NumberField[])
          .filter((field) => !isBeside(field))
          .map((field) => (
            <Field key={field} model={model} field={field} />
          ))}
      </div>
      <div class="month__fields">
        <div class="field">
          <label for={`${id}tariff`}>Tarief</label>
          <select
            id={`${id}tariff`}
            value={model.tariffId.value}
            onChange={(event) => {
              model.tariffId.value = event.currentTarget.value;
            }}
          >
            {model.curves.value.map(({ tariff }) => (
              <option key={tariff.id} value={tariff.id}>
                {tariffName(tariff)}, {tariff.region}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}server`}>Altijd aan</label>
          <select
            id={`${id}server`}
            value={model.serverId.value}
            onChange={(event) => {
              model.serverId.value = event.currentTarget.value;
            }}
          >
            {model.servers.map((server) => (
              <option key={server.id} value={server.id}>
                {server.provider} {server.product}, {server.region}
                {server.role === 'database' ? ' (database)' : ''}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="month__ticks">
        <Tick on={model.freeTier} label="Met gratis tegoed" />
        <Tick on={model.address} label="Server met publiek adres" />
        <Tick on={model.disk} label="Server met schijf" />
        <Tick on={model.beside} label="Met voordeur en opslag" />
      </div>
      {model.beside.value && (
        <div class="month__fields">
          {besideFields.map((field) => (
            <Field key={field} model={model} field={field} />
          ))}
        </div>
      )}
      {isShared && <CopyAddress model={model} />}
    </form>
  );
}

function Tick({ on, label }: { readonly on: Signal<boolean>; readonly label: string }) {
  return (
    <label class="month__free">
      <input
        type="checkbox"
        checked={on.value}
        onChange={(event) => {
          on.value = event.currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}

function Field({ model, field }: { readonly model: MonthModel; readonly field: NumberField }) {
  const id = useId();
  const { label, unit } = labels[field];
  const isWrong = model.wrong.value.includes(field);
  const { least, most, isWhole } = ranges[field];
  const text = model.texts.value[field];
  const other = isWrong ? null : otherReading(field, text);
  return (
    <div class="field">
      <label for={id}>
        {label}
        {unit && ` (${unit})`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong || other !== null ? `${id}about` : undefined}
        onInput={(event) => model.type(field, event.currentTarget.value)}
      />
      {isWrong && (
        <span id={`${id}about`} class="field__wrong" role="alert">
          Vul een {isWhole ? 'heel ' : ''}getal in van {least.toLocaleString('nl')} tot{' '}
          {most.toLocaleString('nl')}. Tot dan rekenen we met het vorige.
        </span>
      )}
      {other !== null && (
        <span id={`${id}about`} class="field__about" role="status">
          We lezen dit als {writeNumber(readNumber(field, text) ?? 0)}. Bedoel je een komma? Schrijf dan{' '}
          {writeNumber(other)}.
        </span>
      )}
    </div>
  );
}

function CopyAddress({ model }: { readonly model: MonthModel }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(
        new URL(monthPath(monthFragment(model.state.peek())), location.href).href,
      );
      setSaid('Het adres is gekopieerd. Wie het opent, ziet precies deze maand.');
    } catch {
      setSaid('Kopiëren lukte niet. Neem het adres over uit de adresbalk: daar staat deze maand al in.');
    }
  }
  return (
    <p class="month__share">
      <button type="button" class="quiet" onClick={() => void copy()}>
        Kopieer een link naar deze maand
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
