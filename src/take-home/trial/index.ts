/**
 * The hour in which a person with internet checks what no test here can: the real service of WebContainer, and one real deployment
 * for each platform. The page `/meenemen/proef/` shows it, and what came in lies in `content/trials/`.
 *
 *     trial-plan.ts ──parts and questions──▶ TrialForm.tsx ──▶ trial-record.ts ──file──▶ content/trials/<day>-<who>.json
 *
 * `islands.tsx` is the form's own door. Begin at `trial-plan.ts`.
 */
export { TRIAL_PARTS, type TrialPart } from './trial-plan.ts';
export { resultsOf, type TrialRecord } from './trial-record.ts';
