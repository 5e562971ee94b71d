/** Fields of the forms here: each a label with what it labels, as wide as its place. */
import type { ComponentChildren } from 'preact';

interface Common<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Under the field: what may stand there. */
  readonly hint?: string;
}

export function TextField({
  label,
  value,
  onChange,
  hint,
  placeholder,
  isCode = false,
}: Common<string> & { readonly placeholder?: string; readonly isCode?: boolean }) {
  return (
    <label class="maker__field">
      {label}
      <input
        value={value}
        placeholder={placeholder}
        spellcheck={!isCode}
        class={isCode ? 'maker__code' : undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}

export function AreaField({
  label,
  value,
  onChange,
  hint,
  rows,
  isCode = false,
}: Common<string> & { readonly rows: number; readonly isCode?: boolean }) {
  return (
    <label class="maker__field">
      {label}
      <textarea
        value={value}
        rows={rows}
        spellcheck={!isCode}
        class={isCode ? 'maker__code' : undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}

export function NumberField({
  label,
  value,
  onChange,
  least,
  most,
  step = 1,
}: Common<number> & { readonly least: number; readonly most: number; readonly step?: number }) {
  return (
    <label class="maker__field maker__field--short">
      {label}
      <input
        type="number"
        value={value}
        min={least}
        max={most}
        step={step}
        onInput={({ currentTarget }) => {
          // An empty field is on its way to a number: what was there counts until then.
          if (!Number.isNaN(currentTarget.valueAsNumber)) onChange(currentTarget.valueAsNumber);
        }}
      />
    </label>
  );
}

export function SelectField<T extends string>({
  label,
  value,
  onChange,
  options,
}: Common<T> & { readonly options: Readonly<Record<T, string>> }) {
  return (
    <label class="maker__field maker__field--short">
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as T)}>
        {Object.entries<string>(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A choice that does something at once: "Voeg toe". */
export function AddMenu<T extends string>({
  label,
  options,
  onAdd,
}: {
  readonly label: string;
  readonly options: Readonly<Record<T, string>>;
  readonly onAdd: (kind: T) => void;
}) {
  return (
    <p class="maker__add" role="group" aria-label={label}>
      <span aria-hidden="true">{label}:</span>
      {Object.entries<string>(options).map(([key, words]) => (
        <button key={key} type="button" class="quiet" onClick={() => onAdd(key as T)}>
          + {words}
        </button>
      ))}
    </p>
  );
}

/** One of a list, with the button that takes it away. */
export function Row({
  name,
  onRemove,
  children,
}: {
  /** Of what it is: "stap 1". */
  readonly name: string;
  readonly onRemove: (() => void) | null;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="maker__row" role="group" aria-label={name}>
      {children}
      {onRemove && (
        <button type="button" class="quiet" aria-label={`Haal weg: ${name}`} onClick={onRemove}>
          Haal weg
        </button>
      )}
    </div>
  );
}

/** @returns the list with another one in its place */
export function withAt<T>(list: readonly T[], at: number, one: T): T[] {
  return list.map((other, place) => (place === at ? one : other));
}

export function withoutAt<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, place) => place !== at);
}
