/**
 * Amounts as a reader sees them. Only here is anything divided or rounded for show, and it still adds up:
 * the lines sum to the total as printed, and nothing that costs something reads as zero.
 *
 * Euro is a view on dollars. An exchange rate does not divide evenly, so amounts stay fractions of whole
 * numbers (dollars × 10^n over rate × 10^m) until their digits are picked.
 */
import { checkDecimals, MAX_DECIMALS, parseDecimal, printDecimal, type Scaled, tenTo } from './decimal.ts';
import { ENDLESS_DECIMALS, shareOut } from './exact.ts';
import type { Decimal } from './tariff.ts';
import { UsageError } from './usage-error.ts';

/** Between groups of three decimals: narrow, and no line breaks there. */
export const DECIMAL_GROUP_SPACE = '\u202f';
/** Between the sign of a currency and its amount: no line breaks there. */
export const SYMBOL_SPACE = '\u00a0';

/** In which currency amounts are shown. */
export type View =
  | { readonly currency: 'USD' }
  /** @property usdPerEur dollars for one euro, as `ExchangeRate` has it */
  | { readonly currency: 'EUR'; readonly usdPerEur: Decimal };

export interface ShowOptions {
  /**
   * How many decimals to show: more are added, in groups of three, when something that costs would read as
   * zero. Absent: cents, or as many groups as give the total two digits that say something.
   */
  readonly decimals?: number;
  /**
   * Index of a line that reads as it does by itself, rounded to the nearest: what the price list names, and a reader meets
   * elsewhere. The others make up the total. It gives way where a line that costs something would then read as zero.
   */
  readonly kept?: number;
}

export interface Printed {
  readonly lines: readonly string[];
  /** The sum of `lines`, as printed. */
  readonly total: string;
  /** How many decimals all of them have. */
  readonly decimals: number;
}

const symbols = { EUR: '€', USD: '$' } as const;
const CENTS = 2;

/**
 * Prints the lines of a receipt and their total, all with the same decimals. The total is rounded to the
 * nearest; what the lines then lack goes to those that were cut most (largest remainder), the first ones
 * among equals. One line may be kept out of that (`kept`).
 *
 * @param amountsUsd exact amounts, such as `amountUsd` of receipt lines
 * @throws UsageError `NOT_A_DECIMAL`, `NEGATIVE`, `ZERO` (`usdPerEur`), and `NOT_AN_INTEGER` or `TOO_LARGE` (`decimals`)
 */
export function printLines(amountsUsd: readonly Decimal[], view: View, options: ShowOptions = {}): Printed {
  const shares = sharesOf(amountsUsd, view);
  const { decimals, whole, wholeTotal } = pickDecimals(shares, options);
  const print = (digits: bigint) =>
    symbols[view.currency] + SYMBOL_SPACE + dutchDecimal({ digits, scale: decimals });
  return { lines: whole.map(print), total: print(wholeTotal), decimals };
}

/** One amount by itself; see `printLines`. */
export function printAmount(amountUsd: Decimal, view: View, options: ShowOptions = {}): string {
  return printLines([amountUsd], view, options).total;
}

/**
 * A quantity or a unit price in Dutch: `1.234,5`, `0,000 016 666 7`. All its digits are kept, but those of a
 * fraction that has no end: `0,001 111 111 111…`.
 *
 * @throws UsageError `NOT_A_DECIMAL`, `NEGATIVE`
 */
export function printQuantity(quantity: Decimal): string {
  const value = parseDecimal(quantity, 'quantity');
  if (value.scale < ENDLESS_DECIMALS) return dutchDecimal(value);
  const cut = value.digits / tenTo(value.scale - ENDLESS_SHOWN);
  return `${dutchDecimal({ digits: cut, scale: ENDLESS_SHOWN })}…`;
}

/**
 * A price or an amount with all its digits, as money is written: at least two decimals, `0,20` and `0,000 016 666 7`.
 *
 * @throws UsageError `NOT_A_DECIMAL`, `NEGATIVE`
 */
export function printMoney(usd: Decimal): string {
  const { digits, scale } = parseDecimal(usd, 'usd');
  return scale >= CENTS
    ? printQuantity(usd)
    : dutchDecimal({ digits: digits * tenTo(CENTS - scale), scale: CENTS });
}

/** Decimals shown of a fraction that has no end. */
const ENDLESS_SHOWN = 12;

/** Amounts in the shown currency, each `numerators[i]` ÷ `denominator`. */
interface Shares {
  readonly numerators: readonly bigint[];
  readonly total: bigint;
  readonly denominator: bigint;
}

function sharesOf(amountsUsd: readonly Decimal[], view: View): Shares {
  const amounts = amountsUsd.map((amount, index) => parseDecimal(amount, `amountsUsd.${index}`));
  const rate = rateOf(view);
  const scale = Math.max(0, ...amounts.map((amount) => amount.scale));
  const numerators = amounts.map((amount) => amount.digits * tenTo(scale - amount.scale) * tenTo(rate.scale));
  const total = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  return { numerators, total, denominator: tenTo(scale) * rate.digits };
}

function rateOf(view: View): Scaled {
  if (view.currency === 'USD') return { digits: 1n, scale: 0 };
  const rate = parseDecimal(view.usdPerEur, 'usdPerEur');
  if (rate.digits === 0n) throw new UsageError('ZERO', 'usdPerEur');
  return rate;
}

interface Picked {
  readonly decimals: number;
  readonly whole: readonly bigint[];
  readonly wholeTotal: bigint;
}

function pickDecimals(shares: Shares, { decimals: asked, kept }: ShowOptions): Picked {
  if (asked !== undefined) checkDecimals(asked);
  // Two digits that say something, unless the caller knows how many decimals it wants.
  const leastTotal = asked === undefined ? 10n : 1n;
  for (let decimals = asked ?? CENTS; decimals <= MAX_DECIMALS; decimals = nextGroup(decimals)) {
    for (const one of kept === undefined ? [null] : [kept, null]) {
      const picked = shareOut(shares.numerators, shares.denominator, decimals, one);
      const isReadable = shares.total === 0n || picked.wholeTotal >= leastTotal;
      const hidesCosts = shares.numerators.some((numerator, i) => numerator > 0n && picked.whole[i] === 0n);
      if (isReadable && !hidesCosts) return { decimals, ...picked };
    }
  }
  throw new UsageError('TOO_LARGE', 'decimals');
}

function nextGroup(decimals: number): number {
  return (Math.floor(decimals / 3) + 1) * 3;
}

/** Thousands with a dot, a comma, decimals in threes. */
function dutchDecimal(value: Scaled): string {
  const [whole = '', fraction] = printDecimal(value).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  if (fraction === undefined) return thousands;
  return `${thousands},${fraction.replace(/(\d{3})(?=\d)/g, `$1${DECIMAL_GROUP_SPACE}`)}`;
}
