/** The tests that have to notice a mutant of one room: those of its own folder, without a browser. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { inlineScript } from '../../src/build/inline-script.ts';

const room = process.env.MUTATED_ROOM;
if (room === undefined) throw new Error('npm run mutation says which room');

/** They start real workers or go through the whole course, many seconds for each mutant: those beside them say the same of one. */
const SLOW = ['fixtures', 'every-exercise', 'odd-answers', 'node-host', 'bills'].map(
  (name) => `test/exercises/**/${name}.test.ts`,
);

export default defineConfig({
  plugins: [inlineScript()],
  test: {
    // Where Stryker has put the mutants: a copy of the project.
    root: process.cwd(),
    include: [`test/${room}/**/*.test.ts`],
    exclude: ['**/*.browser.test.ts', '**/node_modules/**', ...SLOW],
    // One seed, so that a mutant lives or dies each time.
    setupFiles: ['test/support/laws.ts'],
    testTimeout: 60_000,
  },
});
