/** How a claim stands now: proven, proven for older code, or not yet; and with which command a stranger tries it again. */
import type { Claim, ProofTest } from './a-claim.ts';
import type { ProofRecord, Recorded } from './record.ts';

export interface Shown {
  readonly claim: Claim;
  /** `older`: the code that it is about, or a test of it, has changed since. */
  readonly state: 'proven' | 'older' | 'not-yet';
  readonly recorded: Recorded | null;
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
      const recorded = Object.hasOwn(record.claims, claim.id) ? (record.claims[claim.id] ?? null) : null;
      if (recorded === null) return { claim, state: 'not-yet', recorded };
      const isOlder = recorded.digest !== found.digestOf(claim);
      return { claim, state: isOlder ? 'older' : 'proven', recorded };
    });
}

/** For a terminal in the folder of the project. */
export function commandOf({ tests, isPerFamily }: Claim): string {
  const files = [...new Set(tests.map(([file]) => `test/${file}`))];
  return `npm ${isPerFamily === true ? 'run test:browsers' : 'test'} -- ${files.join(' ')}`;
}
