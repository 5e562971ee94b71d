/** What we say is proven, in the order of the page: a row belongs in the file of its area, under `claims/`. */
import type { Claim } from './a-claim.ts';
import { LESSON_CLAIMS } from './claims/lesson-claims.ts';
import { PEOPLE_CLAIMS } from './claims/people-claims.ts';
import { PLATFORM_CLAIMS } from './claims/platform-claims.ts';
import { READER_CLAIMS } from './claims/reader-claims.ts';
import { SANDBOX_CLAIMS } from './claims/sandbox-claims.ts';
import { SCHOOL_CLAIMS } from './claims/school-claims.ts';

export const CLAIMS: readonly Claim[] = [
  ...READER_CLAIMS,
  ...LESSON_CLAIMS,
  ...SANDBOX_CLAIMS,
  ...PLATFORM_CLAIMS,
  ...PEOPLE_CLAIMS,
  ...SCHOOL_CLAIMS,
];
