/** What came of one check, for tests that need no more of it than they name. */
import type { CheckResult } from '../../src/exercises/check.ts';

export const result = (id: string, isPassed: boolean, more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  title: id,
  isPassed,
  problem: null,
  bill: null,
  ...more,
});
