/** One request in the forms, the one that stands ready or an example: method, path, headers and body. */
import { methods } from '../../playground/model/request-form.ts';
import type { ProjectFunction } from '../../project/index.ts';
import { AreaField, TextField } from './fields.tsx';
import { HeadersField } from './HeadersField.tsx';

export type HttpTrigger = Extract<ProjectFunction['trigger'], { type: 'http' }>;
type Example = HttpTrigger['examples'][number];

interface RequestProps {
  readonly request: Example;
  /** Ends each label, so that the requests of one function are told apart: `van voorbeeld 2`. */
  readonly which: string;
  readonly onChange: (request: Example) => void;
  readonly onRefuse: (sentence: string) => void;
}

function RequestFields({ request, which, onChange, onRefuse }: RequestProps) {
  const { method, path, headers, body } = request;
  return (
    <>
      <label>
        Methode {which}
        <select
          value={method}
          onChange={({ currentTarget }) =>
            onChange({ ...request, method: currentTarget.value as Example['method'] })
          }
        >
          {methods.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={`Pad ${which}`}
        value={path}
        onChange={(next) => onChange({ ...request, path: next })}
      />
      <HeadersField
        label={`Headers ${which}, een per regel`}
        headers={headers}
        onChange={(next) => onChange({ ...request, headers: next })}
        onRefuse={onRefuse}
      />
      <AreaField
        label={`Body ${which}`}
        value={body}
        onChange={(next) => onChange({ ...request, body: next })}
      />
    </>
  );
}

interface Props {
  readonly trigger: HttpTrigger;
  readonly onChange: (trigger: HttpTrigger) => void;
  readonly onRefuse: (sentence: string) => void;
}

/** What the reader of the laboratory finds filled in. */
export function StartFields({ trigger, onChange, onRefuse }: Props) {
  return (
    <RequestFields
      request={trigger}
      which="bij het begin"
      onChange={({ method, path, headers, body }) => onChange({ ...trigger, method, path, headers, body })}
      onRefuse={onRefuse}
    />
  );
}

interface ExampleProps extends Props {
  /** Of the function: its examples are named after it. */
  readonly name: string;
}

/** Requests that a button fills in. */
export function ExampleFields({ name, trigger, onChange, onRefuse }: ExampleProps) {
  const { examples, method, path, headers, body } = trigger;
  const set = (next: readonly Example[]) => onChange({ ...trigger, examples: [...next] });
  return (
    <>
      {examples.map((example, at) => (
        // By its place, since two examples may be the same.
        <fieldset key={at} class="events" aria-label={`Voorbeeld ${at + 1} van ${name}`}>
          <p class="panel-title">Voorbeeld {at + 1}</p>
          <div class="trigger__fields">
            <RequestFields
              request={example}
              which={`van voorbeeld ${at + 1}`}
              onChange={(next) => set(examples.map((one, index) => (index === at ? next : one)))}
              onRefuse={onRefuse}
            />
          </div>
          <div class="actions">
            <button
              type="button"
              class="quiet"
              aria-label={`Verwijder voorbeeld ${at + 1} van ${name}`}
              onClick={() => set(examples.filter((_, index) => index !== at))}
            >
              Verwijder voorbeeld
            </button>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <button
          type="button"
          class="quiet"
          aria-label={`Voeg een voorbeeld toe aan ${name}`}
          onClick={() => set([...examples, { method, path, headers, body }])}
        >
          Voeg een voorbeeld toe
        </button>
      </div>
    </>
  );
}
