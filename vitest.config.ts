import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { inlineScript } from './src/build/inline-script.ts';

/**
 * Four projects: plain logic, the files of the built site, and in a real browser the parts by themselves and the
 * pages of the built site. `src/cli/test.ts` runs them in that order.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [inlineScript()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/built-site/**', 'test/**/*.browser.test.ts'],
          // Laws run hundreds of cases; on a busy laptop five seconds are not enough for some.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/built-site/**/*.test.ts'],
        },
      },
      {
        plugins: [inlineScript()],
        test: {
          name: 'pages',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          // On a CI machine, which may be busy, a second try, that the report names; elsewhere each failure shows.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
