/** One mark in the table: how many of how many, told by a sign and a bar and not by colour alone. */
import type { Mark } from '../mark.ts';
import { pointsOfMark } from '../totals.ts';

interface Props {
  /** Null when it is not marked. */
  readonly mark: Mark | null;
  readonly isHandedIn: boolean;
  /** Of the row and the exercise. */
  readonly name: string;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

export function MarkCell({ mark, isHandedIn, name, isPicked, onPick }: Props) {
  const points = mark ? pointsOfMark(mark) : null;
  const most = mark?.results?.length ?? 0;
  const isAll = points !== null && points === most;
  const kind = points === null ? 'open' : isAll ? 'all' : points === 0 ? 'none' : 'part';
  return (
    <td>
      <button
        type="button"
        class={`quiet mark mark--${kind}`}
        aria-label={`${name}: ${inWords(mark, isHandedIn)}`}
        aria-expanded={isPicked}
        onClick={onPick}
      >
        <span class="mark__points">{signOf(mark, isHandedIn)}</span>
        {points !== null && (
          <span class="mark__bar">
            <span style={{ inlineSize: `${(100 * points) / Math.max(1, most)}%` }} />
          </span>
        )}
        {mark?.isUntouched && <small>niet veranderd</small>}
      </button>
    </td>
  );
}

function signOf(mark: Mark | null, isHandedIn: boolean): string {
  if (mark === null) return isHandedIn ? '…' : '–';
  const points = pointsOfMark(mark);
  if (mark.results === null || points === null) return '?';
  const signs = [
    ...(points === mark.results.length ? ['✓'] : []),
    `${points}/${mark.results.length}`,
    ...(mark.equalTo.length > 0 ? ['='] : []),
    ...(mark.results.some(({ ranAgain }) => ranAgain) ? ['↻'] : []),
  ];
  return signs.join(' ');
}

function inWords(mark: Mark | null, isHandedIn: boolean): string {
  if (mark === null) return isHandedIn ? 'nog niet nagekeken' : 'niet ingeleverd';
  if (mark.results === null) return 'niet nagekeken';
  const points = pointsOfMark(mark);
  const told = [
    points === null ? 'nog niet helemaal nagekeken' : `${points} van ${mark.results.length} goed`,
    ...(mark.isUntouched ? ['niet veranderd'] : []),
    ...(mark.results.some(({ ranAgain }) => ranAgain) ? ['draaide nog een keer'] : []),
    ...(mark.equalTo.length > 0 ? ['gelijk aan een andere inlevering'] : []),
  ];
  return told.join(', ');
}
