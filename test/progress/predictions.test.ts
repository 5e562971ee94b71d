/** What was predicted, on several tabs and devices: nothing is lost, an answer stays, and strangers can write what they like. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  mergePredictions,
  type Predicted,
  type Predictions,
  parseKept,
  predictionScore,
  printKept,
} from '../../src/progress/predictions.ts';

const one: fc.Arbitrary<Predicted> = fc
  .record({
    said: fc.integer({ min: 0, max: 3 }),
    came: fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('Mila', 'Sam'))),
    isRight: fc.boolean(),
    atMs: fc.nat({ max: 3 }),
  })
  .map((made) => ({ ...made, isRight: made.isRight && made.came !== null }));
const some: fc.Arbitrary<Predictions> = fc.dictionary(fc.constantFrom('een-a', 'twee-b', 'drie-c'), one);

describe('two copies', () => {
  test('become the same, whichever comes first and however often', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const ab = mergePredictions(a, b);
        expect(mergePredictions(b, a)).toEqual(ab);
        expect(mergePredictions(ab, b)).toEqual(ab);
        expect(mergePredictions(ab, c)).toEqual(mergePredictions(a, mergePredictions(b, c)));
      }),
    );
  });

  test('lose no answer, and the first of two answers stays', () => {
    fc.assert(
      fc.property(some, one, (known, more) => {
        const [id] = Object.keys(known);
        const mine = id === undefined ? undefined : known[id];
        if (id === undefined || mine === undefined || mine.came === null) return;
        const later = { ...more, atMs: mine.atMs + 1 };
        expect(mergePredictions(known, { [id]: later })[id]).toEqual(mine);
      }),
    );
  });

  test('a guess can be changed until it is answered', () => {
    const first = { said: 50, came: null, isRight: false, atMs: 1 };
    const changed = { ...first, said: 10, atMs: 2 };
    expect(mergePredictions({ kopers: first }, { kopers: changed })['kopers']?.said).toBe(10);
    const answered = { ...first, said: 10, came: 10, isRight: true, atMs: 3 };
    expect(mergePredictions({ kopers: changed }, { kopers: answered })['kopers']).toEqual(answered);
  });
});

describe('what is kept', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(some, fc.nat({ max: 3 }), (predictions, wipes) => {
        const text = printKept({ wipes, predictions });
        expect(parseKept(JSON.parse(text))).toEqual({ wipes, predictions });
      }),
    );
  });

  test('by an earlier visit is there when the page is', async () => {
    const mine = { said: 35, came: 10, isRight: false, atMs: 1 };
    const text = printKept({ wipes: 0, predictions: { 'vijftig-kopers': mine } });
    vi.stubGlobal('localStorage', { getItem: () => text, setItem: () => {}, removeItem: () => {} });
    vi.resetModules();
    const { predictions } = await import('../../src/progress/predictions.ts');
    expect(predictions.value).toEqual({ 'vijftig-kopers': mine });
    vi.unstubAllGlobals();
  });

  test('by anybody is read without an error, and comes to nothing that it is not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (predictions) => {
        const parsed = parseKept({ v: 1, predictions });
        for (const { said, came, isRight } of Object.values(parsed?.predictions ?? {})) {
          expect(Number.isFinite(said)).toBe(true);
          expect(isRight && came === null).toBe(false);
        }
      }),
    );
    expect(parseKept({ v: 2, predictions: {} })).toBeNull();
    expect(parseKept({ v: 1, predictions: { 'een-a': { said: 'veel', came: 1 } } })?.predictions).toEqual({});
  });
});

test('the score counts what was answered, and of that what came true', () => {
  const said = { said: 1, atMs: 1 };
  expect(
    predictionScore({
      a: { ...said, came: 1, isRight: true },
      b: { ...said, came: 2, isRight: false },
      c: { ...said, came: null, isRight: false },
    }),
  ).toEqual({ made: 2, cameTrue: 1 });
});
