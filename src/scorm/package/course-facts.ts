/** The course as a package has to know it, and what of it counts in one package. */

export interface CheckFacts {
  readonly id: string;
  readonly title: string;
}

export interface ExerciseFacts {
  readonly name: string;
  readonly title: string;
  readonly checks: readonly CheckFacts[];
}

export interface LessonFacts {
  readonly slug: string;
  readonly title: string;
  readonly exercises: readonly ExerciseFacts[];
}

/** What counts in a package: lessons that are read, and exercises of which the checks pass. */
export interface Counted {
  readonly lessons: readonly Pick<LessonFacts, 'slug' | 'title'>[];
  readonly exercises: readonly ExerciseFacts[];
  /** Whole percents of the score at which one has passed; null when the package knows no such thing. */
  readonly passMark: number | null;
}

/** What is planned of a package's start page. */
export interface StartFacts extends Counted {
  /** Where a first visit begins: a file in the package, with a fragment if it has one. */
  readonly start: string;
  /** Where its exercises are handed in, in the same way; null when there are none. */
  readonly handIn: string | null;
}

/** What the start page of a package knows. */
export interface ShellFacts extends StartFacts {
  /** Files in the package to which a learner may be brought back. */
  readonly pages: readonly string[];
}
