/**
 * Exercises: a sample function with a task, checks, hints and a solution.
 *
 *     content/functions/<name>/   function.json and start code, as of any sample
 *                                 opdracht.mdx   the task; its frontmatter is `schemas/exercise.ts`
 *                                 checks.ts      what the code has to do: `check.ts` says how that is written
 *                                 oplossing/     the files that the solution changes
 *
 * A check runs on the platform, through an engine of its own (`exercise-lab.ts`), and speaks the course's terms: requests
 * and answers (`received.ts`), what is stored afterwards, logs, cold and warm, instances, and the bill. It never looks at
 * the text of the code. `run-checks.ts` runs all checks of an exercise and believes nothing that the code says of itself;
 * `in-browser.ts` does so in the sandbox, `from-disk.ts` and `validate.ts` under Node for the project's own code: there
 * every solution has to pass and every start code to fail.
 *
 * Durations differ from machine to machine. So a budget of money is a `budget` against the bill of the exercise's own
 * solution, run by turns on the same machine; else a check counts what no machine changes (`counts.ts`).
 */
export type { BudgetCheck, Check, PlainCheck } from './check.ts';
export type { ExerciseLab } from './lab/driver.ts';
