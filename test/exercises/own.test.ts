/** An exercise of a teacher's own, run as the course's are: its solution, its start code, and what a student's copy leaves to the marking. */
import { describe, expect, test, vi } from 'vitest';
import { withNodeHost } from '../../src/build/exercises/validate.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import { pointsOf } from '../../src/exercises/check.ts';
import {
  forMarking,
  type OwnExercise,
  recordingOf,
  versionOf,
  wholeSolution,
  withoutSolution,
} from '../../src/exercises/own/index.ts';
import { exerciseOf } from '../../src/exercises/own/own-runnable.ts';
import { broughtExercise } from '../../src/exercises/run/brought-exercises.ts';
import { Oracle } from '../../src/exercises/run/oracle.ts';
import { runChecks } from '../../src/exercises/run/run-checks.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';
import { ownOf, plainOwn, SOLUTION } from './own-support.ts';
import { PATIENT_MS, patient } from './patient.ts';

const SEED = 7;
vi.setConfig({ testTimeout: 2 * PATIENT_MS });

const runOwn = (own: OwnExercise, files: readonly SourceFile[]) =>
  withNodeHost((createHost) =>
    runChecks(patient(exerciseOf(own)), files, {
      createHost,
      tariff,
      oracle: new Oracle(SEED),
      limitMs: PATIENT_MS,
    }),
  );

const told = (results: Awaited<ReturnType<typeof runOwn>>) =>
  Object.fromEntries(
    results.map(({ id, isPassed, problem, atMarking }) => [
      id,
      [isPassed, ...(problem ? [problem.expected, problem.received] : []), ...(atMarking ? ['later'] : [])],
    ]),
  );

/** The exercise with one check: `telt` of the plain one, changed. */
function withCheck(change: object, solution = SOLUTION): OwnExercise {
  const plain = plainOwn();
  return ownOf({
    ...plain,
    checks: [{ ...plain.checks[2], inputs: [], after: [], ...change }],
    solution: [{ path: 'groet.js', text: solution }],
  });
}

describe('with its solution, as it is marked', () => {
  test('the solution passes all, and the start code what it can', async () => {
    const own = ownOf();
    const solved = await runOwn(own, wholeSolution(own) ?? []);
    expect(told(solved)).toEqual({ naam: [true], 'elke-naam': [true], telt: [true] });
    const start = await runOwn(own, own.files);
    expect(told(start)).toMatchObject({ naam: [true], telt: [false, 'in kv bij "aantal": 7', '6'] });
    // Its example is right, and with fresh values it is not: whoever knows the example by heart has not passed.
    expect(told(start)['elke-naam']?.[0]).toBe(false);
    expect(told(start)['elke-naam']?.[1]).toMatch(
      /^bij GET \/groet\?naam=[a-z]{5,9}: \{"groet":"Dag [a-z]{5,9}!"\}$/,
    );
    expect(pointsOf(start)).toBe(0);
  });

  test('who keeps one field right is free in the rest', async () => {
    const own = ownOf();
    const other = SOLUTION.replace('lengte: naam.length', 'taal: "nl"');
    expect(told(await runOwn(own, [{ path: 'groet.js', text: other }]))['elke-naam']).toEqual([true]);
  });

  test.each([
    ['status', { is: 'status', status: 404 }, 'bij GET /groet?naam=Noah: status 404', 'status 200'],
    [
      'text',
      { is: 'text', text: 'Hoi' },
      'bij GET /groet?naam=Noah: de tekst "Hoi"',
      'de tekst "{"groet":"Dag Noah!","lengte":4}"',
    ],
    [
      'part',
      { is: 'contains', text: 'Hoi' },
      'bij GET /groet?naam=Noah: een antwoord met daarin "Hoi"',
      'de tekst "{\\"groet\\":\\"Dag Noah!\\",\\"lengte\\":4}"',
    ],
    [
      'json',
      { is: 'json', json: '{"groet":"x"}' },
      'bij GET /groet?naam=Noah: {"groet":"x"}',
      '{"groet":"Dag Noah!","lengte":4}',
    ],
    [
      'field',
      { is: 'field', field: 'lengte', json: '5' },
      'bij GET /groet?naam=Noah: lengte: 5',
      'lengte: 4',
    ],
    [
      'field that is not there',
      { is: 'field', field: 'a.__proto__', json: '5' },
      'bij GET /groet?naam=Noah: a.__proto__: 5',
      'a.__proto__: niets',
    ],
    [
      'header',
      { is: 'header', name: 'x-naam', value: 'Noah' },
      'bij GET /groet?naam=Noah: header x-naam: Noah',
      'geen header x-naam',
    ],
  ])('a wrong %s is told as the course tells it', async (_, wish, expected, received) => {
    const own = withCheck({ steps: [{ do: 'request', path: '/groet?naam=Noah', answer: [wish] }] });
    expect(told(await runOwn(own, wholeSolution(own) ?? []))).toEqual({ telt: [false, expected, received] });
  });

  test.each([
    ['kv', { of: 'kv', key: 'x', json: '1' }, 'in kv bij "x": 1', 'in kv staat alleen "aantal"'],
    ['nothing in kv', { of: 'kv', key: 'aantal', json: null }, 'niets in kv bij "aantal"', '1'],
    [
      'bucket',
      { of: 'bucket', key: 'a.txt', contains: '' },
      'een bestand "a.txt" in de bucket',
      'de bucket is leeg',
    ],
    [
      'log',
      { of: 'log', contains: 'Mila (1)' },
      'in het logboek een regel met "Mila (1)"',
      'in het logboek staat "gegroet: Noah"',
    ],
    [
      'log, counted',
      { of: 'log', contains: 'Noah', times: 2 },
      '2 keer in het logboek: "Noah"',
      '1 keer. In het logboek staat "gegroet: Noah"',
    ],
    [
      'instances',
      { of: 'count', what: 'coldStarts', compare: 'exactly', number: 2 },
      '2 koude starts',
      '1 koude start',
    ],
    [
      'writes',
      { of: 'count', what: 'kvWrites', compare: 'most', number: 0 },
      'maximaal 0 keer schrijven in kv',
      '1 keer schrijven in kv',
    ],
  ])('what is wrong afterwards is told: %s', async (_, wish, expected, received) => {
    const own = withCheck({ steps: [{ do: 'request', path: '/groet?naam=Noah' }], after: [wish] });
    expect(told(await runOwn(own, wholeSolution(own) ?? []))).toEqual({ telt: [false, expected, received] });
  });

  test('several at once are that: who reads and writes apart loses some', async () => {
    const own = withCheck({
      steps: [{ do: 'request', path: '/groet?naam=Noah', times: 5, answer: [{ is: 'status', status: 200 }] }],
      after: [{ of: 'kv', key: 'aantal', json: '5' }],
    });
    expect(told(await runOwn(own, wholeSolution(own) ?? []))).toEqual({
      telt: [false, 'in kv bij "aantal": 5', '1'],
    });
  });

  test('a text with signs that mean something is filled in as it is meant', async () => {
    const naam = { name: 'naam', example: 'a&b"c', kind: 'pick', options: ['x=1&y', '"', 'é/?#'] };
    const own = withCheck({
      inputs: [naam],
      steps: [
        {
          do: 'request',
          path: '/groet?naam={{naam}}',
          answer: [{ is: 'json', json: '{"groet":"Dag {{naam}}!","lengte":5}' }],
        },
      ],
    });
    expect(told(await runOwn(own, wholeSolution(own) ?? []))).toEqual({ telt: [true] });
  });

  test('what a solution fails at is nothing to fill in, and why is told', async () => {
    const own = withCheck({}, `export default () => { throw new Error('kapot'); }`);
    const [check] = own.checks;
    if (check === undefined) throw new Error('it has a check');
    const { sample, recorded } = recordingOf(own, check);
    const exercise = await broughtExercise(sample);
    if (exercise === null) throw new Error('it was brought');
    const [result] = await withNodeHost((createHost) =>
      runChecks(exercise, wholeSolution(own) ?? [], { createHost, tariff, oracle: new Oracle(SEED) }),
    );
    expect(recorded()).toBeNull();
    expect(result?.problem?.received).toContain('kapot');
  });

  test('a solution that fails is no verdict on anybody', async () => {
    const own = withCheck(
      {
        inputs: [{ name: 'x', example: '1', kind: 'number' }],
        steps: [{ do: 'request', path: '/?x={{x}}' }],
      },
      'export default () => { throw new Error("stuk"); }',
    );
    await expect(runOwn(own, own.files)).rejects.toThrow(/eigen-groet-a1b2/);
  });
});

describe('files, messages and the bill', () => {
  const work = (grants: string[], trigger: object, text: string, check: object) => {
    const plain = plainOwn();
    const files = [{ path: 'werk.js', text }];
    return ownOf({
      ...plain,
      files,
      project: { version: 1, functions: { werk: { entry: 'werk.js', trigger, grants } } },
      checks: [{ ...plain.checks[2], inputs: [], after: [], ...check }],
      solution: files,
    });
  };

  test('a file that is uploaded, and what comes of it', async () => {
    const own = work(
      ['bucket'],
      { type: 'upload', prefix: 'in/' },
      `export default async (event, context) => {
        const text = await (await context.bucket.get(event.data.key)).text();
        await context.bucket.put(event.data.key.replace('in/', 'uit/'), text.toUpperCase());
      };`,
      {
        inputs: [{ name: 'woord', example: 'appel', kind: 'word' }],
        steps: [{ do: 'upload', key: 'in/a.txt', text: 'een {{woord}}' }],
        after: [
          { of: 'bucket', key: 'uit/a.txt', contains: 'EEN' },
          { of: 'bucket', key: 'uit/b.txt', contains: null },
        ],
      },
    );
    expect(told(await runOwn(own, own.files))).toEqual({ telt: [true] });
    const idle = [{ path: 'werk.js', text: 'export default () => {};' }];
    expect(told(await runOwn(own, idle))).toEqual({
      telt: [false, 'een bestand "uit/a.txt" in de bucket', 'in de bucket staat "in/a.txt"'],
    });
  });

  test('messages and a timer', async () => {
    const queue = work(
      ['kv'],
      { type: 'queue' },
      `export default async (event, context) => {
        for (const { body } of event.data.messages) await context.kv.put(body.naam, body.punten);
      };`,
      {
        steps: [{ do: 'message', messages: ['{"naam":"Mila","punten":3}', '{"naam":"Noah","punten":4}'] }],
        after: [
          { of: 'kv', key: 'Mila', json: '3' },
          { of: 'kv', key: 'Noah', json: '4' },
        ],
      },
    );
    expect(told(await runOwn(queue, queue.files))).toEqual({ telt: [true] });
    const timer = work(
      ['kv'],
      { type: 'timer', cron: '0 8 * * *' },
      `export default async (event, context) => { await context.kv.put('wakker', true); };`,
      { steps: [{ do: 'timer' }], after: [{ of: 'kv', key: 'wakker', json: 'true' }] },
    );
    expect(told(await runOwn(timer, timer.files))).toEqual({ telt: [true] });
  });

  test('a bill over its budget is told, and without the solution it waits', async () => {
    const plain = plainOwn();
    const ask = (times: number) =>
      `export default async () => { for (let i = 0; i < ${times}; i++) await fetch('https://weer.example/nu'); return new Response('ok'); }`;
    const own = ownOf({
      ...plain,
      files: [{ path: 'weer.js', text: ask(5) }],
      project: {
        version: 1,
        functions: { weer: { entry: 'weer.js', trigger: { type: 'http', path: '/' } } },
        services: { 'https://weer.example': { latencyMs: 100, routes: { 'GET /nu': { json: {} } } } },
      },
      checks: [
        { ...plain.checks[2], steps: [{ do: 'request', path: '/' }], after: [{ of: 'bill', budget: 1.5 }] },
      ],
      solution: [{ path: 'weer.js', text: ask(1) }],
    });
    expect(told(await runOwn(own, wholeSolution(own) ?? []))).toEqual({ telt: [true] });
    expect(told(await runOwn(own, own.files)).telt?.[1]).toBe(
      'een rekening van maximaal 1,5 keer die van de oplossing',
    );
    expect(told(await runOwn(withoutSolution(own), own.files))).toEqual({ telt: [false, 'later'] });
  });
});

test('a student without the solution gets the examples, and is told what waits', async () => {
  const own = withoutSolution(ownOf());
  expect(JSON.stringify(own)).not.toContain('gegroet:');
  expect(told(await runOwn(own, own.files))).toMatchObject({
    naam: [true],
    'elke-naam': [true, 'later'],
    telt: [false, 'in kv bij "aantal": 7', '6'],
  });
});

test('for marking, the runner knows it by its very sample', async () => {
  const own = ownOf();
  const { name, title, checks, sample, version } = forMarking(own);
  expect({ name, title, version }).toEqual({
    name: 'eigen-groet-a1b2',
    title: 'Groet met een teller',
    version: versionOf(withoutSolution(own)),
  });
  expect(checks.map(({ id }) => id)).toEqual(['naam', 'elke-naam', 'telt']);
  expect((await broughtExercise(sample))?.solution?.[0]?.text).toBe(SOLUTION);
  expect(broughtExercise({ ...sample })).toBeNull();
  // A stranger's code: it has no business in a container, which reaches the network.
  expect(sample.needsBrowser).toBe(true);
  expect(sample.needsNode).toBe(false);
});

test('another check is another version, another title is not', () => {
  const own = ownOf();
  expect(versionOf(ownOf({ ...plainOwn(), title: 'Anders' }))).toBe(versionOf(own));
  const plain = plainOwn();
  expect(versionOf(ownOf({ ...plain, checks: plain.checks.slice(1) }))).not.toBe(versionOf(own));
});
