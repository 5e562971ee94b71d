/** What a teacher is told when an exercise is tried. */
import { expect, test } from 'vitest';
import { newCheck, newDraft, withGrants, withSetting } from '../../src/authoring/new-draft.ts';
import { type RunOwn, tryOut } from '../../src/authoring/try-out.ts';
import { jsonOf, typedOf } from '../../src/authoring/typed-value.ts';
import type { CheckResult } from '../../src/exercises/check.ts';
import { isOwn, readOwn } from '../../src/exercises/own/index.ts';
import { ownOf, SOLUTION } from '../exercises/own-support.ts';

const own = ownOf();
const draft = { ...own, solution: own.solution ?? [] };
const signal = new AbortController().signal;

const result = (id: string, isPassed: boolean, more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  title: id,
  isPassed,
  problem: isPassed ? null : { expected: 'dit', received: 'dat', look: 'x', place: null },
  bill: null,
  ...more,
});

/** The solution is known by its text. */
const running =
  (solution: readonly CheckResult[], start: readonly CheckResult[]): RunOwn =>
  async (_, files) =>
    files.some(({ text }) => text === SOLUTION) ? solution : start;

const ALL = own.checks.map(({ id }) => result(id, true));

test('one that is right may go, and what the start code passes is said', async () => {
  const start = [result('naam', true), result('elke-naam', false), result('telt', false)];
  const { problems, notes, passesAtStart } = await tryOut(draft, running(ALL, start), signal);
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    '“Wie een naam geeft, wordt gegroet” is bij het begin al goed. Dat telt voor een student pas mee als er iets bij komt.',
  ]);
  expect([...passesAtStart]).toEqual(['naam']);
});

test('a solution that fails is told with what was expected, and with a way out', async () => {
  const wrong = [result('naam', true), result('elke-naam', true), result('telt', false)];
  const { problems } = await tryOut(draft, running(wrong, wrong), signal);
  expect(problems).toEqual([
    'De oplossing slaagt niet voor “Wie komt, wordt geteld”. Verwacht: dit. Gekregen: dat. Pas de oplossing aan, of de controle.',
  ]);
});

test('start code that passes all leaves nothing to make', async () => {
  expect((await tryOut(draft, running(ALL, ALL), signal)).problems).toEqual([
    'De startcode slaagt al voor elke controle, dus er is niets te maken. Haal iets uit de startcode weg, of maak een controle erbij.',
  ]);
});

test('a solution that comes to no answer is a sentence, and no error', async () => {
  const failing: RunOwn = async () => {
    throw new Error('eigen-x, seed 7: stuk');
  };
  const [problem] = (await tryOut(draft, failing, signal)).problems;
  expect(problem).toMatch(/^De oplossing kwam met verse waarden niet tot een antwoord\. Haal .*stuk\)$/);
});

test('a bill that tells nothing is told', async () => {
  const bill = { usd: '0.2', solutionUsd: '0.1', solutionMs: 0 };
  const start = [result('naam', false, { bill }), result('elke-naam', true), result('telt', true)];
  expect((await tryOut(draft, running(ALL, start), signal)).problems[0]).toMatch(
    /^De rekening bij “Wie een naam geeft, wordt gegroet” zegt niets/,
  );
  const dear = [result('naam', false, { bill: { ...bill, solutionMs: 100 } }), ...start.slice(1)];
  expect((await tryOut(draft, running(ALL, dear), signal)).problems[0]).toMatch(
    /maar 2 keer die van de oplossing/,
  );
});

test('what is not filled in yet is told before anything runs', async () => {
  const empty = newDraft('abc');
  const never: RunOwn = () => Promise.reject(new Error('it ran'));
  expect((await tryOut(empty, never, signal)).problems).toEqual([
    'De titel mag niet leeg zijn. Pas dat aan.',
    'De opdracht mag niet leeg zijn. Pas dat aan.',
  ]);
  const named = { ...empty, title: 'x', task: 'y' };
  expect((await tryOut(named, never, signal)).problems).toEqual([
    'Er is nog geen controle. Maak er minstens een.',
  ]);
});

test.each(['http', 'upload', 'queue', 'timer'] as const)(
  'a new exercise for %s is whole, and its code gets what it asks for',
  (setting) => {
    const made = withSetting({ ...newDraft('abc'), title: 'x', task: 'y' }, setting);
    const read = readOwn(
      JSON.parse(JSON.stringify({ ...made, checks: [{ ...newCheck(made), title: 'x', look: 'y' }] })),
    );
    expect(isOwn(read) ? [] : read.problems).toEqual([]);
    expect(made.project.functions['functie']?.grants).toEqual(setting === 'upload' ? ['bucket'] : []);
    const more = withGrants(made.project, [{ text: 'await context.kv.get("a")' }]);
    expect(more.functions['functie']?.grants).toContain('kv');
  },
);

test('a check that comes after one that went has an id of its own', () => {
  const one = newDraft('abc');
  const second = {
    ...one,
    checks: [
      { ...newCheck(one), id: 'c1' },
      { ...newCheck(one), id: 'c7' },
    ],
  };
  expect(newCheck(second).id).toBe('c8');
});

test.each([
  ['Mila', '"Mila"'],
  ['7', '7'],
  ['-1.5', '-1.5'],
  ['true', 'true'],
  ['"7"', '"7"'],
  ['{"a":1}', '{"a":1}'],
  ['[1, 2]', '[1, 2]'],
  ['{"a":', '{"a":'],
  ['', '""'],
  ['{{naam}}', '"{{naam}}"'],
  ['{{aantal}}', '{{aantal}}'],
  ['Dag {{naam}}!', '"Dag {{naam}}!"'],
])('what is typed as %j is %s, and shown as it was typed', (typed, json) => {
  const aantal = { name: 'aantal', example: '1', kind: 'number' as const, least: 1, most: 9, options: [] };
  expect(jsonOf(typed, [aantal])).toBe(json);
  expect(typedOf(json)).toBe(typed);
});
