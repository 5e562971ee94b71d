/**
 * Exercises: a sample function with a task, checks, hints and a solution.
 *
 *     content/functions/<name>/   function.json and start code, as of any sample
 *                                 opdracht.mdx   the task; its frontmatter is `course/schemas/exercise.ts`
 *                                 checks.ts      what the code has to do: `check.ts` says how that is written
 *                                 oplossing/     the files that the solution changes
 *
 * Read `check.ts` first. A check runs on the platform, through an engine of its own (`lab/`), and speaks the course's terms:
 * requests and answers, what is stored afterwards, logs, cold and warm, instances, and the bill. It never looks at the text
 * of the code. `run/in-browser.ts` runs all checks of an exercise, and believes nothing that the code says of itself: in the
 * sandbox of a page, or under Node for the project's own code (`build/exercises/`), where every solution has to pass and every
 * start code to fail. `check-model.ts` and `CheckPanel.tsx` show what came of it, and `Solved.tsx` what comes after; `list.ts` is
 * all exercises for pages, and
 * `set.ts` what a teacher gives out of them. A teacher's own exercise is data, and begins at `own/index.ts`;
 * its task is read in `task/index.ts`.
 *
 * Durations differ from machine to machine. So a budget of money is a `budget` against the bill of the exercise's own
 * solution, run by turns on the same machine; else a check counts what no machine changes (`lab/counts.ts`).
 *
 * This door is for `checks.ts`. Pages, the classroom and packages come in by `list.ts`, `set.ts`, `check.ts`, `Exercise.astro`
 * and `in-browser.ts`, `exercise-to-run.ts`, `oracle.ts` and `run-checks.ts` of `run/`; whatever stands above this room may import it.
 */
export type { BudgetCheck, Check, PlainCheck, Play } from './check.ts';
export type { Random } from './fresh-inputs.ts';
export type { ExerciseLab, Received } from './lab/index.ts';
export type { LabRequest } from './lab/lab-request.ts';
export { fieldsOf, isSame } from './lab/same.ts';
export { checksOfOwn } from './own/own-checks.ts';
