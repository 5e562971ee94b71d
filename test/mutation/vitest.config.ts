/** The tests that have to notice a mutant of one room: those of its own folder, without a browser. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { inlineScript } from '../../src/build/inline-script.ts';

const room = process.env.MUTATED_ROOM;
if (room === undefined) throw new Error('npm run mutation says which room');

export default defineConfig({
  plugins: [inlineScript()],
  test: {
    // Where Stryker has put the mutants: a copy of the project.
    root: process.cwd(),
    include: [`test/${room}/**/*.test.ts`],
    exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
    // One seed, so that a mutant lives or dies each time.
    setupFiles: ['test/support/laws.ts'],
    testTimeout: 60_000,
  },
});
