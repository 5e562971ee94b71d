/**
 * A tariff is data: prices with their source, and which named rule counts what. Files of this form live in
 * `content/tariffs`, one a tariff; `parse-tariff.ts` checks them. No code knows a provider.
 *
 * Prices are decimal strings ("0.20"), never numbers: a JSON number would already have been rounded.
 *
 * Here all prices are in dollars, in which bills are reckoned. A file may quote euros: `in-dollars.ts` turns
 * it into this form, exactly.
 */
import type { AllowanceName, CountName, RuleName, UnitName } from './rules.ts';

export type Decimal = string;

export type Confidence = 'verified' | 'doubtful';

/** Where a price was seen. A reader gets to know which prices were read on the provider's own page. */
export const seenInValues = [
  'provider page (stored copy)',
  'provider documentation repository',
  'third-party transcription of the provider price list or price API',
  'third-party text that cites the provider page',
] as const;
export type SeenIn = (typeof seenInValues)[number];

/** Where a figure comes from, and how sure of it we are. */
export interface Provenance {
  /** Address of the page that publishes it. */
  readonly source: string;
  readonly sourceNote?: string;
  readonly seenIn: SeenIn;
  readonly confidence: Confidence;
}

export interface Priced extends Provenance {
  /** Also the name of its file. */
  readonly id: string;
  readonly provider: string;
  readonly product: string;
  readonly region: string;
  /** What the provider quotes its prices in. */
  readonly currency: 'USD' | 'EUR';
  /** Day, month, year or range of years in which the price was read; null when that is not known. */
  readonly readDate: string | null;
  readonly notes?: string;
}

/** One step of a price that changes with the volume. A price without steps is one open tier. */
export interface Tier {
  /** Up to which quantity, in the component's unit, counted from 0; null in the last tier, which has no end. */
  readonly upTo: Decimal | null;
  readonly priceUsd: Decimal;
  /** Absent: as sure as the tariff itself. */
  readonly confidence?: Confidence;
  readonly note?: string;
}

interface AnyComponent {
  readonly rule: RuleName;
  /** What a price and `upTo` are about; one of the rule's own units. */
  readonly unit: UnitName;
  /** Absent: the tariff's own source. */
  readonly source?: string;
}

/** One thing that the tariff charges for, in money. */
export interface PricedComponent extends AnyComponent {
  readonly tiers: readonly Tier[];
  /** Over what the volume of the tiers is added up, in the provider's words. */
  readonly tierScope?: string;
}
/** One thing that it charges for in credits: money comes in where those are bought. */
export interface CreditComponent extends AnyComponent {
  /** How many a unit takes. */
  readonly credits: Decimal;
}
export type Component = PricedComponent | CreditComponent;

/** Credits, and what they cost once those of the base fee are gone: whole packs. */
export interface Credits {
  /** How many the base fee includes. */
  readonly included: Decimal;
  readonly perPack: Decimal;
  readonly packUsd: Decimal;
  readonly source?: string;
}

/** What a tariff itself rounds, always up. Null where the provider does not say: then exact. */
export interface Rounding {
  readonly durationStepMs: number | null;
  /** Least that is billed for an invocation, or for an active period of an instance; 0 for none. */
  readonly minimumDurationMs: number;
  readonly memoryStepMb: number | null;
  /** The only sizes there are: up to the next one. Instead of a step. */
  readonly memorySizesMb?: readonly number[];
  /** Least memory that is billed; 0 for none. */
  readonly minimumMemoryMb: number;
  /** Step of the time that an instance is kept ready. */
  readonly readyStepMs?: number;
}

/** How much CPU goes with an instance, where CPU has a price by the second. */
export interface AllocatedCpu {
  readonly unit: 'vcpu' | 'ghz';
  /** CPU by memory size, for a cloud that pairs them; the next size up counts, and the last above it. */
  readonly byMemoryMb?: readonly { readonly memoryMb: number; readonly cpu: Decimal }[];
  /** Without pairs: what a record that does not say `vcpu` is taken to have. */
  readonly standard?: Decimal;
}

/** Whether the time that module scope takes at a cold start is billed, and who says so. */
export interface InitBilling {
  readonly value: boolean | 'unknown';
  readonly note?: string;
  readonly source?: string;
}

export type Allowances = Readonly<Partial<Record<AllowanceName, Decimal>>>;

/** What an account gets a month without paying. */
export interface FreeTier {
  /** As quantities. */
  readonly quantities?: Allowances;
  /** As an amount off the price of that quantity: it covers less where the price is higher. */
  readonly discountsUsd?: Allowances;
  readonly per: 'month';
  /** Who shares it, in the provider's words. */
  readonly scope: string;
  /** What runs on instances that are kept ready is paid from the first request on. */
  readonly isReadyExcluded?: boolean;
}

/** What can be had at all: more than this is flagged on the receipt. */
export interface Limits {
  readonly maxMemoryMb?: number;
  readonly timeoutMs?: number;
}

/** The plan that a fixed fee belongs to, where a provider sells plans. */
export interface Plan {
  readonly name: string;
  /** By the month; for a plan that is sold by the seat, of one seat. */
  readonly feeUsd: Decimal;
  readonly per: 'account' | 'seat';
  /** Whether the fee is one of the components; a fee that buys use back is not. */
  readonly isCounted: boolean;
  /** What can be had for nothing, in Dutch. */
  readonly freePlan: string;
}

/** What a cloud asks for running functions. */
export interface Tariff extends Priced {
  readonly kind: 'faas';
  readonly components: readonly Component[];
  readonly rounding: Rounding;
  readonly cpu?: AllocatedCpu;
  /** Bytes of an answer that a request may send before `streamed-response` counts. */
  readonly streamedBytesFree?: number;
  readonly initBilled: InitBilling;
  /** Never assumed: whether it still applies is for the account's owner to say. */
  readonly freeTier: FreeTier | null;
  /** What the base fee includes: it always applies. */
  readonly included?: Allowances;
  readonly credits?: Credits;
  readonly plan?: Plan;
  /** The provider says that data to the internet costs nothing. Absent: it costs something, or nobody says. */
  readonly isDataOutFree?: boolean;
  readonly limits?: Limits;
  /** How much CPU a function gets, in the provider's terms; a fact for readers, nothing is reckoned with it. */
  readonly cpuModel?: string;
  /** Left out of lists that compare: another file has the same prices, for another region. */
  readonly samePricesAs?: string;
  /** An old plan: the product that a new function of this provider gets instead. */
  readonly replacedBy?: string;
  /** Of the past: shown, but no choice for anyone now. */
  readonly endedOn?: string;
}

/** What a cloud asks for something that is always on: the other side of the comparison. */
export interface AlwaysOn extends Priced {
  readonly kind: 'always-on';
  /** What it is: something that runs code, or something that code needs beside it. */
  readonly role: 'server' | 'database';
  /** Apart, since what is counted is a choice that a page must show. */
  readonly components: readonly AlwaysOnComponent[];
  /** What the price of the machine has in it already. What is neither here nor a component has no price with a source. */
  readonly included: readonly AlwaysOnExtra[];
  readonly limits: { readonly vcpu: number; readonly memoryMb: number };
  readonly burst?: Burst;
}
export interface AlwaysOnComponent {
  readonly what: AlwaysOnPart;
  /** A disk is priced by its size: `gb-month`. */
  readonly unit: 'hour' | 'month' | 'gb-month';
  /** For `gb-month`: how many. */
  readonly gb?: number;
  readonly priceUsd: Decimal;
  /** Most that a month of it costs. */
  readonly monthCapUsd?: Decimal;
  /** Where this part was read, when it was elsewhere or on another day than the machine. */
  readonly source?: string;
  readonly readDate?: string;
}
/** What a machine needs beside itself. */
export type AlwaysOnExtra = 'public-ipv4' | 'disk';
export type AlwaysOnPart = 'instance' | AlwaysOnExtra;

/** A machine that may only now and then use all of its processors. */
export interface Burst {
  /** Virtual CPUs, on average, that its price pays for; null where no source says. */
  readonly baselineVcpu: Decimal | null;
  /** For what it uses above that, by the hour; null where it is slowed down instead, or no source says. */
  readonly surplusUsdPerVcpuHour: Decimal | null;
  readonly source: string;
  readonly readDate: string;
}

/** What a cloud asks for the things that stand beside a function. */
export interface Beside {
  readonly kind: 'beside';
  readonly id: string;
  readonly provider: string;
  readonly region: string;
  /** Ids of the tariffs that it stands beside: of the same cloud, in the same region. */
  readonly goesWith: readonly string[];
  readonly components: readonly BesideComponent[];
}
export interface BesideComponent extends Provenance {
  readonly what: BesideWhat;
  readonly product: string;
  /** Of a million requests. */
  readonly priceUsd: Decimal;
  /** How many requests one of it takes. */
  readonly requestsEach: number;
  readonly readDate: string;
}
export type BesideWhat = 'gateway' | 'read' | 'write' | 'message';

/** One dated exchange rate: euro = dollar ÷ `usdPerEur`. */
export interface ExchangeRate extends Provenance {
  readonly kind: 'currency';
  readonly id: string;
  readonly base: 'EUR';
  readonly quote: 'USD';
  readonly usdPerEur: Decimal;
  /** The day of the rate. */
  readonly date: string;
}

/** Everything that a file in `content/tariffs` can be, in dollars. */
export type PriceFile = Tariff | AlwaysOn | Beside | ExchangeRate;

/** What the owner of an account has to say before a bill of theirs can be made. */
export interface PricingOptions {
  /**
   * Whether the account's free tier still applies, or which parts of it. Never assumed: only its owner knows
   * what else used it.
   */
  readonly freeTier: boolean | readonly AllowanceName[];
  /**
   * Whether data to the internet is counted, where a tariff has a price for it. Only for a bill by itself: most tariffs have
   * no such price with a source, so in a comparison it would make the honest ones dear.
   */
  readonly dataOut?: boolean;
}

/** Totals of use, by count. */
export type Counts = Readonly<Record<CountName, bigint>>;
