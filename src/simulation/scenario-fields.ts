/** Reads one field after another of an object that may hold anything, and says by its path which one is wrong. */
import { ScenarioError, type ScenarioErrorCode } from './scenario-error.ts';

export interface Bounds {
  /** What is not there counts as this. Without it, a field must be there. */
  readonly absent?: number;
  /** Least value; 0 if absent. */
  readonly least?: number;
  readonly most: number;
  readonly isWhole?: boolean;
  /** More than zero. */
  readonly isPositive?: boolean;
}

export interface Fields {
  readonly path: string;
  has(name: string): boolean;
  /** @throws ScenarioError `MISSING`, `NOT_A_NUMBER`, `NOT_AN_INTEGER`, `NEGATIVE`, `ZERO`, `TOO_SMALL`, `TOO_LARGE` */
  number(name: string, bounds: Bounds): number;
  /** @throws ScenarioError `NOT_A_LIST`, `WRONG_LENGTH`, and what `number` throws, for the member's path */
  numbers(
    name: string,
    bounds: Bounds & { readonly length: readonly [least: number, most: number] },
  ): number[];
  /** @throws ScenarioError `NOT_TEXT`, `TOO_LARGE` (more than 1,000 characters) */
  text(name: string): string;
  /** @throws ScenarioError `UNKNOWN_KIND` */
  oneOf<Name extends string>(name: string, names: readonly Name[], absent?: Name): Name;
  /** An object in a field. @throws ScenarioError `NOT_AN_OBJECT` */
  inner(name: string): Fields;
  list(name: string): readonly unknown[];
  /** Where a field is, for an error that only its reader can see. */
  at(name: string): string;
  /** @throws ScenarioError `UNKNOWN_FIELD` for the first field that nobody asked for */
  nothingElse(): void;
}

const MOST_CHARACTERS = 1000;

/** @throws ScenarioError `NOT_AN_OBJECT` */
export function fieldsOf(value: unknown, path = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ScenarioError('NOT_AN_OBJECT', path);
  }
  const record = value as Readonly<Record<string, unknown>>;
  const asked = new Set<string>();
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const valueAt = (name: string): unknown => {
    asked.add(name);
    const found = Object.hasOwn(record, name) ? record[name] : undefined;
    if (found === undefined) throw new ScenarioError('MISSING', at(name));
    return found;
  };
  const has = (name: string) => Object.hasOwn(record, name) && record[name] !== undefined;
  const list = (name: string): readonly unknown[] => {
    const found = valueAt(name);
    if (!Array.isArray(found)) throw new ScenarioError('NOT_A_LIST', at(name));
    return found;
  };

  return {
    path,
    has,
    at,
    list,
    number(name, bounds) {
      if (bounds.absent !== undefined && !has(name)) return bounds.absent;
      return checked(valueAt(name), at(name), bounds);
    },
    numbers(name, bounds) {
      const found = list(name);
      const [least, most] = bounds.length;
      if (found.length < least) throw new ScenarioError('WRONG_LENGTH', at(name), { expected: least });
      if (found.length > most) throw new ScenarioError('WRONG_LENGTH', at(name), { expected: most });
      return found.map((one, index) => checked(one, `${at(name)}.${index}`, bounds));
    },
    text(name) {
      const found = valueAt(name);
      if (typeof found !== 'string' || found === '') throw new ScenarioError('NOT_TEXT', at(name));
      if (found.length > MOST_CHARACTERS) {
        throw new ScenarioError('TOO_LARGE', at(name), { expected: MOST_CHARACTERS });
      }
      return found;
    },
    oneOf(name, names, absent) {
      if (absent !== undefined && !has(name)) return absent;
      const found = valueAt(name);
      const known = names.find((one) => one === found);
      if (known === undefined) throw new ScenarioError('UNKNOWN_KIND', at(name), { expected: names });
      return known;
    },
    inner: (name) => fieldsOf(valueAt(name), at(name)),
    nothingElse() {
      const unknown = Object.keys(record).find((name) => !asked.has(name) && has(name));
      if (unknown !== undefined) throw new ScenarioError('UNKNOWN_FIELD', at(unknown));
    },
  };
}

function checked(value: unknown, field: string, bounds: Bounds): number {
  const { least = 0, most, isWhole = false, isPositive = false } = bounds;
  const refuse = (code: ScenarioErrorCode, expected?: number) => {
    throw new ScenarioError(code, field, expected === undefined ? {} : { expected });
  };
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('NOT_A_NUMBER') as never;
  if (value < 0 && least >= 0) refuse('NEGATIVE');
  if (value === 0 && (isPositive || least > 0)) refuse('ZERO');
  if (value < least) refuse('TOO_SMALL', least);
  if (value > most) refuse('TOO_LARGE', most);
  if (isWhole && !Number.isInteger(value)) refuse('NOT_AN_INTEGER');
  return value;
}
