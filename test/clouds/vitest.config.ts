/** For what of `npm run test:clouds` begins in a page: a real browser, the built site, and a registry of npm. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';

export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['test/clouds/**/*.test.ts'],
    globalSetup: ['test/browser/global-setup.ts'],
    expect: { poll: { timeout: PATIENCE_MS } },
  },
});
