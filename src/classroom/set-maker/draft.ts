/** What a teacher is putting together, as its form has it, and the sets that come of it: one, two variants, or one a week. */
import type { OwnExercise } from '../../exercises/own/index.ts';
import { type ExerciseSet, PLAIN_SET } from '../../exercises/set.ts';
import { weeksLater } from '../sets/deadline.ts';
import { MOST_WEEKS } from '../sets/series.ts';

/** One set, variants A and B, or a set a week. */
export const DRAFT_FORMS = ['one', 'variants', 'weeks'] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

export interface ChosenExercise {
  readonly name: string;
  /** Of weeks the week, from 1; of variants 1 for A alone, 2 for B alone, and 0 for both. */
  readonly part: number;
}

export interface Draft {
  readonly form: DraftForm;
  readonly title: string;
  /** In order. */
  readonly chosen: readonly ChosenExercise[];
  readonly weeks: number;
  readonly tariff: string | null;
  readonly deadline: string;
  /** Of the first week, where there are several. */
  readonly due: string | null;
  readonly hints: boolean;
  readonly closed: ExerciseSet['closed'];
  /** The teacher's own, those that are not chosen too. */
  readonly own: readonly OwnExercise[];
}

/** What a form has and sets can't tell: a week without exercises has none, and one week alone looks like one set. */
export type PlanForm = Pick<Draft, 'form' | 'title' | 'weeks'>;

const OTHERWISE = 'Reeks';

export const EMPTY_DRAFT: Draft = {
  form: 'one',
  title: '',
  chosen: [],
  weeks: 6,
  tariff: null,
  deadline: '',
  due: null,
  hints: true,
  closed: PLAIN_SET.closed,
  own: [],
};

const VARIANTS = ['A', 'B'] as const;

/**
 * The sets as they are given out, each with at least one exercise: a week without any has no set.
 *
 * @param versionOf of an exercise of the course; an empty text for one that it does not know
 */
export function setsOf(draft: Draft, versionOf: (name: string) => string): readonly ExerciseSet[] {
  const { form, chosen, weeks } = draft;
  const title = draft.title.trim() || OTHERWISE;
  const of = (names: readonly string[], change: Partial<ExerciseSet>): ExerciseSet[] => {
    if (names.length === 0) return [];
    const { tariff, deadline, due, hints, closed, own } = draft;
    const versions = names.map((name) =>
      own.some((one) => one.name === name) ? NO_VERSION : versionOf(name),
    );
    return [
      {
        ...PLAIN_SET,
        title,
        tariff,
        deadline: deadline.trim(),
        due,
        hints,
        closed,
        exercises: names,
        versions: versions.every((one) => one !== '') ? versions : [],
        own: names.flatMap((name) => own.find((one) => one.name === name) ?? []),
        ...change,
      },
    ];
  };
  const namesIn = (...parts: readonly number[]) =>
    chosen.filter(({ part }) => parts.includes(part)).map(({ name }) => name);
  if (form === 'variants') {
    return VARIANTS.flatMap((variant, at) => of(namesIn(0, at + 1), { variant }));
  }
  if (form === 'weeks') {
    return Array.from({ length: weeks }, (_, at) => at + 1).flatMap((week) =>
      of(namesIn(week), {
        title: `${title}, week ${week}`,
        due: draft.due && weeksLater(draft.due, week - 1),
      }),
    );
  }
  return of(
    chosen.map(({ name }) => name),
    {},
  );
}

/** An own exercise stands in the set whole: there is no other version of it. */
const NO_VERSION = '00000000';
const WEEK = /^(.*), week (\d+)$/s;

/**
 * The other way: sets that were made together, as a form has them to be changed.
 *
 * @param form as it was, where that is known: a link has sets alone
 */
export function draftOf(sets: readonly ExerciseSet[], form?: PlanForm): Draft {
  const [first] = sets;
  if (first === undefined) return EMPTY_DRAFT;
  const { tariff, deadline, due, hints, closed } = first;
  const own = new Map(sets.flatMap((set) => set.own.map((one) => [one.name, one] as const)));
  const common = {
    ...EMPTY_DRAFT,
    ...form,
    ...{ tariff, deadline, due, hints, closed, own: [...own.values()] },
  };
  const isForm = (one: DraftForm) => (form === undefined ? sets.length > 1 : form.form === one);
  if (isForm('variants') && sets.every(({ variant }) => variant !== null)) {
    const chosen = chosenOfVariants(sets);
    return { ...common, form: 'variants', title: form?.title ?? first.title, chosen };
  }
  const weeks = sets.map(({ title }) => WEEK.exec(title));
  const numbers = weeks.map((found) => Number(found?.[2]));
  if (isForm('weeks') && numbers.every((week) => week >= 1 && week <= MOST_WEEKS)) {
    return {
      ...common,
      form: 'weeks',
      title: form?.title ?? weeks[0]?.[1] ?? '',
      weeks: Math.max(form?.weeks ?? 1, ...numbers),
      due: due && weeksLater(due, 1 - (numbers[0] ?? 1)),
      chosen: sets.flatMap(({ exercises }, at) =>
        exercises.map((name) => ({ name, part: numbers[at] ?? 1 })),
      ),
    };
  }
  const made = first.variant === null ? first.title : `${first.title} (${first.variant})`;
  const title = form?.form === 'one' ? form.title : made;
  return { ...common, form: 'one', title, chosen: first.exercises.map((name) => ({ name, part: 0 })) };
}

/** In the order of A, and what only B has after what stands before it there. */
function chosenOfVariants(sets: readonly ExerciseSet[]): readonly ChosenExercise[] {
  const [inA = [], inB = []] = VARIANTS.map(
    (variant) => sets.find((set) => set.variant === variant)?.exercises,
  );
  const chosen: ChosenExercise[] = inA.map((name) => ({ name, part: inB.includes(name) ? 0 : 1 }));
  for (const [at, name] of inB.entries()) {
    if (inA.includes(name)) continue;
    const before = chosen.findIndex((one) => one.name === inB[at - 1]);
    chosen.splice(before + 1, 0, { name, part: 2 });
  }
  return chosen;
}

/** Chosen in order over the weeks, so that each takes about as long. */
export function overWeeks(
  chosen: readonly ChosenExercise[],
  weeks: number,
  minutesOf: (name: string) => number,
): readonly ChosenExercise[] {
  const all = chosen.reduce((sum, { name }) => sum + minutesOf(name), 0);
  let before = 0;
  return chosen.map(({ name }) => {
    const middle = before + minutesOf(name) / 2;
    before += minutesOf(name);
    return { name, part: Math.min(weeks, 1 + Math.floor((middle / Math.max(all, 1)) * weeks)) };
  });
}

/** As good as new, to be changed without the first: of another title, and without its deadline. */
export function copyOf(draft: Draft): Draft {
  return { ...draft, title: `${draft.title.trim() || OTHERWISE} (kopie)`, due: null };
}
