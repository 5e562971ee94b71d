/**
 * What a learning environment hears of each check: one interaction a check, with the last result, however often it was tried. Its
 * place in the list is that of the check in the package, so that a later visit overwrites and never adds; SCORM 1.2 gives no
 * names back to look for.
 *
 * Source: SCORM 1.2 RTE, 3.4.7 (`cmi.interactions`); SCORM 2004 RTE 4th ed., 4.2.9.
 */
import type { ExerciseFacts } from '../package/course-facts.ts';
import type { Environment } from './environment.ts';

/** What a check said, the last time that it ran. */
export interface TriedCheck {
  readonly id: string;
  readonly isPassed: boolean;
  /** What the code answered, for who reads a report; empty when there is nothing to say. */
  readonly response: string;
}

/** Of a learner's response: `CMIFeedback` in 1.2; 2004 takes more, and nobody reads more. */
const LONGEST_RESPONSE = 250;

const WORDS = {
  '1.2': { type: 'performance', wrong: 'wrong', response: 'student_response', time: 'time' },
  '2004': { type: 'other', wrong: 'incorrect', response: 'learner_response', time: 'timestamp' },
} as const;

type Result = 'correct' | 'wrong' | 'neutral';

/**
 * @param now as a date
 * @returns takes what came of the checks of an exercise
 */
export function interactionsOf(
  environment: Environment,
  exercises: readonly ExerciseFacts[],
  now: () => Date,
): (
  exercise: string,
  tried: readonly TriedCheck[],
  passed: (exercise: string, check: string) => boolean,
) => void {
  const { version } = environment;
  const words = WORDS[version];
  const places = exercises.flatMap(({ name, checks }) =>
    checks.map(({ id, title }) => ({ name, id, title })),
  );
  /** In 1.2 an environment need not know them. */
  let isKnown = environment.get('cmi.interactions._children').includes('result');
  let count = Number(environment.get('cmi.interactions._count')) || 0;

  function tell(at: number, result: Result, response: string): void {
    const place = places[at];
    if (!isKnown || !place) return;
    const name = `cmi.interactions.${at}`;
    const set = (field: string, value: string) => environment.set(`${name}.${field}`, value);
    isKnown = set('id', `${place.name}.${place.id}`) && set('type', words.type);
    if (!isKnown) return;
    if (version === '2004') set('description', place.title.slice(0, LONGEST_RESPONSE));
    if (result !== 'neutral') set(words.time, version === '2004' ? isoSecond(now()) : clock(now()));
    if (response !== '') set(words.response, response);
    set('result', result === 'wrong' ? words.wrong : result);
    count = Math.max(count, at + 1);
  }

  return (exercise, tried, passed) => {
    for (const { id, isPassed, response } of tried) {
      const at = places.findIndex((place) => place.name === exercise && place.id === id);
      if (at === -1) continue;
      // The list has no holes: what was not tried yet stands there as that.
      for (let before = count; before < at; before += 1) {
        const place = places[before];
        const hasPassed = place !== undefined && passed(place.name, place.id);
        tell(before, hasPassed ? 'correct' : 'neutral', '');
      }
      tell(at, isPassed ? 'correct' : 'wrong', oneLine(response));
    }
  };
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_RESPONSE);
}

function clock(date: Date): string {
  return date.toTimeString().slice(0, 8);
}

/** With hundredths: without them SCORM allows no zone. */
function isoSecond(date: Date): string {
  return `${date.toISOString().slice(0, 22)}Z`;
}
