/** All exercises with their lessons, for pages: in the order of the course. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { kindWords, levelWords } from '../course/exercise-words.ts';
import { type Lesson, lessons } from '../course/lessons.ts';
import { exercisePath, lessonPath, sitePath } from '../course/paths.ts';
import type { Sample } from '../course/sample.ts';
import { loadSample } from '../course/samples.ts';
import type { ExerciseFacts } from '../course/schemas/exercise.ts';
import type { Check } from './check.ts';
import type { NextStep } from './check-model.ts';
import { exerciseVersion } from './fingerprint.ts';

const checkFiles = import.meta.glob<readonly Check[]>('../../content/functions/*/checks.ts', {
  import: 'checks',
});

export interface ListedExercise {
  readonly name: string;
  readonly title: string;
  readonly lesson: Lesson;
  readonly entry: CollectionEntry<'exercises'>;
  readonly checks: readonly Pick<Check, 'id' | 'title'>[];
}

export { kindWords, levelWords };

/** @throws Error naming the file, when an exercise closes a lesson that isn't there */
export async function exercises(): Promise<ListedExercise[]> {
  const course = await lessons();
  const all = await Promise.all(
    (await getCollection('exercises')).map(async (entry) => {
      const lesson = course.find(({ id }) => id === `lessen/${entry.data.lesson}`);
      if (!lesson) {
        throw new Error(
          `content/functions/${entry.id}/opdracht.mdx: lesson: there is no lesson "${entry.data.lesson}"`,
        );
      }
      const title = (await getEntry('functions', entry.id))?.data.title ?? entry.id;
      const checks = await checkFiles[`../../content/functions/${entry.id}/checks.ts`]?.();
      if (!checks) throw new Error(`content/functions/${entry.id}/checks.ts does not exist`);
      const known = checks.map(({ id, title }) => ({ id, title }));
      return { name: entry.id, title, lesson, entry, checks: known };
    }),
  );
  const order = ({ lesson }: ListedExercise) => lesson.data.order ?? 0;
  return all.sort((a, b) => order(a) - order(b) || a.entry.data.minutes - b.entry.data.minutes);
}

/**
 * Where a learner goes on after an exercise: the next one of its lesson, and the lesson after that; at the end of the course, what
 * was done of it.
 */
export function stepsAfter(
  { name, lesson }: Pick<ListedExercise, 'name' | 'lesson'>,
  all: readonly ListedExercise[],
  course: readonly Lesson[],
): NextStep[] {
  const more = all[all.findIndex((one) => one.name === name) + 1];
  const after = course[course.findIndex(({ id }) => id === lesson.id) + 1];
  const steps: NextStep[] = [];
  if (more?.lesson.id === lesson.id) {
    const { level, minutes }: ExerciseFacts = more.entry.data;
    steps.push({
      what: 'Volgende oefening',
      title: more.title,
      href: exercisePath(more.name),
      facts: `${levelWords[level]} · ${minutes} minuten`,
    });
  }
  const onward = after
    ? {
        what: `Les ${after.data.order}`,
        title: after.data.title,
        href: lessonPath(after),
        facts: `${after.data.minutes} minuten`,
      }
    : {
        what: 'Einde van de cursus',
        title: 'Bekijk wat je gedaan hebt',
        href: sitePath('voortgang/'),
        facts: 'Je voortgang',
      };
  return [...steps, onward];
}

/** The checks of exercises as marks of progress look for them: `groet-iedereen/leeg groet-iedereen/lang`. */
export function checksOf(exercises: readonly Pick<ListedExercise, 'name' | 'checks'>[]): string {
  return exercises.flatMap(({ name, checks }) => checks.map(({ id }) => `${name}/${id}`)).join(' ');
}

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
  /** Eight hexadecimal digits: of its start code and its checks. */
  readonly version: string;
  readonly level: ExerciseFacts['level'];
  readonly kind: ExerciseFacts['kind'];
}

/** All of them, in the order of the course. @throws Error as `exercises` and `loadSample` do */
export async function listForSet(): Promise<ListedForSet[]> {
  return Promise.all(
    (await exercises()).map(async ({ name, title, lesson, checks, entry }) => ({
      name,
      title,
      href: exercisePath(name),
      lesson: `Les ${lesson.data.order}`,
      minutes: entry.data.minutes,
      summary: entry.data.summary,
      checks: checks.map(({ id }) => id),
      checkTitles: checks.map((check) => check.title),
      level: entry.data.level,
      kind: entry.data.kind,
      version: versionOfListed(await loadSample(name), checks),
    })),
  );
}

/** As a hand-in names it: see `fingerprint.ts`. */
export function versionOfListed({ files }: Pick<Sample, 'files'>, checks: ListedExercise['checks']): string {
  return exerciseVersion(
    files,
    checks.map(({ id }) => id),
  );
}
