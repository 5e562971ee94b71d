/**
 * The shapes that traffic and durations can have, as a scenario names them. Every moment and every duration is in
 * milliseconds, but for the two fits that are published in seconds, and stay so that they can be recognised.
 */

/** When calls come. The first comes after one interval, never at zero. */
export type Arrivals =
  /** Independent of each other: exponential intervals. */
  | { readonly kind: 'poisson'; readonly perSecond: number }
  /** As a clock: the n-th call at n × `everyMs`. */
  | { readonly kind: 'constant'; readonly everyMs: number }
  /** Bursts: Poisson while it is on, silence while it is off; both periods are exponential, and it begins on. */
  | {
      readonly kind: 'onOff';
      /** While it is on. */
      readonly perSecond: number;
      /** The mean of a period. */
      readonly onMs: number;
      readonly offMs: number;
    }
  /** Calls in each of the 24 hours, the same every day: Poisson, and even within the hour. */
  | {
      readonly kind: 'day';
      readonly perHour: readonly number[];
      /** More calls, each once in the run and on top of its day: a ticket sale is one moment of a month. */
      readonly peaks?: readonly Peak[];
    }
  /** Calls that were recorded, in the order of their moments, with what each took where that is known. */
  | {
      readonly kind: 'trace';
      /** Where it was read from, for show. */
      readonly file?: string;
      readonly atMs: ArrayLike<number>;
      /** As long as `atMs`. With it a warm call takes what it took then, and `warmMs` is not drawn from. */
      readonly durationsMs?: ArrayLike<number>;
    };

/** So many calls more, on average, evenly spread from `atMs` on. */
export interface Peak {
  /** From the beginning of the run. */
  readonly atMs: number;
  readonly calls: number;
  readonly overMs: number;
}

/** How long something takes. */
export type Durations =
  | { readonly kind: 'constant' | 'exponential'; readonly mean: number }
  /** Hyperexponential: two exponential phases with balanced means, and a squared coefficient of variation of 4. */
  | { readonly kind: 'h2'; readonly mean: number }
  /** Of seconds, as it is published: the logarithm of a duration in seconds is normal. */
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  /** Of seconds, as it is published: shape `k`, and scale `lambda` in seconds. */
  | { readonly kind: 'weibull'; readonly k: number; readonly lambda: number }
  /** Measured ones, each as likely as another. */
  | { readonly kind: 'samples'; readonly values: readonly number[] };

/** Which of the idle instances serves; the platform's own rule is `most-recent`. */
export const ROUTINGS = [
  'newest-created',
  'oldest-created',
  'random',
  'least-recent',
  'most-recent',
] as const;

export type Routing = (typeof ROUTINGS)[number];
