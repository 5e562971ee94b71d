/** Money in a playground and the till bar: billing's exact amounts, in the Dutch words of a receipt. */
import {
  alwaysOnUsd,
  createMeter,
  hourlyUsd,
  printAmount,
  printLines,
  printPerMillion,
  printQuantity,
  type ReceiptLine,
  receipt,
  SYMBOL_SPACE,
  sumUsd,
  type UsageRecord,
} from '../billing/index.ts';
import { dollar, euro, rate, server as serverFile, tariff } from '../prices.ts';
import { dateInWords } from './dates.ts';
import { count } from './numbers.ts';
import type { Counted, Sale, Sales } from './sales.ts';

interface Used {
  readonly usage: UsageRecord;
}

/** One line as it is printed; `usd` is the exact amount behind it. */
export interface PrintedLine {
  readonly key: string;
  readonly what: string;
  readonly usd: string;
  readonly euro: string;
  readonly isPicked: boolean;
}

/** How one part of the total came about. */
export interface Reason {
  readonly key: string;
  readonly what: string;
  /** Quantity × unit price = amount, in dollars: nothing is rounded there. */
  readonly sum: string;
  readonly rule: string;
  readonly source: string;
  readonly read: string;
}

export interface PrintedReceipt {
  readonly tariffName: string;
  readonly lines: readonly PrintedLine[];
  readonly totalUsd: string;
  readonly totalEuro: string;
  readonly totalDollar: string;
  readonly reasons: readonly Reason[];
}

/** Amounts in the till have nine decimals, so that they do not jump about; more when something would read as zero. */
const TILL_DECIMALS = 9;
/** In the free tier nothing would be left to see; whether one applies is the account's affair. */
const options = { freeTier: false } as const;

export const tariffName = `${tariff.provider} ${tariff.product}`;

function bill(records: readonly Used[]) {
  return receipt(
    tariff,
    records.map(({ usage }) => usage),
    options,
  );
}

const whats = { requests: 'Aanroepen', init: 'Opstarten', duration: 'Rekenen' } as const;
const units = { 'million-requests': 'miljoen aanroepen', 'gb-second': 'GB-seconde' } as const;
const rules = {
  requests: 'Elke aanroep telt, hoe kort ook.',
  init: 'Een koude start is één stuk met het rekenen erna: samen naar boven afgerond op hele milliseconden, maal het geheugen.',
  duration:
    'De tijd van elke aanroep wordt naar boven afgerond op hele milliseconden (minstens 1), en maal het ingestelde geheugen gedaan.',
} as const;

/** Dollars with all their digits. */
function usd(amount: string): string {
  return `$${SYMBOL_SPACE}${printQuantity(amount)}`;
}

function reason(line: ReceiptLine, at: number): Reason {
  const quantity = `${printQuantity(line.quantity)} ${units[line.unit]}`;
  return {
    key: `${line.what}${at}`,
    what: whats[line.what],
    sum: `${quantity} × ${usd(line.unitPriceUsd)} = ${usd(line.amountUsd)}`,
    rule: rules[line.what],
    source: line.source,
    read: `gelezen op ${dateInWords(tariff.readDate)}`,
  };
}

interface Line {
  readonly what: string;
  readonly usd: string;
  readonly isPicked?: boolean;
}

/** @param decimals absent: cents, or what it takes to show two digits */
function print(lines: readonly Line[], records: readonly Used[], decimals?: number): PrintedReceipt {
  const shown = decimals === undefined ? {} : { decimals };
  const amounts = lines.map((line) => line.usd);
  const printed = printLines(amounts, euro, shown);
  const totalUsd = sumUsd(amounts);
  // As on a till receipt, the sign stands at the first amount and at the total.
  const withoutSign = (amount: string) => amount.slice(amount.indexOf(SYMBOL_SPACE) + 1);
  return {
    tariffName,
    lines: lines.map(({ what, usd, isPicked = false }, at) => ({
      key: `${isPicked ? 'picked' : 'other'}${what}`,
      what,
      usd,
      euro: at === 0 ? (printed.lines[at] ?? '') : withoutSign(printed.lines[at] ?? ''),
      isPicked,
    })),
    totalUsd,
    totalEuro: printed.total,
    totalDollar: printAmount(totalUsd, dollar, shown),
    reasons: bill(records).lines.map(reason),
  };
}

/** The lines of one record: its invocations, its start, its run. */
function linesOf(usage: UsageRecord, isPicked: boolean): Line[] {
  const meter = createMeter(tariff);
  meter.add(usage);
  const times = usage.count ?? 1;
  const { counts } = meter.quantities();
  const ms = (name: 'initUs' | 'durationUs') =>
    `${printQuantity(String(Number(counts[name]) / 1_000 / times))} ms`;
  const whatOf = {
    requests: count(times, 'aanroep', 'aanroepen'),
    init: `${times > 1 ? `${times.toLocaleString('nl')} × ` : ''}${ms('initUs')} opstarten`,
    duration: `${times > 1 ? `${times.toLocaleString('nl')} × ` : ''}${ms('durationUs')} rekenen`,
  };
  return meter
    .receipt(options)
    .lines.map((line) => ({ what: whatOf[line.what], usd: line.amountUsd, isPicked }));
}

/** The receipt of one record alone. */
export function printRun(usage: UsageRecord): PrintedReceipt {
  return print(linesOf(usage, false), [{ usage }]);
}

/** The receipt of a playground: the picked run line by line, and the others together. */
export function printPlayground(sales: Sales, pickedId: string | null): PrintedReceipt {
  const all = sales.counted();
  const picked = sales.find(pickedId);
  const others = sales.total - (picked ? 1 : 0);
  const lines: Line[] = [];
  if (others > 0) {
    const [one, more] = picked ? ['andere aanroep', 'andere aanroepen'] : ['aanroep', 'aanroepen'];
    lines.push({ what: count(others, one, more), usd: bill(without(all, picked)).totalUsd });
  }
  if (picked) lines.push(...linesOf(picked.usage, true));
  return print(lines, all, TILL_DECIMALS);
}

/** The same, but for one run. */
function without(all: readonly Counted[], one: Sale | null): readonly Counted[] {
  if (one === null) return all;
  const isLike = ({ usage }: Counted) =>
    usage.durationMs === one.usage.durationMs &&
    usage.memoryMb === one.usage.memoryMb &&
    usage.initMs === one.usage.initMs;
  return all.flatMap((counted) => {
    if (!isLike(counted)) return [counted];
    const count = counted.usage.count - 1;
    return count === 0 ? [] : [{ usage: { ...counted.usage, count } }];
  });
}

/** The receipt of a visit: one line a function. */
export function printVisit(bought: readonly (Used & { readonly title: string })[]): PrintedReceipt {
  const byTitle = Map.groupBy(bought, (purchase) => purchase.title);
  const lines = [...byTitle].map(([title, records]) => {
    const times = records.reduce((sum, { usage }) => sum + (usage.count ?? 1), 0);
    return { what: `${times.toLocaleString('nl')} × ${title}`, usd: bill(records).totalUsd };
  });
  return print(lines, bought, TILL_DECIMALS);
}

export function functionsUsd(records: readonly Used[]): string {
  return bill(records).totalUsd;
}

export function functionsEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

const serverHourUsd = hourlyUsd(serverFile);
/** The month that cloud price lists count with: 365 × 24 / 12 hours. */
const HOURS_PER_MONTH = 730;
const MS_PER_HOUR = 3_600_000;

/** @param elapsedMs how long the server has been on */
export function serverUsd(elapsedMs: number): string {
  return alwaysOnUsd(serverHourUsd, elapsedMs);
}

export function serverEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

/** What a million runs like the average of these would cost; the division is for show, so it comes last. */
export function perMillionEuro(records: readonly Used[]): string {
  const times = records.reduce((sum, { usage }) => sum + (usage.count ?? 1), 0);
  if (times === 0) return printPerMillion('0', euro);
  const average = Number(bill(records).totalUsd) / times;
  return printPerMillion(average.toFixed(12), euro);
}

function both(usd: string, decimals: number): string {
  return `${printAmount(usd, euro, { decimals })} (${printAmount(usd, dollar, { decimals })})`;
}

const serverMonthUsd = alwaysOnUsd(serverHourUsd, HOURS_PER_MONTH * MS_PER_HOUR);
export const serverPerMonthEuro = printAmount(serverMonthUsd, euro, { decimals: 2 });

export const rateSentence = `€ 1 = $ ${printQuantity(rate.usdPerEur)}, koers van ${dateInWords(rate.date)}. De euro is alleen een weergave: er wordt in dollars gerekend.`;

const seenIn = {
  'provider page (stored copy)': 'bewaarde kopie van de pagina van de provider',
  'provider documentation repository': 'documentatie van de provider',
  'third-party transcription of the provider price list or price API':
    'overgenomen uit de prijslijst van de provider door anderen',
  'third-party text that cites the provider page': 'teksten van anderen die deze pagina aanhalen',
} as const;

/** The always-on server of the meter, in words. */
export const server = {
  provider: serverFile.provider,
  product: serverFile.product,
  region: serverFile.region,
  memoryMb: serverFile.limits.memoryMb,
  perHour: both(serverHourUsd, 4),
  perMonth: both(serverMonthUsd, 2),
  ipv4PerHour: both(hourlyUsd(serverFile, ['public-ipv4']), 4),
  source: serverFile.source,
  readIn: dateInWords(serverFile.readDate),
  seenIn: seenIn[serverFile.seenIn],
  rate: rateSentence,
};
export type ServerReference = typeof server;
