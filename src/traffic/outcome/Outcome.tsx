/** What came of the month: what callers met, what stood ready, and money, of one set of settings or of two side by side. */
import { count, decimal, grouped } from '../../kit/numbers.ts';
import type { SimulationResult } from '../../simulation/index.ts';
import { tariffName } from '../../till/index.ts';
import { dollarOf, euroOf } from '../../till/prices/euros.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import type { BillOfRun } from '../bills-of-run.ts';
import type { SideName, TrafficModel } from '../traffic-model.ts';
import { percent, wait } from '../words.ts';

export interface ShownResult {
  readonly name: SideName;
  readonly title: string;
  readonly result: SimulationResult;
  readonly bills: readonly BillOfRun[];
}

/** Of each side that ran to its end. */
export function resultsOf(model: TrafficModel): readonly ShownResult[] {
  const isCompared = model.compared.value !== null;
  return (['settings', 'compared'] as const).flatMap((name) => {
    const { result, bills } = model.sides[name];
    const title = isCompared ? (name === 'settings' ? 'A' : 'B') : 'Uitkomst';
    return result.value === null ? [] : [{ name, title, result: result.value, bills: bills.value }];
  });
}

interface Row {
  readonly label: string;
  readonly of: (shown: ShownResult) => string;
  /** Exact, for who reads the page by machine. */
  readonly value: (shown: ShownResult) => string | number;
  /** Where it says something; everywhere if absent. */
  readonly isFor?: (shown: ShownResult) => boolean;
}

const rows: readonly Row[] = [
  { label: 'Aanroepen', of: ({ result }) => grouped(result.total), value: ({ result }) => result.total },
  {
    label: 'Geweigerd (429)',
    of: ({ result: { rejected, total } }) => `${grouped(rejected)} (${percent(rejected, total)})`,
    value: ({ result }) => result.rejected,
  },
  {
    label: 'Koude starts',
    of: ({ result: { cold, warm } }) => `${grouped(cold)} (${percent(cold, cold + warm)})`,
    value: ({ result }) => result.cold,
  },
  {
    label: 'Wachten, de helft korter dan',
    of: ({ result }) => wait(result.waitMs.p50),
    value: ({ result }) => result.waitMs.p50,
  },
  {
    label: 'Wachten, 95 % korter dan',
    of: ({ result }) => wait(result.waitMs.p95),
    value: ({ result }) => result.waitMs.p95,
  },
  {
    label: 'Wachten, 99 % korter dan',
    of: ({ result }) => wait(result.waitMs.p99),
    value: ({ result }) => result.waitMs.p99,
  },
  {
    label: 'Instanties, gemiddeld',
    of: ({ result }) => decimal(result.instances, 2),
    value: ({ result }) => result.instances,
  },
  {
    label: 'Waarvan aan het werk',
    of: ({ result }) => decimal(result.running, 2),
    value: ({ result }) => result.running,
  },
  {
    label: 'Instanties, hoogste aantal',
    of: ({ result }) => grouped(result.peakInstances),
    value: ({ result }) => result.peakInstances,
  },
  {
    label: 'Eigen aanroepen om warm te houden',
    of: ({ result }) => grouped(result.pings?.total ?? 0),
    value: ({ result }) => result.pings?.total ?? 0,
    isFor: ({ result }) => result.pings !== null,
  },
  {
    label: 'Nog in de wachtrij aan het eind',
    of: ({ result }) => grouped(result.messages?.left ?? 0),
    value: ({ result }) => result.messages?.left ?? 0,
    isFor: ({ result }) => result.messages !== null,
  },
];

export function Outcome({ results }: { readonly results: readonly ShownResult[] }) {
  const { tariff } = choice.value;
  const totalOf = ({ bills }: ShownResult) =>
    bills.find(({ tariffId }) => tariffId === tariff.id)?.paid.totalUsd ?? '0';
  const shownRows = rows.filter(({ isFor }) => isFor === undefined || results.some(isFor));
  return (
    <div class="compare-tariffs" role="group" aria-label="Uitkomst">
      <table>
        <caption class="visually-hidden">Wat de maand opleverde</caption>
        <thead>
          <tr>
            <td />
            {results.map(({ name, title }) => (
              <th key={name} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.map(({ label, of, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {results.map((shown) => (
                <td key={shown.name} class="number">
                  <data value={value(shown)}>{of(shown)}</data>
                </td>
              ))}
            </tr>
          ))}
          <tr aria-current="true">
            <th scope="row">{tariffName(tariff)}</th>
            {results.map((shown) => (
              <td key={shown.name} class="number">
                <data value={totalOf(shown)}>{euroOf(totalOf(shown))}</data>
                <small>{dollarOf(totalOf(shown))}</small>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p role="status">{results.map(inWords).join(' ')}</p>
    </div>
  );
}

function inWords({ title, result: { total, rejected, cold, warm } }: ShownResult): string {
  const who = title === 'Uitkomst' ? '' : `${title}: `;
  const refused = rejected === 0 ? 'niets geweigerd' : `${count(rejected, 'keer', 'keer')} geweigerd`;
  return `${who}${count(total, 'aanroep', 'aanroepen')}, ${refused}, ${percent(cold, cold + warm)} koud gestart.`;
}
