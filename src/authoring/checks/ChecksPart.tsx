/**
 * The checks of an exercise, each a form: what is done, what has to come of it, and what a student reads. `StepFields.tsx` is one step
 * with its answer, `AfterFields.tsx` what has to be so afterwards, `InputFields.tsx` the values that differ each time. Only this room
 * imports the folder. Begin here.
 */
import type { OwnCheck, OwnStep } from '../../exercises/own/index.ts';
import type { Maker } from '../authoring-model.ts';
import { AddMenu, TextField, withAt, withoutAt } from '../form-parts.tsx';
import { type Draft, firstStep, newCheck, settingOf } from '../new-draft.ts';
import { AfterFields } from './AfterFields.tsx';
import { InputFields } from './InputFields.tsx';
import { RecordButton } from './RecordButton.tsx';
import { StepFields } from './StepFields.tsx';

interface Props {
  readonly maker: Maker;
  readonly draft: Draft;
}

export function ChecksPart({ maker, draft }: Props) {
  const { checks } = draft;
  const setAt = (at: number, check: OwnCheck) => maker.change({ checks: withAt(checks, at, check) });
  return (
    <>
      {checks.map((check, at) => (
        <CheckForm
          key={check.id}
          number={at + 1}
          check={check}
          draft={draft}
          onChange={(next) => setAt(at, next)}
          onRecorded={({ steps, after }) =>
            maker.changeChecks(draft.name, (one) => (one.id === check.id ? { ...one, steps, after } : one))
          }
          onRemove={() =>
            maker.changeWithUndo({ checks: withoutAt(checks, at) }, `Controle ${at + 1} is weg.`)
          }
        />
      ))}
      <p>
        <button
          type="button"
          class={checks.length === 0 ? 'primary' : 'quiet'}
          onClick={() => maker.change({ checks: [...checks, newCheck(draft)] })}
        >
          {checks.length === 0 ? 'Maak een controle' : 'Maak nog een controle'}
        </button>
      </p>
    </>
  );
}

const STEPS = {
  request: 'verzoek',
  upload: 'bestand',
  message: 'bericht',
  timer: 'timer',
  store: 'waarde in kv vooraf',
  endInstances: 'alle instanties weg',
} as const satisfies Readonly<Record<OwnStep['do'], string>>;

const NEW_STEPS: Readonly<Record<OwnStep['do'], OwnStep>> = {
  request: { do: 'request', method: 'GET', path: '/', headers: [], body: '', times: 1, answer: [] },
  upload: { do: 'upload', key: 'in/voorbeeld.txt', text: '' },
  message: { do: 'message', messages: ['{"naam":"Mila"}'] },
  timer: { do: 'timer' },
  store: { do: 'store', key: 'aantal', json: '0' },
  endInstances: { do: 'endInstances' },
};

interface CheckFormProps {
  readonly number: number;
  readonly check: OwnCheck;
  readonly draft: Draft;
  readonly onChange: (check: OwnCheck) => void;
  readonly onRecorded: (check: OwnCheck) => void;
  readonly onRemove: () => void;
}

function CheckForm({ number, check, draft, onChange, onRecorded, onRemove }: CheckFormProps) {
  const { steps, after, inputs } = check;
  const set = (changed: Partial<OwnCheck>) => onChange({ ...check, ...changed });
  const own = settingOf(draft);
  const usual = { http: 'request', upload: 'upload', queue: 'message', timer: 'timer' } as const;
  const offered = Object.fromEntries(
    Object.entries(STEPS).filter(
      ([kind]) =>
        kind === usual[own] ||
        !Object.values<string>(usual).includes(kind) ||
        Object.keys(draft.project.functions).length > 1,
    ),
  ) as Readonly<Record<OwnStep['do'], string>>;
  return (
    <section class="maker__check" aria-label={`Controle ${number}`}>
      <h3>Controle {number}</h3>
      <TextField
        label="Wat de code doet als het goed is"
        value={check.title}
        placeholder="Zonder naam krijgt iedereen een groet"
        onChange={(title) => set({ title })}
      />
      <h4>Wat de controle doet</h4>
      {steps.map((step, at) => (
        <StepFields
          key={at}
          number={at + 1}
          step={step}
          inputs={inputs}
          onChange={(next) => set({ steps: withAt(steps, at, next) })}
          onRemove={steps.length > 1 ? () => set({ steps: withoutAt(steps, at) }) : null}
        />
      ))}
      <RecordButton draft={draft} check={check} onRecorded={onRecorded} />
      <details class="maker__more">
        <summary>Meer stappen, daarna in de opslag of het logboek, verse waarden</summary>
        <AddMenu
          label="Voeg een stap toe"
          options={offered}
          onAdd={(kind) =>
            set({ steps: [...steps, kind === firstStep(draft).do ? firstStep(draft) : NEW_STEPS[kind]] })
          }
        />
        <AfterFields after={after} inputs={inputs} onChange={(next) => set({ after: next })} />
        <InputFields check={check} onChange={onChange} />
      </details>
      <TextField
        label="Waar een student kijkt als het fout gaat"
        value={check.look}
        placeholder="Wat is `naam` als het adres geen naam heeft?"
        onChange={(look) => set({ look })}
      />
      <p>
        <button type="button" class="quiet" onClick={onRemove}>
          Haal controle {number} weg
        </button>
      </p>
    </section>
  );
}
