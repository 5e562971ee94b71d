/** The `console` of a function: what it says goes to the log of the invocation, in the order it happened. */
import type { LogLevel } from '../../../contract/data.ts';
import { now } from '../primitives.ts';
import { formatTable } from './console-table.ts';
import type { Format } from './format.ts';
import type { Log } from './log.ts';

const INDENT = '  ';
/** A function that opens groups without end must not make its lines long without end. */
const GROUPS_LIMIT = 20;

type Method = (...values: readonly unknown[]) => void;

/**
 * @param here the learner's calls at this moment, for `console.trace`
 */
export function createConsole(
  log: Log,
  format: Format,
  here: () => string,
): Readonly<Record<string, Method>> {
  let groups = 0;
  const counts = new Map<string, number>();
  const startedAtMs = new Map<string, number>();

  const write = (level: LogLevel, text: () => string) => {
    log.add(level, () => {
      if (groups === 0) return text();
      const indent = INDENT.repeat(Math.min(groups, GROUPS_LIMIT));
      return indent + text().replaceAll('\n', `\n${indent}`);
    });
  };
  const at =
    (level: LogLevel): Method =>
    (...values) =>
      write(level, () => format(values));
  const label = (value: unknown) => (value === undefined ? 'default' : format([value]));
  const group: Method = (...values) => {
    if (values.length > 0) write('log', () => format(values));
    groups += 1;
  };
  const timeLog: Method = (name, ...values) => {
    const key = label(name);
    const began = startedAtMs.get(key);
    if (began === undefined) return write('warn', () => `Timer '${key}' bestaat niet`);
    const elapsedMs = now() - began;
    return write('log', () => format([`${key}: ${elapsedMs.toFixed(1)} ms`, ...values]));
  };

  return {
    log: at('log'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    dir: (value) => write('log', () => format([value])),
    dirxml: at('log'),
    trace: (...values) => {
      const calls = here();
      write('log', () => `Trace: ${format(values)}${calls}`);
    },
    assert: (condition, ...values) => {
      if (!condition) write('error', () => format(['Bewering klopt niet', ...values]));
    },
    table: (data, columns) => {
      const names = Array.isArray(columns) ? columns.map(String) : undefined;
      write('log', () => formatTable(data, names) ?? format([data]));
    },
    count: (name) => {
      const key = label(name);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      write('log', () => `${key}: ${count}`);
    },
    countReset: (name) => {
      counts.delete(label(name));
    },
    time: (name) => {
      startedAtMs.set(label(name), now());
    },
    timeLog,
    timeEnd: (name) => {
      timeLog(name);
      startedAtMs.delete(label(name));
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      groups = Math.max(0, groups - 1);
    },
    clear: () => {},
  };
}
