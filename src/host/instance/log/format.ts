/** From the arguments of a `console` call to the text of a line, close to what Node prints. */

import type { ModuleFile } from '../protocol.ts';
import { inspectSafely } from './inspect.ts';
import { describeError } from './thrown.ts';

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

/** As in a stack, with only the learner's own calls: `TypeError: …` and under it `    in begroet (begroet.js:3:5)`. */
export function errorText(error: unknown, files: readonly ModuleFile[]): string {
  const { name, message, frames } = describeError(error, files);
  const calls = frames.map(({ file, line, column, functionName }) => {
    const place = `${file}:${line}:${column}`;
    return `\n    in ${functionName === undefined ? place : `${functionName} (${place})`}`;
  });
  return (message === '' ? name : `${name}: ${message}`) + calls.join('');
}
