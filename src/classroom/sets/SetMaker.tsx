/** A teacher puts a set together: exercises in an order, and what goes with them. What comes out is a link. */

import { useRef, useState } from 'preact/hooks';
import { setPath } from '../../course/paths.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import { PLAIN_SET, setFragment } from '../../exercises/set.ts';
import { tariffName } from '../../till/index.ts';
import { tariffs } from '../../till/prices/all-prices.ts';
import { tariff as labTariff } from '../../till/prices/lab-tariff.ts';
import { Qr } from './Qr.tsx';

interface Props {
  readonly exercises: readonly ListedForSet[];
}

export function SetMaker({ exercises }: Props) {
  const [title, setTitle] = useState('');
  const [deadline, setDeadline] = useState('');
  const [hints, setHints] = useState(true);
  const [tariff, setTariff] = useState(labTariff.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const byName = new Map(exercises.map((one) => [one.name, one]));
  const minutes = chosen.reduce((sum, name) => sum + (byName.get(name)?.minutes ?? 0), 0);
  const link = chosen.length === 0 ? '' : linkOf();

  function linkOf(): string {
    const own = tariff === labTariff.id ? null : tariff;
    const name = title.trim() || 'Opdracht';
    const fragment = setFragment({
      ...PLAIN_SET,
      title: name,
      exercises: chosen,
      tariff: own,
      deadline: deadline.trim(),
      hints,
      versions: chosen.map((one) => byName.get(one)?.version ?? ''),
    });
    return new URL(setPath(fragment), location.href).href;
  }

  function move(at: number, step: number): void {
    const next = [...chosen];
    const [name] = next.splice(at, 1);
    if (name !== undefined) next.splice(at + step, 0, name);
    setChosen(next);
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setNote('De link is gekopieerd.');
    } catch {
      field.current?.select();
      setNote(
        'Kopiëren mag hier niet. De link is geselecteerd: kopieer hem zelf, met Ctrl+C of in het menu.',
      );
    }
  }

  return (
    <div class="set-maker">
      <fieldset class="set-maker__choice">
        <legend>Kies de oefeningen</legend>
        {exercises.map(({ name, title: exercise, lesson, minutes: length }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ currentTarget }) =>
                setChosen(currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            <span>
              {exercise}{' '}
              <small>
                {lesson} · {length} minuten
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="set-maker__facts">
        <label>
          Titel
          <input
            value={title}
            maxLength={80}
            placeholder="Opdracht"
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </label>
        <label>
          Inleveren
          <input
            value={deadline}
            maxLength={80}
            placeholder="vrijdag, voor de les"
            onInput={({ currentTarget }) => setDeadline(currentTarget.value)}
          />
        </label>
        <label>
          Tarief
          <select value={tariff} onChange={({ currentTarget }) => setTariff(currentTarget.value)}>
            {tariffs.map((one) => (
              <option key={one.id} value={one.id}>
                {tariffName(one)}, {one.region}
              </option>
            ))}
          </select>
        </label>
        <label class="set-maker__check">
          <input
            type="checkbox"
            checked={hints}
            onChange={({ currentTarget }) => setHints(currentTarget.checked)}
          />
          Met hints
        </label>
        {chosen.length === 0 ? (
          <p>Kies minstens één oefening. Dan staat hier de link.</p>
        ) : (
          <>
            <h3>
              De reeks: {chosen.length} {chosen.length === 1 ? 'oefening' : 'oefeningen'}, samen {minutes}{' '}
              minuten
            </h3>
            <ol class="set-maker__order">
              {chosen.map((name, at) => (
                <li key={name}>
                  <span>{byName.get(name)?.title}</span>
                  <button
                    type="button"
                    class="quiet"
                    disabled={at === 0}
                    aria-label={`${byName.get(name)?.title} eerder`}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    disabled={at === chosen.length - 1}
                    aria-label={`${byName.get(name)?.title} later`}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </button>
                </li>
              ))}
            </ol>
            <label>
              Link voor je klas
              <input
                ref={field}
                readOnly
                value={link}
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
            </label>
            <div class="set-maker__actions">
              <button type="button" class="primary" onClick={() => void copy()}>
                Kopieer link
              </button>
              <a href={link}>Bekijk als student</a>
              <a href={link.replace('/opdracht/#', '/docent/afdruk/#')}>Druk af</a>
            </div>
            <Qr link={link} />
          </>
        )}
        <p role="status">{note}</p>
      </div>
    </div>
  );
}
