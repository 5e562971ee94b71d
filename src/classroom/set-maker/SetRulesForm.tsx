/** The rules of what a teacher puts together: one set or several, its title, until when, under which tariff, and what is closed. */
import { tariffName } from '../../till/index.ts';
import { tariffs } from '../../till/prices/all-prices.ts';
import { tariff as labTariff } from '../../till/prices/lab-tariff.ts';
import { dueOf, fieldsOfDue, isPast } from '../sets/deadline.ts';
import { MOST_WEEKS } from '../sets/series.ts';
import type { DraftForm } from './draft.ts';
import type { Maker } from './maker-model.ts';

const FORMS: readonly (readonly [DraftForm, string])[] = [
  ['one', 'Eén reeks voor iedereen'],
  ['variants', 'Twee varianten, A en B'],
  ['weeks', 'Een reeks over weken'],
];

export function SetRulesForm({ maker }: { readonly maker: Maker }) {
  const { title, form, weeks, deadline, due, tariff, hints, closed } = maker.draft.value;
  const { change } = maker;
  const { date, time } = fieldsOfDue(due);
  return (
    <>
      <label>
        Titel
        <input
          value={title}
          maxLength={80}
          placeholder="Reeks"
          onInput={({ currentTarget }) => change({ title: currentTarget.value })}
        />
      </label>
      <fieldset class="set-maker__row">
        <legend>Hoe je ze uitdeelt</legend>
        {FORMS.map(([one, words]) => (
          <label key={one}>
            <input type="radio" name="form" checked={form === one} onChange={() => maker.setForm(one)} />
            <span>{words}</span>
          </label>
        ))}
        {form === 'weeks' && (
          <label>
            <span>Weken</span>
            <input
              type="number"
              min={1}
              max={MOST_WEEKS}
              value={weeks}
              onChange={({ currentTarget }) => maker.setWeeks(currentTarget.valueAsNumber)}
            />
          </label>
        )}
      </fieldset>
      <fieldset class="set-maker__row">
        <legend>{form === 'weeks' ? 'Deadline van week 1, elke week een week later' : 'Deadline'}</legend>
        <label>
          <span>Datum</span>
          <input
            type="date"
            value={date}
            onChange={({ currentTarget }) => change({ due: dueOf(currentTarget.value, time) })}
          />
        </label>
        <label>
          <span>Uur</span>
          <input
            type="time"
            value={time}
            disabled={due === null}
            onChange={({ currentTarget }) => change({ due: dueOf(date, currentTarget.value) })}
          />
        </label>
        {isPast(due, Date.now()) && <p role="alert">Deze deadline is al voorbij.</p>}
      </fieldset>
      <label>
        Inleveren, in eigen woorden
        <input
          value={deadline}
          maxLength={80}
          placeholder="vrijdag, voor de les"
          onInput={({ currentTarget }) => change({ deadline: currentTarget.value })}
        />
      </label>
      <label>
        Tarief
        <select
          value={tariff ?? labTariff.id}
          aria-describedby="uitleg-tarief"
          onChange={({ currentTarget: { value } }) =>
            change({ tariff: value === labTariff.id ? null : value })
          }
        >
          {tariffs.map((one) => (
            <option key={one.id} value={one.id}>
              {tariffName(one)}, {one.region}
            </option>
          ))}
        </select>
      </label>
      <p class="set-maker__note" id="uitleg-tarief">
        Het tarief telt alleen bij oefeningen die op de rekening letten: die rekenen ertegen, bij de student
        en bij het nakijken.
      </p>
      <fieldset class="set-maker__row">
        <legend>Wat open is</legend>
        <label>
          <input
            type="checkbox"
            checked={hints}
            onChange={({ currentTarget }) => change({ hints: currentTarget.checked })}
          />
          <span>Met hints</span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={!closed.solutions}
            onChange={({ currentTarget }) =>
              change({ closed: { ...closed, solutions: !currentTarget.checked } })
            }
          />
          <span>Met oplossingen</span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={!closed.sharing}
            onChange={({ currentTarget }) =>
              change({ closed: { ...closed, sharing: !currentTarget.checked } })
            }
          />
          <span>Met delen</span>
        </label>
        {(closed.solutions || closed.sharing || !hints) && (
          <p class="set-maker__note">
            De pagina’s van deze reeks houden zich hieraan, en zeggen het erbij. Toezicht is het niet: wie de
            oefening zonder je link opent, kan bij alles, en de oplossingen staan bij de lesplannen op deze
            site.
          </p>
        )}
      </fieldset>
    </>
  );
}
