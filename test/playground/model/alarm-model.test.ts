/** The alarm of a playground, on an engine of which the host and the clock are the test's. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPlayground } from '../../../src/lesson/steps/facts.ts';
import { perform } from '../../../src/lesson/steps/perform.ts';
import { labChoice } from '../../../src/till/prices/lab-choice.ts';
import { chosen } from '../../../src/till/prices/tariff-choice.ts';
import { sampleOf } from '../a-sample.ts';
import { openPlayground } from '../open-playground.ts';

const SAMPLE = sampleOf(
  [{ name: 'groet', entry: 'groet.js', grants: [], trigger: { type: 'http', routes: null } }],
  {
    files: [{ path: 'groet.js', text: 'export default () => new Response("Hoi")' }],
    request: { method: 'GET', path: '/', headers: {}, body: '' },
  },
);

/** A warm call of 5 ms with 128 MB costs 0.0000002 for the call and a little for its time; the first one also starts. */
const THREE_CALLS = { on: 'usd', above: '0.0000006', lateMs: 5_000, stops: false } as const;

async function open() {
  const lab = openPlayground(SAMPLE);
  lab.host.answersAtOnce = true;
  await lab.model.deploy();
  const alarm = lab.model.alarm.value;
  if (alarm === null) throw new Error('an alarm comes with the lab');
  return { ...lab, alarm };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  chosen.value = null;
  vi.useRealTimers();
});

async function calls({ model }: Awaited<ReturnType<typeof open>>, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await model.run();
}

test('an alarm rings as late as it was set, with what was spent by then, and stops nothing', async () => {
  const lab = await open();
  const { alarm } = lab;
  const { settings, answer } = lab.model;
  alarm.set(THREE_CALLS);
  await calls(lab, 2);
  expect(alarm.standing.value).toBeNull();
  await calls(lab, 2);
  expect(alarm.standing.value).toMatchObject({ crossed: { calls: 3 }, rung: null });
  lab.clock.wait(4_999);
  vi.advanceTimersByTime(100);
  expect(alarm.standing.value?.rung).toBeNull();
  lab.clock.wait(2);
  vi.advanceTimersByTime(100);
  expect(alarm.standing.value?.rung).toMatchObject({ atMs: 5_000, calls: 4 });
  await calls(lab, 1);
  expect(answer.value?.status).toBe(200);
  expect(settings.concurrencyLimit.value).toBe(10);
});

test('an alarm that also stops refuses what comes after it, until the reader gives the limit back', async () => {
  const lab = await open();
  const { alarm } = lab;
  const { settings, answer } = lab.model;
  alarm.set({ ...THREE_CALLS, lateMs: 0, stops: true });
  await calls(lab, 3);
  lab.clock.wait(1);
  vi.advanceTimersByTime(100);
  expect(settings.concurrencyLimit.value).toBe(0);
  expect(settings.concurrencyChoices.value).toContain(0);
  await calls(lab, 1);
  expect(answer.value?.status).toBe(429);
  expect(alarm.limitBefore.value).toBe(10);
  alarm.giveBack();
  expect(alarm.limitBefore.value).toBeNull();
  expect(settings.concurrencyChoices.value).not.toContain(0);
  await calls(lab, 1);
  expect(answer.value?.status).toBe(200);
  // It rang, and rings no more: the limit stays as the reader has it.
  lab.clock.wait(60_000);
  vi.advanceTimersByTime(60_000);
  expect(settings.concurrencyLimit.value).toBe(10);
});

test('what an alarm took away can be given back after the alarm is gone, and not over a limit that the reader chose', async () => {
  const lab = await open();
  const { alarm } = lab;
  const { settings } = lab.model;
  async function ring(): Promise<void> {
    alarm.set({ ...THREE_CALLS, lateMs: 0, stops: true });
    await calls(lab, 3);
    lab.clock.wait(1);
    vi.advanceTimersByTime(100);
    expect(settings.concurrencyLimit.value).toBe(0);
  }
  await ring();
  alarm.clear();
  expect(alarm.limitBefore.value).toBe(10);
  alarm.giveBack();
  expect(settings.concurrencyLimit.value).toBe(10);

  await ring();
  settings.concurrencyLimit.value = 2;
  expect(alarm.limitBefore.value).toBeNull();
  alarm.giveBack();
  expect(settings.concurrencyLimit.value).toBe(2);
});

test('what was stopped here is taken home as it was made', async () => {
  const { model } = await open();
  model.settings.concurrencyLimit.value = 0;
  expect(model.asSet().concurrencyLimit).toBe(SAMPLE.concurrencyLimit);
});

test('an empty receipt is a new month: the alarm can ring again', async () => {
  const lab = await open();
  const { alarm } = lab;
  alarm.set({ ...THREE_CALLS, lateMs: 0 });
  await calls(lab, 3);
  lab.clock.wait(1);
  vi.advanceTimersByTime(100);
  expect(alarm.standing.value?.rung).toMatchObject({ calls: 3 });
  lab.model.clear();
  await vi.waitFor(() => expect(alarm.standing.value).toBeNull());
  await calls(lab, 2);
  expect(alarm.standing.value).toBeNull();
  await calls(lab, 1);
  expect(alarm.standing.value?.crossed).toMatchObject({ calls: 3 });
});

test('what was spent before it was set counts, and so does another tariff', async () => {
  const lab = await open();
  const { alarm } = lab;
  await calls(lab, 4);
  alarm.set({ ...THREE_CALLS, above: '0.000002' });
  expect(alarm.standing.value).toBeNull();
  chosen.value = { ...labChoice, tariff: { ...labChoice.tariff, ...dearer() } };
  expect(alarm.standing.value?.crossed).toMatchObject({ calls: 4 });
  alarm.clear();
  expect(alarm.terms.value).toBeNull();
  expect(alarm.standing.value).toBeNull();
});

function dearer() {
  const [first, ...others] = labChoice.tariff.components;
  if (!first || !('tiers' in first)) throw new Error('calls have a price');
  const tiers = first.tiers.map((tier) => ({ ...tier, priceUsd: '2' }));
  return { id: 'dearer', components: [{ ...first, tiers }, ...others] };
}

test('what fails and what is refused rings too, where the alarm is on that', async () => {
  const lab = await open();
  const { alarm } = lab;
  lab.model.settings.concurrencyLimit.value = 1;
  lab.host.answersAtOnce = false;
  alarm.set({ on: 'refused', above: '1', lateMs: 0, stops: false });
  lab.model.burstCalls.value = 3;
  const running = lab.model.runBurst();
  await vi.waitFor(() => expect(lab.host.started).toHaveLength(1));
  expect(alarm.standing.value?.crossed).toMatchObject({ calls: 0 });
  alarm.set({ on: 'failed', above: '0', lateMs: 0, stops: false });
  lab.host.ready(1);
  lab.clock.wait(3_500);
  await running;
  expect(alarm.standing.value?.crossed).toMatchObject({ calls: 1 });
});

test('a step hears that an alarm was set, and that it rang', async () => {
  const lab = await open();
  const heard: unknown[] = [];
  const leave = followPlayground(lab.model, (fact) => {
    if (fact.type === 'alarm') heard.push(fact.is);
  });
  expect(
    await perform(lab.model, { alarm: { on: 'usd', above: '0', lateMs: 0, stops: true }, run: 1 }),
  ).toBeNull();
  lab.clock.wait(1);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(['set', 'rung']);
  leave();
});

test('an alarm ends with its playground', async () => {
  const lab = await open();
  lab.alarm.set({ ...THREE_CALLS, above: '0' });
  await calls(lab, 1);
  expect(vi.getTimerCount()).toBe(1);
  lab.model.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
