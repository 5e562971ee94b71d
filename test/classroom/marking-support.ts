/** A course of three exercises, hand-ins, and a marking of them that needs no browser: what runs the checks is the test's. */
import { strToU8 } from 'fflate';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { cupboardOfPage, type MarkingCupboard } from '../../src/classroom/marking/kept/marking-cupboard.ts';
import {
  type CourseExercise,
  createMarking,
  type MarkingTools,
} from '../../src/classroom/marking/marking-model.ts';
import type { DroppedFile } from '../../src/classroom/marking/read-files.ts';
import { pointsOfMark } from '../../src/classroom/marking/totals.ts';
import type { Sample } from '../../src/course/sample.ts';
import type { CheckResult } from '../../src/exercises/check.ts';

const sample = (name: string): Sample => ({
  name,
  title: name,
  files: [{ path: 'a.js', text: 'start' }],
  functions: [],
  request: null,
  examples: [],
  memoryMb: 128,
  timeoutMs: 3_000,
  idleTimeoutMs: 30_000,
  concurrencyLimit: 10,
  env: {},
  services: [],
  traffic: false,
  timeline: false,
  given: [],
  needsNode: false,
  needsBrowser: false,
});

export const exercise = (name: string): CourseExercise => ({
  name,
  title: `Oefening ${name}`,
  version: '00000001',
  checks: [{ id: 'a', title: 'A' }],
  sample: sample(name),
});

export const COURSE = ['een', 'twee', 'drie'].map(exercise);

export const result = (isPassed: boolean, more: Partial<CheckResult> = {}): CheckResult => ({
  id: 'a',
  title: 'A',
  isPassed,
  problem: null,
  bill: null,
  ...more,
});

export function dropped(name: string, text: string): DroppedFile {
  const bytes = strToU8(text);
  return { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
}

type Rest = Partial<Omit<Parameters<typeof handInFile>[0], 'name' | 'exercises'>>;

/** By name of the exercise, the code. */
export const handedIn = (name: string, work: Readonly<Record<string, string>>, rest: Rest = {}) =>
  dropped(
    `${name}.json`,
    handInFile({
      name,
      exercises: new Map(Object.entries(work).map(([one, text]) => [one, { 'a.js': text }])),
      ...rest,
    }),
  );

export const NOON_MS = Date.UTC(2026, 11, 4, 12);

/** A device: what is kept on it is there for the next marking. */
export function device(cupboard: MarkingCupboard = cupboardOfPage()) {
  let ids = 0;
  return {
    openCupboard: async () => cupboard,
    nowMs: () => NOON_MS,
    newId: () => {
      ids += 1;
      return String(ids);
    },
  };
}

/** The locks of a browser: tabs that share them see which of them came first. */
export function claims(): MarkingTools['claim'] {
  const held = new Set<string>();
  return async (name) => {
    if (held.has(name)) return null;
    held.add(name);
    return () => held.delete(name);
  };
}

/** Checks that pass for the code `goed`, and what they were asked. */
export function tools(changes: Partial<MarkingTools> = {}) {
  const asked: { exercise: string; text: string; tariffId: string | null; limitMs: number; seed: number }[] =
    [];
  const marking = createMarking({
    ...device(),
    loadCourse: async () => COURSE,
    loadWorkKey: async () => {
      throw new Error('offline');
    },
    claim: claims(),
    run: async ({ name }, [file], { tariffId, limitMs, oracle }) => {
      asked.push({ exercise: name, text: file?.text ?? '', tariffId, limitMs, seed: oracle.seed });
      return [result(file?.text === 'goed')];
    },
    ...changes,
  });
  return { marking, asked };
}

/** By row: the name, and for each column what was earned of how many. */
export function table({ marked }: ReturnType<typeof createMarking>) {
  const { rows = [], exercises = [], marks = [] } = marked.value ?? {};
  return rows.map(({ who }, row) => [
    who,
    ...exercises.map((column) => {
      const mark = marks[row]?.get(column.name);
      return mark === undefined ? '–' : `${pointsOfMark(mark) ?? '?'}/${mark.results?.length ?? '?'}`;
    }),
  ]);
}
