/** What this device has kept that may go with a hand-in: only what belongs to the set, and only what its student ticked. */
import type { ExerciseSet } from '../../exercises/set.ts';
import { predictions } from '../../progress/predictions.ts';
import { recordings } from '../../progress/recordings.ts';
import type { Claims } from './claims.ts';

export interface ClaimChoice {
  readonly predictions: boolean;
  readonly traffic: boolean;
}

/** @param chosen what was ticked; what there is if absent */
export function claimsOfDevice(
  { exercises }: Pick<ExerciseSet, 'exercises'>,
  chosen: ClaimChoice = { predictions: true, traffic: true },
): Claims {
  const known = recordings.peek();
  return {
    predictions: chosen.predictions
      ? Object.entries(predictions.peek()).map(([id, { said, came, isRight }]) => ({
          id,
          said,
          came,
          isRight,
        }))
      : [],
    traffic: chosen.traffic
      ? exercises.flatMap((exercise) => {
          const calls = Object.hasOwn(known, exercise) ? known[exercise]?.calls : undefined;
          return calls ? [{ exercise, calls }] : [];
        })
      : [],
  };
}
