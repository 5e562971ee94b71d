/** Handing in again: what changed since the last time, as far as this device knows, and a name that can be forgotten. */
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetName, keepName, keptName, mayKeepName } from '../../src/classroom/hand-in/kept-name.ts';
import { changedSince, keepHandIn, lastHandIn } from '../../src/classroom/hand-in/last-hand-in.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('functielabLearner', undefined);
});

const MARK = '0123abcd';
const work = (code: Readonly<Record<string, string>>) =>
  new Map(Object.entries(code).map(([name, text]) => [name, { 'a.js': text, 'b.js': '' }]));

test('nothing was handed in yet; then it is known when, and what is other since', () => {
  expect(lastHandIn(MARK)).toBeNull();
  keepHandIn(MARK, work({ een: '1', twee: '2' }), 1_000);
  const last = lastHandIn(MARK);
  expect(last?.atMs).toBe(1_000);
  if (last === null) return;
  expect(changedSince(last, work({ een: '1', twee: '2' }))).toEqual([]);
  expect(changedSince(last, new Map([['een', { 'b.js': '', 'a.js': '1' }]]))).toEqual([]);
  expect(changedSince(last, work({ een: '1', twee: 'x', drie: '3' }))).toEqual(['twee', 'drie']);
  expect(lastHandIn('ffffffff')).toBeNull();
});

test('of 24 sets, and the oldest makes place', () => {
  const marks = Array.from({ length: 25 }, (_, at) => at.toString(16).padStart(8, '0'));
  for (const [at, mark] of marks.entries()) keepHandIn(mark, work({ een: '1' }), at);
  expect(marks.filter((mark) => lastHandIn(mark) === null)).toEqual(['00000000']);
});

test('whatever stands there is read without an error, and written over', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.json(), fc.string(), fc.constant(`{"${MARK}":{"atMs":9e99,"prints":{}}}`)),
      (text) => {
        kept.set('functielab:ingeleverd', text);
        lastHandIn(MARK);
        keepHandIn(MARK, work({ een: '1' }), 5);
        expect(lastHandIn(MARK)?.atMs).toBe(5);
      },
    ),
  );
});

test('a name is remembered until it is forgotten, as text that can be seen', () => {
  expect(keptName()).toBe('');
  keepName('Mila\u202E De Smet');
  expect(keptName()).toBe('Mila De Smet');
  keepName('x'.repeat(200));
  expect(keptName()).toHaveLength(80);
  forgetName();
  expect([keptName(), kept.size]).toEqual(['', 0]);
});

test('in a learning environment each student has a name of their own, or nobody has', () => {
  expect([mayKeepName(false), mayKeepName(true)]).toEqual([true, false]);
  vi.stubGlobal('functielabLearner', 'a1');
  expect(mayKeepName(true)).toBe(true);
  keepName('Mila');
  vi.stubGlobal('functielabLearner', 'b2');
  expect(keptName()).toBe('');
});
