/**
 * What is proven, by which test, when: the page `/bewezen/`.
 *
 *     claims/ ──▶ all-claims.ts ──▶ cli/record-proof.ts ──content/proof/record.json──▶ how-it-stands.ts ──▶ pages/bewezen.astro
 *
 * A claim names its tests and the code that it is about. A run of `npm test -- --record` writes down which claims it saw proven,
 * in which browsers, on which commit, with a digest of that code and those tests; a build compares that digest with what it finds,
 * so that nobody has to remember that a proof is older than its code. A claim whose test is gone is not shown.
 * What is otherwise in one family of browsers and stays so, is a list of its own (`by-nature.ts`); pages where it counts say it.
 * Accessibility is claimed criterion by criterion (`wcag.ts`), on `/toegankelijkheid/`. What it was held against is read
 * from the tests (`tried.ts`). Begin at `a-claim.ts`; a claim is a row of its area, as `claims/reader-claims.ts`.
 *
 * Imports no room. Pages, the build and the commands of the tests import it.
 */

export { AREAS, type Area, type Claim, NOT_PROVEN, type ProofTest } from './a-claim.ts';
export { CLAIMS } from './all-claims.ts';
export { CHECKS_BY_HAND, type CheckByHand, WHO } from './by-hand.ts';
export { BY_NATURE, type ByNature, differencesOn, FAMILIES, type FamilyName } from './by-nature.ts';
export { commandOf, type Shown, standing } from './how-it-stands.ts';
export { type ProofRecord, type Recorded, readRecord, withRun } from './record.ts';
export { ATTACK_FAMILIES, type PublishedBill, RUN_KINDS, type Tried } from './tried.ts';
export { CRITERIA, type Criterion } from './wcag.ts';
