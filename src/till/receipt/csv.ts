/**
 * Receipts, comparisons and usage as tables for a spreadsheet. Amounts are exact in dollars and printed in euro, as a
 * receipt prints them, so that both columns add up; beside them stand the rate and the day of each price.
 */
import {
  type ExchangeRate,
  printAmount,
  printLines,
  type Receipt,
  type Tariff,
  type UsageRecord,
  type View,
} from '../../billing/index.ts';
import { type CsvCell, csvForPeople } from '../../kit/people-csv.ts';
import { tariffName } from '../prices/tariff-name.ts';
import { remarksOf } from './reasons.ts';
import { ruleWords, unitWords, whatWords } from './words.ts';

/** Of a euro, so that the lines of a single run say something too; more are added where one would read as zero. */
const DECIMALS = 6;

const number = (decimal: string | number): CsvCell => ({ decimal });
const NOTHING: CsvCell = '';

/** @param more what there is to know about this bill beside its tariff and its assumptions, in Dutch */
export function receiptCsv(
  tariff: Tariff,
  receipt: Receipt,
  rate: ExchangeRate,
  more: readonly string[] = [],
): string {
  const { lines } = receipt;
  const euro = printLines(
    lines.map(({ amountUsd }) => amountUsd),
    euroAt(rate),
    { decimals: DECIMALS },
  );
  const header = [
    'Tarief',
    'Regel',
    'Hoeveelheid',
    'Daarnaast gratis',
    'Eenheid',
    'Prijs per eenheid (USD)',
    'Korting (USD)',
    'Bedrag (USD)',
    'Bedrag (EUR)',
    ...rateNames,
    'Uitleg',
    'Bron',
  ];
  const rows = lines.map((line, at) => [
    tariff.id,
    whatWords[line.what],
    number(line.quantity),
    number(line.freeQuantity),
    unitWords[line.unit],
    number(line.unitPriceUsd),
    number(line.discountUsd),
    number(line.amountUsd),
    plainEuro(euro.lines[at] ?? ''),
    ...rateCells(tariff, rate),
    ruleWords[line.rule],
    line.source,
  ]);
  const total = [
    tariff.id,
    'Samen',
    ...Array<CsvCell>(5).fill(NOTHING),
    number(receipt.totalUsd),
    plainEuro(euro.total),
    ...rateCells(tariff, rate),
    [...more, ...remarksOf(tariff, receipt.assumptions)].join(' '),
    tariff.source,
  ];
  return csvForPeople(header, [...rows, total]);
}

export function comparisonCsv(
  bills: readonly {
    readonly tariff: Tariff;
    readonly receipt: Receipt;
    readonly remarks?: readonly string[];
  }[],
  rate: ExchangeRate,
): string {
  const header = ['Tarief', 'Naam', 'Regio', 'Bedrag (USD)', 'Bedrag (EUR)', ...rateNames, 'Let op', 'Bron'];
  const rows = bills.map(({ tariff, receipt, remarks = [] }) => [
    tariff.id,
    tariffName(tariff),
    tariff.region,
    number(receipt.totalUsd),
    plainEuro(printAmount(receipt.totalUsd, euroAt(rate), { decimals: DECIMALS })),
    ...rateCells(tariff, rate),
    [...remarksOf(tariff, receipt.assumptions), ...remarks].join(' '),
    tariff.source,
  ]);
  return csvForPeople(header, rows);
}

/** The names by which usage is read again; the compiler asks here about a new one. */
const usageFields = {
  count: true,
  durationMs: true,
  memoryMb: true,
  initMs: true,
  cpuMs: true,
  memoryUsedMb: true,
  instanceMs: true,
  vcpu: true,
  responseBytes: true,
  activePeriodId: true,
  reserved: true,
  onReserved: true,
} satisfies Record<keyof UsageRecord, true>;

/** What ran, as `billing/reading` reads it: the same records give the same bill there, under any tariff. */
export function usageCsv(records: readonly UsageRecord[]): string {
  const fields = (Object.keys(usageFields) as (keyof UsageRecord)[]).filter(
    (field) => /^(count|durationMs|memoryMb)$/.test(field) || records.some((one) => one[field] !== undefined),
  );
  const rows = records.map((record) => fields.map((field) => usageCell(record[field])));
  return csvForPeople(fields, rows);
}

function usageCell(value: string | number | boolean | undefined): CsvCell {
  return typeof value === 'number' ? number(value) : String(value ?? '');
}

const euroAt = ({ usdPerEur }: ExchangeRate): View => ({ currency: 'EUR', usdPerEur });

/** What a receipt prints is for people: without its sign and its marks between thousands a spreadsheet can reckon with it. */
function plainEuro(printed: string): CsvCell {
  return number(printed.replaceAll(/[^\d,]/g, ''));
}

const rateNames = ['USD per EUR', 'Koers van', 'Prijs gelezen'] as const;

function rateCells({ readDate }: Tariff, { usdPerEur, date }: ExchangeRate): readonly CsvCell[] {
  return [number(usdPerEur), date, readDate ?? 'onbekend'];
}
