/** The class as traffic: what students recorded, each alone, laid over each other on one function, with its bill. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Tariff } from '../../billing/index.ts';
import { count, grouped } from '../../kit/numbers.ts';
import { tariffName } from '../../till/index.ts';
import { decimalsFor, euroOf } from '../../till/prices/euros.ts';
import { tariff as labTariff } from '../../till/prices/lab-tariff.ts';
import type { MarkedFiles } from '../marking/marking-model.ts';
import { LoadPicture } from './LoadPicture.tsx';
import { classLoad, type Overlay, type Served } from './merge.ts';

interface Props {
  readonly marked: MarkedFiles;
}

export function ClassTraffic({ marked }: Props) {
  const recorded = useMemo(() => recordingsOf(marked), [marked.rows, marked.exercises]);
  const [name, setName] = useState(recorded[0]?.name ?? '');
  const [overlay, setOverlay] = useState<Overlay>('together');
  const tariff = useTariff(marked.tariffId);
  const chosen = recorded.find((one) => one.name === name) ?? recorded[0];
  const load = useMemo(
    () =>
      chosen === undefined ? null : classLoad(chosen.recordings, { overlay, limits: chosen.limits, tariff }),
    [chosen, overlay, tariff],
  );
  if (chosen === undefined || load === null) return null;
  const { merged, alone, slices } = load;
  const { concurrencyLimit } = chosen.limits;
  return (
    <section class="class-traffic" aria-label="De klas is het verkeer">
      <h2>De klas is het verkeer</h2>
      <p>
        {count(
          chosen.recordings.length,
          'student leverde de eigen aanroepen',
          'studenten leverden hun aanroepen',
        )}{' '}
        mee in. Stel dat al die aanroepen bij één functie waren binnengekomen, met plaats voor{' '}
        {concurrencyLimit} tegelijk. Dit speelt alleen hier op de pagina, zonder netwerk.
      </p>
      <div class="class-traffic__choices">
        <label>
          Oefening
          <select value={chosen.name} onChange={({ currentTarget }) => setName(currentTarget.value)}>
            {recorded.map((one) => (
              <option key={one.name} value={one.name}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>Hoe leg je ze op elkaar?</legend>
          {OVERLAYS.map(({ value, words }) => (
            <label key={value}>
              <input
                type="radio"
                name="overlay"
                checked={overlay === value}
                onChange={() => setOverlay(value)}
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
      </div>
      <LoadPicture slices={slices} limit={concurrencyLimit} refused={merged.refused} />
      <div class="table-frame" role="region" aria-label="De klas naast ieder apart" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Wat</th>
              <th scope="col">Ieder apart</th>
              <th scope="col">Samen</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ words, read }) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td>{grouped(read(alone))}</td>
                <td>{grouped(read(merged))}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Rekening</th>
              <td>{moneyOf(alone, merged)}</td>
              <td>{moneyOf(merged, alone)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        <small>
          Rekening volgens {tariffName(tariff)}, zonder gratis tegoed. Bij ‘ieder apart’ zijn de instanties
          het meeste dat één student had, en is al het andere opgeteld. Een start duurt hier zo lang als
          gemiddeld in de opnamen.
        </small>
      </p>
    </section>
  );
}

const OVERLAYS: readonly { readonly value: Overlay; readonly words: string }[] = [
  { value: 'together', words: 'Iedereen begint op hetzelfde moment' },
  { value: 'minute', words: 'Alles samengeperst in één minuut' },
];

const ROWS: readonly { readonly words: string; readonly read: (served: Served) => number }[] = [
  { words: 'Aanroepen', read: ({ calls }) => calls },
  { words: 'Instanties, maximaal tegelijk', read: ({ instances }) => instances },
  { words: 'Koude starts', read: ({ coldStarts }) => coldStarts },
  { words: 'Geweigerd (429)', read: ({ refused }) => refused },
];

/** With as many decimals as the amount beside it. */
function moneyOf({ usd }: Served, beside: Served): string {
  return euroOf(usd, decimalsFor([usd, beside.usd]));
}

/** Of each exercise with recordings: those of all students. */
function recordingsOf({ rows, exercises }: MarkedFiles) {
  const traffic = rows.flatMap(({ handIn }) => handIn?.claims.traffic ?? []);
  return exercises.flatMap(({ name, title, sample }) => {
    const recordings = traffic.filter(({ exercise }) => exercise === name).map(({ calls }) => calls);
    const { concurrencyLimit, idleTimeoutMs, memoryMb } = sample;
    return recordings.length === 0
      ? []
      : [{ name, title, recordings, limits: { concurrencyLimit, idleTimeoutMs, memoryMb } }];
  });
}

/** That of the set; the lab's own until it is there, or for one that the course no longer has. */
function useTariff(id: string | null): Tariff {
  const [found, setFound] = useState<Tariff>(labTariff);
  useEffect(() => {
    let isGone = false;
    if (id !== null) {
      void import('../../till/prices/all-prices.ts').then(({ findTariff }) => {
        if (!isGone) setFound(findTariff(id) ?? labTariff);
      });
    }
    return () => {
      isGone = true;
    };
  }, [id]);
  return found;
}
