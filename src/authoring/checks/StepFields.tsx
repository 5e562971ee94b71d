/** One step of a check, and for a request what has to be answered. */
import type { AnswerWish, OwnInput, OwnStep } from '../../exercises/own/index.ts';
import {
  AddMenu,
  AreaField,
  NumberField,
  Row,
  SelectField,
  TextField,
  withAt,
  withoutAt,
} from '../form-parts.tsx';
import { jsonOf, typedOf } from '../typed-value.ts';

interface Props {
  readonly number: number;
  readonly step: OwnStep;
  readonly inputs: readonly OwnInput[];
  readonly onChange: (step: OwnStep) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

export function StepFields({ number, step, inputs, onChange, onRemove }: Props) {
  return (
    <Row name={`stap ${number}`} onRemove={onRemove}>
      <OneStep step={step} inputs={inputs} onChange={onChange} />
    </Row>
  );
}

const METHODS = { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } as const;

function OneStep({ step, inputs, onChange }: Pick<Props, 'step' | 'inputs' | 'onChange'>) {
  switch (step.do) {
    case 'request':
      return <RequestStep step={step} inputs={inputs} onChange={onChange} />;
    case 'upload':
      return (
        <>
          <TextField
            label="Naam van het bestand"
            value={step.key}
            isCode
            onChange={(key) => onChange({ ...step, key })}
          />
          <AreaField
            label="Inhoud"
            value={step.text}
            rows={3}
            isCode
            onChange={(text) => onChange({ ...step, text })}
          />
        </>
      );
    case 'message':
      return (
        <>
          {step.messages.map((message, at) => (
            <AreaField
              key={at}
              label={step.messages.length > 1 ? `Bericht ${at + 1}` : 'Bericht'}
              value={typedOf(message)}
              rows={2}
              isCode
              onChange={(typed) =>
                onChange({ ...step, messages: withAt(step.messages, at, jsonOf(typed, inputs)) })
              }
            />
          ))}
          <p class="maker__add">
            <button
              type="button"
              class="quiet"
              onClick={() =>
                onChange({ ...step, messages: [...step.messages, step.messages.at(-1) ?? '{}'] })
              }
            >
              Voeg een bericht toe, tegelijk
            </button>
            {step.messages.length > 1 && (
              <button
                type="button"
                class="quiet"
                onClick={() => onChange({ ...step, messages: step.messages.slice(0, -1) })}
              >
                − bericht
              </button>
            )}
          </p>
        </>
      );
    case 'store':
      return (
        <>
          <TextField
            label="Sleutel in kv, vooraf"
            value={step.key}
            isCode
            onChange={(key) => onChange({ ...step, key })}
          />
          <TextField
            label="Waarde"
            value={typedOf(step.json)}
            isCode
            onChange={(typed) => onChange({ ...step, json: jsonOf(typed, inputs) })}
          />
        </>
      );
    case 'timer':
      return <p>De timer gaat een keer af.</p>;
    case 'endInstances':
      return <p>Alle instanties verdwijnen, zoals na een stil uur. Wat bewaard is, blijft.</p>;
  }
}

type RequestOf = Extract<OwnStep, { do: 'request' }>;

const WISHES = {
  status: 'status',
  contains: 'tekst erin',
  text: 'hele tekst',
  field: 'veld',
  json: 'hele JSON',
  header: 'header',
} as const satisfies Readonly<Record<AnswerWish['is'], string>>;

const NEW_WISHES: Readonly<Record<AnswerWish['is'], AnswerWish>> = {
  status: { is: 'status', status: 200 },
  contains: { is: 'contains', text: '' },
  text: { is: 'text', text: '' },
  field: { is: 'field', field: '', json: '""' },
  json: { is: 'json', json: '{}' },
  header: { is: 'header', name: 'content-type', value: '' },
};

function RequestStep({
  step,
  inputs,
  onChange,
}: {
  readonly step: RequestOf;
  readonly inputs: readonly OwnInput[];
  readonly onChange: (step: OwnStep) => void;
}) {
  const { answer } = step;
  const set = (changed: Partial<RequestOf>) => onChange({ ...step, ...changed });
  return (
    <>
      <SelectField
        label="Methode"
        value={step.method as keyof typeof METHODS}
        options={METHODS}
        onChange={(method) => set({ method })}
      />
      <TextField label="Pad" value={step.path} isCode onChange={(path) => set({ path })} />
      <NumberField
        label="Keer tegelijk"
        value={step.times}
        least={1}
        most={50}
        onChange={(times) => set({ times })}
      />
      {step.method !== 'GET' && (
        <AreaField label="Body" value={step.body} rows={2} isCode onChange={(body) => set({ body })} />
      )}
      <div class="maker__wishes" role="group" aria-label="Verwacht antwoord">
        {answer.map((wish, at) => (
          <Row
            key={at}
            name={`verwachting: ${WISHES[wish.is]}`}
            onRemove={() => set({ answer: withoutAt(answer, at) })}
          >
            <WishFields
              wish={wish}
              inputs={inputs}
              onChange={(next) => set({ answer: withAt(answer, at, next) })}
            />
          </Row>
        ))}
        <AddMenu
          label="Verwacht"
          options={WISHES}
          onAdd={(kind) => set({ answer: [...answer, NEW_WISHES[kind]] })}
        />
      </div>
    </>
  );
}

function WishFields({
  wish,
  inputs,
  onChange,
}: {
  readonly wish: AnswerWish;
  readonly inputs: readonly OwnInput[];
  readonly onChange: (wish: AnswerWish) => void;
}) {
  switch (wish.is) {
    case 'status':
      return (
        <NumberField
          label="Status"
          value={wish.status}
          least={100}
          most={599}
          onChange={(status) => onChange({ ...wish, status })}
        />
      );
    case 'header':
      return (
        <>
          <TextField
            label="Header"
            value={wish.name}
            isCode
            onChange={(name) => onChange({ ...wish, name })}
          />
          <TextField
            label="Waarde"
            value={wish.value}
            isCode
            onChange={(value) => onChange({ ...wish, value })}
          />
        </>
      );
    case 'text':
    case 'contains':
      return (
        <TextField
          label={wish.is === 'text' ? 'Het antwoord is precies' : 'In het antwoord staat'}
          value={wish.text}
          isCode
          onChange={(text) => onChange({ ...wish, text })}
        />
      );
    case 'json':
      return (
        <AreaField
          label="Het antwoord is deze JSON"
          value={wish.json}
          rows={3}
          isCode
          onChange={(json) => onChange({ ...wish, json })}
        />
      );
    case 'field':
      return (
        <>
          <TextField
            label="Veld"
            value={wish.field}
            placeholder="klant.naam"
            isCode
            onChange={(field) => onChange({ ...wish, field })}
          />
          <TextField
            label="Is"
            value={typedOf(wish.json)}
            isCode
            onChange={(typed) => onChange({ ...wish, json: jsonOf(typed, inputs) })}
          />
        </>
      );
  }
}
