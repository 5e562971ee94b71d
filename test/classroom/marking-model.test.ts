/** Marking without a browser: what runs the checks, and the course itself, are the test's. */
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import {
  type CourseExercise,
  createMarking,
  type MarkingTools,
} from '../../src/classroom/marking/marking-model.ts';
import type { DroppedFile } from '../../src/classroom/marking/read-files.ts';
import type { Sample } from '../../src/course/sample.ts';
import type { CheckResult } from '../../src/exercises/check.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';

const exercise = (name: string): CourseExercise => ({
  name,
  title: `Oefening ${name}`,
  checks: [{ id: 'a', title: 'A' }],
  sample: sample(name),
});
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
/** For what comes as soon as the machine gets to it. */
const PATIENT = { timeout: 60_000 };
const COURSE = ['een', 'twee', 'drie'].map(exercise);
const result = (isPassed: boolean): CheckResult => ({
  id: 'a',
  title: 'A',
  isPassed,
  problem: null,
  bill: null,
});

function dropped(name: string, text: string): DroppedFile {
  const bytes = strToU8(text);
  return { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
}

const handedIn = (name: string, work: Readonly<Record<string, string>>) =>
  dropped(
    `${name}.functielab.json`,
    handInFile({
      name,
      exercises: new Map(Object.entries(work).map(([one, text]) => [one, { 'a.js': text }])),
    }),
  );

/** Checks that pass for the code `goed`, and what they were asked. */
function tools(changes: Partial<MarkingTools> = {}) {
  const asked: { exercise: string; text: string; tariffId: string | null; limitMs: number }[] = [];
  const marking = createMarking({
    loadCourse: async () => COURSE,
    run: async ({ name }, [file], { tariffId, limitMs }) => {
      asked.push({ exercise: name, text: file?.text ?? '', tariffId, limitMs });
      return [result(file?.text === 'goed')];
    },
    ...changes,
  });
  return { marking, asked };
}

/** By learner: the name, and for each column what was passed of how many. */
function table({ marked }: ReturnType<typeof createMarking>) {
  const { handIns = [], exercises = [], marks = [] } = marked.value ?? {};
  return handIns.map(({ name }, learner) => [
    name,
    ...exercises.map((column) => {
      const results = marks[learner]?.get(column.name)?.results;
      return results ? `${results.filter(({ isPassed }) => isPassed).length}/${results.length}` : '–';
    }),
  ]);
}

test('without a set, the columns are what anybody handed in, in the order of the course', async () => {
  const { marking, asked } = tools();
  await marking.mark([handedIn('Mila', { twee: 'goed' }), handedIn('Ali', { een: 'fout', twee: 'fout' })]);
  expect(marking.marked.value?.exercises.map(({ name }) => name)).toEqual(['een', 'twee']);
  expect(table(marking)).toEqual([
    ['Mila', '–', '1/1'],
    ['Ali', '0/1', '0/1'],
  ]);
  expect(marking.marked.value).toMatchObject({ done: 3, of: 3, refused: [] });
  expect(asked.map(({ tariffId, limitMs }) => [tariffId, limitMs])).toEqual([
    [null, 12_000],
    [null, 12_000],
    [null, 12_000],
  ]);
  expect(marking.isRunning.value).toBe(false);
  expect(marking.hasFailed.value).toBe(false);
});

test('a set says which columns there are, in its order, and under which tariff its budgets count', async () => {
  const { marking, asked } = tools();
  const set = {
    ...PLAIN_SET,
    title: 'Klas',
    exercises: ['drie', 'onbekend', 'een'],
    tariff: 'duur',
    deadline: '',
    hints: true,
  };
  marking.link.value = `https://functielab.example/opdracht/${setFragment(set)}`;
  expect(marking.set.value).toEqual(set);
  expect(marking.isLinkWrong.value).toBe(false);
  await marking.mark([handedIn('Mila', { een: 'goed', twee: 'goed' })]);
  expect(marking.marked.value?.exercises.map(({ title }) => title)).toEqual([
    'Oefening drie',
    'Oefening een',
  ]);
  expect(table(marking)).toEqual([['Mila', '–', '1/1']]);
  expect(asked).toEqual([{ exercise: 'een', text: 'goed', tariffId: 'duur', limitMs: 12_000 }]);
});

test.for([
  ['', false],
  ['https://functielab.example/opdracht/', true],
  ['https://functielab.example/opdracht/#set=stuk', true],
] as const)('a link "%s" without a whole set: said to be wrong is %s', ([link, isWrong]) => {
  const { marking } = tools();
  marking.link.value = link;
  expect(marking.set.value).toBeNull();
  expect(marking.isLinkWrong.value).toBe(isWrong);
});

test('what is no hand-in is refused by name, and the rest is marked', async () => {
  const { marking } = tools();
  await marking.mark([dropped('brief.txt', 'Beste docent'), handedIn('Mila', { een: 'goed' })]);
  expect(marking.marked.value?.refused).toEqual([{ way: ['brief.txt'], result: 'OTHER_FILE' }]);
  expect(table(marking)).toEqual([['Mila', '1/1']]);
});

test('no files at all change nothing', async () => {
  const { marking } = tools();
  await marking.mark([]);
  expect(marking.marked.value).toBeNull();
});

test('what was picked is shown once it is marked, and no longer after new files', async () => {
  const { marking } = tools();
  expect(marking.shown.value).toBeNull();
  await marking.mark([handedIn('Mila', { een: 'fout' })]);
  expect(marking.shown.value).toBeNull();
  marking.pick(0, 'een');
  expect(marking.shown.value?.results).toEqual([result(false)]);
  marking.pick(0, 'twee');
  expect(marking.shown.value).toBeNull();
  marking.pick(7, 'een');
  expect(marking.shown.value).toBeNull();
  marking.pick(0, 'een');
  await marking.mark([handedIn('Ali', { een: 'goed' })]);
  expect(marking.picked.value).toBeNull();
});

test('while it runs, files that come in are left alone; stopped, it marks no more', async () => {
  const running: { settle: () => void; signal: AbortSignal }[] = [];
  const { marking } = tools({
    run: (_sample, _files, { signal }) =>
      new Promise((resolve) => running.push({ settle: () => resolve([result(true)]), signal })),
  });
  const many = Array.from({ length: 5 }, (_, at) => handedIn(`L${at}`, { een: `code ${at}` }));
  const marked = marking.mark(many);
  await expect.poll(() => running.length, PATIENT).toBe(2);
  expect(marking.isRunning.value).toBe(true);
  await marking.mark([handedIn('Ali', { een: 'goed' })]);
  expect(marking.marked.value?.handIns).toHaveLength(5);
  running[0]?.settle();
  await expect.poll(() => running.length, PATIENT).toBe(3);
  expect(marking.marked.value).toMatchObject({ done: 1, of: 5 });
  marking.stop();
  expect(running.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  for (const { settle } of running) settle();
  await marked;
  expect(running).toHaveLength(3);
  expect(marking.marked.value).toMatchObject({ done: 1, of: 5 });
  expect(marking.isRunning.value).toBe(false);
});

test('a course that can not be fetched is said, and the next try may succeed', async () => {
  let isThere = false;
  const { marking } = tools({
    loadCourse: async () => {
      if (!isThere) throw new Error('offline');
      return COURSE;
    },
  });
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  expect(marking.hasFailed.value).toBe(true);
  expect(marking.marked.value).toBeNull();
  expect(marking.isRunning.value).toBe(false);
  isThere = true;
  await marking.mark([handedIn('Mila', { een: 'goed' })]);
  expect(marking.hasFailed.value).toBe(false);
  expect(table(marking)).toEqual([['Mila', '1/1']]);
});

test('a class has one seed, drawn at marking, and the next drop another', async () => {
  const seeds = new Set<number>();
  const { marking } = tools({
    run: async (_sample, _files, { oracle }) => {
      seeds.add(oracle.seed);
      return [result(true)];
    },
  });
  const dropTwo = () =>
    marking.mark([handedIn('Mila', { een: 'a', twee: 'b' }), handedIn('Ali', { een: 'c' })]);
  await dropTwo();
  expect([...seeds]).toEqual([marking.marked.value?.seed]);
  await dropTwo();
  expect(seeds.size).toBe(2);
  expect([...seeds].at(-1)).toBe(marking.marked.value?.seed);
});
