/** The exercises of the course to choose from, narrowed down by level, lesson and kind, and a teacher's own. */
import { useMemo, useState } from 'preact/hooks';
import { kindWords, levelWords } from '../../course/exercise-words.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import { keptOwn } from '../../exercises/own/index.ts';
import { FileChooser } from '../../kit/drop/DropZone.tsx';
import type { Filter, Maker } from './maker-model.ts';

interface Props {
  readonly maker: Maker;
  readonly exercises: readonly ListedForSet[];
}

const ABOUT_MINUTES = 45;

export function ChooseExercises({ maker, exercises }: Props) {
  const { draft, filter, inSight } = maker;
  const [said, setSaid] = useState('');
  /** Those that this teacher made here. */
  const kept = useMemo(keptOwn, []);
  const lessons = [...new Set(exercises.map(({ lesson }) => lesson))];
  const isChosen = (name: string) => draft.value.chosen.some((one) => one.name === name);
  const narrow = (part: Partial<Filter>) => {
    filter.value = { ...filter.peek(), ...part };
  };
  const shown = inSight.value.length;
  return (
    <fieldset class="set-maker__choice">
      <legend>Kies de oefeningen</legend>
      <div class="set-maker__filter">
        <Choice
          name="Les"
          value={filter.value.lesson}
          options={lessons.map((lesson) => [lesson, lesson])}
          onPick={(lesson) => narrow({ lesson })}
        />
        <Choice
          name="Niveau"
          value={filter.value.level}
          options={Object.entries(levelWords)}
          onPick={(level) => narrow({ level })}
        />
        <Choice
          name="Soort"
          value={filter.value.kind}
          options={Object.entries(kindWords)}
          onPick={(kind) => narrow({ kind })}
        />
        <button
          type="button"
          class="quiet"
          title="Begint bij de gemakkelijkste van wat hieronder staat"
          onClick={() => maker.suggest(ABOUT_MINUTES)}
        >
          Stel {ABOUT_MINUTES} minuten voor
        </button>
      </div>
      <p role="status" class="set-maker__shown">
        {shown === 0
          ? 'Geen enkele oefening past hierbij. Kies iets ruimer.'
          : shown < exercises.length && `${shown} van ${exercises.length} oefeningen`}
      </p>
      <div class="set-maker__list" role="group" aria-label="Oefeningen van de cursus" tabIndex={0}>
        {inSight.value.map(({ name, title, lesson, minutes, level }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={isChosen(name)}
              onChange={({ currentTarget }) => maker.choose(name, currentTarget.checked)}
            />
            <span>
              {title}{' '}
              <small>
                {lesson} · {levelWords[level].toLowerCase()} · {minutes} minuten
              </small>
            </span>
          </label>
        ))}
      </div>
      {draft.value.own.map(({ name, title, minutes }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={isChosen(name)}
            onChange={({ currentTarget }) => maker.choose(name, currentTarget.checked)}
          />
          <span>
            {title} <small>eigen oefening · {minutes} minuten</small>
          </span>
        </label>
      ))}
      {kept
        .filter(({ name }) => !draft.value.own.some((own) => own.name === name))
        .map((own) => (
          <label key={own.name}>
            <input type="checkbox" checked={false} onChange={() => maker.addOwn(own)} />
            <span>
              {own.title} <small>eigen oefening, op dit toestel · {own.minutes} minuten</small>
            </span>
          </label>
        ))}
      <div class="set-maker__actions">
        <FileChooser
          title="Voeg een eigen oefening toe"
          kind="quiet"
          what="files"
          accept=".json"
          onChoose={async (files) => {
            for (const file of files) setSaid(maker.openFile(await file.text()));
          }}
        />
      </div>
      <p role="status">{said}</p>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onPick: (value: string) => void;
}

function Choice({ name, value, options, onPick }: ChoiceProps) {
  return (
    <label>
      {name}
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        <option value="">alle</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
