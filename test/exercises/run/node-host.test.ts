/** Checks on real code in real workers, with patience: that the fakes of the other tests speak as a host does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { runChecks } from '../../../src/exercises/run/run-checks.ts';
import { createNodeHost } from '../../../src/host/node/index.ts';
import { tariff } from '../../../src/till/prices/lab-tariff.ts';

const PATIENT_MS = 300_000;

test('what passes, what does not, and an error with its line', { timeout: 2 * PATIENT_MS }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-checks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const greet = await exerciseFromDisk('groet-iedereen');
  const patient = { ...greet, sample: { ...greet.sample, timeoutMs: PATIENT_MS, idleTimeoutMs: PATIENT_MS } };
  const text = `export default (request) => {
  const name = new URL(request.url).searchParams.get('naam') || 'allemaal';
  if (name.length > 40) throw new Error('te lang');
  return new Response('Dag ' + name + '!');
};`;
  const results = await runChecks(patient, [{ path: 'groet.js', text }], {
    createHost: createNodeHost(folder),
    tariff,
    oracle: new Oracle(1),
    limitMs: PATIENT_MS,
  });
  expect(results.map(({ id, isPassed }) => [id, isPassed])).toEqual([
    ['naam', true],
    ['geen-naam', true],
    ['te-lang', false],
  ]);
  expect(results[2]?.problem).toMatchObject({
    received: 'je functie gaf een fout: Error: te lang',
    place: { file: 'groet.js', line: 3 },
  });
});
