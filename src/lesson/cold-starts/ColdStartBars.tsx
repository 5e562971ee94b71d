/**
 * Cold starts as bars, and as numbers in the same table: those that were measured in a real cloud, and among them the
 * reader's own of this visit. More memory makes the bars of first calls shorter, and hardly those of starts.
 */
import { useId, useMemo, useState } from 'preact/hooks';
import { dateInWords } from '../../kit/dates.ts';
import { count, decimal, grouped } from '../../kit/numbers.ts';
import { isOld } from '../../till/index.ts';
import { purchases } from '../../till/visit/visit.ts';
import { barsAt, longestMs, type MeasuredStart, ownStarts, type StartBar } from './cold-start-model.ts';

interface Props {
  readonly starts: readonly MeasuredStart[];
  /** A day: `2026-08-22`. */
  readonly measured: string;
  readonly source: string;
}

export function ColdStartBars({ starts, measured, source }: Props) {
  const id = useId();
  const sizesMb = useMemo(
    () => [...new Set(starts.map(({ memoryMb }) => memoryMb))].sort((a, b) => a - b),
    [starts],
  );
  const [memoryMb, setMemory] = useState(sizesMb[0] ?? 128);
  const own = ownStarts(purchases.value);
  const bars = barsAt(starts, memoryMb, own);
  const scaleMs = longestMs(starts, own);
  const wasLongAgo = isOld(measured, new Date());

  return (
    <div class="compare" role="group" aria-label="Koude starts naast elkaar">
      <div class="month__fields">
        <div class="field">
          <label for={`${id}memory`}>Geheugen bij AWS Lambda</label>
          <select
            id={`${id}memory`}
            value={memoryMb}
            onChange={(event) => setMemory(Number(event.currentTarget.value))}
          >
            {sizesMb.map((size) => (
              <option key={size} value={size}>
                {grouped(size)} MB
              </option>
            ))}
          </select>
        </div>
      </div>
      <p role="status">{ownSentence(own, bars)}</p>
      <div class="compare-tariffs" role="region" aria-label="Koude starts, de snelste bovenaan" tabIndex={0}>
        <table>
          <caption>
            Met {grouped(memoryMb)} MB geheugen, in milliseconden. <Swatch part="init" /> starten,{' '}
            <Swatch part="call" /> de eerste aanroep.
          </caption>
          <thead>
            <tr>
              <th scope="col">Taal</th>
              <th scope="col" class="number">
                Starten
              </th>
              <th scope="col" class="number">
                Eerste aanroep
              </th>
              <th scope="col" class="number">
                Samen
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <Row key={`${bar.own ?? ''}${bar.name}`} bar={bar} scaleMs={scaleMs} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <small>
          Gemeten op {dateInWords(measured)} door <a href={source}>lambda-perf</a>: per regel tien koude
          starts van een functie die alleen hallo zegt. Bij starten staat de middelste van de tien, bij de
          eerste aanroep het gemiddelde.
          {wasLongAgo && <strong> Dat is meer dan een jaar geleden: nu kan het anders zijn.</strong>}
        </small>
      </p>
    </div>
  );
}

function Row({ bar, scaleMs }: { readonly bar: StartBar; readonly scaleMs: number }) {
  const { name, initMs, firstCallMs, own } = bar;
  return (
    <tr aria-current={own === undefined ? undefined : 'true'}>
      <th scope="row">
        {own === undefined ? (
          name
        ) : (
          <>
            <strong>Jij: {name}</strong> ({count(own, 'koude start', 'koude starts')})
          </>
        )}
        <Bar initMs={initMs} firstCallMs={firstCallMs} scaleMs={scaleMs} />
      </th>
      <td class="number">{decimal(initMs, 1)}</td>
      <td class="number">{decimal(firstCallMs, 1)}</td>
      <td class="number">{decimal(initMs + firstCallMs, 1)}</td>
    </tr>
  );
}

const BAR_HEIGHT = 8;
const COLOURS = { init: 'var(--cold)', call: 'var(--warm)' } as const;

/** The numbers stand beside it, so that nobody needs to see it. */
function Bar({
  initMs,
  firstCallMs,
  scaleMs,
}: Omit<StartBar, 'name' | 'own'> & { readonly scaleMs: number }) {
  return (
    <svg
      width="100%"
      height={BAR_HEIGHT}
      viewBox={`0 0 ${scaleMs} ${BAR_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={initMs} height={BAR_HEIGHT} fill={COLOURS.init} />
      <rect x={initMs} width={firstCallMs} height={BAR_HEIGHT} fill={COLOURS.call} />
    </svg>
  );
}

function Swatch({ part }: { readonly part: keyof typeof COLOURS }) {
  return (
    <svg width="12" height="12" aria-hidden="true">
      <rect width="12" height="12" fill={COLOURS[part]} />
    </svg>
  );
}

function ownSentence(own: readonly StartBar[], bars: readonly StartBar[]): string {
  const [first] = own;
  if (first === undefined) {
    return 'Jij hebt in dit bezoek nog geen koude start gehad. Voer een functie uit, en die staat hier ertussen.';
  }
  const at = bars.indexOf(first);
  const quicker = bars.slice(0, at).findLast((bar) => bar.own === undefined);
  const slower = bars.slice(at).find((bar) => bar.own === undefined);
  const took = `Jouw koude start van ${first.name} duurde ${decimal(first.initMs + first.firstCallMs, 1)} ms`;
  if (quicker === undefined) return `${took}: sneller dan alles hieronder.`;
  if (slower === undefined) return `${took}: langzamer dan alles hierboven.`;
  return `${took}. Dat ligt tussen ${quicker.name} en ${slower.name}.`;
}
