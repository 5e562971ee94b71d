/**
 * The price of a run against its duration, for the last warm run of a playground on this page: memory is the choice
 * that moves between them. A model, and the page says so: on the reader's own computer memory changes nothing.
 *
 * The model of this folder is `memory-model.ts`: begin there. Only `islands.tsx` imports this view.
 */
import { useId, useMemo, useState } from 'preact/hooks';
import type { ChartData } from '../../kit/chart/draw.ts';
import { Chart } from '../../kit/chart/LineChart.tsx';
import { decimal } from '../../kit/numbers.ts';
import { usePlaygrounds } from '../../playground/index.ts';
import { euroOf, inEuroRoughly } from '../../till/prices/euros.ts';
import { tariff } from '../../till/prices/lab-tariff.ts';
import { type MemoryPoint, memoryCurve, memorySizesMb, ONE_VCPU_MB } from './memory-model.ts';

interface Props {
  readonly functionName: string;
}

const words = {
  x: (value: number) => `${value.toLocaleString('nl')} ms`,
  y: (value: number) => `€\u00a0${value.toLocaleString('nl', { maximumFractionDigits: 3 })}`,
  xLabel: 'Duur van een aanroep (ms)',
  yLabel: 'Per miljoen aanroepen',
};

export function MemoryChoice({ functionName }: Props) {
  const id = useId();
  const [waitingPercent, setWaiting] = useState(0);
  const [memoryMb, setMemory] = useState(128);
  const model = usePlaygrounds().get(functionName);
  const measuredMs = model?.sales.value.current.lastWarm?.usage.durationMs ?? null;
  const points = useMemo(
    () =>
      measuredMs === null
        ? []
        : memoryCurve(tariff, { measuredMs: Math.max(0.1, measuredMs), waitingShare: waitingPercent / 100 }),
    [measuredMs, waitingPercent],
  );
  const chosen = points.find((point) => point.memoryMb === memoryMb);
  const cheapest = points.reduce<MemoryPoint | null>(
    (best, point) => (best === null || Number(point.usd) < Number(best.usd) ? point : best),
    null,
  );

  return (
    <div class="compare memory-choice" role="group" aria-label="Geheugen kiezen">
      {measuredMs === null || chosen === undefined ? (
        <p class="empty">
          Nog geen warme aanroep van {model?.sample.title ?? 'deze functie'}. Druk daar twee keer op Voer uit.
        </p>
      ) : (
        <>
          <p>
            Laatste warme aanroep van {model?.sample.title}: <strong>{decimal(measuredMs, 1)} ms</strong>. Het
            model neemt aan dat jouw computer rekent als één vCPU, dus als {ONE_VCPU_MB.toLocaleString('nl')}{' '}
            MB.
          </p>
          <div class="month__fields">
            <div class="field">
              <label for={`${id}waiting`}>Deel van de tijd dat je functie wacht: {waitingPercent}%</label>
              <input
                id={`${id}waiting`}
                type="range"
                min={0}
                max={100}
                step={5}
                value={waitingPercent}
                aria-valuetext={`${waitingPercent} procent`}
                onInput={(event) => setWaiting(Number(event.currentTarget.value))}
              />
            </div>
            <div class="field">
              <label for={`${id}memory`}>Geheugen in het model</label>
              <select
                id={`${id}memory`}
                value={memoryMb}
                onChange={(event) => setMemory(Number(event.currentTarget.value))}
              >
                {memorySizesMb.map((size) => (
                  <option key={size} value={size}>
                    {size.toLocaleString('nl')} MB
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p role="status">
            Met {memoryMb.toLocaleString('nl')} MB duurt een aanroep {decimal(chosen.durationMs, 1)} ms. Een
            miljoen aanroepen kosten dan {euroOf(chosen.usd)}.
            {cheapest &&
              ` Het goedkoopst is ${cheapest.memoryMb.toLocaleString('nl')} MB: ${euroOf(cheapest.usd)} en ${decimal(cheapest.durationMs, 1)} ms.`}
          </p>
          <MemoryPicture points={points} chosen={chosen} pick={setMemory} />
          <MemoryTable points={points} chosen={chosen} />
        </>
      )}
    </div>
  );
}

interface Shown {
  readonly points: readonly MemoryPoint[];
  readonly chosen: MemoryPoint;
}

function MemoryPicture({ points, chosen, pick }: Shown & { readonly pick: (memoryMb: number) => void }) {
  const data: ChartData = useMemo(() => {
    // Equal durations, beyond one vCPU, are points above each other: an axis wants them apart.
    const byDuration = [...points].sort((a, b) => a.durationMs - b.durationMs || b.memoryMb - a.memoryMb);
    const x = byDuration.map(({ durationMs }, at) => durationMs * (1 + at * 1e-9));
    return {
      x,
      at: chosen.durationMs,
      lines: [
        { label: 'prijs', values: byDuration.map(({ usd }) => inEuroRoughly(Number(usd))), kind: 'strong' },
      ],
      marks: [
        {
          x: chosen.durationMs,
          y: inEuroRoughly(Number(chosen.usd)),
          text: `${chosen.memoryMb.toLocaleString('nl')} MB`,
        },
      ],
    };
  }, [points, chosen]);
  return (
    <Chart
      data={data}
      words={words}
      summary="Links is snel, onder is goedkoop. Elk punt op de lijn is een hoeveelheid geheugen; de tabel noemt ze."
      onPick={(ms) => {
        const nearest = points.reduce((best, point) =>
          Math.abs(Math.log(point.durationMs / ms)) < Math.abs(Math.log(best.durationMs / ms)) ? point : best,
        );
        pick(nearest.memoryMb);
      }}
    />
  );
}

function MemoryTable({ points, chosen }: Shown) {
  return (
    <div class="compare-tariffs" role="region" aria-label="Duur en prijs per geheugen" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Geheugen</th>
            <th scope="col" class="number">
              Duur
            </th>
            <th scope="col" class="number">
              Per miljoen
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ memoryMb, durationMs, usd }) => (
            <tr key={memoryMb} aria-current={memoryMb === chosen.memoryMb ? 'true' : undefined}>
              <th scope="row">{memoryMb.toLocaleString('nl')} MB</th>
              <td class="number">{decimal(durationMs, 1)} ms</td>
              <td class="number">
                <data value={usd}>{euroOf(usd)}</data>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
