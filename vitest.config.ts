import { defineConfig } from 'vitest/config';

/** Three projects: plain logic, the built site, and real browsers. `src/cli/test.ts` runs them in that order. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/site/**'],
        },
      },
    ],
  },
});
