/** What somebody found in the hour, as it is handed in: a file for the repository, and a text for a person. */
import { OUTCOME, TRIAL_PARTS } from './trial-plan.ts';

/** By part, then by question: what was chosen or written. */
export type TrialAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface TrialRecord {
  readonly functielab: 'proef';
  readonly v: 1;
  /** Of the course. */
  readonly version: string;
  /** On which it was done: YYYY-MM-DD. */
  readonly day: string;
  readonly answers: TrialAnswers;
}

/** @param answers of questions that the plan has no longer, or that are empty, nothing is handed in */
export function trialRecord(answers: TrialAnswers, day: string, version: string): TrialRecord {
  const given = TRIAL_PARTS.flatMap(({ id, questions }) => {
    const mine = questions.flatMap((question) => {
      const text = (answers[id]?.[question.id] ?? '').trim();
      return text === '' ? [] : [[question.id, text] as const];
    });
    return mine.length === 0 ? [] : [[id, Object.fromEntries(mine)] as const];
  });
  return { functielab: 'proef', v: 1, version, day, answers: Object.fromEntries(given) };
}

/** The same for who reads it in a letter. */
export function trialText({ version, day, answers }: TrialRecord): string {
  const parts = TRIAL_PARTS.flatMap(({ id, title, questions }) => {
    const lines = questions.flatMap((question) => {
      const text = answers[id]?.[question.id];
      return text === undefined ? [] : [`- ${question.label} ${text}`];
    });
    return lines.length === 0 ? [] : [[title, '', ...lines].join('\n')];
  });
  const head = `Proef van een uur met Functielab ${version}, gedaan op ${day}`;
  return `${[head, ...parts].join('\n\n')}\n`;
}

export interface PartResult {
  readonly title: string;
  /** Of those who tried it, each with the day, the newest in front. */
  readonly tried: readonly { readonly day: string; readonly outcome: string }[];
}

/** What came in, by part; parts that nobody tried have an empty list. */
export function resultsOf(records: readonly TrialRecord[]): readonly PartResult[] {
  const newestFirst = [...records].sort((a, b) => (a.day < b.day ? 1 : -1));
  return TRIAL_PARTS.filter(({ questions }) => questions.some(({ id }) => id === OUTCOME)).map(
    ({ id, title }) => ({
      title,
      tried: newestFirst.flatMap(({ day, answers }) => {
        const outcome = answers[id]?.[OUTCOME];
        return outcome === 'gelukt' || outcome === 'mislukt' ? [{ day, outcome }] : [];
      }),
    }),
  );
}
