/** What is read from a marking: counts of checks and predictions, groups, and what may be on a screen before a class. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claims, NO_CLAIMS } from '../../../src/classroom/hand-in/claims.ts';
import { loadWorkKey } from '../../../src/classroom/marking/equal-work.ts';
import { signsOf } from '../../../src/classroom/overview/code/code-signs.ts';
import { withoutComments } from '../../../src/classroom/overview/code/visible-code.ts';
import { groupsOf, type WrongWork } from '../../../src/classroom/overview/groups.ts';
import { checkTallies, predictionTallies } from '../../../src/classroom/overview/tallies.ts';
import { codeForClass, withoutNames } from '../../../src/classroom/overview/without-names.ts';
import type { CheckResult } from '../../../src/exercises/check.ts';

const result = (id: string, received: string | null, more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  title: id,
  isPassed: received === null,
  problem: received === null ? null : { expected: 'bij GET /: {"a":1}', received, look: '', place: null },
  bill: null,
  ...more,
});

describe('tallies', () => {
  test('a check is missed by who was marked and did not pass; who was not marked counts for nothing', () => {
    const marks = [
      { results: [result('a', null), result('b', '{"a":2}')] },
      { results: [result('a', '{"a":2}'), result('b', '{"a":2}')] },
      { results: null },
    ];
    const checks = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
      { id: 'nieuw', title: 'Nieuw' },
    ];
    expect(checkTallies(checks, marks)).toEqual([
      { id: 'a', title: 'A', missed: 1, of: 2 },
      { id: 'b', title: 'B', missed: 2, of: 2 },
      { id: 'nieuw', title: 'Nieuw', missed: 0, of: 0 },
    ]);
  });

  const said = (id: string, value: number, came: number | null = 10): Claims => ({
    ...NO_CLAIMS,
    predictions: [{ id, said: value, came, isRight: value === came }],
  });

  test('a prediction is counted when its experiment was done, the most missed first', () => {
    const tallies = predictionTallies([
      said('goed-gezien', 10),
      said('acht-keer', 80),
      said('acht-keer', 80),
      said('acht-keer', 10),
      said('acht-keer', 3, null),
      NO_CLAIMS,
    ]);
    expect(tallies.map(({ id, of, missed }) => [id, of, missed])).toEqual([
      ['acht-keer', 3, 2],
      ['goed-gezien', 1, 0],
    ]);
    expect(tallies[0]?.said).toEqual([
      { said: 80, count: 2, isRight: false },
      { said: 10, count: 1, isRight: true },
    ]);
  });

  test('every answer is counted once, whatever is claimed', () => {
    const one = fc.record({
      id: fc.constantFrom('acht-keer', 'wachten'),
      said: fc.nat({ max: 4 }),
      came: fc.constantFrom(2, null, 'Mila'),
      isRight: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(one)), (all) => {
        const tallies = predictionTallies(all.map((predictions) => ({ ...NO_CLAIMS, predictions })));
        for (const { of, missed, said } of tallies) {
          expect(said.reduce((sum, { count }) => sum + count, 0)).toBe(of);
          expect(missed).toBeLessThanOrEqual(of);
        }
      }),
    );
  });
});

describe('groups', () => {
  const START = [{ path: 'f.js', text: 'export default () => 1;' }];
  const exercise = { name: 'proef', files: START, given: [] };
  const work = (row: number, text: string, ...results: CheckResult[]): WrongWork => ({
    row,
    results,
    files: [{ path: 'f.js', text }],
  });
  const groups = async (...all: WrongWork[]) => groupsOf(all, exercise, await loadWorkKey());
  const rowsOf = (found: Awaited<ReturnType<typeof groups>>) =>
    found.map(({ members }) => members.map(({ row }) => row));

  test('without anything told of what code did, go by what came in its place', async () => {
    const found = await groups(
      work(0, 'export default () => 22;', result('a', '{"a":2}')),
      work(1, 'export default function f() { return 22; }', result('a', '{"a":2}')),
      work(2, 'export default () => 3;', result('a', '{"a":3}')),
    );
    expect(rowsOf(found)).toEqual([[0, 1], [2]]);
  });

  test('who changed nothing is one group by itself, whatever the comments say', async () => {
    const found = await groups(
      work(0, '// Mila\nexport default () => 1;', result('a', '{"a":2}')),
      work(1, 'export default () => 1;', result('a', '{"a":2}')),
      work(2, 'export default () => 2;', result('a', '{"a":2}')),
    );
    expect(rowsOf(found)).toEqual([[1, 0], [2]]);
    expect(found[0]?.isUntouched).toBe(true);
  });

  test('one program that came to something else by chance stands where most of it stands', async () => {
    const text = 'export default () => 5;';
    const found = await groups(
      work(0, text, result('a', '{"a":2}')),
      work(1, text, result('a', '{"a":2}')),
      work(2, 'export default  () =>  5 // toch', result('a', '{"a":9}')),
    );
    expect(rowsOf(found)).toEqual([[0, 1, 2]]);
  });

  test('who keeps it in the instance is apart from who keeps it in the store, though both come to the same', async () => {
    const did = (used: readonly string[]) => [{ outcome: '[=,200>404]', used }];
    const found = await groups(
      work(
        0,
        'const alles = new Map();\nexport default (r) => { alles.set(r.url, 1); };',
        result('a', 'x', { did: did([]) }),
      ),
      work(
        1,
        'export default async (r, { kv }) => { await kv.put(Math.random(), 1); };',
        result('a', 'x', { did: did(['kvReads', 'kvWrites']) }),
      ),
      work(
        2,
        'let bewaard = {};\nexport default (r) => { bewaard[r.url] = 1; return bewaard; };',
        result('a', 'y', { did: did([]) }),
      ),
    );
    expect(rowsOf(found).map((rows) => rows.toSorted())).toEqual([[0, 2], [1]]);
  });

  test('out of a file with deeds that are none, go by the problem', async () => {
    for (const did of ['x', null, [null], [{ outcome: 'a' }], 7]) {
      const found = await groups(
        work(0, 'export default () => 2;', result('a', '{"a":2}', { did: did as never })),
      );
      expect(rowsOf(found)).toEqual([[0]]);
    }
  });

  test('of nobody are none, and what is no JavaScript is in one too', async () => {
    expect(await groups()).toEqual([]);
    expect(rowsOf(await groups(work(0, '{{{ geen code', result('a', 'x'))))).toEqual([[0]]);
  });

  test('everybody is in one group, and in no more, whatever they handed in', async () => {
    const keyOf = await loadWorkKey();
    const one = fc.record({
      text: fc.oneof(
        fc.string(),
        fc.constantFrom('export default () => 1;', 'let a = 1;\nexport default () => a++;'),
      ),
      received: fc.oneof(fc.string(), fc.constantFrom('{"a":2}', '{"a":3}', 'status 500')),
      ids: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const made = all.map(({ text, received, ids }, row) =>
          work(row, text, ...ids.map((id) => result(id, received))),
        );
        const rows = groupsOf(made, exercise, keyOf).flatMap(({ members }) => members.map(({ row }) => row));
        expect(rows.toSorted((a, b) => a - b)).toEqual(all.map((_, row) => row));
      }),
      { numRuns: 50 },
    );
  });
});

describe('signs of code', () => {
  test.each([
    ['a variable outside that changes', 'let n = 0;\nexport default () => { n += 1; };', ['keepsInInstance']],
    ['a list outside that grows', 'const l = [];\nexport default () => { l.push(1); };', ['keepsInInstance']],
    ['a constant outside', 'const N = 40;\nexport default () => N;', []],
    ['a write that nobody waits for', 'export default (r, c) => { c.kv.put("a", 1); };', ['doesNotWait']],
    ['a write that is waited for', 'export default async (r, c) => { await c.kv.put("a", 1); };', []],
    [
      'a write under a condition',
      'export default (r, { kv }) => kv.put("a", 1, { ifVersion: null });',
      ['writesUnderCondition'],
    ],
    ['no JavaScript', 'dit is geen code', []],
  ])('%s', (_, code, signs) => {
    expect([...signsOf([code])]).toEqual(signs);
  });
});

describe('on the screen before a class', () => {
  test('comments are gone, with the lines that held nothing else', () => {
    const code = `// Gemaakt door Mila
/* klas 3B */
export default () => {
  // eerst dit
  return 'http://a.b'; // hier
};`;
    expect(withoutComments(code)).toBe(`export default () => {

  return 'http://a.b';
};`);
  });

  test('names are gone, from code and from what came in its place', () => {
    const names = ['Mila De Smet', 'mila de smet'];
    expect(withoutNames('de tekst "Dag Mila, van De Smet"', names)).toBe('de tekst "Dag …, van De …"');
    expect(withoutNames('milanees, Milaan', names)).toBe('milanees, Milaan');
    const files = [
      { path: 'a.js', text: 'const wie = "Mila"; // Mila' },
      { path: 'b.js', text: 'start' },
    ];
    expect(codeForClass(files, [{ path: 'b.js', text: 'start' }], names)).toEqual([
      { path: 'a.js', text: 'const wie = "…";' },
    ]);
  });

  test('no part of a name is left, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Noah Peeters', 'Jan-Willem', 'Łukasz', 'O’Neill'),
        fc.string(),
        (name, text) => {
          const shown = withoutNames(`${text} ${name} ${text}`, [name]);
          for (const part of name.split(/[^\p{L}]+/u)) {
            if (part.length > 2) expect(shown.split(/[^\p{L}\p{N}]+/u)).not.toContain(part);
          }
        },
      ),
    );
  });
});
