/** The month of the page is the month of the shell: the same scenario gives the same numbers, in slices and as a whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';
import { readScenario, type Scenario } from '../../src/simulation/index.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { readAzureTrace } from '../../src/traffic/load-trace.ts';
import type { News } from '../../src/traffic/protocol.ts';
import { runScenario } from '../../src/traffic/run-scenario.ts';
import { scenarioOf } from '../../src/traffic/scenario-of.ts';
import { sliceMsOf } from '../../src/traffic/side-run.ts';
import { SliceStore } from '../../src/traffic/slice-store.ts';
import { type Story, stateOf, stories } from '../../src/traffic/stories.ts';

const { tariffs } = loadPrices();
const LAB_TARIFF = 'aws-lambda-x86-us-east-1';
const trace = readAzureTrace(
  readFileSync(new URL('../../content/traffic/azure-2021-slice.csv', import.meta.url), 'utf8'),
);
const DAY_MS = 86_400_000;

function scenarioOfStory(story: Story, untilMs: number): Scenario {
  const state = stateOf(story, 1);
  const ids = tariffs.map(({ id }) => id);
  return {
    ...scenarioOf(state, state.settings, { tariffs: ids, trace }),
    untilMs: Math.min(state.untilMs, untilMs),
  };
}

/** @param stepMs how far the clock goes on each time that it is read */
function run(begin: Parameters<typeof runScenario>[0], stepMs = 1): News[] {
  const news: News[] = [];
  let nowMs = 0;
  runScenario(
    begin,
    (one) => news.push(one),
    () => {
      nowMs += stepMs;
      return nowMs;
    },
  );
  return news;
}

const storeOf = (news: readonly News[], fromMs: number, sliceMs: number) => {
  const store = new SliceStore(fromMs, sliceMs);
  for (const one of news) if (one.type === 'slices') store.add(one.rows);
  return store;
};

describe.each(stories.map((story) => [story.id, story] as const))('%s', (_, story) => {
  // A day of each, and of the ticket sale the whole month that a reader sees.
  const scenario = scenarioOfStory(story, story.id === 'kaartverkoop' ? 30 * DAY_MS : DAY_MS);
  const sliceMs = sliceMsOf(scenario.untilMs);
  const news = run({ scenario, sliceMs, tariffs, tariffId: LAB_TARIFF });
  const done = news.at(-1);

  test('is a scenario that the shell takes', () => {
    expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toMatchObject({ seed: 1 });
  });

  test('comes to the same as in the shell, to the last digit of each bill', () => {
    const { stdout, status } = simulate(JSON.stringify(scenario), tariffs, false);
    expect(status).toBe(0);
    const { bills, ...counts } = JSON.parse(stdout);
    if (done?.type !== 'done') throw new Error('it did not end');
    expect(done.result).toMatchObject(counts);
    expect(done.bills.map(({ tariffId, paid }) => ({ tariff: tariffId, totalUsd: paid.totalUsd }))).toEqual(
      bills,
    );
    const last = news.filter((one) => one.type === 'money').at(-1);
    expect(last?.usd).toBe(bills.find(({ tariff }: { tariff: string }) => tariff === LAB_TARIFF).totalUsd);
  });

  test('its slices add up to it, and none is missing', () => {
    if (done?.type !== 'done') throw new Error('it did not end');
    const store = storeOf(news, 0, sliceMs);
    expect(store.toMs).toBeGreaterThanOrEqual(scenario.untilMs);
    const whole = store.stretch(0, store.toMs);
    const { total, cold, warm, rejected, peakInstances } = done.result;
    // The run ends with the first event at its end or after it; one on the very end is in no slice.
    const isOnTheEnd = done.result.endedAtMs === store.toMs;
    expect(total - (whole?.arrived ?? 0)).toBe(isOnTheEnd ? 1 : 0);
    expect(cold + warm - (whole?.cold ?? 0) - (whole?.warm ?? 0)).toBe(isOnTheEnd ? 1 : 0);
    expect(whole).toMatchObject({ rejected, peak: peakInstances });
  });
});

test('a closer look at a window counts what the month counted there', () => {
  const story = stories[0] as Story;
  const scenario = scenarioOfStory(story, 13 * DAY_MS);
  const whole = storeOf(run({ scenario, sliceMs: 60_000, tariffs, tariffId: LAB_TARIFF }), 0, 60_000);
  const fromMs = Math.floor(story.moment.atMs / 60_000) * 60_000 - 60_000;
  const window = { fromMs, toMs: fromMs + 300_000 };
  const close = storeOf(run({ scenario, sliceMs: 1_000, window, tariffs: [], tariffId: '' }), fromMs, 1_000);
  expect(close.count).toBe(300);
  for (let minute = 0; minute < 5; minute++) {
    const [from, to] = [fromMs + minute * 60_000, fromMs + (minute + 1) * 60_000];
    const [fine, coarse] = [close.stretch(from, to), whole.stretch(from, to)];
    expect(fine?.arrived).toBe(coarse?.arrived);
    expect(fine?.rejected).toBe(coarse?.rejected);
    expect(fine?.busy).toBeCloseTo(coarse?.busy ?? -1, 6);
    expect(fine?.peak).toBe(coarse?.peak);
  }
  expect(close.highest('rejected', window.fromMs, window.toMs)).toBeGreaterThan(0);
});

test('the picture grows while it runs: slices and money come before the end', () => {
  const scenario = scenarioOfStory(stories[0] as Story, 30 * DAY_MS);
  const kinds = run({ scenario, sliceMs: 60_000, tariffs, tariffId: LAB_TARIFF }, 40).map(({ type }) => type);
  expect(kinds.slice(0, 2)).toEqual(['slices', 'money']);
  expect(kinds.filter((kind) => kind === 'slices').length).toBeGreaterThan(5);
  expect(kinds.at(-1)).toBe('done');
});

test('what does not go together is refused with the sentence of the shell', () => {
  const scenario = { ...scenarioOfStory(stories[0] as Story, DAY_MS), concurrencyLimit: 5, provisioned: 9 };
  const news = run({ scenario, sliceMs: 60_000, tariffs, tariffId: LAB_TARIFF });
  expect(news).toEqual([
    { type: 'refused', message: '`provisioned`: dit is te groot: het mag maximaal 5 zijn.' },
  ]);
});
