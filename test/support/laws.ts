/**
 * Runs before every test file: each law begins at the seed that `npm test` chose, with as many cases as it asked for.
 * `npm test` takes one seed and fast-check's hundred cases; `npm run test:deep` another seed each time, and many more.
 */
import fc from 'fast-check';
import { testSettings } from '../../src/cli/test-settings.ts';

const { seed, breadth } = testSettings();

fc.configureGlobal({ seed, numRuns: cases(100).numRuns });

/** For a law that wants another number of cases than a hundred: `fc.assert(law, cases(300))`. */
export function cases(inShort: number): { readonly numRuns: number } {
  return { numRuns: inShort * breadth };
}
