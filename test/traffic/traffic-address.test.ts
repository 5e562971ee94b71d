/** The state of the page in its address: whoever opens it has the same month, and what can't be is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONTH_MS, stateOf, stories } from '../../src/traffic/stories.ts';
import {
  MOST_SAMPLES,
  readTrafficFragment,
  SEED,
  trafficFragment,
} from '../../src/traffic/traffic-address.ts';
import {
  numberSettings,
  ROUTING_NAMES,
  ranges,
  type Settings,
  SPREADS,
  type Timing,
  type TrafficState,
} from '../../src/traffic/traffic-state.ts';
import { periodInWords } from '../../src/traffic/words.ts';

const anySettings: fc.Arbitrary<Settings> = fc
  .tuple(
    fc.record(
      Object.fromEntries(
        numberSettings.map((field) => [
          field,
          fc.integer({ min: ranges[field].least, max: ranges[field].most }),
        ]),
      ) as Record<(typeof numberSettings)[number], fc.Arbitrary<number>>,
    ),
    fc.constantFrom(...ROUTING_NAMES),
    fc.constantFrom('reject' as const, 'queue' as const),
  )
  .map(([numbers, routing, whenFull]) => ({ ...numbers, routing, whenFull }));

const duration = fc.integer({ min: 1, max: 9_000_000 }).map((tenths) => tenths / 10);
const anyTiming: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({
    kind: fc.constant('supposed' as const),
    warmMs: duration,
    startMs: duration,
    spread: fc.constantFrom(...SPREADS),
  }),
  fc.record({
    kind: fc.constant('measured' as const),
    title: fc.string({ minLength: 1, maxLength: 80 }),
    warmMs: fc.array(duration, { minLength: 1, maxLength: MOST_SAMPLES }),
    startMs: fc.array(duration, { maxLength: MOST_SAMPLES }),
  }),
);

const anyState: fc.Arbitrary<TrafficState> = fc
  .record({
    story: fc.constantFrom(...stories),
    drawn: fc.option(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 24, maxLength: 24 })),
    peaks: fc.array(
      fc.record({
        atMs: fc.integer({ min: 0, max: 1_000_000 }),
        calls: fc.integer({ min: 1, max: 5_000_000 }),
        overMs: fc.integer({ min: 1, max: 86_400_000 }),
      }),
      { maxLength: 12 },
    ),
    days: fc.option(fc.integer({ min: 1, max: 30 })),
    timing: anyTiming,
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    settings: anySettings,
    compared: fc.option(anySettings),
  })
  .map(({ story, drawn, peaks, days, timing, seed, settings, compared }) => {
    const state = stateOf(story, seed);
    const traffic = drawn === null ? state.traffic : { kind: 'day' as const, perHour: drawn, peaks };
    const isOfDays = days !== null && state.traffic.kind !== 'trace';
    const untilMs = isOfDays ? days * 86_400_000 : state.untilMs;
    return { ...state, traffic, untilMs, timing, settings, compared };
  });

test('what is written is read back, whatever was set', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(readTrafficFragment(trafficFragment(state))).toEqual({ state, wrong: [] });
    }),
  );
});

test('a story as it is takes only its name', () => {
  for (const story of stories) expect(trafficFragment(stateOf(story, SEED))).toBe(`#verhaal=${story.id}`);
});

test('what can’t be is named, and the month is as its story has it', () => {
  const told = (fragment: string) => readTrafficFragment(fragment).wrong;
  expect(told('#verhaal=niets')).toEqual(['verhaal']);
  expect(told('#dag=1_2_3')).toEqual(['dag']);
  expect(told(`#dag=${Array(24).fill('x').join('_')}`)).toEqual(['dag']);
  expect(told(`#dag=${Array(24).fill(1).join('_')}&piek=5_5`)).toEqual(['piek']);
  expect(told(`#dag=${Array(24).fill(1).join('_')}&piek=${MONTH_MS}_5_5`)).toEqual(['piek']);
  const all = '#grens=0&mb=1e9&route=links&vol=misschien&spreiding=veel&toeval=-1';
  expect(told(all).toSorted()).toEqual(['grens', 'mb', 'route', 'spreiding', 'toeval', 'vol']);
  expect(readTrafficFragment('#grens=0').state).toEqual(
    stateOf(stories[0] as (typeof stories)[number], SEED),
  );
  expect(told('#dagen=0')).toEqual(['dagen']);
  expect(told('#dagen=31')).toEqual(['dagen']);
  expect(told('#verhaal=azure-2021&dagen=7')).toEqual(['dagen']);
  expect(told('#bestand=a.csv&dagen=7')).toEqual(['dagen']);
  expect(told('#functie=Iets&warm=&starts=')).toEqual(['functie']);
});

test('fewer days of a story are its first ones, and a week is called one', () => {
  const [story] = stories;
  if (story === undefined) throw new Error('there is a story');
  const state = readTrafficFragment(`#verhaal=${story.id}&dagen=7`).state;
  expect(state).toEqual({ ...stateOf(story, SEED), untilMs: 7 * 86_400_000 });
  expect(trafficFragment(state)).toBe(`#verhaal=${story.id}&dagen=7`);
  expect([7, 1, 30, 3].map((days) => periodInWords(days * 86_400_000))).toEqual([
    'de week',
    'de dag',
    'de maand',
    'het verkeer',
  ]);
});

test('of a file of the reader’s own only the name is in it', () => {
  const [story] = stories;
  if (story === undefined) throw new Error('there is a story');
  const state = { ...stateOf(story, SEED), traffic: { kind: 'file' as const, name: 'mijn verkeer.csv' } };
  const fragment = trafficFragment({ ...state, untilMs: 120_000 });
  expect(fragment).toBe(`#verhaal=${story.id}&bestand=mijn+verkeer.csv`);
  expect(readTrafficFragment(fragment)).toEqual({ state, wrong: [] });
});

describe('the other settings', () => {
  test('are only what differs', () => {
    const [story] = stories;
    if (story === undefined) throw new Error('there is a story');
    const state = stateOf(story, SEED);
    const compared = { ...state.settings, concurrencyLimit: 20 };
    expect(trafficFragment({ ...state, compared })).toBe(`#verhaal=${story.id}&vergelijk=1&b-grens=20`);
  });
});
