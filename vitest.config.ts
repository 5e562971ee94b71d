import { configDefaults, defineConfig } from 'vitest/config';
import { inlineScript } from './src/build/inline-script.ts';
import { PATIENCE_MS, testSettings } from './src/cli/test-settings.ts';
import { HeavyFirst } from './src/cli/testing/heavy-first.ts';
import { SURVEYS } from './src/cli/testing/surveys.ts';

/**
 * A test that takes this long hangs: laws run hundreds of cases, on a laptop that may be busy with other things. More
 * cases get more time.
 */
const LIMIT_MS = 60_000 * testSettings().breadth;
/** A path through pages waits for some ten conditions, of which a few may need all their patience. */
const PAGE_LIMIT_MS = Math.max(2 * LIMIT_MS, 4 * PATIENCE_MS);
/** For what has to become true, with `expect.poll`: one second, Vitest's own, is too short for a page on a busy machine. */
const expect = { poll: { timeout: PATIENCE_MS } };
const surveys = testSettings().leavesOutSurveys ? SURVEYS.map((file) => `test/${file}`) : [];
/** Every law begins where `npm test` says. */
const setupFiles = ['test/support/laws.ts'];

/**
 * Four projects: plain logic, the files of the built site, and in a real browser the parts by themselves and the
 * pages of the built site. `src/cli/test.ts` runs them in that order.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: HeavyFirst },
    projects: [
      {
        plugins: [inlineScript()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/browser/**',
            'test/built-site/**',
            // Its own configuration has them: they need a registry.
            'test/clouds/**',
            'test/**/*.browser.test.ts',
            '**/node_modules/**',
          ],
          setupFiles,
          expect,
          testTimeout: LIMIT_MS,
          // A process that has to end first may wait for the processor as long as a test.
          hookTimeout: LIMIT_MS,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/built-site/**/*.test.ts'],
          // Each page of the site is read, and a busy machine takes its time.
          testTimeout: LIMIT_MS,
        },
      },
      {
        plugins: [inlineScript()],
        test: {
          name: 'pages',
          include: ['test/browser/**/*.test.ts'],
          exclude: [...surveys, ...configDefaults.exclude],
          globalSetup: ['test/browser/global-setup.ts'],
          expect,
          testTimeout: PAGE_LIMIT_MS,
          hookTimeout: PAGE_LIMIT_MS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          exclude: ['test/browser/**', ...surveys, ...configDefaults.exclude],
          setupFiles,
          expect,
          testTimeout: PAGE_LIMIT_MS,
          hookTimeout: PAGE_LIMIT_MS,
        },
      },
    ],
  },
});
