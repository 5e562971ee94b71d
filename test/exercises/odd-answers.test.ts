/**
 * Every check of the course against answers that nobody expects: too long, too deep, of another kind, with fields that objects
 * have from birth, no JSON, nothing, bytes, or an error. None ends a marking or holds it up: each is a failed check of that code.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseFromDisk, exerciseNames } from '../../src/build/exercises/from-disk.ts';
import type { Check } from '../../src/exercises/check.ts';
import { Random } from '../../src/exercises/fresh-inputs.ts';
import type { Exercise } from '../../src/exercises/run/exercise-to-run.ts';
import { Oracle, playOf } from '../../src/exercises/run/oracle.ts';
import { runChecks } from '../../src/exercises/run/run-checks.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';
import { cases } from '../support/laws.ts';
import { type FakeFunction, failure, fakeHost, type Outcome, TurningClock } from './fake-platform.ts';

const DEEP = 30_000;

const odd: Readonly<Record<string, Outcome>> = {
  nothing: { says: '' },
  'a long text': { says: 'x'.repeat(6_000_000) },
  'deep JSON': { says: '['.repeat(DEEP) + ']'.repeat(DEEP) },
  'JSON that is deep and long': { says: '{"a":'.repeat(1_000_000) },
  'fields that objects have from birth': { says: '{"instantie":{"toString":1,"valueOf":1},"toString":0}' },
  'a prototype': { says: '{"__proto__":{"x":1},"constructor":null,"length":-1}' },
  'a number without an end': { says: '1e999' },
  'a list': { says: '[null,[],{},1e999]' },
  null: { says: 'null' },
  'no JSON': { says: '{"a":' },
  bytes: { says: '\u0000\uFFFD\uD800' },
  'a status of its own': { says: '{}', status: 599 },
  'no content': { says: '', status: 204 },
  'what an event function returns: nothing': { returned: null },
  'what an event function returns: deep': { returned: '['.repeat(DEEP) + ']'.repeat(DEEP) },
  'what an event function returns: long': { returned: JSON.stringify('x'.repeat(300_000)) },
  'what an event function returns: a list of failures': { returned: '{"failed":[null,1,"x",{}]}' },
  'an error': { failure: failure('HANDLER_ERROR', { name: 'Error', message: 'au', frames: [] }) },
  'an error without a word': { failure: failure('HANDLER_ERROR') },
};

/** All files of the learner do this; of the solution nothing is asked, since its answers are odd too. */
async function resultsOf(exercise: Exercise, answer: FakeFunction) {
  const clock = new TurningClock();
  const text = 'raar';
  const files = exercise.sample.files.map(({ path }) => ({ path, text }));
  // The part with fresh inputs as a check of its own: on odd answers the visible part never lets it come so far.
  const checks = exercise.checks.flatMap((check): Check[] => {
    const { id, title, look } = check;
    const visible = 'run' in check ? [{ id, title, look, run: check.run }] : [];
    const play = playOf(check, new Random(1));
    return play === null
      ? visible
      : [...visible, { id: `vers-${id}`, title, look, run: async (lab) => void (await play(lab)) }];
  });
  // What a task gives is odd here as well: the fake host knows no real code.
  const sample = { ...exercise.sample, given: [], files };
  return runChecks({ sample, checks, solution: files }, files, {
    createHost: fakeHost({ [text]: answer }, clock),
    clock,
    tariff,
    oracle: new Oracle(1),
  });
}

describe.each(exerciseNames())('%s', (name) => {
  test('no odd answer ends it, and none passes all of it', async () => {
    const exercise = await exerciseFromDisk(name);
    for (const [what, outcome] of Object.entries(odd)) {
      const results = await resultsOf(exercise, () => outcome);
      expect(
        results.some(({ isPassed }) => isPassed === false),
        what,
      ).toBe(true);
      for (const { problem } of results) {
        if (problem) expect(`${problem.expected}${problem.received}`.length, what).toBeLessThan(1_500);
      }
    }
  });

  test('any JSON with any status neither', async () => {
    const exercise = await exerciseFromDisk(name);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 200, max: 599 }), async (value, status) => {
        const results = await resultsOf(exercise, () => ({ says: JSON.stringify(value), status }));
        expect(results.some(({ isPassed }) => !isPassed)).toBe(true);
      }),
      cases(10),
    );
  });
});
