/**
 * The commands of the project, as `npm start` and the other scripts of `package.json` run them. What they print is Dutch,
 * for whoever sits at the keyboard; wrong input ends with status 2 and says what would be right.
 *
 * Which rooms it imports, `test/architecture.test.ts` says. Nothing imports it but tests: what two commands share, and what a page needs too, lives in
 * the room that it is about.
 *
 * - `install.mjs` comes first, in plain JavaScript, since nothing is installed yet; `progress.mjs` is its line on the screen.
 * - `build.ts` builds, `serve.ts` serves (from `site-in-memory.ts`), `astro.ts` hands on to Astro. Together they are
 *   `npm start`, so begin there.
 * - `hosting.ts` writes the settings of other web servers, from `recipes/hosting-site.ts` and the recipe of each; `scorm.ts`
 *   packs for a learning environment, and `pack-tool.ts` the tool of a terminal. `release.ts` makes all of these at once for who
 *   has no source; begin at `release/release-zip.ts`.
 * - `new.ts` and `check-exercise.ts` are for authors, `bill.ts` for who has logs of their own (`tool/bill/`), `simulate.ts`
 *   for who has traffic in mind (`simulation/`).
 * - `test.ts` runs every check, with `test-settings.ts` and `test-report.ts` (what belongs to a run, begin at
 *   `testing/test-stages.ts`; `testing/test-failures.ts` tells at the end what failed), and `record-proof.ts` writes down what it
 *   proved; `find-browser.ts` and `ensure-browser.ts` find what it needs.
 */

/** The files with which a process begins, each by the script that names it. */
export const COMMANDS = {
  astro: 'astro.ts',
  bill: 'bill.ts',
  build: 'build.ts',
  hosting: 'hosting.ts',
  'new:lesson': 'new.ts',
  oefening: 'check-exercise.ts',
  'pack:tool': 'pack-tool.ts',
  'release:all': 'release.ts',
  'scorm:all': 'scorm.ts',
  serve: 'serve.ts',
  simulate: 'simulate.ts',
  start: 'install.mjs',
  'test:all': 'test.ts',
} as const;
