/** The month's model: what a reader types moves the amounts, and a slip of the keys moves nothing. */
import { expect, test } from 'vitest';
import { decimalOf, receipt } from '../../../src/billing/index.ts';
import { busyInWords, lineInWords } from '../../../src/lesson/month/BreakEvenWords.tsx';
import { CHART_FROM, CHART_TO, createMonth, days } from '../../../src/lesson/month/month-model.ts';
import { alwaysOns, besides, comparedTariffs, tariffs } from '../../../src/till/prices/all-prices.ts';

const create = () => createMonth(comparedTariffs, alwaysOns);

test('the chart spans more than four orders of magnitude, and every curve goes up', () => {
  expect(CHART_TO / CHART_FROM).toBeGreaterThan(10_000);
  expect([days[0], days.at(-1)]).toEqual([CHART_FROM, CHART_TO]);
  for (const { usd } of create().curves.value) {
    expect(usd.every((amount, at) => at === 0 || amount >= (usd[at - 1] ?? 0))).toBe(true);
  }
});

test('the chosen tariff is a bill like any other', () => {
  const model = create();
  model.type('perDay', '24');
  model.type('coldPercent', '0');
  model.type('durationMs', '12,5');
  const month = model.chosen.value?.month;
  if (!month) throw new Error('the standard tariff is there');
  const bill = receipt(month.tariff, [{ count: 730, durationMs: 12.5, memoryMb: 128 }], { freeTier: false });
  expect(decimalOf(month.costAt(model.perMonthNow.value))).toBe(bill.totalUsd);
});

test('half a number is told and counts for nothing', () => {
  const model = create();
  const before = model.chosen.value;
  for (const text of ['', '-', '1e', '12 ms', '-5']) {
    model.type('durationMs', text);
    expect(model.wrong.value).toEqual(['durationMs']);
    expect(model.chosen.value).toBe(before);
  }
  model.type('durationMs', '240');
  expect(model.wrong.value).toEqual([]);
  expect(model.chosen.value).not.toBe(before);
});

test('CPU time may be left open: then it is the duration', () => {
  const model = create();
  const workers = () => model.curves.value.find(({ tariff }) => tariff.id === 'cloudflare-workers-paid');
  const open = workers()?.usd.at(-1) ?? 0;
  model.type('cpuMs', '5');
  expect(workers()?.usd.at(-1)).toBeLessThan(open);
  model.type('cpuMs', '');
  expect(workers()?.usd.at(-1)).toBe(open);
});

test('above the break-even point the server is cheaper, and heavier runs reach it sooner', () => {
  const model = create();
  const point = () => model.breakEvens.value.get(model.tariffId.value) ?? 0;
  const light = point();
  model.type('memoryMb', '1024');
  expect(point()).toBeLessThan(light);
  model.serverId.value = 'do-droplet-4';
  expect(point()).toBeLessThan(light);
  model.tariffId.value = 'netlify-functions';
  expect(point()).toBe(0);
});

test('address and disk are ticks that move the break-even point, and what has no price is named', () => {
  const model = create();
  const point = () => model.breakEvens.value.get(model.tariffId.value) ?? 0;
  const month = () => model.chosenServer.value;
  const withAddress = point();
  expect(month()).toMatchObject({ usd: '11.242', unpriced: [] });
  model.disk.value = true;
  expect(month()).toMatchObject({ usd: '11.882', unpriced: [] });
  expect(point()).toBeGreaterThan(withAddress);
  model.address.value = false;
  model.disk.value = false;
  expect(month()).toMatchObject({ usd: '7.592', unpriced: [] });
  expect(point()).toBeLessThan(withAddress);
  model.serverId.value = 'azure-vm-b1s';
  model.address.value = true;
  expect(month()).toMatchObject({ usd: '7.592', unpriced: ['public-ipv4'] });
});

test('a burstable server that is too busy costs more than its price', () => {
  const model = create();
  expect(model.surplus.value).toBe('0');
  model.type('durationMs', '1000');
  model.type('perDay', String(24 * 3_600));
  // One second of work each second: 0.8 vCPU above the 0.2 that are in the price, 730 hours of 0.05 USD.
  expect(model.busyVcpu.value).toBeCloseTo(1, 6);
  expect(Number(model.surplus.value)).toBeCloseTo(29.2, 4);
  model.serverId.value = 'hetzner-cx23';
  expect(model.surplus.value).toBeNull();
});

test('the words under the chart are about the tariff that is drawn', () => {
  const wordsOf = (id: string, hasFreeTier = false) => {
    const tariff = tariffs.find((one) => one.id === id);
    if (tariff === undefined) throw new Error(id);
    return lineInWords(tariff, hasFreeTier);
  };
  expect(wordsOf('aws-lambda-x86-us-east-1')).toMatch(/^Een aanroep kost telkens .* meer geheugen schuiven/);
  expect(wordsOf('aws-lambda-x86-us-east-1', true)).toMatch(/^Eerst is deze lijn vlak/);
  expect(wordsOf('cloudflare-workers-paid')).toMatch(/^Eerst is deze lijn vlak.* geen prijs\.$/);
  expect(wordsOf('netlify-functions')).toMatch(/^Deze lijn gaat in treden omhoog/);
});

test('one is one call, and anything else is calls', () => {
  expect([0.004, 1, 1.2].map(busyInWords)).toEqual([
    'zijn er nu 0,004 aanroepen',
    'is er nu 1 aanroep',
    'zijn er nu 1,2 aanroepen',
  ]);
});

test('a slider moves in numbers that a person would say', () => {
  const model = create();
  model.slideTo(12_345.678);
  expect(model.perDay.value).toBe(12_000);
  expect(model.texts.value.perDay).toBe('12000');
});

test('every file of prices is in the lists, and what has the same prices is compared once', () => {
  expect(tariffs.map(({ id }) => id)).toContain('aws-lambda-x86-eu-west-1');
  expect(comparedTariffs.map(({ id }) => id)).not.toContain('aws-lambda-x86-eu-west-1');
  for (const { samePricesAs, components } of tariffs) {
    if (samePricesAs === undefined) continue;
    const same = tariffs.find(({ id }) => id === samePricesAs);
    if (same === undefined) throw new Error(`content/tariffs: samePricesAs: no ${samePricesAs}`);
    const prices = (all: typeof components) =>
      all.map((one) =>
        'tiers' in one ? one.tiers.map(({ upTo, priceUsd }) => [upTo, priceUsd]) : one.credits,
      );
    expect(prices(components)).toEqual(prices(same.components));
  }
});

test('a gateway and a store are counted beside the tariffs that have a price for them', () => {
  const model = createMonth(comparedTariffs, alwaysOns, {}, besides);
  const costOf = (id: string) => {
    const curve = model.curves.value.find(({ tariff }) => tariff.id === id);
    if (curve === undefined) throw new Error(id);
    return Number(decimalOf(curve.month.costAt(1_000_000)));
  };
  const [lambda, workers] = ['aws-lambda-x86-us-east-1', 'cloudflare-workers-paid'] as const;
  const before = { lambda: costOf(lambda), workers: costOf(workers) };
  const pointBefore = model.breakEvens.value.get(lambda) ?? 0;
  expect(model.chosenBeside.value).toBeNull();
  model.beside.value = true;
  // A million calls, each through the gateway (1.00) with one read (0.125) and one write (0.625).
  expect(costOf(lambda) - before.lambda).toBeCloseTo(1.75, 9);
  expect(costOf(workers)).toBe(before.workers);
  expect(model.breakEvens.value.get(lambda)).toBeLessThan(pointBefore);
  // Ten messages a call are thirty requests of 0.40 a million.
  model.type('messagesPerCall', '10');
  expect(costOf(lambda) - before.lambda).toBeCloseTo(13.75, 9);
  expect(model.chosenBeside.value?.map(({ what }) => what)).toEqual(['gateway', 'read', 'write', 'message']);
  model.type('readsPerCall', '0');
  expect(model.chosenBeside.value?.map(({ what }) => what)).toEqual(['gateway', 'write', 'message']);
  model.tariffId.value = workers;
  expect(model.chosenBeside.value).toBeNull();
});

test('what is worked out beforehand is what it shows, and others go first between the tariffs', async () => {
  const [prepared, asked] = [create(), create()];
  let pauses = 0;
  await prepared.prepare(async () => {
    pauses += 1;
  });
  expect(pauses).toBe(comparedTariffs.length);
  expect(prepared.curves.value.map(({ usd }) => usd)).toEqual(asked.curves.value.map(({ usd }) => usd));
  expect([...prepared.breakEvens.value]).toEqual([...asked.breakEvens.value]);
  // What changes afterwards is worked out anew.
  prepared.type('memoryMb', '4096');
  asked.type('memoryMb', '4096');
  expect(prepared.curves.value.map(({ usd }) => usd)).toEqual(asked.curves.value.map(({ usd }) => usd));
});
