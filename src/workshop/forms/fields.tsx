/** Fields of the forms: what was typed counts when its reader leaves the field, so that half a name is no name. */

interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
}

export function TextField({ label, value, onChange, placeholder }: FieldProps<string>) {
  return (
    <label>
      {label}
      <input
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

export function AreaField({ label, value, onChange, placeholder }: FieldProps<string>) {
  return (
    <label>
      {label}
      <textarea
        rows={3}
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        autocapitalize="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

interface OptionalProps {
  readonly label: string;
  /** Null when there is none: an empty field. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

export function OptionalNumberField({ label, value, onChange }: OptionalProps) {
  return (
    <label>
      {label}
      <input
        inputMode="decimal"
        value={value === null ? '' : String(value)}
        autocomplete="off"
        onChange={({ currentTarget: { value: text } }) =>
          onChange(text.trim() === '' ? null : numberIn(text))
        }
      />
    </label>
  );
}

/** What is no number is handed on as none: the schema says what it should be. */
export function NumberField({ label, value, onChange }: FieldProps<number>) {
  return (
    <label>
      {label}
      <input
        inputMode="decimal"
        value={String(value)}
        autocomplete="off"
        onChange={({ currentTarget }) => onChange(numberIn(currentTarget.value))}
      />
    </label>
  );
}

function numberIn(text: string): number {
  const written = text.trim().replace(',', '.');
  return written === '' ? Number.NaN : Number(written);
}

/** One on each line; empty lines say nothing. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
