/** What becomes a package: the whole course, some lessons of it, or a teacher's set. */
import { type ExerciseSet, PLAIN_SET, setFragment } from '../../exercises/set.ts';
import type { ExerciseFacts, LessonFacts, StartFacts } from './course-facts.ts';

export interface PlannedPackage {
  /** Of its file and its id: letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly facts: StartFacts;
}

/** What holds for a package whatever is in it. */
export interface PackageRules {
  /** Whole percents; null for none. */
  readonly passMark: number | null;
  /** Only the exercises count, and a visit begins with them. */
  readonly isExercisesOnly: boolean;
}

const HAND_IN = 'opdracht/index.html';
/** As many as a set may hold (`exercises/set.ts`). */
const MOST_EXERCISES = 40;

/** Lessons of the course, in its order. @param lessons at least one */
export function planOfLessons(
  lessons: readonly LessonFacts[],
  whole: { readonly name: string; readonly title: string },
  { passMark, isExercisesOnly }: PackageRules,
): PlannedPackage {
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  const handIn = exercises.length === 0 ? null : handInOf(setOf(whole.title, exercises));
  const [first] = lessons;
  const startsAtSet = isExercisesOnly && handIn !== null;
  return {
    ...whole,
    facts: {
      lessons: startsAtSet ? [] : lessons.map(({ slug, title }) => ({ slug, title })),
      exercises,
      passMark: exercises.length === 0 ? null : passMark,
      start: startsAtSet ? handIn : `lessen/${first?.slug}/index.html`,
      handIn,
    },
  };
}

/** A teacher's set: only its exercises count. @param exercises those of the set, in its order */
export function planOfSet(
  set: ExerciseSet,
  exercises: readonly ExerciseFacts[],
  name: string,
  { passMark }: Pick<PackageRules, 'passMark'>,
): PlannedPackage {
  const handIn = handInOf(set);
  return { name, title: set.title, facts: { lessons: [], exercises, passMark, start: handIn, handIn } };
}

function handInOf(set: ExerciseSet): string {
  return HAND_IN + setFragment(set);
}

function setOf(title: string, exercises: readonly ExerciseFacts[]): ExerciseSet {
  return {
    ...PLAIN_SET,
    title,
    exercises: exercises.slice(0, MOST_EXERCISES).map(({ name }) => name),
  };
}

/**
 * The whole course, or one lesson of it; with `perLesson` each lesson besides the course.
 *
 * @param only the lesson that alone is wanted, by its slug
 * @returns null when there is no such lesson
 */
export function plannedPackages(
  course: readonly LessonFacts[],
  {
    only,
    perLesson,
    ...rules
  }: PackageRules & { readonly only: string | undefined; readonly perLesson: boolean },
): readonly PlannedPackage[] | null {
  const ofLesson = (lesson: LessonFacts) =>
    planOfLessons([lesson], { name: lesson.slug, title: lesson.title }, rules);
  if (only !== undefined) {
    const lesson = course.find(({ slug }) => slug === only);
    return lesson ? [ofLesson(lesson)] : null;
  }
  const whole = planOfLessons(course, { name: 'cursus', title: 'Functielab' }, rules);
  return [whole, ...(perLesson ? course.map(ofLesson) : [])];
}
