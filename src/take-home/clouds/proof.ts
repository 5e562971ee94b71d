/** What the conformance run found, as it was written down by `npm run test:clouds -- --record`. */

import recorded from './proof.json' with { type: 'json' };
import type { CloudTarget } from './target.ts';
import { targets } from './targets.ts';

/**
 * `difference`: it differs in what a row of the target's differences names. `played`: it ran, and a part of the platform was played
 * by us, so that it proves nothing: see `yardstick.ts`.
 */
export type ProofKind = 'passed' | 'difference' | 'played' | 'lacking';

/** By id of the target. */
export type Proof = Readonly<Record<string, TargetProof>>;

export interface TargetProof {
  /** When it was run: YYYY-MM-DD. */
  readonly day: string;
  /** Of the engine. */
  readonly version: string;
  /** By name of a sample, or `<name> (oplossing)`: the solution of an exercise. */
  readonly pairs: Readonly<Record<string, ProofKind>>;
}

export const proof = recorded as Proof;

/** Those that were proven in the engine that their projects have now: only to these a reader is sent. */
export const provenTargets: readonly CloudTarget[] = targets.filter(
  ({ id, engine }) => proof[id]?.version === engine.version,
);
