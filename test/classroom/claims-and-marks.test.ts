/** A law: what a hand-in claims never reaches a mark. */

import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { createMarking } from '../../src/classroom/marking/marking-model.ts';
import type { Sample } from '../../src/course/sample.ts';

const sample: Sample = {
  name: 'proef',
  title: 'Proef',
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
};

/** The marks of two students, of whom the second brings these claims. */
async function marksWith(claims: unknown) {
  const file = (name: string, text: string, more: object) => {
    const made = JSON.parse(handInFile({ name, exercises: new Map([['proef', { 'a.js': text }]]) }));
    const bytes = strToU8(JSON.stringify({ ...made, ...more }));
    const arrayBuffer = async () => Uint8Array.from(bytes).buffer;
    return { name: `${name}.functielab.json`, size: bytes.length, arrayBuffer };
  };
  const marking = createMarking({
    loadCourse: async () => [{ name: 'proef', title: 'Proef', checks: [{ id: 'a', title: 'A' }], sample }],
    run: async (_, [code]) => [
      { id: 'a', title: 'A', isPassed: code?.text === 'goed', problem: null, bill: null },
    ],
  });
  await marking.mark([file('Ali', 'goed', {}), file('Mila', 'fout', { claims })]);
  const marked = marking.marked.value;
  return { marks: marked?.marks, totals: marked?.totals, done: marked?.done };
}

test('whatever is claimed, the marks are those of the code', async () => {
  const without = await marksWith(undefined);
  expect(without.totals?.map(({ points }) => points)).toEqual([1, 0]);
  const tempting = {
    predictions: [{ id: 'acht-keer', said: 1, came: 1, isRight: true }],
    traffic: [{ exercise: 'proef', calls: '0 1 1 1 200' }],
    results: [{ id: 'a', isPassed: true }],
    points: 20,
  };
  expect(await marksWith(tempting)).toEqual(without);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (claims) => {
      expect(await marksWith(claims)).toEqual(without);
    }),
    { numRuns: 30 },
  );
});
