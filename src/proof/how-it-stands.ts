/** How a claim stands now: proven, proven for older code, or not yet; and with which command a stranger tries it again. */
import type { Claim, ProofTest } from './a-claim.ts';
import { FAMILIES, type FamilyName } from './by-nature.ts';
import { familyOf, type ProofRecord, type Recorded } from './record.ts';

export interface Shown {
  readonly claim: Claim;
  /** `older`: the code that it is about, or a test of it, has changed since, in whichever family it was seen. */
  readonly state: 'proven' | 'older' | 'not-yet';
  /** Where it was seen proven of precisely this code. */
  readonly now: readonly Recorded[];
  /** Where it was seen only of other code. */
  readonly older: readonly Recorded[];
  /** The families in which it was never seen, of a claim that is told for each. */
  readonly notYetIn: readonly FamilyName[];
}

/** What a build finds in the project. */
export interface Found {
  readonly digestOf: (claim: Claim) => string;
  readonly hasTest: (test: ProofTest) => boolean;
}

/** @returns in the order of the claims; one of which a test is gone, is not among them */
export function standing(claims: readonly Claim[], record: ProofRecord, found: Found): readonly Shown[] {
  return claims
    .filter(({ tests }) => tests.every(found.hasTest))
    .map((claim) => {
      const all = Object.hasOwn(record.claims, claim.id) ? (record.claims[claim.id] ?? []) : [];
      const digest = found.digestOf(claim);
      const now = all.filter((one) => one.digest === digest);
      const older = all.filter((one) => one.digest !== digest);
      const seenIn = new Set(all.map(familyOf));
      const families = claim.isPerFamily === true ? (Object.keys(FAMILIES) as FamilyName[]) : [];
      return {
        claim,
        state: now.length > 0 ? 'proven' : older.length > 0 ? 'older' : 'not-yet',
        now,
        older,
        notYetIn: families.filter((family) => !seenIn.has(family)),
      };
    });
}

/** For a terminal in the folder of the project. */
export function commandOf({
  tests,
  isPerFamily,
  option,
}: Pick<Claim, 'tests' | 'isPerFamily' | 'option'>): string {
  const files = [...new Set(tests.map(([file]) => `test/${file}`))];
  return `npm ${isPerFamily === true ? 'run test:browsers' : 'test'} -- ${[...(option ? [option] : []), ...files].join(' ')}`;
}
