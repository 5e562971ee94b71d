/** How checks are run and what they say, on the real Node host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import type { CreateHost } from '../../../src/contract/host.ts';
import type { Check } from '../../../src/exercises/check.ts';
import { type Exercise, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { createNodeHost } from '../../../src/host/node/index.ts';
import { tariff } from '../../../src/till/prices/prices.ts';

let folder = '';
let createHost: CreateHost;
let greet: Exercise;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'functielab-checks-'));
  createHost = createNodeHost(folder);
  greet = await exerciseFromDisk('groet-iedereen');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = (text: string) => [{ path: 'groet.js', text }];
const withChecks = (...checks: readonly Check[]): Exercise => ({ ...greet, checks });
const check = (run: Extract<Check, { run: unknown }>['run']): Check => ({
  id: 'proef',
  title: 'Proef',
  look: 'Kijk hier.',
  run,
});

test('partial credit: the checks that pass are told apart from those that do not', async () => {
  const half = code(
    'export default (request) => new Response("Dag " + (new URL(request.url).searchParams.get("naam") || "allemaal") + "!");',
  );
  const results = await runChecks(greet, half, { createHost, tariff });
  expect(results.map(({ id, isPassed }) => [id, isPassed])).toEqual([
    ['naam', true],
    ['geen-naam', true],
    ['te-lang', false],
  ]);
});

test('a failed check says what was expected, what came, and where to look', async () => {
  const [, result] = await runChecks(greet, code("export default () => new Response('Dag Mila!');"), {
    createHost,
    tariff,
  });
  expect(result?.problem).toEqual({
    expected: 'bij GET /groet: de tekst "Dag allemaal!"',
    received: 'de tekst "Dag Mila!"',
    look: 'Wat is `naam` als het adres geen naam heeft? En wat als er `?naam=` staat?',
    place: null,
  });
});

test('an error of the code is told in its own words, with its line', async () => {
  const [result] = await runChecks(greet, code('\nexport default () => { throw new Error("au"); };'), {
    createHost,
    tariff,
  });
  expect(result?.problem?.received).toBe('je functie gaf een fout: Error: au');
  expect(result?.problem?.place).toMatchObject({ file: 'groet.js', line: 2 });
});

test('each check begins on a fresh platform', async () => {
  const counting = code('let n = 0; export default () => new Response(String(++n));');
  const once = (id: string): Check => ({
    ...check(async (lab) => (await lab.request('GET', '/groet')).hasText('1')),
    id,
  });
  const results = await runChecks(withChecks(once('a'), once('b')), counting, { createHost, tariff });
  expect(results.every(({ isPassed }) => isPassed)).toBe(true);
});

test('code that never ends fails its checks within the limit, with a reason', async () => {
  const results = await runChecks(greet, code('export default () => { for (;;); };'), {
    createHost,
    tariff,
    limitMs: 400,
  });
  expect(results.map(({ isPassed }) => isPassed)).toEqual([false, false, false]);
  expect(results.at(-1)?.problem?.received).toContain('nog niet klaar');
});

test('a run that is stopped says so', async () => {
  const stopping = new AbortController();
  stopping.abort();
  const [result] = await runChecks(greet, greet.solution, {
    createHost,
    tariff,
    signal: stopping.signal,
  });
  expect(result?.problem?.received).toBe('de controle is gestopt');
});

test('a budget compares with the solution on this machine', async () => {
  const waiting = (ms: number) =>
    code(
      `export default async () => { await new Promise((done) => setTimeout(done, ${ms})); return new Response('ja'); };`,
    );
  const budget: Check = {
    id: 'rekening',
    title: 'Rekening',
    look: 'Wachten kost geld.',
    budget: 2,
    async scenario(lab) {
      await lab.request('GET', '/groet');
      lab.countFromHere();
      (await lab.request('GET', '/groet')).hasText('ja');
    },
  };
  const sample = { ...greet.sample, memoryMb: 4_096 };
  const exercise = { sample, checks: [budget], solution: waiting(20) };
  const [dear] = await runChecks(exercise, waiting(120), { createHost, tariff });
  expect(dear?.isPassed).toBe(false);
  expect(Number(dear?.bill?.usd)).toBeGreaterThan(Number(dear?.bill?.solutionUsd));
  const [same] = await runChecks(exercise, exercise.solution, { createHost, tariff });
  expect(same?.isPassed).toBe(true);
});

test('what a function asks of its stores is counted', async () => {
  const opruimen = await exerciseFromDisk('opruimen');
  const counted = check(async (lab) => {
    lab.store('briefje/1', { tekst: 'weg', tot: '2020-01-01T00:00:00Z' });
    await lab.tick();
    expect(lab.counts).toMatchObject({
      invocations: 1,
      coldStarts: 1,
      kvReads: 1,
      kvWrites: 1,
      throttled: 0,
    });
  });
  const [result] = await runChecks({ ...opruimen, checks: [counted] }, opruimen.solution, {
    createHost,
    tariff,
  });
  expect(result?.problem).toBeNull();
});
