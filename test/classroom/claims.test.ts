/** What a hand-in claims: read with limits whoever wrote it, given back as it was, and never a part of a mark. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Claims, NO_CLAIMS, printClaims, readClaims } from '../../src/classroom/hand-in/claims.ts';
import { claimsOfDevice, NO_CHOICE } from '../../src/classroom/hand-in/claims-of-device.ts';
import { addPredictions } from '../../src/progress/predictions.ts';
import type { RecordedCall } from '../../src/progress/recorded-calls.ts';
import { keepRecording } from '../../src/progress/recordings.ts';
import { openTwelve } from '../../src/review/twelve/kept-twelve.ts';

const WARM: RecordedCall = { atMs: 0, durationMs: 10, isCold: false, startMs: 0, status: 200 };

const us = (most: number) => fc.nat({ max: most * 1_000 }).map((whole) => whole / 1_000);
const call: fc.Arbitrary<RecordedCall> = fc
  .record({
    atMs: us(60_000),
    durationMs: us(3_000),
    isCold: fc.boolean(),
    startMs: us(500),
    status: fc.constantFrom(200, 429, 500),
  })
  .map((one) => ({ ...one, startMs: one.isCold ? one.startMs : 0 }));
const calls = fc
  .array(call, { minLength: 1, maxLength: 20 })
  .map(([first, ...others]) => [
    { ...first, atMs: 0 } as RecordedCall,
    ...others.toSorted((a, b) => a.atMs - b.atMs),
  ]);
const prediction = fc
  .record({
    id: fc.constantFrom('acht-keer', 'wachten-op', 'limiet-van-tien'),
    said: fc.double({ noNaN: true, noDefaultInfinity: true }).map((said) => said + 0),
    came: fc.oneof(fc.constant(null), fc.integer(), fc.constantFrom('Mila', '')),
    isRight: fc.boolean(),
  })
  .map((one) => ({ ...one, isRight: one.isRight && one.came !== null }));
const claims: fc.Arbitrary<Claims> = fc.record({
  predictions: fc.uniqueArray(prediction, { selector: ({ id }) => id }),
  traffic: fc.uniqueArray(
    fc.record({ exercise: fc.constantFrom('groet-iedereen', 'snel-antwoord'), calls }),
    { selector: ({ exercise }) => exercise },
  ),
  twelve: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('geen-servers', 'budget-stopt'),
      form: fc.constantFrom('a' as const, 'b' as const),
      print: fc.constantFrom('0123abcd', 'ffffffff'),
      choice: fc.integer({ min: -1, max: 9 }),
    }),
    { selector: ({ id, form }) => `${form} ${id}` },
  ),
});

describe('claims', () => {
  test('come back out of a file as they went in', () => {
    fc.assert(
      fc.property(claims, (all) => {
        expect(readClaims(JSON.parse(JSON.stringify(printClaims(all))))).toEqual(all);
      }),
    );
  });

  test('of anything at all are read without a throw, and what was read is read again as it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        const read = readClaims(value);
        expect(readClaims(printClaims(read))).toEqual(read);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.anything()),
        fc.array(fc.array(fc.oneof(fc.integer(), fc.double(), fc.string()))),
        (predictions, rows) => {
          const calls = rows.map((row) => row.join(' ')).join(';');
          const read = readClaims({
            predictions,
            twelve: predictions,
            traffic: [{ exercise: 'groet-iedereen', calls }],
          });
          expect(readClaims(printClaims(read))).toEqual(read);
        },
      ),
    );
  });

  test('of a file without them are none', () => {
    for (const value of [
      undefined,
      null,
      3,
      'x',
      [],
      {},
      { predictions: 4, traffic: { length: 1e9 }, twelve: 'a' },
    ]) {
      expect(readClaims(value)).toEqual(NO_CLAIMS);
    }
  });

  test('are bounded: a flood of them is as much as a student can have', () => {
    const many = <T>(length: number, one: (at: number) => T) => Array.from({ length }, (_, at) => one(at));
    const read = readClaims({
      predictions: many(5_000, (at) => ({ id: `vraag-${at}`, said: 1, came: null, isRight: false })),
      traffic: many(5_000, (at) => ({
        exercise: `oefening-${at}`,
        calls: many(1_000, (row) => `${row} 10 0 0 200`).join(';'),
      })),
      twelve: many(5_000, (at) => ({ id: `vraag-${at}`, form: 'a', print: '0123abcd', choice: 0 })),
    });
    expect(read.twelve).toHaveLength(60);
    expect(read.predictions).toHaveLength(200);
    expect(read.traffic).toHaveLength(40);
    for (const { calls: kept } of read.traffic) expect(kept).toHaveLength(300);
  });

  test.each([
    ['a third form', { form: 'c' }],
    ['a choice that is no place', { choice: 0.5 }],
    ['a choice that nobody has', { choice: 99 }],
    ['a print that is a word', { print: 'goed' }],
    ['a name that is a tag', { id: '<b>' }],
  ])('leave out an answer with %s, and keep the others', (_, wrong) => {
    const one = { id: 'geen-servers', form: 'a', print: '0123abcd', choice: 1 };
    expect(
      readClaims({
        twelve: [
          { ...one, ...wrong },
          { ...one, form: 'b' },
        ],
      }).twelve,
    ).toEqual([{ ...one, form: 'b' }]);
  });

  test.each([
    ['a moment before all others', '-1 10 0 0 200'],
    ['no moment', 'NaN 10 0 0 200'],
    ['a duration without end', '0 Infinity 0 0 200'],
    ['a duration of a month', '0 2592000000 0 0 200'],
    ['a status that is none', '0 10 0 0 20'],
    ['a status with a comma', '0 10 0 0 200.5'],
    ['words', 'nul tien nul nul goed'],
    ['too little', '0 10'],
    ['nothing', ''],
  ])('leave out a call with %s, and keep the others', (_, row) => {
    const calls = `${row};5 20 1 100 200`;
    expect(readClaims({ traffic: [{ exercise: 'groet-iedereen', calls }] }).traffic).toEqual([
      {
        exercise: 'groet-iedereen',
        calls: [{ atMs: 0, durationMs: 20, isCold: true, startMs: 100, status: 200 }],
      },
    ]);
  });

  test('of an exercise begin with its first call, in order of time', () => {
    const calls = '900 10 0 0 200;400 20 1 50 200';
    const [read] = readClaims({ traffic: [{ exercise: 'groet-iedereen', calls }] }).traffic;
    expect(read?.calls.map(({ atMs, isCold }) => [atMs, isCold])).toEqual([
      [0, true],
      [500, false],
    ]);
  });
});

describe('of this device', () => {
  test('go only those of the set, and only what was ticked', () => {
    keepRecording('groet-iedereen', { startedAtMs: 1, calls: [WARM] });
    keepRecording('opruimen', { startedAtMs: 2, calls: [WARM] });
    addPredictions({ 'acht-keer': { said: 0, came: 1, isRight: false, atMs: 7 } });
    const set = { exercises: ['groet-iedereen', 'constructor'] };
    expect(claimsOfDevice(set)).toEqual({
      predictions: [{ id: 'acht-keer', said: 0, came: 1, isRight: false }],
      traffic: [{ exercise: 'groet-iedereen', calls: [WARM] }],
      twelve: [],
    });
    expect(claimsOfDevice(set, NO_CHOICE)).toEqual(NO_CLAIMS);
  });

  test('go the answers of a form that is finished, and none of one that is not', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
    });
    const twelve = openTwelve();
    const given = (choice: number) => ({ choice, print: '0123abcd', atMs: 3 });
    twelve.answer('a', 'geen-servers', given(0));
    twelve.answer('b', 'geen-servers', given(2));
    expect(claimsOfDevice({ exercises: [] }).twelve).toEqual([]);
    twelve.handIn('a', 4);
    const before = { id: 'geen-servers', form: 'a', print: '0123abcd', choice: 0 };
    expect(claimsOfDevice({ exercises: [] }).twelve).toEqual([before]);
    twelve.handIn('b', 5);
    expect(claimsOfDevice({ exercises: [] }).twelve).toEqual([before, { ...before, form: 'b', choice: 2 }]);
    expect(claimsOfDevice({ exercises: [] }, NO_CHOICE).twelve).toEqual([]);
    vi.unstubAllGlobals();
  });
});
