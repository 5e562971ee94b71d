/**
 * What stands where the site keeps things, written by an older version, by another page of the same address, by a full disk or by hand:
 * everything that is read back is read as a stranger's. Nothing throws, no prototype changes, and what can be used goes on.
 *
 * Seen to fail without its defence: with any version in each reader; without the catch in `shared.ts`; without the limits, the length
 * and the clock's range in `read-visit.ts`; without the pattern of ids in `tab-visit.ts` and `stored-choice.ts`, and its last moment;
 * without `isName` and the last count of wipes in `progress.ts`; with files of any kind in `edits.ts`; without `isAddress` in
 * `requests-of-visit.ts`; and without the limit of `packed.ts`.
 */
import { deflateSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestsOfVisit } from '../../src/classroom/requests-of-visit.ts';
import { type SharedRules, shareAcrossTabs } from '../../src/kit/shared.ts';
import { EditsModel } from '../../src/playground/code/edits.ts';
import { mergeKept, NOTHING_KEPT, parseKept, printKept } from '../../src/progress/progress.ts';
import { fromSuspend } from '../../src/scorm/session/suspend.ts';
import { laterChoice, NO_CHOICE, parseChoice, printChoice } from '../../src/till/prices/stored-choice.ts';
import { parseVisit } from '../../src/till/visit/read-visit.ts';
import { TAB_KEY } from '../../src/till/visit/tab-id.ts';
import { openTabVisit } from '../../src/till/visit/tab-visit.ts';
import { newVisit, printVisit, VISIT_KEY } from '../../src/till/visit/visit-state.ts';

/** What is nothing of ours, whatever was to be read. */
const MALFORMED = [
  '',
  '{',
  'null',
  '[]',
  '[[]]',
  '7',
  '"x"',
  '{"v":',
  '\u0000',
  '[object Object]',
  '{}',
  '{"v":{}}',
  '{"v":[1]}',
];
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);
/** Names that objects have from birth, as the keys and as the values of everything. */
const FROM_BIRTH = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
/** As text: of an object that is written here, `__proto__` would be no key. */
const recordOf = (value: string) =>
  `{${FROM_BIRTH.map((name) => `${JSON.stringify(name)}:${value}`).join()}}`;

class Kept {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

let device: Kept;
let tab: Kept;
beforeEach(() => {
  device = new Kept();
  tab = new Kept();
  vi.stubGlobal('localStorage', device);
  vi.stubGlobal('sessionStorage', tab);
});
afterEach(() => {
  vi.unstubAllGlobals();
  expect('polluted' in {} || 'v' in {} || 'passed' in {}, 'a prototype was changed').toBe(false);
});

describe('a visit that was poisoned', () => {
  const usage = { durationMs: 1, memoryMb: 128, count: 2 };
  const stored = (more: object) =>
    parseVisit(
      JSON.stringify({ v: 2, number: 1, ranMs: 5, atMs: 5, purchases: [{ title: 'Groet', usage }], ...more }),
      9,
    );

  test('by what is no visit', () => {
    for (const text of [...MALFORMED, DEEP]) expect(parseVisit(text, 9)).toBeNull();
    expect(stored({})?.purchases.size).toBe(1);
  });
  test('by an older or a later version', () => {
    for (const v of [undefined, 0, 1, 3, '2', [2]]) expect(stored({ v })).toBeNull();
  });
  test('by titles that objects have from birth', () => {
    const text = `{"v":2,"__proto__":{"polluted":1},"purchases":[${FROM_BIRTH.map((title) => `{"title":"${title}","usage":{"durationMs":1,"memoryMb":128,"count":2,"__proto__":{"polluted":1}}}`).join()}]}`;
    const visit = parseVisit(text, 9);
    expect([...(visit?.purchases.values() ?? [])].map(({ title }) => title)).toEqual(FROM_BIRTH);
    expect(parseVisit(printVisit(visit ?? newVisit(0)), 9)).toEqual(visit);
  });
  test('by sizes that nobody has', () => {
    const purchases = Array.from({ length: 20_000 }, () => ({ title: 'x'.repeat(201), usage }));
    expect(stored({ purchases })?.purchases.size).toBe(0);
    expect(stored({ purchases: { length: 1e9 } })?.purchases.size).toBe(0);
    for (const count of [0, -1, 0.5, 1e300, '2', null, Number.MAX_SAFE_INTEGER]) {
      expect(stored({ purchases: [{ title: 'Groet', usage: { ...usage, count } }] })?.purchases.size).toBe(0);
    }
  });
  test('by a receipt or a clock that would win for ever', () => {
    for (const number of [-1, 0.5, 1e10, '7', null]) expect(stored({ number })?.number).toBe(1);
    for (const clock of [{ ranMs: -1 }, { ranMs: 1e300 }, { atMs: -1 }, { atMs: 1e300 }, { ranMs: '5' }]) {
      expect(stored(clock)?.clock).toEqual({ ranMs: 0, atMs: 9 });
    }
  });
  test('in the place of the tab, or on its shelf', async () => {
    for (const poison of [
      ...MALFORMED,
      '{"id":"../x","isFree":true}',
      `{"id":${recordOf('1')},"isFree":1}`,
      DEEP,
    ]) {
      tab.setItem(TAB_KEY, poison);
      tab.setItem(VISIT_KEY, poison);
      const ids: string[] = [];
      const { visit, take } = openTabVisit(
        {
          session: tab,
          nowMs: () => 9,
          newId: () => 'a'.repeat(32),
          named: (key) => key,
          tell: () => {},
          patience: () => Promise.resolve(),
          shown: () => newVisit(9),
          onNews: () => {},
          shelf: {
            async take(id, _, next) {
              ids.push(id);
              next([{ atMs: 1, text: poison }]);
            },
            put: async () => true,
            follows: () => false,
            letGo: () => {},
          },
        },
        newVisit(9),
      );
      await take();
      expect([visit().purchases.size, ids]).toEqual([0, ['a'.repeat(32)]]);
    }
  });
});

/** As a page meets it: what stands there is read, put together with what it knows, and written again. */
function meet<T>(rules: Omit<SharedRules<T>, 'key'>, text: string): T {
  const world = { read: () => text, write: () => true, onChange: () => {} };
  return shareAcrossTabs({ key: 'x', ...rules }, world).known.value;
}

describe('the choice of a tariff that was poisoned', () => {
  const rules = { nothing: NO_CHOICE, merge: laterChoice, parse: parseChoice, print: printChoice };
  const right = { v: 1, id: 'aws', freeTier: true, atMs: 5 };

  test('by what is no choice', () => {
    expect(meet(rules, JSON.stringify(right))).toEqual({ id: 'aws', freeTier: true, atMs: 5 });
    for (const text of [...MALFORMED, DEEP]) expect(meet(rules, text)).toEqual(NO_CHOICE);
  });
  test('by another version, a name from birth, a way elsewhere or a name without end', () => {
    const ids = [
      ...FROM_BIRTH.filter((name) => /[^a-z]/.test(name)),
      '../x',
      'javascript:alert(1)',
      'x'.repeat(81),
      '',
      7,
      ['aws'],
    ];
    for (const wrong of [{ v: 2 }, { v: '1' }, ...ids.map((id) => ({ id }))]) {
      expect(meet(rules, JSON.stringify({ ...right, ...wrong }))).toEqual(NO_CHOICE);
    }
  });
  test('by a moment after which nothing can be chosen', () => {
    for (const atMs of [0, -1, 0.5, '5', 1e300, Number.MAX_SAFE_INTEGER]) {
      expect(meet(rules, JSON.stringify({ ...right, atMs }))).toEqual(NO_CHOICE);
    }
  });
});

describe('progress that was poisoned', () => {
  const rules = { nothing: NOTHING_KEPT, merge: mergeKept, parse: parseKept, print: printKept };

  test('by what is none, or of another version', () => {
    for (const text of [
      ...MALFORMED,
      DEEP,
      '{"v":2,"lessons":{"een":true}}',
      '{"v":"1","lessons":{"een":true}}',
    ]) {
      expect(meet(rules, text)).toEqual(NOTHING_KEPT);
    }
  });
  test('by names from birth', () => {
    const text = `{"v":1,"lessons":${recordOf('true')},"exercises":${recordOf('{"passed":["__proto__","a"]}')},"last":"__proto__"}`;
    const { progress } = meet(rules, text);
    expect(Object.keys(progress.lessons)).toEqual(['constructor', 'prototype']);
    expect(progress.exercises).toEqual({ constructor: { passed: ['a'] }, prototype: { passed: ['a'] } });
    expect(progress.last).toBeNull();
    expect(Object.getPrototypeOf(progress.exercises)).toBe(Object.prototype);
  });
  test('by fields of another kind', () => {
    const text =
      '{"v":1,"lessons":["een"],"exercises":{"tel":{"passed":"alles"},"som":{"passed":[1,null,{"a":1},"a"]}},"last":["een"]}';
    expect(meet(rules, text).progress).toEqual({
      lessons: {},
      exercises: { som: { passed: ['a'] } },
      last: null,
    });
  });
  test('by twenty thousand lessons: the page goes on, and what it adds is there', () => {
    const lessons = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`z${at}`, true]));
    const world = { read: () => JSON.stringify({ v: 1, lessons }), write: () => false, onChange: () => {} };
    const shared = shareAcrossTabs({ key: 'x', ...rules }, world);
    shared.add(({ wipes, progress }) => ({
      wipes,
      progress: { ...progress, lessons: { ...progress.lessons, een: true } },
    }));
    expect(shared.known.value.progress.lessons['een']).toBe(true);
  });
  test('by wipes without end: the reader can still wipe', () => {
    for (const wipes of [-1, 0.5, '9', 1e300, Number.MAX_SAFE_INTEGER]) {
      expect(meet(rules, JSON.stringify({ v: 1, lessons: { een: true }, wipes })).wipes).toBe(0);
    }
  });
});

describe('code that was poisoned', () => {
  const files = [{ path: 'a.js', text: 'start' }];
  const keys = { 'of the reader': 'functielab:code:a', 'of somebody else': 'functielab:andermans:a' };
  const shown = (key: string, text: string) => {
    (key === keys['of the reader'] ? device : tab).setItem(key, text);
    const edits = new EditsModel('a', files);
    edits.restore();
    return edits.texts.value;
  };

  test.each(Object.entries(keys))('%s, by what is none, or of another version', (_, key) => {
    expect(shown(key, '{"v":1,"base":"0","files":{"a.js":"x"}}')).toEqual({ 'a.js': 'x' });
    for (const text of [
      ...MALFORMED,
      DEEP,
      '{"v":2,"base":"0","files":{"a.js":"x"}}',
      '{"v":1,"base":0,"files":{"a.js":"x"}}',
      '{"v":1,"base":"0","files":{"a.js":["x"]}}',
      '{"v":1,"base":"0","files":null}',
      '{"v":1,"base":"0","files":["x"]}',
    ]) {
      expect(shown(key, text)).toEqual({ 'a.js': 'start' });
    }
  });
  test.each(Object.entries(keys))('%s, by names from birth and files that there are not', (_, key) => {
    const text = `{"v":1,"base":"0","files":${recordOf('"kwaad"').replace('}', ',"../b.js":"x"}')}}`;
    expect(shown(key, text)).toEqual({ 'a.js': 'start' });
  });
  test('a copy is never taken for the reader’s own', () => {
    device.setItem(keys['of somebody else'], '{"v":1,"base":"0","files":{"a.js":"kwaad"}}');
    tab.setItem(keys['of the reader'], '{"v":1,"base":"0","files":{"a.js":"kwaad"}}');
    const edits = new EditsModel('a', files);
    edits.restore();
    expect([edits.origin.value, edits.texts.value]).toEqual(['course', { 'a.js': 'start' }]);
  });
});

test('a list of requests that was poisoned', () => {
  vi.stubGlobal('performance', { getEntries: () => [] });
  const poison = [
    'javascript:alert(1)',
    'http://[',
    'data:,x',
    7,
    null,
    { href: 'x' },
    '//x',
    'https://school.example/a',
  ];
  for (const text of [...MALFORMED, DEEP, '{"0":"x","length":1}']) {
    tab.setItem('functielab:verzoeken', text);
    expect(requestsOfVisit()).toEqual([]);
  }
  tab.setItem('functielab:verzoeken', JSON.stringify(poison));
  expect(requestsOfVisit()).toEqual(['https://school.example/a']);
  tab.setItem(
    'functielab:verzoeken',
    JSON.stringify(Array.from({ length: 50_000 }, (_, at) => `https://a.example/${at}`)),
  );
  expect(requestsOfVisit()).toHaveLength(2_000);
});

test('what a learning environment gives back, poisoned', () => {
  const packed = (text: string) => Buffer.from(deflateSync(strToU8(text))).toString('base64url');
  const nothing = { progress: { lessons: {}, exercises: {}, last: null }, code: [], older: [] };
  for (const text of [...MALFORMED, DEEP, 'x'.repeat(64_000), packed('['), packed(DEEP), packed('{"v":3}')]) {
    expect(fromSuspend(text)).toEqual(nothing);
  }
  const bomb = packed(JSON.stringify({ v: 1, lessons: { een: true }, x: 'x'.repeat(3_000_000) }));
  expect(bomb.length).toBeLessThan(4_096);
  expect(fromSuspend(bomb)).toEqual(nothing);
  const text = `{"v":1,"lessons":${recordOf('true')},"exercises":${recordOf('{"passed":[]}')}}`;
  expect(Object.keys(fromSuspend(packed(text)).progress.lessons)).toEqual(['constructor', 'prototype']);
});
