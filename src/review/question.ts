/** A question as `Herhaal` asks it: one of a lesson, or one with numbers that were drawn for this time. */

export interface ReviewQuestion {
  /** What is kept of it is kept under this: `<slug>/<place>` of a lesson's, `<slug>/som-<name>` of a fresh one. */
  readonly id: string;
  /** Of the lesson that it belongs to. */
  readonly slug: string;
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  /** Why that one is right. */
  readonly why: string;
  /** A reaction an option, for a wrong choice; empty where `why` says enough. */
  readonly hints: readonly string[];
}

/** A lesson whose questions can be asked. */
export interface ReviewLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
}
