/**
 * Tests that look over the whole site, attack it, or need a browser for minutes about one corner of it. A change in one part seldom
 * meets them, and together they take as long as all other tests of pages: `npm test` leaves them out, so that who works on the site
 * waits less than twelve minutes, and `.ci/run` runs each.
 */
const SITE_WIDE = [
  'browser/accessibility.test.ts',
  'browser/container-accessibility.test.ts',
  'browser/crawl/crawl.test.ts',
  'browser/events-accessibility.test.ts',
  'browser/paper.test.ts',
  'browser/pictures/pictures.test.ts',
  'browser/privacy.test.ts',
  'browser/trees/exercise.test.ts',
  'browser/trees/playground.test.ts',
  'browser/trees/rooms.test.ts',
  'browser/trees/shell.test.ts',
  'browser/wcag.test.ts',
];

const ATTACKS = [
  'browser/bad-input.test.ts',
  'browser/hostile-hand-ins.test.ts',
  'browser/injection/injection.test.ts',
  'browser/strangers-code.test.ts',
  'host/host-failures.browser.test.ts',
  'playground/failures/mistakes.browser.test.ts',
];

/** A service that only the real internet has, with a stand-in here. */
const CONTAINER = [
  'browser/container-failures.test.ts',
  'browser/container.test.ts',
  'browser/node-project.test.ts',
];

/** Learning environments, web servers and the versions before this one. */
const SURROUNDINGS = ['browser/scorm.test.ts', 'browser/served.test.ts', 'browser/upgrade.test.ts'];

/** Under `test/`. */
export const SURVEYS: readonly string[] = [...SITE_WIDE, ...ATTACKS, ...CONTAINER, ...SURROUNDINGS];
