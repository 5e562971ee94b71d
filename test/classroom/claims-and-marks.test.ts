/** A law: what a hand-in claims never reaches a mark. */

import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { tools } from './marking-support.ts';

/** The marks of two students, of whom the second brings these claims. */
async function marksWith(claims: unknown) {
  const file = (name: string, text: string, more: object) => {
    const made = JSON.parse(handInFile({ name, exercises: new Map([['een', { 'a.js': text }]]) }));
    const bytes = strToU8(JSON.stringify({ ...made, ...more }));
    const arrayBuffer = async () => Uint8Array.from(bytes).buffer;
    return { name: `${name}.functielab.json`, size: bytes.length, arrayBuffer };
  };
  const { marking } = tools();
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
