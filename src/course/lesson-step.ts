/**
 * A step of a `Probeer` as an author writes it: what a button can do for the reader (`do`) and what counts as done (`when`).
 * `build/content/step-problems.ts` checks it against the playground that it is at, and `lesson/steps/` follows it in a page.
 */

/** By this name a `Probeer` is at the month's calculator of its lesson. */
export const MONTH_SHEET = 'rekenblad';

/** What the month's calculator holds. */
export interface StepMonth {
  readonly perDay?: number;
  readonly durationMs?: number;
  readonly memoryMb?: number;
}

/** An alarm as the button of a step sets it. */
export interface StepAlarm {
  readonly on: 'usd' | 'failed' | 'refused' | 'p95';
  /** In dollars to the last digit, `0.0001`; in calls or in ms. */
  readonly above: string;
  /** How late the figures come in, in ms. */
  readonly lateMs: number;
  /** It also sets the limit of calls at once to 0. */
  readonly stops: boolean;
}

/** What the reader has set, at a call that counts or as the thing that counts. */
export interface StepSettings {
  /** MB. */
  readonly memory?: number;
  /** ms. */
  readonly timeout?: number;
  /** Most calls at once. */
  readonly limit?: number;
  /** Environment: `NAAM=waarde`, one a line. */
  readonly env?: string;
}

/** What counts as done. Exactly one of the first group, or settings alone; the second group narrows calls and runs. */
export interface StepWhen extends StepSettings {
  /** So many requests answered, whatever the answer. */
  readonly calls?: number;
  /** So many runs ended of functions that an event set off. */
  readonly runs?: number;
  /** An instance waited in vain for as long as it is kept, and went. */
  readonly gone?: true;
  /** The clock struck so often. */
  readonly timers?: number;
  /** So many messages became dead letters. */
  readonly dead?: number;
  /** So many dead letters were sent again. */
  readonly redriven?: number;
  /** So many dead letters were thrown away. */
  readonly discarded?: number;
  /** The code is the lesson's again. */
  readonly restored?: true;
  readonly clock?: 'on' | 'off';
  /** This cron expression was typed. */
  readonly cron?: string;
  /** Steady traffic of so many calls a second; 0 when it ended. */
  readonly traffic?: number;
  /** A program that stays on was started or stopped. */
  readonly program?: 'on' | 'off';
  /** An alarm was set, or rang. */
  readonly alarm?: 'set' | 'rung';
  /** The month's calculator holds this. */
  readonly month?: StepMonth;
  /** In the month as it is set, this costs less. */
  readonly cheaper?: 'server' | 'function';

  readonly status?: number;
  readonly cold?: boolean;
  /** Method and path as sent: `GET /likes`. */
  readonly request?: string;
  /** Name of the function that answered or ran. */
  readonly function?: string;
  /** Of the file that the reader uploaded before the run; `*` for one of the reader's own. */
  readonly file?: string;
  /** On code that the reader changed. Alone, with none of the first group: a program was started with it. */
  readonly edited?: true;
}

/** What a step's button does, in this order. */
export interface StepDo extends StepSettings {
  /** The lesson's code comes back. */
  readonly restore?: true;
  readonly cron?: string;
  /** Method and path, as of an example or typed: `GET /likes`. */
  readonly request?: string;
  readonly body?: string;
  /** `Maak leeg`. */
  readonly empty?: true;
  readonly clock?: 'on' | 'off';
  /** One after another. */
  readonly run?: number;
  /** As many at once as the playground's own button sends. */
  readonly burst?: number;
  /** Name of a ready file. */
  readonly upload?: string;
  /** So many messages into the queue. */
  readonly send?: number;
  /** So often to the next planned moment. */
  readonly jump?: number;
  /** Calls a second; 0 ends them. */
  readonly traffic?: number;
  readonly redrive?: true;
  readonly discard?: true;
  readonly alarm?: StepAlarm;
  readonly month?: StepMonth;
}

/** One of these says what is counted. */
export const COUNTED = [
  'calls',
  'runs',
  'gone',
  'timers',
  'dead',
  'redriven',
  'discarded',
  'restored',
  'clock',
  'cron',
  'traffic',
  'program',
  'alarm',
  'month',
  'cheaper',
] as const satisfies readonly (keyof StepWhen)[];

/** After these something has run; the rest only prepares. */
const RUNNING = [
  'run',
  'burst',
  'upload',
  'send',
  'jump',
  'redrive',
] as const satisfies readonly (keyof StepDo)[];

/** @returns the name of the step's button */
export function stepButton(number: number | string, doing: StepDo): string {
  const runs = RUNNING.some((name) => doing[name] !== undefined) || (doing.traffic ?? 0) > 0;
  return runs ? `Voer stap ${number} uit` : `Zet stap ${number} klaar`;
}
