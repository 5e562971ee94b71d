/** Values that differ each time a check runs at marking, so that nobody passes by knowing the example by heart. */
import type { OwnCheck, OwnInput } from '../../exercises/own/index.ts';
import { AreaField, NumberField, Row, SelectField, TextField, withAt, withoutAt } from '../form-parts.tsx';

interface Props {
  readonly check: OwnCheck;
  readonly onChange: (check: OwnCheck) => void;
}

const KINDS = { word: 'een woord', number: 'een getal', pick: 'een van deze' } as const;
const NEW: OwnInput = { name: 'naam', example: 'Mila', kind: 'word', least: 3, most: 10, options: [] };

export function InputFields({ check, onChange }: Props) {
  const { inputs } = check;
  const set = (next: OwnInput[]) => onChange({ ...check, inputs: next });
  const unused = ['naam', 'woord', 'aantal', 'a', 'b', 'c', 'd', 'e'].find(
    (name) => !inputs.some((input) => input.name === name),
  );
  return (
    <div class="maker__wishes" role="group" aria-label="Verse waarden">
      <p>
        Een verse waarde is bij het nakijken telkens anders. Schrijf in een pad, een body of een verwachting{' '}
        <code>{`{{naam}}`}</code> op de plaats van de waarde. Een student ziet het voorbeeld; bij het nakijken
        moet de code hetzelfde doen als de oplossing.
      </p>
      {inputs.map((input, at) => (
        <Row key={at} name={`verse waarde ${input.name}`} onRemove={() => set(withoutAt(inputs, at))}>
          <OneInput input={input} onChange={(next) => set(withAt(inputs, at, next))} />
        </Row>
      ))}
      {unused !== undefined && (
        <p class="maker__add">
          <button type="button" class="quiet" onClick={() => set([...inputs, { ...NEW, name: unused }])}>
            Voeg een verse waarde toe
          </button>
        </p>
      )}
    </div>
  );
}

function OneInput({
  input,
  onChange,
}: {
  readonly input: OwnInput;
  readonly onChange: (input: OwnInput) => void;
}) {
  const set = (changed: Partial<OwnInput>) => onChange({ ...input, ...changed });
  return (
    <>
      <TextField label="Naam van de waarde" value={input.name} isCode onChange={(name) => set({ name })} />
      <TextField label="Voorbeeld" value={input.example} isCode onChange={(example) => set({ example })} />
      <SelectField
        label="Het is"
        value={input.kind}
        options={KINDS}
        onChange={(kind) =>
          set({ kind, ...(kind === 'number' ? { least: 1, most: 100 } : { least: 3, most: 10 }) })
        }
      />
      {input.kind === 'pick' ? (
        <AreaField
          label="Keuzes, elk op een regel"
          value={input.options.join('\n')}
          rows={3}
          isCode
          onChange={(text) => set({ options: text.split('\n') })}
        />
      ) : (
        <>
          <NumberField
            label={input.kind === 'word' ? 'Minste letters' : 'Kleinste'}
            value={input.least}
            least={-1_000_000}
            most={1_000_000}
            onChange={(least) => set({ least })}
          />
          <NumberField
            label={input.kind === 'word' ? 'Meeste letters' : 'Grootste'}
            value={input.most}
            least={-1_000_000}
            most={1_000_000}
            onChange={(most) => set({ most })}
          />
        </>
      )}
    </>
  );
}
