/** The sets of some weeks on one page, for students: which is when, and what one has made of it. */
import { setPath } from '../../course/paths.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import { type ExerciseSet, setFragment } from '../../exercises/set.ts';
import { count } from '../../kit/numbers.ts';
import { progress } from '../../progress/index.ts';
import { isPast, momentInWords, timeLeft } from './deadline.ts';
import { saveDeadlines } from './save-deadlines.ts';
import { listedInSet } from './set-listed.ts';
import { useMinutes } from './use-minutes.ts';

interface Props {
  readonly sets: readonly ExerciseSet[];
  readonly exercises: readonly ListedForSet[];
}

export function SeriesPage({ sets, exercises }: Props) {
  const nowMs = useMinutes();
  const isMade = ({ name, checks }: { readonly name: string; readonly checks: readonly string[] }) =>
    checks.every((id) => progress.value.exercises[name]?.passed.includes(id));
  return (
    <>
      <p>
        Je docent gaf {count(sets.length, 'reeks', 'reeksen')}. Open er een om te beginnen: elke reeks heeft
        een eigen bestand om in te leveren.
      </p>
      <ul class="set-list">
        {sets.map((set) => {
          const known = listedInSet(set, exercises);
          return (
            <li key={set.title}>
              <a href={setPath(setFragment(set))}>{set.title}</a>{' '}
              <small>
                {known.filter(isMade).length} van {count(known.length, 'oefening', 'oefeningen')} af
                {set.due !== null && (
                  <>
                    {' '}
                    · inleveren voor <time dateTime={set.due}>{momentInWords(set.due)}</time> (
                    {isPast(set.due, nowMs) ? 'dat was ' : ''}
                    {timeLeft(set.due, nowMs)})
                  </>
                )}
              </small>
            </li>
          );
        })}
      </ul>
      {sets.some(({ due }) => due !== null) && (
        <button type="button" class="quiet no-print" onClick={() => saveDeadlines(sets, location.href)}>
          Zet alle deadlines in mijn agenda
        </button>
      )}
    </>
  );
}
