/**
 * What is printed on a receipt, in the Dutch of a till. Why an amount is what it is says `reasons.ts`, and all words are in
 * `words.ts`. `ReceiptPaper.tsx` shows what is printed here, `csv.ts` saves it, `CompareTariffs.tsx` sets tariffs side by side.
 */
import {
  createMeter,
  priceTotals,
  printAmount,
  printLines,
  printQuantity,
  type Receipt,
  type ReceiptLine,
  receipt,
  SYMBOL_SPACE,
  sameUseKey,
  sumUsd,
  type Tariff,
  type UsageRecord,
} from '../../billing/index.ts';
import { count } from '../../kit/numbers.ts';
import { choice } from '../prices/lab-choice.ts';
import { dollar, euro } from '../prices/prices.ts';
import { TILL_DECIMALS } from '../prices/server-price.ts';
import type { TariffChoice } from '../prices/tariff-choice.ts';
import { tariffName } from '../prices/tariff-name.ts';
import type { Used } from '../visit/pricing.ts';
import { centRemark, type Reason, reasonsOf, reasonsOfLine, remarksOf, tierOf } from './reasons.ts';
import { whatWords } from './words.ts';

/** One run that was paid for. */
export interface Sale {
  readonly invocationId: string;
  readonly isCold: boolean;
  readonly usage: UsageRecord;
}

/** A use, and how often it was made. */
export interface Counted {
  readonly usage: UsageRecord & { readonly count: number };
}

/** What a playground sold: its book of sales is kept with the playground. */
export interface Sales {
  readonly total: number;
  /** All of them, equal ones together. */
  counted(): readonly Counted[];
  /** One of the newest, or null. */
  find(invocationId: string | null): Sale | null;
  /** The newest that was warm, or null. */
  readonly lastWarm: Sale | null;
  /** The newest that was cold, or null. */
  readonly lastCold: Sale | null;
  readonly last: Sale | null;
}

/** One line as it is printed; `usd` is the exact amount behind it. */
export interface PrintedLine {
  readonly key: string;
  readonly what: string;
  readonly usd: string;
  readonly euro: string;
  readonly isPicked: boolean;
  /** Asked for only when a reader wants to know: a receipt is printed anew each frame while functions run. */
  readonly reasons: () => readonly Reason[];
}

export interface PrintedReceipt {
  readonly tariffName: string;
  readonly lines: readonly PrintedLine[];
  readonly totalUsd: string;
  readonly totalEuro: string;
  readonly totalDollar: string;
  /** Of the total. */
  readonly reasons: () => readonly Reason[];
  /** What had to be supposed, and what there is to know about the prices. */
  readonly remarks: readonly string[];
}

/** The exact bill behind what is printed. */
export function billOf(records: readonly Used[], { tariff, options }: TariffChoice): Receipt {
  const usages = records.map(({ usage }) => usage);
  return receipt(tariff, usages, options);
}

interface Line {
  readonly what: string;
  readonly usd: string;
  /** A price a piece, times how many: it reads the same on every receipt. What was measured makes up the total. */
  readonly isByPiece?: boolean;
  readonly isPicked?: boolean;
  readonly reasons: () => readonly Reason[];
}

function print(
  lines: readonly Line[],
  records: readonly Used[],
  by: TariffChoice,
  decimals?: number,
): PrintedReceipt {
  return printLinesOf(lines, billOf(records, by), by.tariff, decimals);
}

/** @param whole the receipt of all lines together, which explains the total */
function printLinesOf(
  lines: readonly Line[],
  whole: Receipt,
  tariff: Tariff,
  decimals?: number,
): PrintedReceipt {
  const shown = decimals === undefined ? {} : { decimals };
  const amounts = lines.map((line) => line.usd);
  const kept = lines.findIndex(({ isByPiece }) => isByPiece);
  const printed = printLines(amounts, euro, kept === -1 ? shown : { ...shown, kept });
  const totalUsd = sumUsd(amounts);
  // As on a till receipt, the sign stands at the first amount and at the total.
  const withoutSign = (amount: string) => amount.slice(amount.indexOf(SYMBOL_SPACE) + 1);
  return {
    tariffName: tariffName(tariff),
    lines: lines.map(({ what, usd, isPicked = false, reasons }, at) => ({
      key: `${isPicked ? 'picked' : 'other'}${what}${tariff.id}`,
      what,
      usd,
      euro: at === 0 ? (printed.lines[at] ?? '') : withoutSign(printed.lines[at] ?? ''),
      isPicked,
      reasons,
    })),
    totalUsd,
    totalEuro: printed.total,
    totalDollar: printAmount(totalUsd, dollar, shown),
    reasons: () => reasonsOf(whole, tariff),
    remarks: [...remarksOf(tariff, whole.assumptions), ...centRemark(whole)],
  };
}

/** The lines of one record: its invocations, its start, its run, and what else the tariff asks. */
function linesOf(usage: UsageRecord, isPicked: boolean, by: TariffChoice): Line[] {
  const meter = createMeter(by.tariff);
  meter.add(usage);
  const totals = meter.totals();
  const times = usage.count ?? 1;
  const ms = (name: 'initUs' | 'durationUs') => {
    const each = `${printQuantity(String(Number(totals.counts[name]) / 1_000 / times))} ms`;
    return times > 1 ? `${times.toLocaleString('nl')} × ${each}` : each;
  };
  const whole = priceTotals(by.tariff, totals, by.options);
  const { lines } = whole;
  const whatOf = (line: ReceiptLine): string => {
    const { what } = line;
    const staffel = tierOf(line, lines);
    if (what === 'requests') return `${count(times, 'aanroep', 'aanroepen')}${staffel}`;
    if (what === 'init') return `${ms('initUs')} opstarten${staffel}`;
    if (what === 'duration') return `${ms('durationUs')} bezig${staffel}`;
    return `${whatWords[what]}${staffel}`;
  };
  return lines.map((line, at) => ({
    what: whatOf(line),
    usd: line.amountUsd,
    isByPiece: line.what === 'requests',
    isPicked,
    reasons: () => reasonsOfLine(line, at, by.tariff, whole),
  }));
}

/** The receipt of one record alone. */
export function printRun(usage: UsageRecord, by: TariffChoice = choice.value): PrintedReceipt {
  return print(linesOf(usage, false, by), [{ usage }], by);
}

/**
 * The receipt of a playground: the picked run line by line, and the others together. Under a tariff that does not
 * simply add up (a base fee, a free tier, credits) runs have no price of their own: then it is by what was used.
 */
export function printPlayground(
  sales: Sales,
  pickedId: string | null,
  by: TariffChoice = choice.value,
): PrintedReceipt {
  const all = sales.counted();
  if (!addsUp(by)) return printByUse(all, by);
  const picked = sales.find(pickedId);
  const others = sales.total - (picked ? 1 : 0);
  const lines: Line[] = [];
  if (others > 0) {
    const [one, more] = picked ? ['andere aanroep', 'andere aanroepen'] : ['aanroep', 'aanroepen'];
    lines.push(together(count(others, one, more), without(all, picked), by));
  }
  if (picked) lines.push(...linesOf(picked.usage, true, by));
  return print(lines, all, by, TILL_DECIMALS);
}

/** The receipt of a visit: one line a function, where those have a price of their own. */
export function printVisit(
  bought: readonly (Used & { readonly title: string })[],
  by: TariffChoice = choice.value,
): PrintedReceipt {
  if (!addsUp(by)) return printByUse(bought, by);
  const byTitle = Map.groupBy(bought, (purchase) => purchase.title);
  const lines = [...byTitle].map(([title, records]) => {
    const times = records.reduce((sum, { usage }) => sum + (usage.count ?? 1), 0);
    return together(`${times.toLocaleString('nl')} × ${title}`, records, by);
  });
  return print(lines, bought, by, TILL_DECIMALS);
}

function together(what: string, records: readonly Used[], by: TariffChoice): Line {
  const whole = billOf(records, by);
  return { what, usd: whole.totalUsd, reasons: () => reasonsOf(whole, by.tariff) };
}

/** A line for each thing that the tariff charges for. */
export function printByUse(records: readonly Used[], by: TariffChoice): PrintedReceipt {
  return print(byUse(billOf(records, by), by.tariff), records, by, TILL_DECIMALS);
}

function byUse(whole: Receipt, tariff: Tariff): Line[] {
  return whole.lines.map((line, at) => ({
    what: `${whatWords[line.what]}${tierOf(line, whole.lines)}`,
    usd: line.amountUsd,
    reasons: () => reasonsOfLine(line, at, tariff, whole),
  }));
}

/** Whether the bill of a whole is the sum of the bills of its parts, for as much as a visit can use. */
function addsUp({ tariff, options }: TariffChoice): boolean {
  const hasFee = tariff.components.some(({ rule }) => rule === 'base-fee');
  const hasFreeTier = options.freeTier !== false && tariff.freeTier !== null;
  return !hasFee && !hasFreeTier && tariff.credits === undefined && tariff.included === undefined;
}

/** What was sold, but for one run. */
function without(all: readonly Counted[], one: Sale | null): readonly Counted[] {
  if (one === null) return all;
  const key = sameUseKey(one.usage);
  return all.flatMap((counted) => {
    if (sameUseKey(counted.usage) !== key) return [counted];
    const left = counted.usage.count - 1;
    return left === 0 ? [] : [{ usage: { ...counted.usage, count: left } }];
  });
}

/** A receipt that is reckoned already, by what was used: cents, or what it takes to show two digits. */
export function printMonth(whole: Receipt, tariff: Tariff): PrintedReceipt {
  return printLinesOf(byUse(whole, tariff), whole, tariff, 2);
}
