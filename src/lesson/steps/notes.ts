/** What is said under a step whose button was pressed and that is still open: why, and what to do. */
import type { StepDo, StepWhen } from '../../course/lesson-step.ts';
import type { Ended } from './counting.ts';
import type { Refusal } from './perform.ts';

export const REFUSED: Readonly<Record<Refusal, string>> = {
  STRANGERS_CODE:
    'In deze speeltuin staat code van iemand anders. Ga terug naar je eigen versie, en druk dan nog eens.',
  BUSY: 'In deze speeltuin draait nog iets. Wacht tot het klaar is, of druk op Stop. Druk daarna nog eens.',
};
/** For a step of the month, whose calculator is fetched when it is needed. */
export const NO_SHEET =
  'Het rekenblad kon niet worden opgehaald. Controleer je verbinding, en druk dan nog eens. Deze stap blijft open.';
const NOTHING_RAN = 'Er draaide niets. Bij Antwoord in de speeltuin staat waarom. Deze stap blijft open.';
const NOTHING_DEAD =
  'Bij Mislukte berichten staat nu niets. Doe eerst de stappen hiervoor. Deze stap blijft open.';
const TOO_SLOW =
  'Niet elke aanroep was op tijd klaar, misschien omdat je computer het druk heeft. Kies in de speeltuin een langere Timeout, en druk dan nog eens.';
const OTHERWISE =
  'Dit is nog niet wat de stap zoekt. Kijk bij Antwoord in de speeltuin wat er gebeurde. Deze stap blijft open.';

export interface Outcome {
  readonly doing: StepDo | null;
  readonly when: StepWhen | null;
  /** Nothing could be started. */
  readonly hasProblem: boolean;
  readonly ended: readonly Pick<Ended, 'status'>[];
}

/** Why the step is open after its button did what it could; empty while something may still come. */
export function noteOf({ doing, when, hasProblem, ended }: Outcome): string {
  if (hasProblem) return NOTHING_RAN;
  if (doing?.redrive || doing?.discard) return NOTHING_DEAD;
  if (when?.calls === undefined || ended.length === 0) return '';
  return ended.some(({ status }) => status === 504) ? TOO_SLOW : OTHERWISE;
}
