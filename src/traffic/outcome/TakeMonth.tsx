/** What a reader can take along: the address, the month as a table and as a picture, and the scenario for the shell. */
import { useState } from 'preact/hooks';
import { trafficPath } from '../../course/paths.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { Scenario } from '../../simulation/index.ts';
import { savePicture } from '../picture/save-picture.ts';
import { withoutCalls } from '../scenario-of.ts';
import { trafficFragment } from '../traffic-address.ts';
import type { TrafficModel } from '../traffic-model.ts';
import { monthCsv } from './month-csv.ts';
import { resultsOf } from './Outcome.tsx';

interface Props {
  readonly model: TrafficModel;
  readonly serversUsd: number | null;
}

export function TakeMonth({ model, serversUsd }: Props) {
  const [said, say] = useState('');
  const results = resultsOf(model);
  async function copy(): Promise<void> {
    const address = new URL(trafficPath(trafficFragment(model.state.peek())), location.href).href;
    const isOwn = model.traffic.peek().kind === 'file';
    const without = isOwn
      ? ' Je bestand gaat niet mee: wie het adres opent, moet hetzelfde bestand kiezen.'
      : '';
    try {
      await navigator.clipboard.writeText(address);
      say(`Het adres is gekopieerd.${without || ' Wie het opent, ziet precies deze maand.'}`);
    } catch {
      say(
        `Kopiëren lukte niet. Neem het adres over uit de adresbalk: daar staat deze maand al in.${without}`,
      );
    }
  }
  const nameOf = (title: string) => (title === 'Uitkomst' ? '' : `-${title.toLowerCase()}`);
  return (
    <p class="compare__actions">
      <button type="button" class="quiet" onClick={() => void copy()}>
        Kopieer een link naar deze maand
      </button>
      {results.length > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            saveFile(
              'verkeer.csv',
              monthCsv(results.map(({ name, title }) => ({ title, slices: model.sides[name].slices() }))),
              'text/csv;charset=utf-8',
            )
          }
        >
          Bewaar als CSV
        </button>
      )}
      {results.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          class="quiet"
          onClick={() => void savePicture(model, name, serversUsd, `verkeer${nameOf(title)}.png`)}
        >
          Bewaar het beeld{title === 'Uitkomst' ? '' : ` van ${title}`}
        </button>
      ))}
      {results.map(({ name, title }) => (
        <button
          key={`json${name}`}
          type="button"
          class="quiet"
          onClick={() =>
            saveFile(
              `scenario${nameOf(title)}.json`,
              `${JSON.stringify(forShell(model.sides[name].scenario()), null, 2)}\n`,
              'application/json',
            )
          }
        >
          Bewaar het scenario{title === 'Uitkomst' ? '' : ` van ${title}`}
        </button>
      ))}
      <span role="status">{said}</span>
    </p>
  );
}

/** The shell reads a large file itself, from beside the scenario. */
function forShell(scenario: Scenario | null): unknown {
  const isLarge = scenario?.arrivals.kind === 'trace' && ArrayBuffer.isView(scenario.arrivals.atMs);
  return scenario !== null && isLarge ? withoutCalls(scenario) : scenario;
}
