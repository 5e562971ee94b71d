/** Somebody's own logs, billed: the same amounts as by hand, in slices, and nothing lost. */
import { describe, expect, test } from 'vitest';
import { receipt } from '../../../src/billing/index.ts';
import { readUsageText } from '../../../src/billing/reading/index.ts';
import { billOwn, createOwnLogs } from '../../../src/till/own-logs/own-logs-model.ts';
import { comparedTariffs } from '../../../src/till/prices/all-prices.ts';

const line = (ms: number) =>
  `REPORT RequestId: x\tDuration: ${ms} ms\tBilled Duration: ${Math.ceil(ms)} ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\n`;
const soon = () => Promise.resolve();
const options = { memoryMb: 512, pause: soon, onProgress: () => {} };

test('every tariff bills what was read, with and without its free tier', async () => {
  const text = `${line(12.4)}${line(900)}`;
  const { paid, withFreeTier, reading } = await billOwn(new Blob([text]), comparedTariffs, options);
  const { records } = readUsageText(text);
  expect(reading.calls).toBe(2);
  for (const [bills, freeTier] of [
    [paid, false],
    [withFreeTier, true],
  ] as const) {
    expect(bills.map(({ tariff }) => tariff.id)).toEqual(comparedTariffs.map(({ id }) => id));
    for (const bill of bills) expect(bill.receipt).toEqual(receipt(bill.tariff, records, { freeTier }));
  }
});

describe('the page’s model', () => {
  test('reads a file, tells of a bad line, and puts back what a file replaced', async () => {
    const model = createOwnLogs(comparedTariffs, soon);
    expect(model.state.value).toEqual({ kind: 'empty' });
    model.text.value = line(1);
    await model.read();
    await model.open(new Blob([`${line(7)}REPORT RequestId: stuk\n`]), 'log.txt');
    expect(model.state.value).toMatchObject({
      kind: 'ready',
      reading: { calls: 1, billed: [{ durationMs: 7 }], problems: [{ line: 2 }] },
    });
    await model.undo();
    expect(model.text.value).toBe(line(1));
    expect(model.state.value).toMatchObject({ kind: 'ready', reading: { billed: [{ durationMs: 1 }] } });
  });

  test('a large file, and one in other letters, stays a file: its name is shown and not its text', async () => {
    const model = createOwnLogs(comparedTariffs, soon);
    await model.open(new Blob([line(7).repeat(3_000)]), 'groot.log');
    expect(model.file.value?.name).toBe('groot.log');
    expect(model.text.value).toBe('');
    expect(model.state.value).toMatchObject({ kind: 'ready', reading: { calls: 3_000 } });
    await model.open(new Blob([new Uint8Array(Buffer.from(`\uFEFF${line(7)}`, 'utf16le'))]), 'ps.txt');
    expect(model.file.value?.name).toBe('ps.txt');
    expect(model.state.value).toMatchObject({ kind: 'ready', reading: { calls: 1 } });
    await model.undo();
    expect(model.file.value?.name).toBe('groot.log');
  });

  test('how far it is goes up while it reads', async () => {
    const parts: number[] = [];
    const model = createOwnLogs(comparedTariffs, () => {
      if (model.state.value.kind === 'busy') parts.push(model.state.value.part);
      return soon();
    });
    await model.open(new Blob([line(7).repeat(20_000)]), 'groot.log');
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeGreaterThan(0.5);
  });

  test('a file that is gone changes nothing', async () => {
    const model = createOwnLogs(comparedTariffs, soon);
    model.text.value = line(1);
    const gone = {
      size: 1_000_000,
      stream: () =>
        new ReadableStream({
          start(controller) {
            controller.error(new Error('gone'));
          },
        }),
    };
    await model.open(gone as Blob, 'weg.log');
    expect(model.state.value).toEqual({ kind: 'unreadable' });
    expect([model.text.value, model.file.value, model.before.value]).toEqual([line(1), null, null]);
  });

  test('emptied or cancelled while it reads, it stays so, and lets go of the file', async () => {
    for (const [end, kind] of [
      ['clear', 'empty'],
      ['stop', 'stopped'],
    ] as const) {
      const model = createOwnLogs(comparedTariffs, () => {
        if (model.state.value.kind === 'busy') model[end]();
        return soon();
      });
      let isReleased = false;
      const blob = new Blob([line(7).repeat(20_000)]);
      const file = {
        size: blob.size,
        stream: () =>
          new ReadableStream({
            pull: (controller) => controller.enqueue(new TextEncoder().encode(line(7).repeat(1_000))),
            cancel() {
              isReleased = true;
            },
          }),
      };
      await model.open(file as Blob, 'eindeloos.log');
      expect(model.state.value).toEqual({ kind });
      expect(isReleased).toBe(true);
    }
  });

  test('where the log does not tell the memory, it can be set and is read anew', async () => {
    const model = createOwnLogs(comparedTariffs, soon);
    model.text.value = '{"logName":"x/requests","insertId":"1","httpRequest":{"latency":"0.25s"}}';
    await model.read();
    expect(model.state.value).toMatchObject({ reading: { cloud: 'google', memoryAssumed: 1 } });
    const usd = () =>
      model.state.value.kind === 'ready' ? model.state.value.paid.map((bill) => bill.receipt.totalUsd) : [];
    const before = usd();
    model.memoryMb.value = 2_048;
    await model.read();
    expect(usd()).toHaveLength(before.length);
    expect(usd()).not.toEqual(before);
  });
});
