/** What the till writes for a spreadsheet adds up there, and what ran can be read again. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { receipt } from '../../../src/billing/index.ts';
import { readUsageText } from '../../../src/billing/reading/index.ts';
import { tariffs } from '../../../src/till/prices/all-prices.ts';
import { rate } from '../../../src/till/prices/prices.ts';
import { comparisonCsv, receiptCsv, usageCsv } from '../../../src/till/receipt/csv.ts';
import { anyRecords, anyWholeRecords } from '../../billing/support.ts';

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace('\uFEFF', '').trim(), { header: true, delimiter: ';' }).data;

/** As a whole number of 10^-40, the most decimals that an amount has. */
function exactly(amount = ''): bigint {
  expect(amount).toMatch(/^\d+(,\d+)?$/);
  const [whole = '', decimals = ''] = amount.split(',');
  return BigInt(whole + decimals.padEnd(40, '0'));
}

const sum = (amounts: readonly (string | undefined)[]) =>
  amounts.map(exactly).reduce((total, one) => total + one, 0n);

describe.each(tariffs.map((tariff) => [tariff.id, tariff] as const))('%s', (_, tariff) => {
  test('each column of amounts adds up to its last row, with the rate and the day of the price beside it', () => {
    fc.assert(
      fc.property(anyRecords, fc.boolean(), (records, freeTier) => {
        const bill = receipt(tariff, records, { freeTier });
        const rows = rowsOf(receiptCsv(tariff, bill, rate));
        const [total, lines] = [rows.at(-1), rows.slice(0, -1)];
        expect(lines).toHaveLength(bill.lines.length);
        expect(exactly(total?.['Bedrag (USD)'])).toBe(exactly(bill.totalUsd.replace('.', ',')));
        for (const name of ['Bedrag (USD)', 'Bedrag (EUR)']) {
          expect(sum(lines.map((line) => line[name]))).toBe(exactly(total?.[name]));
        }
        for (const row of rows) {
          expect(row).toMatchObject({
            'USD per EUR': rate.usdPerEur.replace('.', ','),
            'Koers van': rate.date,
            'Prijs gelezen': tariff.readDate ?? 'onbekend',
          });
        }
      }),
      { numRuns: 20 },
    );
  });
});

test('what ran is read again as it was, and gives the same bill', () => {
  fc.assert(
    fc.property(
      anyWholeRecords.filter(({ length }) => length > 0),
      (records) => {
        const { problems, unknownColumns, records: again } = readUsageText(usageCsv(records));
        expect([problems, unknownColumns]).toEqual([[], []]);
        expect(again).toEqual(records);
      },
    ),
  );
});

test('a comparison has a row a tariff, with what was assumed', () => {
  const bills = tariffs.map((tariff) => ({
    tariff,
    receipt: receipt(tariff, [{ durationMs: 100, memoryMb: 128 }], { freeTier: false }),
  }));
  const rows = rowsOf(comparisonCsv(bills, rate));
  expect(rows).toHaveLength(tariffs.length);
  expect(rows.find(({ Tarief }) => Tarief === 'vercel-functions-fluid')?.['Let op']).toContain(
    'De processortijd is niet gemeten.',
  );
});
