/** Somebody's own logs, billed: the same amounts as by hand, in slices, and nothing lost. */
import { describe, expect, test } from 'vitest';
import { receipt } from '../../../src/billing/index.ts';
import { billOwn, createOwnLogs, LARGEST_BYTES } from '../../../src/till/own-logs/own-logs-model.ts';
import { comparedTariffs } from '../../../src/till/prices/all-prices.ts';

const line = (ms: number) =>
  `REPORT RequestId: x\tDuration: ${ms} ms\tBilled Duration: ${Math.ceil(ms)} ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\n`;
const never = () => Promise.resolve();

test('every tariff bills what was read, with and without its free tier', async () => {
  const { bills, reading } = await billOwn(`${line(12.4)}${line(900)}`, comparedTariffs, never);
  expect(bills.map(({ tariff }) => tariff.id)).toEqual(comparedTariffs.map(({ id }) => id));
  for (const { tariff, paid, withFreeTier } of bills) {
    expect(paid).toEqual(receipt(tariff, reading.records, { freeTier: false }));
    expect(withFreeTier).toEqual(receipt(tariff, reading.records, { freeTier: true }));
  }
});

describe('the page’s model', () => {
  test('reads a file, tells of a bad line, and puts back what a file replaced', async () => {
    const model = createOwnLogs(comparedTariffs, never);
    expect(model.state.value).toEqual({ kind: 'empty' });
    model.text.value = line(1);
    await model.read();
    await model.open(new Blob([`${line(7)}REPORT RequestId: stuk\n`]));
    expect(model.state.value).toMatchObject({
      kind: 'ready',
      reading: { records: [{ durationMs: 7 }], problems: [{ line: 2 }] },
    });
    await model.undo();
    expect(model.text.value).toBe(line(1));
    expect(model.state.value).toMatchObject({ kind: 'ready', reading: { records: [{ durationMs: 1 }] } });
  });

  test('a file that is too large, or gone, changes nothing', async () => {
    const model = createOwnLogs(comparedTariffs, never);
    model.text.value = line(1);
    await model.open({ size: LARGEST_BYTES + 1, text: () => Promise.resolve('') } as Blob);
    expect(model.state.value).toMatchObject({ kind: 'too-large' });
    await model.open({ size: 1, text: () => Promise.reject(new Error('gone')) } as Blob);
    expect(model.state.value).toEqual({ kind: 'unreadable' });
    expect(model.text.value).toBe(line(1));
  });

  test('emptied while it reads, it stays empty', async () => {
    const model = createOwnLogs(comparedTariffs, () => Promise.resolve(model.clear()));
    model.text.value = line(1);
    await model.read();
    expect(model.state.value).toEqual({ kind: 'empty' });
  });
});
