/** An exercise as a set is made of it, and shown. */
export interface ListedForSet {
  readonly name: string;
  readonly title: string;
  readonly href: string;
  /** "Les 4". */
  readonly lesson: string;
  readonly minutes: number;
  readonly summary: string;
  /** Ids. */
  readonly checks: readonly string[];
  readonly checkTitles: readonly string[];
}
