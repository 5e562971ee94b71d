/** What a teacher chose for a package, and what comes of it. */
import { type ExerciseSet, readSet, readSetFile, SET_FRAGMENT } from '../../exercises/set.ts';
import { fileNameOf } from '../../kit/save-file.ts';
import type { ExerciseFacts, LessonFacts } from '../package/course-facts.ts';
import { type PlannedPackage, planOfLessons, planOfSet } from '../package/plan.ts';

export interface Choice {
  readonly what: 'course' | 'lessons' | 'set';
  /** Slugs, of `lessons`. */
  readonly slugs: ReadonlySet<string>;
  /** As it was typed; empty is none. */
  readonly passMark: string;
  readonly isExercisesOnly: boolean;
  readonly set: ExerciseSet | null;
}

/** What still lacks, in words for who chooses. */
export interface Lacking {
  readonly lacking: string;
}

export function planOf(choice: Choice, course: readonly LessonFacts[]): PlannedPackage | Lacking {
  const passMark = passMarkOf(choice.passMark);
  if (passMark === 'wrong') return { lacking: 'De norm is een heel getal van 1 tot 100, of leeg.' };
  if (choice.what === 'set') {
    if (choice.set === null) return { lacking: 'Plak de link van een reeks, of kies het bestand ervan.' };
    return planOfChosenSet(choice.set, course, passMark);
  }
  const lessons = choice.what === 'course' ? course : course.filter(({ slug }) => choice.slugs.has(slug));
  const [first] = lessons;
  if (!first) return { lacking: 'Kies minstens één les.' };
  if (choice.isExercisesOnly && lessons.every(({ exercises }) => exercises.length === 0)) {
    return {
      lacking: 'In deze lessen staan geen oefeningen. Kies er een les bij, of laat de lessen meetellen.',
    };
  }
  return planOfLessons(lessons, nameOf(lessons, course), {
    passMark,
    isExercisesOnly: choice.isExercisesOnly,
  });
}

function nameOf(lessons: readonly LessonFacts[], course: readonly LessonFacts[]) {
  const [first] = lessons;
  if (lessons.length === course.length) return { name: 'cursus', title: 'Functielab' };
  if (lessons.length === 1 && first) return { name: first.slug, title: first.title };
  return { name: `${lessons.length}-lessen`, title: `Functielab: ${lessons.length} lessen` };
}

function planOfChosenSet(
  set: ExerciseSet,
  course: readonly LessonFacts[],
  passMark: number | null,
): PlannedPackage | Lacking {
  const known = new Map<string, ExerciseFacts>(
    [...course.flatMap(({ exercises }) => exercises), ...set.own.map(factsOfOwn)].map((one) => [
      one.name,
      one,
    ]),
  );
  const exercises = set.exercises.flatMap((name) => known.get(name) ?? []);
  if (exercises.length < set.exercises.length) {
    return {
      lacking: 'Deze reeks noemt een oefening die deze site niet heeft. Maak de reeks opnieuw op deze site.',
    };
  }
  return planOfSet(set, exercises, fileNameOf(set.title, 'reeks'), { passMark });
}

function factsOfOwn({ name, title, checks }: ExerciseSet['own'][number]): ExerciseFacts {
  return { name, title, checks: checks.map((check) => ({ id: check.id, title: check.title })) };
}

function passMarkOf(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : 'wrong';
}

/** @param text a link with a set in it, whatever stands around it, or the text of a set's file */
export function setIn(text: string): ExerciseSet | null {
  const at = text.indexOf(SET_FRAGMENT);
  return at === -1 ? readSetFile(text) : readSet(text.slice(at).trim());
}
