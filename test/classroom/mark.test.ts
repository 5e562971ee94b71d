/** What marking makes of hand-ins, with checks that a test answers. */
import { expect, test } from 'vitest';
import type { MarkingTools } from '../../src/classroom/marking/marking-model.ts';
import type { DroppedFile } from '../../src/classroom/marking/read-files.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import type { CheckResult } from '../../src/exercises/check.ts';
import { exercise, handedIn, result, tools } from './marking-support.ts';

type Run = (exercise: string, files: readonly SourceFile[]) => Promise<readonly CheckResult[]>;

/** All that came of it, once it is done. */
async function mark(handIns: readonly DroppedFile[], run: Run, changes: Partial<MarkingTools> = {}) {
  const { marking } = tools({ run: ({ name }, files) => run(name, files), ...changes });
  await marking.mark(handIns);
  const { marked } = marking;
  if (marked.value === null) throw new Error('nothing was marked');
  return { ...marked.value, marking };
}
const isRight: Run = async (_, [file]) => [result(file?.text === 'goed')];

test('each learner gets a mark for each exercise that was handed in, and for nothing else', async () => {
  const { marks } = await mark(
    [handedIn('Mila', { een: 'goed', twee: 'fout', vier: 'goed' }), handedIn('Ali', { twee: 'goed' })],
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

test('the same work is shown as equal; start code is not, and is told to be untouched', async () => {
  const { marks } = await mark(
    [
      handedIn('Mila', { een: 'a b', twee: 'start' }),
      handedIn('Ali', { een: ' a\nb ', twee: ' start' }),
      handedIn('Bo', { een: 'c' }),
    ],
    isRight,
  );
  expect(marks.map((all) => all.get('een')?.equalTo)).toEqual([[1], [0], []]);
  expect(marks.map((all) => all.get('twee')?.equalTo)).toEqual([[], [], undefined]);
  expect(marks.map((all) => all.get('een')?.isUntouched)).toEqual([false, false, false]);
  expect(marks.map((all) => all.get('twee')?.isUntouched)).toEqual([true, true, undefined]);
});

test('the very same code runs once for all who handed it in, and each gets what came of it', async () => {
  const runs: string[] = [];
  const { marks, done, of } = await mark(
    ['Mila', 'Ali', 'Bo'].map((name) => handedIn(name, { een: name === 'Bo' ? 'goed ' : 'goed' })),
    async (_, [file]) => {
      runs.push(file?.text ?? '');
      return [result(file?.text === 'goed')];
    },
  );
  expect(runs.toSorted()).toEqual(['goed', 'goed ']);
  // Equal to the eye and not the same code: a verdict of one never counts for the other.
  expect(marks.map((all) => all.get('een')?.results?.[0]?.isPassed)).toEqual([true, true, false]);
  expect([done, of]).toEqual([3, 3]);
});

test('who lost time or the sandbox runs once more, when nothing runs beside it, and that is told', async () => {
  let running = 0;
  const runs: string[] = [];
  const run: Run = async (_, [file]) => {
    running += 1;
    const wasAlone = running === 1 && runs.length >= 3;
    runs.push(file?.text ?? '');
    await Promise.resolve();
    running -= 1;
    if (file?.text === 'bom') return [result(false, { mayBeBusy: true })];
    return [file?.text === 'buur' && !wasAlone ? result(false, { mayBeBusy: true }) : result(true)];
  };
  const { marks } = await mark(
    [handedIn('a', { een: 'bom' }), handedIn('b', { een: 'buur' }), handedIn('c', { een: 'goed' })],
    run,
  );
  expect(marks.map((all) => all.get('een')?.results?.[0]?.isPassed)).toEqual([false, true, true]);
  expect(marks.map((all) => all.get('een')?.results?.[0]?.ranAgain)).toEqual([true, true, undefined]);
  expect(runs.filter((text) => text === 'goed')).toHaveLength(1);
});

test('of what ran again, only the checks that lost time are told to have done so', async () => {
  const runs: string[] = [];
  const { marks } = await mark([handedIn('a', { een: 'x' })], async (_, [file]) => {
    runs.push(file?.text ?? '');
    return [
      result(true),
      result(runs.length > 1, { id: 'b', ...(runs.length === 1 && { mayBeBusy: true }) }),
    ];
  });
  expect(marks[0]?.get('een')?.results?.map(({ ranAgain }) => ranAgain)).toEqual([undefined, true]);
});

test('what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked', async () => {
  const runs: string[] = [];
  const run: Run = async (_, [file]) => {
    const text = file?.text ?? '';
    runs.push(text);
    if (text === 'stuk' || (runs.filter((one) => one === text).length === 1 && text !== 'goed'))
      throw new Error('au');
    return [result(true)];
  };
  const { marks, done, of, marking } = await mark(
    [handedIn('a', { een: 'stuk' }), handedIn('b', { een: 'goed' }), handedIn('c', { een: 'eerst stuk' })],
    run,
  );
  expect(marks.map((all) => all.get('een')?.results?.length ?? null)).toEqual([null, 1, 1]);
  expect(runs.filter((text) => text === 'stuk')).toHaveLength(2);
  expect([done, of]).toEqual([2, 3]);
  expect(marking.isRunning.value).toBe(false);
});

test('what the task gives comes from the course, whatever a hand-in has in its place', async () => {
  const files: string[] = [];
  const given = { ...exercise('een'), sample: { ...exercise('een').sample, given: ['a.js'] } };
  await mark(
    [handedIn('Mila', { een: 'zonder wachten' })],
    async (_, all) => {
      files.push(...all.map(({ text }) => text));
      return [result(true)];
    },
    { loadCourse: async () => [given] },
  );
  expect(files).toEqual(['start']);
});

test('a file that the exercise does not have is left out, and one that is missing is the start code', async () => {
  const files: string[] = [];
  const exercises = new Map([['een', { 'b.js': 'kwaad' }]]);
  await mark([handedIn('Mila', {}, { exercises } as object)], async (_, all) => {
    files.push(...all.map(({ path, text }) => `${path}:${text}`));
    return [result(true)];
  });
  expect(files).toEqual(['a.js:start']);
});
