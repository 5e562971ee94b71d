/** Which questions are asked today, in which order. */
import type { ReviewQuestion } from './question.ts';
import { isDue, type Known } from './schedule.ts';

/** So many a day are done within ten minutes, also by who read five lessons yesterday. */
export const MOST_A_DAY = 12;

interface Due {
  readonly questions: readonly ReviewQuestion[];
  /** Slugs of lessons that were read. */
  readonly read: ReadonlySet<string>;
  readonly answers: Readonly<Record<string, Known>>;
  readonly today: number;
}

/** All that is due: first what was asked before, the longest overdue first, and then what is new, a lesson at a time in turn. */
export function dueToday({ questions, read, answers, today }: Due): readonly ReviewQuestion[] {
  const due = questions.filter(({ id, slug }) => read.has(slug) && isDue(answers[id], today));
  const asked = due.filter(({ id }) => answers[id] !== undefined);
  const longest = asked.sort((a, b) => (answers[a.id]?.dueDay ?? 0) - (answers[b.id]?.dueDay ?? 0));
  return [...longest, ...inTurn(due.filter(({ id }) => answers[id] === undefined))];
}

/** One of each lesson, then the next of each: two in a row about the same thing help each other, which is no recall. */
function inTurn(questions: readonly ReviewQuestion[]): readonly ReviewQuestion[] {
  const bySlug = [...Map.groupBy(questions, ({ slug }) => slug).values()];
  const longest = Math.max(0, ...bySlug.map((some) => some.length));
  return Array.from({ length: longest }, (_, at) => bySlug.flatMap((some) => some[at] ?? [])).flat();
}

/** The days after today on which something comes back, with how much; the next first. */
export function comingDays({ questions, read, answers, today }: Due): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { id, slug } of questions) {
    const dueDay = answers[id]?.dueDay;
    if (dueDay === undefined || dueDay <= today || !read.has(slug)) continue;
    days.set(dueDay, (days.get(dueDay) ?? 0) + 1);
  }
  return new Map([...days].sort(([a], [b]) => a - b));
}
