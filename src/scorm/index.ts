/**
 * In a learning environment: what the pages of a package and its start page do there. `build/scorm/` packs it.
 *
 *     learning environment ◀──SCORM API── session.ts ◀── shell-main.ts, the start page ◀──shell.ts── inside.ts, each page
 *                                            │
 *                                            └─ report.ts: of a learner's progress, what is reported
 *
 * Read `shell-main.ts` first. `course.json.ts` is the course as a package has to know it. A start page is small: nothing here
 * but `course.json.ts` knows an exercise or a playground. The build, the command line and the site's shell may import.
 */
export type { LessonFacts, Report } from './report.ts';
export type { Shell } from './shell.ts';
export type { StartFacts } from './shell-main.ts';
