/**
 * In a learning environment: what the pages of a package and its start page do there, and how a package is made.
 *
 *     learning environment ◀──SCORM API── session/ ◀── shell-main.ts, the start page ◀──shell.ts── inside.ts, each page
 *
 * Read `shell-main.ts` first. `session/` is one visit of a learner: begin at `session/session.ts`; what is reported of progress is
 * `session/report.ts`, what travels to another device `session/suspend.ts` and `session/learners-shelf.ts`. `package/` makes the zips: begin at
 * `package/zip-package.ts`. `maker/` is the page on which a teacher has one made: begin at `maker/PackageMaker.tsx`. A start page is small: nothing here knows an exercise or a playground. The build, the command line,
 * pages and the site's shell may import.
 */
export type { LessonFacts, StartFacts } from './package/course-facts.ts';
export type { Shell } from './shell.ts';
