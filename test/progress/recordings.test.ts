/** Calls of exercises as this device keeps them: the newest visit of each, bounded, in all tabs, until they are wiped. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keepRecording,
  MOST_RECORDINGS,
  mergeKept,
  mergeRecordings,
  parseKept,
  printKept,
  type Recording,
  type Recordings,
  recordings,
} from '../../src/progress/recordings.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';

const WARM = { atMs: 0, durationMs: 10, isCold: false, startMs: 0, status: 200 };

const one: fc.Arbitrary<Recording> = fc.record({
  startedAtMs: fc.nat({ max: 3 }),
  calls: fc
    .array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((durationMs, atMs) => ({ ...WARM, atMs, durationMs }))),
});
const some: fc.Arbitrary<Recordings> = fc.dictionary(fc.constantFrom('groet', 'loten', 'teller'), one);

describe('two copies', () => {
  test('become the same, whichever comes first and however often', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const ab = mergeRecordings(a, b);
        expect(mergeRecordings(b, a)).toEqual(ab);
        expect(mergeRecordings(ab, b)).toEqual(ab);
        expect(mergeRecordings(ab, c)).toEqual(mergeRecordings(a, mergeRecordings(b, c)));
      }),
    );
  });

  test('keep the newest visit to an exercise', () => {
    const old = { startedAtMs: 1, calls: [WARM, WARM] };
    const fresh = { startedAtMs: 2, calls: [WARM] };
    expect(mergeRecordings({ groet: fresh }, { groet: old })).toEqual({ groet: fresh });
  });

  test('hold no more than the newest exercises', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2 * MOST_RECORDINGS }, (_, at) => [
        `oefening-${at}`,
        { startedAtMs: at, calls: [WARM] },
      ]),
    );
    const kept = Object.keys(mergeRecordings(many, {}));
    expect(kept).toHaveLength(MOST_RECORDINGS);
    expect(kept).toContain(`oefening-${2 * MOST_RECORDINGS - 1}`);
    expect(kept).not.toContain('oefening-0');
  });

  test('a wipe stands over what another tab still knows', () => {
    const known = { wipes: 0, recordings: { groet: { startedAtMs: 1, calls: [WARM] } } };
    expect(mergeKept(known, { wipes: 1, recordings: {} })).toEqual({ wipes: 1, recordings: {} });
  });
});

describe('what is kept', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(some, fc.nat({ max: 3 }), (all, wipes) => {
        expect(parseKept(JSON.parse(printKept({ wipes, recordings: all })))).toEqual({
          wipes,
          recordings: all,
        });
      }),
    );
  });

  test('is read without a throw, whoever wrote it', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseKept(value);
        parseKept({ v: 1, recordings: value });
        parseKept({ v: 1, recordings: { groet: value } });
      }),
    );
  });

  test('goes with all progress when that is wiped, and comes back with it', () => {
    keepRecording('groet', { startedAtMs: 5, calls: [WARM] });
    expect(recordings.value).toEqual({ groet: { startedAtMs: 5, calls: [WARM] } });
    const back = wipeProgress();
    expect(recordings.value).toEqual({});
    back();
    expect(recordings.value).toEqual({ groet: { startedAtMs: 5, calls: [WARM] } });
  });
});
