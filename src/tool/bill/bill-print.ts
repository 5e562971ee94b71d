/** What `npm run -s bill` prints: one receipt or a comparison, for people, programs and spreadsheets. */
import {
  compareRatios,
  type ExchangeRate,
  printAmount,
  printLines,
  printMoney,
  printQuantity,
  ratioOf,
  type Tariff,
} from '../../billing/index.ts';
import type { Span } from '../../billing/reading/index.ts';
import { dateInWords } from '../../kit/dates.ts';
import { isOld, tariffName } from '../../till/index.ts';
import { assumptionsInWords, type OwnBill } from '../../till/own-logs/own-bills.ts';
import { callsInWords } from '../../till/own-logs/words.ts';
import { comparisonCsv, receiptCsv } from '../../till/receipt/csv.ts';
import { quantityInWords, whatWords } from '../../till/receipt/words.ts';

export type PrintFormat = 'text' | 'json' | 'csv';

export interface PrintWay {
  readonly format: PrintFormat;
  readonly rate: ExchangeRate;
  /** Decides which prices are marked as old. */
  readonly today: Date;
  /** When the calls were; null when that is not known. */
  readonly span: Span | null;
}

export function cheapestFirst(a: OwnBill, b: OwnBill): number {
  const difference = compareRatios(
    ratioOf(a.receipt.totalUsd, 'total'),
    ratioOf(b.receipt.totalUsd, 'total'),
  );
  return difference === 0 ? a.tariff.id.localeCompare(b.tariff.id, 'en') : difference;
}

function asJson({ tariff, receipt, byPlatform, remarks }: OwnBill) {
  return {
    tariff: tariff.id,
    lines: receipt.lines.map((line) => ({
      what: line.what,
      quantity: line.quantity,
      unit: line.unit,
      unitPriceUsd: line.unitPriceUsd,
      amountUsd: line.amountUsd,
      rule: line.rule,
      source: line.source,
      freeQuantity: line.freeQuantity,
      discountUsd: line.discountUsd,
    })),
    totalUsd: receipt.totalUsd,
    /** With the time that the platform says it billed; absent where that is the same. */
    ...(byPlatform !== null && { billedByProviderUsd: byPlatform.totalUsd }),
    assumptions: receipt.assumptions,
    remarks,
    ...(tariff.endedOn !== undefined && { endedOn: tariff.endedOn }),
  };
}

export function printOne(one: OwnBill, { format, rate, today, span }: PrintWay): string {
  if (format === 'json') return `${JSON.stringify(asJson(one), null, 2)}\n`;
  const when = span === null ? [] : [callsInWords(span)];
  if (format === 'csv') return receiptCsv(one.tariff, one.receipt, rate, [...when, ...one.remarks]);
  const { tariff, receipt } = one;
  const euro = { currency: 'EUR', usdPerEur: rate.usdPerEur } as const;
  const amounts = receipt.lines.map(({ amountUsd }) => amountUsd);
  const printed = printLines(amounts, euro);
  const rows = receipt.lines.map((line, at): [string, string] => [
    `${whatWords[line.what]}: ${quantityInWords(line.quantity, line.unit)} × $ ${printMoney(line.unitPriceUsd)}${line.freeQuantity === '0' ? '' : ` (${printQuantity(line.freeQuantity)} gratis)`}`,
    printed.lines[at] ?? '',
  ]);
  const dollars = printAmount(receipt.totalUsd, { currency: 'USD' });
  return [
    `${tariffName(tariff)}, ${tariff.region}`,
    ...when,
    '',
    ...aligned([...rows, ['Samen', printed.total]]),
    `In dollars: ${dollars}`,
    ...(one.byPlatform === null ? [] : [platformSentence(one.byPlatform.totalUsd, rate)]),
    '',
    ...assumptionsInWords(one),
    ...marksOf(tariff, today),
    `Prijzen: ${tariff.source}, gelezen ${tariff.readDate ?? 'op een onbekende dag'}`,
    `Koers: 1 euro = ${rate.usdPerEur} dollar (${rate.date})`,
    '',
  ].join('\n');
}

export function printAll(bills: readonly OwnBill[], { format, rate, today, span }: PrintWay): string {
  if (format === 'json') return `${JSON.stringify(bills.map(asJson), null, 2)}\n`;
  if (format === 'csv') return comparisonCsv(bills, rate);
  const euro = { currency: 'EUR', usdPerEur: rate.usdPerEur } as const;
  /** Each sentence once, under the table; its number stands beside the amounts that it is about. */
  const notes: string[] = [];
  const markOf = (sentence: string) => {
    if (!notes.includes(sentence)) notes.push(sentence);
    return notes.indexOf(sentence) + 1;
  };
  // As on the page: the same prices in another region are one row, and programs get them all.
  const different = bills.filter(({ tariff }) => tariff.samePricesAs === undefined);
  const rows = different.map((one): [string, string] => {
    const { tariff, receipt, byPlatform } = one;
    const platform = byPlatform === null ? [] : [platformSentence(byPlatform.totalUsd, rate)];
    const marks = [...platform, ...assumptionsInWords(one), ...marksOf(tariff, today)].map(markOf);
    const shown = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
    return [
      `${tariffName(tariff)}, ${tariff.region} [${tariff.id}]${shown}`,
      printAmount(receipt.totalUsd, euro, { decimals: 2 }),
    ];
  });
  return [
    'Hetzelfde gebruik bij elk tarief, het goedkoopste bovenaan. Een andere regio met dezelfde prijzen staat er niet nog eens bij.',
    ...(span === null ? [] : [callsInWords(span)]),
    '',
    ...aligned(rows),
    '',
    ...(notes.length === 0 ? [] : ['Let op:', ...notes.map((note, at) => `(${at + 1}) ${note}`), '']),
    'Met --tariff <id> zie je hoe een bedrag tot stand komt.',
    '',
  ].join('\n');
}

function platformSentence(totalUsd: string, rate: ExchangeRate): string {
  const euros = printAmount(totalUsd, { currency: 'EUR', usdPerEur: rate.usdPerEur });
  const dollars = printAmount(totalUsd, { currency: 'USD' });
  return `Met de tijd die de provider zelf in rekening bracht, is het ${euros} (${dollars}).`;
}

/** What there is to know about the prices themselves. */
function marksOf({ endedOn, readDate }: Tariff, today: Date): readonly string[] {
  if (endedOn !== undefined) {
    return [`Dit tarief gold tot ${dateInWords(endedOn)}: het is niet meer te krijgen.`];
  }
  return isOld(readDate, today) ? ['Dit is een prijs van meer dan een jaar oud.'] : [];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([what]) => what.length));
  const right = Math.max(...rows.map(([, amount]) => amount.length));
  return rows.map(([what, amount]) => `${what.padEnd(left)}  ${amount.padStart(right)}`);
}
