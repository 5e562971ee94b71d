/** The exercises of a set as its pages list them: the course's and the teacher's own, in the order of the set. */
import type { ListedForSet } from '../../exercises/list.ts';
import { type OwnExercise, versionOf } from '../../exercises/own/index.ts';
import type { ExerciseSet } from '../../exercises/set.ts';

export type ListedInSet = Pick<
  ListedForSet,
  'name' | 'title' | 'minutes' | 'checks' | 'checkTitles' | 'version'
> & {
  /** "Les 4", "Eigen oefening". */
  readonly lesson: string;
  readonly summary: string;
};

/** Those that are known here; the course may have lost one since the set was made. */
export function listedInSet(set: ExerciseSet, course: readonly ListedForSet[]): readonly ListedInSet[] {
  return set.exercises.flatMap((name) => {
    const own = set.own.find((one) => one.name === name);
    return own ? listedOwn(own) : (course.find((one) => one.name === name) ?? []);
  });
}

export function listedOwn(own: OwnExercise): ListedInSet {
  const { name, title, minutes, checks } = own;
  return {
    name,
    title,
    minutes,
    lesson: 'Eigen oefening',
    summary: '',
    checks: checks.map(({ id }) => id),
    checkTitles: checks.map((check) => check.title),
    version: versionOf(own),
  };
}

/** Titles of what is another version here than its teacher saw when the set was made. */
export function movedOn(set: ExerciseSet, known: readonly ListedInSet[]): readonly string[] {
  return known
    .filter(({ name, version }) => {
      const seen = set.versions[set.exercises.indexOf(name)];
      return seen !== undefined && seen !== version && !set.own.some((own) => own.name === name);
    })
    .map(({ title }) => title);
}
