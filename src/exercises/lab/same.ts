/** Two sums of the same fractions in another order differ by less than this part of themselves. */
const PART_OF_ROUNDING = 1e-12;

/**
 * Whether two values that JSON can hold mean the same: the order of the keys of an object tells nothing, and no more does the
 * last bit of a fraction.
 *
 * @throws RangeError for what is nested too deep to be looked at
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') {
    // JSON can say 1e999: what has no end is less far from nothing.
    return Math.abs(a - b) < PART_OF_ROUNDING * Math.abs(a);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(valueAt(a, key), valueAt(b, key)));
}

/** Only these of an object: whoever adds one has not done less. Null for what is no object. */
export function fieldsOf(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(value, name) ? [[name, valueAt(value, name)]] : [])),
  );
}

function valueAt(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
