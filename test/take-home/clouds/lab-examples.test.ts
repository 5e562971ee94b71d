/** What the lab comes to for a sample, of which a project for a cloud has to come to the same. */
import { expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import { LONGEST_TIMEOUT_MS } from '../../../src/contract/lab-defaults.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { stepsOf } from '../../../src/take-home/clouds/index.ts';
import { labExamples } from '../../../src/take-home/clouds/lab-examples.ts';
import { steady } from '../../../src/take-home/clouds/steady.ts';

const examplesOf = (sample: Sample, uploads = new Map<string, Uint8Array>()) =>
  withNodeHost((createHost) =>
    // A busy machine may take long to start an instance.
    labExamples({ ...sample, timeoutMs: LONGEST_TIMEOUT_MS }, sample.files, stepsOf(sample, uploads), {
      createHost,
      serviceWaits: 'counted',
    }),
  );

test('a message goes from a request through the queue to a store, and so does one from outside', async () => {
  const [asked, sent, again] = await examplesOf(sampleFromDisk('bestelling'));
  expect(asked?.title).toBe('POST /bestellingen');
  expect(sent?.title).toBe('bericht {"klant":"Sam","product":"fietslamp"}');
  expect(again?.title).toBe('POST /bestellingen');
  expect(asked?.expected.status).toBe(202);
  expect([asked, sent, again].map((one) => one?.expected.bucket?.length)).toEqual([1, 2, 3]);
  expect(again?.expected.dead).toEqual([]);
});

test('an upload and a timer have outcomes in the bucket, of which moments are steadied', async () => {
  const file = new TextEncoder().encode('product;aantal\nbrood;2\n');
  const upload = await examplesOf(sampleFromDisk('tel-verkoop'), new Map([['week-47.csv', file]]));
  expect(upload[0]?.title).toBe('upload van verkoop/week-47.csv');
  expect(upload[0]?.expected.bucket?.length).toBeGreaterThan(1);

  const timer = await examplesOf(sampleFromDisk('reservekopie'));
  expect(timer[1]?.title).toBe('de timer van kopieer');
  const keys = timer[1]?.expected.bucket?.map(([key]) => key);
  expect(keys).toEqual(['kopie/<moment>.txt']);
});

test('what is another in each run is held against nobody, and the rest is', async () => {
  const taken = sampleFromDisk('taken');
  const text = 'export default () => new Response(String(Math.random()), { status: 201 });';
  const draws = { ...taken, files: [{ path: 'taken.js', text }] };
  const [example] = await examplesOf(draws);
  expect([example?.expected.status, example?.expected.body]).toEqual([201, null]);
});

test.each([
  ['klaar om 2026-11-29T10:00:00.000Z', 'klaar om <moment>'],
  ['om 9:05:59 uur', 'om <tijd> uur'],
  ['6f0f9e0c-1d0f-4a63-9a5c-0123456789ab!', '<id>!'],
  ['na 12,5 ms en 3ms', 'na <duur> en <duur>'],
  ['om 10:00 drie keer 12', 'om 10:00 drie keer 12'],
])('%s', (text, expected) => {
  expect(steady(text)).toBe(expected);
});
