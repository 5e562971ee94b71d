/** The moment that the Machinekamer shows, for who reads: who stood where, what was stored, and what the receipt had printed. */
import { bytesInWords, count } from '../../kit/numbers.ts';
import { tillEuro } from '../../till/index.ts';
import type { FunctionScene, QueueScene, Scene } from '../recording/scene.ts';
import type { ServiceCounts, StoredThing } from '../recording/standing.ts';
import type { Shown } from './playback.ts';
import { lineText } from './words.ts';

/** Of what is stored so many are shown, the last that were written. */
const SHOWN_THINGS = 12;
const SHOWN_CHARACTERS = 120;

export function AtMoment({ model, till, scene: { value: scene } }: Shown) {
  if (scene === null) return null;
  return (
    <div class="machine__moments">
      <Functions functions={scene.functions} />
      {scene.queues.length > 0 && <Queues queues={scene.queues} />}
      {model.hasStore && <Stored stored={scene.stored} />}
      {scene.services.length > 0 && <Services services={scene.services} />}
      <Lines scene={scene} till={till} />
    </div>
  );
}

interface TableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | number)[] }[];
}

function Table({ caption, heads, rows }: TableProps) {
  return (
    <table class="panel__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [name, ...cells] }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Functions({ functions }: { readonly functions: readonly FunctionScene[] }) {
  const rows = functions.map(({ functionName, vessels, waiting, working, ended, failed, refused }) => ({
    id: functionName,
    cells: [functionName, vessels.length, waiting + working, ended - failed, failed, refused],
  }));
  const heads = ['Functie', 'Instanties', 'Bezig', 'Gelukt', 'Mislukt', '429'];
  return <Table caption="Functies" heads={heads} rows={rows} />;
}

function Queues({ queues }: { readonly queues: readonly QueueScene[] }) {
  const rows = queues.map(({ queueName, functionName, waiting, underWay, done, dead }) => ({
    id: queueName,
    cells: [functionName === '' ? 'niemand' : functionName, waiting, underWay, done, dead],
  }));
  return (
    <Table caption="Wachtrij" heads={['Voor', 'In de rij', 'Onderweg', 'Klaar', 'Mislukt']} rows={rows} />
  );
}

function Stored({ stored }: { readonly stored: readonly StoredThing[] }) {
  const shown = stored.slice(-SHOWN_THINGS).reverse();
  const rows = shown.map((thing) => ({ id: `${thing.store}:${thing.key}`, cells: cellsOf(thing) }));
  return (
    <div>
      <Table caption="Opslag" heads={['Sleutel', 'Versie', 'Grootte', 'Waarde']} rows={rows} />
      {stored.length === 0 && <p class="empty">Nog leeg.</p>}
      {stored.length > shown.length && (
        <p class="empty">En nog {count(stored.length - shown.length, 'sleutel', 'sleutels')}.</p>
      )}
    </div>
  );
}

function cellsOf({ store, key, version, writes, bytes, value }: StoredThing): string[] {
  const text = value ?? (store === 'bucket' ? 'een bestand' : 'niet onthouden: te veel bij elkaar');
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return [key, version === null ? `${writes}×` : `v${version}`, bytesInWords(bytes), short];
}

function Services({ services }: { readonly services: readonly Readonly<ServiceCounts>[] }) {
  const rows = services.map(({ host, calls, failed }) => ({ id: host, cells: [host, calls, failed] }));
  return <Table caption="Buitenwereld" heads={['Dienst', 'Gevraagd', 'Mislukt']} rows={rows} />;
}

function Lines({ scene, till }: Pick<Shown, 'till'> & { readonly scene: Scene }) {
  const { usd, calls } = till.billAt(scene.atMs);
  return (
    <table class="panel__table machine__lines">
      <caption>Kassabon</caption>
      <tbody>
        {[...scene.lines].reverse().map((line) => (
          <tr key={line.invocationId}>
            <th scope="row">{lineText(line)}</th>
            <td>{tillEuro(till.usdOf(line.usage))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Tot nu toe: {count(calls, 'aanroep', 'aanroepen')}</th>
          <td>{tillEuro(usd)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
