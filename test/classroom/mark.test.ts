/** What marking makes of hand-ins, with checks that a test answers. */
import { expect, test } from 'vitest';
import { NO_CLAIMS } from '../../src/classroom/hand-in/claims.ts';
import { type MarkedExercise, markAll, type RunChecks } from '../../src/classroom/marking/mark.ts';
import { marksCsv } from '../../src/classroom/marking/marks-csv.ts';
import type { HandedIn } from '../../src/classroom/marking/read-files.ts';
import { rowsOf } from '../../src/classroom/marking/whose.ts';
import type { CheckResult } from '../../src/exercises/check.ts';

const OF_NOTHING = { madeAt: null, set: null, versions: new Map(), claims: NO_CLAIMS };
const exercise = (name: string): MarkedExercise => ({
  name,
  title: name,
  files: [{ path: 'a.js', text: 'start' }],
  given: [],
});
const handIn = (name: string, work: Readonly<Record<string, string>>): HandedIn => ({
  ...OF_NOTHING,
  name,
  names: [name],
  way: [`${name}.json`],
  exercises: new Map(Object.entries(work).map(([one, text]) => [one, { 'a.js': text }])),
});
const result = (isPassed: boolean, more: Partial<CheckResult> = {}): CheckResult => ({
  id: 'a',
  title: 'A',
  isPassed,
  problem: null,
  bill: null,
  ...more,
});
const never = new AbortController().signal;
const mark = (handIns: readonly HandedIn[], run: RunChecks, signal = never) =>
  markAll(handIns, { exercises: [exercise('een'), exercise('twee')], run, signal, onProgress: () => {} });
const isRight: RunChecks = async (_, [file]) => [result(file?.text === 'goed')];

test('each learner gets a mark for each exercise that was handed in, and for nothing else', async () => {
  const marks = await mark(
    [handIn('Mila', { een: 'goed', twee: 'fout', drie: 'goed' }), handIn('Ali', { twee: 'goed' })],
    isRight,
  );
  const passed = marks.map((all) => [...all].map(([name, one]) => [name, one.results?.[0]?.isPassed]));
  expect(passed).toEqual([
    [
      ['een', true],
      ['twee', false],
    ],
    [['twee', true]],
  ]);
});

test('the same code but for white space is shown as equal; start code is not', async () => {
  const marks = await mark(
    [
      handIn('Mila', { een: 'a b', twee: 'start' }),
      handIn('Ali', { een: ' a\nb ', twee: 'start' }),
      handIn('Bo', { een: 'c' }),
    ],
    isRight,
  );
  expect(marks.map((all) => all.get('een')?.equalTo)).toEqual([[1], [0], []]);
  expect(marks[0]?.get('twee')?.equalTo).toEqual([]);
});

test('who lost time or the sandbox runs once more, when nothing runs beside it', async () => {
  let running = 0;
  const runs: string[] = [];
  const run: RunChecks = async (_, [file]) => {
    running += 1;
    const wasAlone = running === 1 && runs.length >= 3;
    runs.push(file?.text ?? '');
    await Promise.resolve();
    running -= 1;
    if (file?.text === 'bom') return [result(false, { mayBeBusy: true })];
    return [file?.text === 'buur' && !wasAlone ? result(false, { mayBeBusy: true }) : result(true)];
  };
  const marks = await mark(
    [handIn('a', { een: 'bom' }), handIn('b', { een: 'buur' }), handIn('c', { een: 'goed' })],
    run,
  );
  expect(marks.map((all) => all.get('een')?.results?.[0]?.isPassed)).toEqual([false, true, true]);
  expect(runs.filter((text) => text === 'goed')).toHaveLength(1);
});

test('what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked', async () => {
  const runs: string[] = [];
  const done: number[] = [];
  const marks = await markAll(
    [handIn('a', { een: 'stuk' }), handIn('b', { een: 'goed' }), handIn('c', { een: 'eerst stuk' })],
    {
      exercises: [exercise('een')],
      signal: never,
      onProgress: (count) => done.push(count),
      run: async (_, [file]) => {
        const text = file?.text ?? '';
        runs.push(text);
        if (text === 'stuk' || (runs.filter((one) => one === text).length === 1 && text !== 'goed'))
          throw new Error('au');
        return [result(true)];
      },
    },
  );
  expect(marks.map((all) => all.get('een')?.results?.length ?? null)).toEqual([null, 1, 1]);
  expect(runs.filter((text) => text === 'stuk')).toHaveLength(2);
  expect(Math.max(...done)).toBe(2);
});

test('what the task gives comes from the course, whatever a hand-in has in its place', async () => {
  const files: string[] = [];
  const given = { ...exercise('een'), given: ['a.js'] };
  await markAll([handIn('Mila', { een: 'zonder wachten' })], {
    exercises: [given],
    signal: never,
    onProgress: () => {},
    run: async (_, all) => {
      files.push(...all.map(({ text }) => text));
      return [result(true)];
    },
  });
  expect(files).toEqual(['start']);
});

test('a file that the exercise does not have is left out, and one that is missing is the start code', async () => {
  const files: string[] = [];
  await mark(
    [{ ...handIn('Mila', {}), exercises: new Map([['een', { 'b.js': 'kwaad' }]]) }],
    async (_, all) => {
      files.push(...all.map(({ path, text }) => `${path}:${text}`));
      return [result(true)];
    },
  );
  expect(files).toEqual(['a.js:start']);
});

test('marking that is stopped marks no more', async () => {
  const stopping = new AbortController();
  let runs = 0;
  await mark(
    Array.from({ length: 10 }, (_, at) => handIn(String(at), { een: 'goed' })),
    async () => {
      runs += 1;
      stopping.abort();
      return [result(true)];
    },
    stopping.signal,
  );
  expect(runs).toBeLessThanOrEqual(2);
});

const columns = (...names: readonly string[]) => names.map((name) => ({ ...exercise(name), checks: ['a'] }));

test('a name that a spreadsheet would run is text in the CSV, and so is the name of its file', async () => {
  const handIns = ['=1+1', '@x', 'Jan;=1'].map((name) => handIn(name, { een: 'goed' }));
  const csv = marksCsv(rowsOf(handIns), columns('een'), await mark(handIns, isRight), 7);
  expect(csv).toBe(
    [
      '\uFEFF"naam";"map en bestand";"opmerking";"een goed";"een controles";"een gelijk aan";"startgetal"',
      '"\'=1+1";"\'=1+1.json";"";1;1;"\'@x, Jan;\'=1";7',
      '"\'@x";"\'@x.json";"";1;1;"\'=1+1, Jan;\'=1";7',
      '"Jan;\'=1";"Jan;\'=1.json";"";1;1;"\'=1+1, \'@x";7',
      '',
    ].join('\r\n'),
  );
});

test('who handed in nothing is a row with nothing, and what was not marked yet is empty', async () => {
  const handIns = [handIn('Mila', {}), handIn('Ali', { een: 'goed', twee: 'goed' })];
  const marks = await mark(handIns, isRight);
  const csv = marksCsv(
    rowsOf(handIns),
    columns('een', 'twee'),
    [new Map(), new Map([...(marks[1] ?? [])].slice(0, 1))],
    7,
  );
  expect(csv.split('\r\n').slice(1, -1)).toEqual([
    '"Mila";"Mila.json";"niets ingeleverd";0;1;"";0;1;"";7',
    '"Ali";"Ali.json";"";1;1;"";"";"";"";7',
  ]);
});

test('of whom nothing can be read is a row without points, of whom nothing came is a row of nothing', () => {
  const rows = rowsOf(
    [],
    [
      { way: ['klas.zip', 'Mila_1_assignsubmission_file', 'foto.jpg'], result: 'OTHER_FILE' },
      { way: ['klas.zip', 'Noah_2_assignsubmission_file'], result: 'EMPTY_FOLDER' },
    ],
  );
  expect(marksCsv(rows, columns('een'), [], 7).split('\r\n').slice(1, -1)).toEqual([
    '"Mila";"Mila_1_assignsubmission_file/foto.jpg";"geen inlevering die te lezen is: zie Niet nagekeken";"";"";"";7',
    '"Noah";"Noah_2_assignsubmission_file";"niets ingeleverd";0;1;"";7',
  ]);
});
