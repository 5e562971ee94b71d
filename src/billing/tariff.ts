/**
 * A tariff is data: prices with their source, and which named rule counts what. Files of this form live in
 * `content/tariffs`, one a tariff; `parse-tariff.ts` checks them. No code knows a provider.
 *
 * Prices are decimal strings ("0.20"), never numbers: a JSON number would already have been rounded.
 */
import type { CountName, RuleName, UnitName } from './rules.ts';

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
  readonly currency: 'USD';
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

/** One thing that the tariff charges for. */
export interface Component {
  readonly rule: RuleName;
  /** What `priceUsd` and `upTo` are about; one of the rule's own units. */
  readonly unit: UnitName;
  readonly tiers: readonly Tier[];
  /** Over what the volume of the tiers is added up, in the provider's words. */
  readonly tierScope?: string;
  /** Absent: the tariff's own source. */
  readonly source?: string;
}

/** What a tariff itself rounds, always up. Null where the provider does not say: then exact. */
export interface Rounding {
  readonly durationStepMs: number | null;
  /** Least that is billed for an invocation; 0 for none. */
  readonly minimumDurationMs: number;
  readonly memoryStepMb: number | null;
  /** Least memory that is billed; 0 for none. */
  readonly minimumMemoryMb: number;
}

/** Whether the time that module scope takes at a cold start is billed, and who says so. */
export interface InitBilling {
  readonly value: boolean | 'unknown';
  readonly note?: string;
  readonly source?: string;
}

/** What an account gets without paying, in whole or decimal quantities a period. Absent: none of it. */
export interface FreeTier {
  readonly requests?: Decimal;
  readonly gbSeconds?: Decimal;
  readonly per: 'month';
  /** Who shares it, in the provider's words. */
  readonly scope: string;
}
export type FreeTierField = 'requests' | 'gbSeconds';

/** What a cloud asks for running functions. */
export interface Tariff extends Priced {
  readonly kind: 'faas';
  readonly components: readonly Component[];
  readonly rounding: Rounding;
  readonly initBilled: InitBilling;
  readonly freeTier: FreeTier | null;
}

/** What a cloud asks for something that is always on: the other side of the comparison. */
export interface AlwaysOn extends Priced {
  readonly kind: 'always-on';
  /** Apart, since what is counted is a choice that a page must show. */
  readonly components: readonly AlwaysOnComponent[];
  readonly limits: { readonly vcpu: number; readonly memoryMb: number };
}
export interface AlwaysOnComponent {
  readonly what: AlwaysOnPart;
  readonly unit: 'hour';
  readonly priceUsd: Decimal;
}
export type AlwaysOnPart = 'instance' | 'public-ipv4';

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

/** Everything that a file in `content/tariffs` can be. */
export type PriceFile = Tariff | AlwaysOn | ExchangeRate;

/** Totals of use under one tariff: whole numbers as text, so that they survive JSON at any size. */
export interface Quantities {
  readonly tariffId: string;
  readonly counts: Readonly<Record<CountName, string>>;
}
