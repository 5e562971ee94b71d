/** What this device has kept that may go with a hand-in: only what belongs to the set, and only what its student ticked. */
import type { ExerciseSet } from '../../exercises/set.ts';
import { predictions } from '../../progress/predictions.ts';
import { recordings } from '../../progress/recordings.ts';
import { type FormName, twelveOfDevice } from '../../review/twelve/kept-twelve.ts';
import type { ClaimedAnswer, Claims } from './claims.ts';

export interface ClaimChoice {
  readonly predictions: boolean;
  readonly traffic: boolean;
  readonly twelve: boolean;
}

export const NO_CHOICE: ClaimChoice = { predictions: false, traffic: false, twelve: false };
const ALL: ClaimChoice = { predictions: true, traffic: true, twelve: true };

/** @param chosen what was ticked; what there is if absent */
export function claimsOfDevice(
  { exercises }: Pick<ExerciseSet, 'exercises'>,
  chosen: ClaimChoice = ALL,
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
    twelve: chosen.twelve ? answersOf('a').concat(answersOf('b')) : [],
  };
}

/** Of a form that is finished: what may still change is nobody else's. */
function answersOf(form: FormName): ClaimedAnswer[] {
  const { handedInAtMs, answers } = twelveOfDevice()[form];
  if (handedInAtMs === null) return [];
  return Object.entries(answers).map(([id, { print, choice }]) => ({ id, form, print, choice }));
}
