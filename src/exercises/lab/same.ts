/** Whether two values that JSON can hold are the same; the order of the keys of an object tells nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(valueAt(a, key), valueAt(b, key)));
}

function valueAt(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
