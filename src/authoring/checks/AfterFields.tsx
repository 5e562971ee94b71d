/** What has to be so once the steps are done: in the stores, in the log, and in what was counted. */
import type { AfterWish, OwnInput } from '../../exercises/own/index.ts';
import { AddMenu, NumberField, Row, SelectField, TextField, withAt, withoutAt } from '../form-parts.tsx';
import { jsonOf, typedOf } from '../typed-value.ts';

interface Props {
  readonly after: readonly AfterWish[];
  readonly inputs: readonly OwnInput[];
  readonly onChange: (after: AfterWish[]) => void;
}

const KINDS = {
  kv: 'sleutel in kv',
  bucket: 'bestand in de bucket',
  log: 'regel in het logboek',
  count: 'aantal',
  bill: 'rekening',
} as const satisfies Readonly<Record<AfterWish['of'], string>>;

const NEW_WISHES: Readonly<Record<AfterWish['of'], AfterWish>> = {
  kv: { of: 'kv', key: '', json: '""' },
  bucket: { of: 'bucket', key: '', contains: '' },
  log: { of: 'log', contains: '', times: null },
  count: { of: 'count', what: 'coldStarts', compare: 'most', number: 1 },
  bill: { of: 'bill', budget: 1.5 },
};

const COUNTED = {
  coldStarts: 'gestarte instanties',
  invocations: 'aanroepen',
  throttled: 'geweigerde aanroepen',
  kvReads: 'keer lezen uit kv',
  kvWrites: 'keer schrijven in kv',
  bucketReads: 'keer lezen uit de bucket',
  bucketWrites: 'keer schrijven in de bucket',
  messagesSent: 'berichten in de wachtrij',
  serviceCalls: 'vragen aan een dienst',
} as const satisfies Readonly<Record<Extract<AfterWish, { of: 'count' }>['what'], string>>;

export function AfterFields({ after, inputs, onChange }: Props) {
  return (
    <div class="maker__wishes" role="group" aria-label="Verwacht daarna">
      {after.map((wish, at) => (
        <Row key={at} name={`daarna: ${KINDS[wish.of]}`} onRemove={() => onChange(withoutAt(after, at))}>
          <WishFields wish={wish} inputs={inputs} onChange={(next) => onChange(withAt(after, at, next))} />
        </Row>
      ))}
      <AddMenu
        label="Verwacht daarna"
        options={KINDS}
        onAdd={(kind) => onChange([...after, NEW_WISHES[kind]])}
      />
    </div>
  );
}

interface WishProps {
  readonly wish: AfterWish;
  readonly inputs: readonly OwnInput[];
  readonly onChange: (wish: AfterWish) => void;
}

function WishFields({ wish, inputs, onChange }: WishProps) {
  switch (wish.of) {
    case 'kv':
      return (
        <>
          <TextField
            label="Sleutel in kv"
            value={wish.key}
            isCode
            onChange={(key) => onChange({ ...wish, key })}
          />
          {wish.json !== null && (
            <TextField
              label="Waarde"
              value={typedOf(wish.json)}
              isCode
              onChange={(typed) => onChange({ ...wish, json: jsonOf(typed, inputs) })}
            />
          )}
          <Absent
            isAbsent={wish.json === null}
            onChange={(isAbsent) => onChange({ ...wish, json: isAbsent ? null : '""' })}
          />
        </>
      );
    case 'bucket':
      return (
        <>
          <TextField
            label="Bestand in de bucket"
            value={wish.key}
            isCode
            onChange={(key) => onChange({ ...wish, key })}
          />
          {wish.contains !== null && (
            <TextField
              label="Daarin staat"
              value={wish.contains}
              hint="Leeg: als het bestand er maar is."
              isCode
              onChange={(contains) => onChange({ ...wish, contains })}
            />
          )}
          <Absent
            isAbsent={wish.contains === null}
            onChange={(isAbsent) => onChange({ ...wish, contains: isAbsent ? null : '' })}
          />
        </>
      );
    case 'log':
      return (
        <TextField
          label="In het logboek staat een regel met"
          value={wish.contains}
          isCode
          onChange={(contains) => onChange({ ...wish, contains })}
        />
      );
    case 'count':
      return (
        <>
          <SelectField
            label="Hoeveel"
            value={wish.compare}
            options={{ most: 'maximaal', exactly: 'precies' }}
            onChange={(compare) => onChange({ ...wish, compare })}
          />
          <NumberField
            label="Aantal"
            value={wish.number}
            least={0}
            most={10_000}
            onChange={(number) => onChange({ ...wish, number })}
          />
          <SelectField
            label="Wat"
            value={wish.what}
            options={COUNTED}
            onChange={(what) => onChange({ ...wish, what })}
          />
        </>
      );
    case 'bill':
      return (
        <NumberField
          label="De rekening is maximaal zoveel keer die van de oplossing"
          value={wish.budget}
          least={1}
          most={100}
          step={0.1}
          onChange={(budget) => onChange({ ...wish, budget })}
        />
      );
  }
}

function Absent({
  isAbsent,
  onChange,
}: {
  readonly isAbsent: boolean;
  readonly onChange: (isAbsent: boolean) => void;
}) {
  return (
    <label class="maker__tick">
      <input
        type="checkbox"
        checked={isAbsent}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      Mag er niet zijn
    </label>
  );
}
