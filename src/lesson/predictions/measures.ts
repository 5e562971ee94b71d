/**
 * What can be read off an experiment that was done: one small function a measure, from `MEASURES` in the schema. The same
 * functions answer a reader in a page and prove a prediction under Node.
 */
import type { MeasureName } from '../../course/schemas/prediction.ts';
import type { Entry } from '../../engine/index.ts';
import { type Done, startedFor } from './experiment.ts';

/** What is in the stores at the end. */
export interface Stored {
  /** JSON text by key. */
  readonly values: ReadonlyMap<string, string>;
  /** Keys of the bucket. */
  readonly files: readonly string[];
}

export type Measured = number | string;

/** @returns null when there is nothing to read, as of an answer that is no JSON */
type Measure = (done: Done, stored: Stored, named: string) => Measured | null;

const counting =
  (isOne: (entry: Entry) => boolean): Measure =>
  ({ entries }) =>
    entries.filter(isOne).length;

const ended = ({ entries }: Done) => entries.filter((entry) => entry.type === 'invocationEnded');

const logLines = ({ entries }: Done) =>
  entries.flatMap((entry) => (entry.type === 'log' ? entry.lines.map(({ text }) => text) : []));

const measures: Readonly<Record<MeasureName, Measure>> = {
  answered: (done) =>
    ended(done).filter(({ invocationId, outcome }) => outcome === 'ok' && done.calls.includes(invocationId))
      .length,
  refused: counting(({ type }) => type === 'throttled'),
  coldStarts: counting(({ type }) => type === 'instanceStarted'),
  instances: (done) => new Set(ended(done).map(({ instanceId }) => instanceId)).size,
  alive: ({ alive }) => alive,
  billed: (done) => ended(done).length,
  // On a slow machine the start alone may take the time that a call has: that is what is paid for then.
  billedMs: (done) =>
    Math.round(
      ended(done).reduce(
        (sum, { outcome, usage }) =>
          sum + usage.durationMs + (outcome === 'timeout' ? (usage.initMs ?? 0) : 0),
        0,
      ),
    ),
  seconds: ({ entries }) => {
    const last = entries.findLast(({ type }) => type === 'invocationEnded');
    const [first] = entries;
    return first && last ? Math.round((last.atMs - first.atMs) / 100) / 10 : null;
  },
  attempts: ({ entries }) =>
    Math.max(
      0,
      ...entries.flatMap((entry) =>
        entry.type === 'messagesDelivered' ? entry.messages.map(({ attempt }) => attempt) : [],
      ),
    ),
  doneMessages: counting(({ type }) => type === 'messageDone'),
  deadMessages: counting(({ type }) => type === 'messageDead'),
  lastIsCold: ({ entries, calls }) => (startedFor(entries, calls.at(-1) ?? '') === null ? 0 : 1),
  status: ({ answer }) => answer?.status ?? null,
  value: (_, { values }, key) => plain(read(values.get(key))),
  keys: (_, { values }, prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)).length,
  files: (_, { files }, prefix) => files.filter((key) => key.startsWith(prefix)).length,
  lines: (done, _, part) => logLines(done).filter((line) => line.includes(part)).length,
  lastNumber: (done, _, form) => {
    const found = logLines(done).flatMap((line) => numberIn(line, form) ?? []);
    return found.at(-1) ?? null;
  },
  field: ({ answer }, _, name) => {
    const json = read(answer?.text);
    return typeof json === 'object' && json !== null ? plain(Reflect.get(json, name)) : null;
  },
  answerNumber: ({ answer }, _, form) => numberIn(answer?.text ?? '', form),
};

/** @param named what the measure reads there, as its `in` says; empty for one that needs nothing */
export function measure(name: MeasureName, done: Done, stored: Stored, named = ''): Measured | null {
  return measures[name](done, stored, named);
}

function numberIn(text: string, form: string): number | null {
  const [before = '', after = ''] = form
    .split('#')
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const found = new RegExp(`${before}(\\d+)${after}`).exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function read(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return null;
  }
}

function plain(value: unknown): Measured | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
