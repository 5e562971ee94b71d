/** Receipts in the Dutch words of a till, and for each amount on them how it came about. */

import { totalsInCents } from '../../billing/cents.ts';
import {
  type Assumption,
  printAmount,
  printLines,
  printQuantity,
  type Receipt,
  type ReceiptLine,
  SYMBOL_SPACE,
  sumUsd,
  type Tariff,
  type UsageRecord,
} from '../../billing/index.ts';
import { dateInWords } from '../../kit/dates.ts';
import { count } from '../../kit/numbers.ts';
import { isOld } from '../prices/price-age.ts';
import { dollar, euro, rate } from '../prices/prices.ts';
import { TILL_DECIMALS } from '../prices/server-price.ts';
import { choice, type TariffChoice } from '../prices/tariff-choice.ts';
import { tariffName } from '../prices/tariff-name.ts';
import { meterOf, type Used } from '../visit/pricing.ts';
import type { Counted, Sale, Sales } from '../visit/sales.ts';
import { assumptionWords, ruleWords, seenInWords, unitWords, whatWords } from './words.ts';

/** How one part of an amount came about. */
export interface Reason {
  readonly key: string;
  readonly what: string;
  /** Quantity × unit price = amount: nothing is rounded there. */
  readonly sum: string;
  readonly rule: string;
  readonly source: string;
  /** Where and when the price was read, and how sure of it we are. */
  readonly read: string;
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

export const rateSentence = `€ 1 = $ ${printQuantity(rate.usdPerEur)}, koers van ${dateInWords(rate.date)}. Er wordt in dollars gerekend. De euro is een weergave.`;

function bill(records: readonly Used[], by: TariffChoice): Receipt {
  return meterOf(records, by).receipt(by.options);
}

/** With all its digits, in the currency that the provider quotes. */
export function ownPrice(usd: string, { currency }: Tariff): string {
  if (currency === 'USD') return `$${SYMBOL_SPACE}${printQuantity(usd)}`;
  // Dollars came from euros that end, so these euros end: more decimals than any price has show them all.
  return printAmount(usd, euro, { decimals: 12 }).replace(/[\s0]+$/, '');
}

/** Which step of the price, where more than the first is reached. */
function tierOf({ tier, rule }: ReceiptLine, all: readonly ReceiptLine[]): string {
  const isReached = all.some((other) => other.rule === rule && (other.tier ?? 1) > 1);
  return tier === null || !isReached ? '' : `, staffel ${tier}`;
}

export function reasonsOf(whole: Receipt, tariff: Tariff): readonly Reason[] {
  return whole.lines.flatMap((line, at) => reasonsOfLine(line, at, tariff, whole));
}

/** One line's reasons: of bought credits also what used them up. */
function reasonsOfLine(line: ReceiptLine, at: number, tariff: Tariff, whole: Receipt): readonly Reason[] {
  const own = reasonOf(line, at, tariff, whole.lines);
  if (line.rule !== 'credit-packs') return [own];
  const included = printQuantity(tariff.credits?.included ?? '0');
  return [
    own,
    ...whole.creditLines.map((used) => ({
      ...own,
      key: `credits-${used.what}`,
      what: `Credits voor ${whatWords[used.what].toLowerCase()}`,
      sum: `${printQuantity(used.quantity)} ${unitWords[used.unit]} × ${printQuantity(used.creditsPerUnit)} credits = ${printQuantity(used.credits)} credits`,
      rule: `In het vaste bedrag zitten ${included} credits.`,
    })),
  ];
}

function reasonOf(line: ReceiptLine, at: number, tariff: Tariff, all: readonly ReceiptLine[]): Reason {
  const quantity = `${printQuantity(line.quantity)} ${unitWords[line.unit]}`;
  const free = line.freeQuantity === '0' ? '' : ` (${printQuantity(line.freeQuantity)} gratis)`;
  const discount = line.discountUsd === '0' ? '' : ` − ${ownPrice(line.discountUsd, tariff)} gratis tegoed`;
  const amount = `$${SYMBOL_SPACE}${printQuantity(line.amountUsd)}`;
  return {
    key: `${line.what}${at}`,
    what: `${whatWords[line.what]}${tierOf(line, all)}`,
    sum: `${quantity}${free} × ${ownPrice(line.unitPriceUsd, tariff)}${discount} = ${amount}`,
    rule: ruleWords[line.rule],
    source: line.source,
    read: readInWords(tariff, line.confidence === 'doubtful'),
  };
}

/** "gelezen op 28 september 2026 (documentatie van de provider)", with what a reader should doubt. */
export function readInWords(
  { readDate, seenIn }: Pick<Tariff, 'readDate' | 'seenIn'>,
  isDoubtful = false,
): string {
  const on = readDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(readDate) ? 'gelezen op' : 'gelezen in';
  const when = readDate === null ? 'gelezen op een onbekende dag' : `${on} ${dateInWords(readDate)}`;
  const old = isOld(readDate, new Date()) ? '; meer dan een jaar oud' : '';
  return `${when} (${seenInWords[seenIn]}${old}${isDoubtful ? '; onzeker' : ''})`;
}

export function remarksOf(tariff: Tariff, assumptions: readonly Assumption[]): readonly string[] {
  const remarks = assumptions.map((assumption) => assumptionWords[assumption]);
  if (tariff.endedOn !== undefined) {
    remarks.push(`Dit tarief gold tot ${dateInWords(tariff.endedOn)}. Nu kun je het niet meer krijgen.`);
  } else if (isOld(tariff.readDate, new Date())) {
    remarks.push('Deze prijzen zijn meer dan een jaar geleden gelezen. Misschien zijn ze veranderd.');
  }
  if (tariff.confidence === 'doubtful') remarks.push('Van deze prijzen zijn we niet zeker.');
  if (tariff.currency === 'EUR') remarks.push('Deze provider rekent in euro.');
  return remarks;
}

/** Where an invoice would say another amount: some providers round each line, and add up what they rounded. */
function centRemark({ lines }: Receipt): readonly string[] {
  const { roundedAtEnd, sumOfRounded } = totalsInCents(lines.map(({ amountUsd }) => amountUsd));
  if (roundedAtEnd === sumOfRounded || roundedAtEnd === '0.00') return [];
  const [end, sum] = [roundedAtEnd, sumOfRounded].map((usd) => `$${SYMBOL_SPACE}${printQuantity(usd)}`);
  return [`In centen is dit ${end}. Een provider die elke regel eerst afrondt, komt op ${sum}.`];
}

interface Line {
  readonly what: string;
  readonly usd: string;
  readonly isPicked?: boolean;
  readonly reasons: () => readonly Reason[];
}

function print(
  lines: readonly Line[],
  records: readonly Used[],
  by: TariffChoice,
  decimals?: number,
): PrintedReceipt {
  return printLinesOf(lines, bill(records, by), by.tariff, decimals);
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
  const printed = printLines(amounts, euro, shown);
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
  const meter = meterOf([{ usage }], by);
  const times = usage.count ?? 1;
  const { counts } = meter.totals();
  const ms = (name: 'initUs' | 'durationUs') => {
    const each = `${printQuantity(String(Number(counts[name]) / 1_000 / times))} ms`;
    return times > 1 ? `${times.toLocaleString('nl')} × ${each}` : each;
  };
  const whole = meter.receipt(by.options);
  const { lines } = whole;
  const whatOf = (line: ReceiptLine): string => {
    const { what } = line;
    const staffel = tierOf(line, lines);
    if (what === 'requests') return `${count(times, 'aanroep', 'aanroepen')}${staffel}`;
    if (what === 'init') return `${ms('initUs')} opstarten${staffel}`;
    if (what === 'duration') return `${ms('durationUs')} rekenen${staffel}`;
    return `${whatWords[what]}${staffel}`;
  };
  return lines.map((line, at) => ({
    what: whatOf(line),
    usd: line.amountUsd,
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
  const whole = bill(records, by);
  return { what, usd: whole.totalUsd, reasons: () => reasonsOf(whole, by.tariff) };
}

/** A line for each thing that the tariff charges for. */
export function printByUse(records: readonly Used[], by: TariffChoice): PrintedReceipt {
  return print(byUse(bill(records, by), by.tariff), records, by, TILL_DECIMALS);
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

/** The same, but for one run. */
function without(all: readonly Counted[], one: Sale | null): readonly Counted[] {
  if (one === null) return all;
  const isLike = ({ usage }: Counted) =>
    usage.durationMs === one.usage.durationMs &&
    usage.memoryMb === one.usage.memoryMb &&
    usage.initMs === one.usage.initMs;
  return all.flatMap((counted) => {
    if (!isLike(counted)) return [counted];
    const left = counted.usage.count - 1;
    return left === 0 ? [] : [{ usage: { ...counted.usage, count: left } }];
  });
}

/** A receipt that is reckoned already, by what was used: cents, or what it takes to show two digits. */
export function printMonth(whole: Receipt, tariff: Tariff): PrintedReceipt {
  return printLinesOf(byUse(whole, tariff), whole, tariff, 2);
}
