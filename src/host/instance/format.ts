/** From the arguments of a `console` call to the text of a line, close to what Node prints. */
import { inspect, registerStringTag } from 'loupe';
import { describeError } from './errors.ts';
import type { ModuleFile } from './protocol.ts';

const OPTIONS = {
  truncate: 4_000,
  // Loupe writes zero as `+0`, to tell it from `-0`.
  stylize: (text: string) => (text === '+0' ? '0' : text),
};

/** Objects of the web, which keep everything behind getters where an inspector sees nothing. */
interface ListLike {
  forEach(each: (value: unknown, key: unknown) => void): void;
}
const list = (name: string) => (value: unknown) => {
  const found: Record<string, unknown> = {};
  (value as ListLike).forEach((item, key) => {
    found[String(key)] = item;
  });
  return `${name} ${inspect(found, OPTIONS)}`;
};
const parts = (name: string, keys: readonly string[]) => (value: unknown) => {
  const found = Object.fromEntries(keys.map((key) => [key, Reflect.get(Object(value), key)]));
  return `${name} ${inspect(found, OPTIONS)}`;
};

registerStringTag('Headers', list('Headers'));
registerStringTag('URLSearchParams', list('URLSearchParams'));
registerStringTag('FormData', list('FormData'));
registerStringTag('URL', parts('URL', ['href']));
registerStringTag('Request', parts('Request', ['method', 'url']));
registerStringTag('Response', parts('Response', ['status', 'statusText']));

export type Format = (values: readonly unknown[]) => string;

/** @param files for the places in errors */
export function createFormat(files: () => readonly ModuleFile[]): Format {
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return errorText(value, files());
    return inspectSafely(value);
  };
  return (values) => {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || !first.includes('%') || rest.length === 0)
      return values.map(show).join(' ');
    let used = 0;
    const text = first.replace(/%[sdifoOjc%]/g, (token) => {
      if (token === '%%') return '%';
      if (used === rest.length) return token;
      const value = rest[used];
      used += 1;
      return fill(token, value, show);
    });
    return [text, ...rest.slice(used).map(show)].join(' ');
  };
}

function fill(token: string, value: unknown, show: (value: unknown) => string): string {
  switch (token) {
    case '%d':
    case '%f':
      return typeof value === 'bigint' ? `${value}n` : String(toNumber(value));
    case '%i':
      return typeof value === 'bigint' ? `${value}n` : String(Math.trunc(toNumber(value)));
    case '%s':
      return show(value);
    // Style: there is none in a log.
    case '%c':
      return '';
    default:
      return inspectSafely(value);
  }
}

function toNumber(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

export function inspectSafely(value: unknown): string {
  try {
    return inspect(value, OPTIONS);
  } catch {
    // A getter of the learner's threw, or the object lies about its kind.
    return `[${typeof value}]`;
  }
}

/** As in a stack, with only the learner's own calls: `TypeError: …` and under it `    in begroet (begroet.js:3:5)`. */
export function errorText(error: unknown, files: readonly ModuleFile[]): string {
  const { name, message, frames } = describeError(error, files);
  const calls = frames.map(({ file, line, column, functionName }) => {
    const place = `${file}:${line}:${column}`;
    return `\n    in ${functionName === undefined ? place : `${functionName} (${place})`}`;
  });
  return (message === '' ? name : `${name}: ${message}`) + calls.join('');
}
