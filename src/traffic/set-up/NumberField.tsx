/** A number that a reader types, in Dutch notation: a half-typed one is nobody's mistake yet, and changes nothing. */
import { useEffect, useId, useState } from 'preact/hooks';
import { writeNumber } from '../../billing/written-number.ts';
import { readInRange } from '../traffic-state.ts';

interface Props {
  readonly label: string;
  readonly unit?: string;
  readonly about?: string;
  readonly value: number;
  readonly range: Parameters<typeof readInRange>[0];
  /** The label is for who hears the page: in a table its column says it. */
  readonly isInTable?: boolean;
  readonly onValue: (value: number) => void;
}

export function NumberField({
  label,
  unit = '',
  about = '',
  value,
  range,
  isInTable = false,
  onValue,
}: Props) {
  const id = useId();
  const [text, setText] = useState(writeNumber(value));
  const read = readInRange(range, text);
  useEffect(() => {
    // Changed by something else than this field.
    if (readInRange(range, text) !== value) setText(writeNumber(value));
  }, [value]);
  const isWrong = read === null;
  const described = [about !== '' && `${id}about`, isWrong && `${id}wrong`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={isInTable ? 'visually-hidden' : undefined}>
        {label}
        {unit !== '' && ` (${unit})`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={described === '' ? undefined : described}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const next = readInRange(range, typed);
          if (next !== null) onValue(next);
        }}
        onBlur={() => {
          if (isWrong) setText(writeNumber(value));
        }}
      />
      {about !== '' && (
        <span id={`${id}about`} class="field__about">
          {about}
        </span>
      )}
      {isWrong && (
        <span id={`${id}wrong`} class="field__wrong" role="alert">
          Vul een {range.isWhole ? 'heel ' : ''}getal in van {range.least.toLocaleString('nl')} tot{' '}
          {range.most.toLocaleString('nl')}.
        </span>
      )}
    </div>
  );
}
