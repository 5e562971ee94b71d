/**
 * A classroom without a server: everything goes by link or by file.
 *
 *     teacher ──set: a link──▶ learner ──hand-in.ts: one file──▶ learning environment ──▶ teacher ──▶ marking
 *
 * - `set-maker/`: a teacher puts sets together (`SetMaker`), out of the course's exercises and own ones; they stay on that device.
 * - `sets/`: a set lives in the fragment of a link (`exercises/set.ts`), on paper (`SetPrint`) and on a screen (`screen.ts`). A
 *   student makes it (`SetPage`), and has it in sight on every page of that tab (`SetBar`, fetched when there is one:
 *   `start-bar.ts`).
 * - `hand-in/`: the one file that a learner hands in. It holds code and a name that the learner chose, and nothing that is believed.
 * - `marking/`: the teacher's browser reads those files, hostile ones included (`read-files.ts`), tells whose they are
 *   (`whose.ts`, with the names that a learning environment gives, `reading/systems.ts`), and runs the work again in its own sandbox
 *   (`mark.ts`, `marking-model.ts`, `Marking`).
 * - `export/`: what goes to a school of that (`export/grade-sheet.ts`): a table, a workbook, columns for a grade book, feedback.
 * - `school-file/`: what a school keeps about privacy: the table of what stays on a device, and a sheet to fill in for each country.
 * - `overview/`: what the class did not understand, read from a marking (`ClassOverview`), and on the screen before it without names.
 * - `class-traffic/`: the calls that students let go with their work, as one load on one function (`merge.ts`).
 *
 * `requests-of-visit.ts` shows a school who was asked what, `guides.ts` is what a teacher gets with each lesson, and `term-plans.ts`
 * lays the lessons out over a term.
 *
 * Begin at `sets/SetPage.tsx`, `set-maker/SetMaker.tsx`, `hand-in/hand-in.ts`, `marking/mark.ts`, `overview/ClassOverview.tsx`,
 * `class-traffic/merge.ts` and
 * `school-file/kept-on-device.ts`. This door is for what every page carries; pages take their parts from
 * `islands.tsx` and `guides.ts`. Only pages and the site's shell may import.
 */
export { rememberRequests } from './requests-of-visit.ts';
export { followTeacherButtons } from './screen.ts';
export { startSetBar } from './sets/start-bar.ts';
