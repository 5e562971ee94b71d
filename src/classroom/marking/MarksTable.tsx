/** Who made what: a row a student, a column an exercise. */
import type { Mark } from './mark.ts';
import type { MarkedFiles } from './marking-model.ts';
import { pointsOfMark } from './totals.ts';
import { remarkInWords } from './words.ts';

interface TableProps {
  readonly marked: MarkedFiles;
  readonly onPick: (learner: number, exercise: string) => void;
}

export function MarksTable({ marked, onPick }: TableProps) {
  const { rows, exercises, marks } = marked;
  if (rows.length === 0) return null;
  return (
    <div class="marking__table" role="region" aria-label="Resultaten" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Naam</th>
            {exercises.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ who, work, place, label, remarks }, learner) => (
            <tr key={learner}>
              <th scope="row">
                {who}
                <small class="marking__place">{place}</small>
                {remarks.map((remark) => (
                  <small key={remark.kind} class="marking__remark">
                    {remarkInWords(remark)}
                  </small>
                ))}
              </th>
              {exercises.map((exercise) => {
                const mark = marks[learner]?.get(exercise.name);
                return (
                  <td key={exercise.name}>
                    {mark ? (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={`${label}, ${exercise.title}: ${pointsInWords(mark)}${mark.equalTo.length > 0 ? ', gelijk aan een andere inlevering' : ''}`}
                        onClick={() => onPick(learner, exercise.name)}
                      >
                        {mark.results === null ? '?' : `${pointsOfMark(mark)}/${mark.results.length}`}
                        {mark.equalTo.length > 0 && ' ='}
                      </button>
                    ) : work?.has(exercise.name) ? (
                      '…'
                    ) : (
                      '–'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <small>
          “=”: dezelfde code als iemand anders, op spaties na. “–”: niet ingeleverd. “?”: niet nagekeken, want
          je computer had het te druk of er ging iets mis: kies dit bestand later nog eens. Wat al goed was
          bij het begin, telt pas mee als er iets bij komt.
        </small>
      </p>
    </div>
  );
}

const pointsInWords = (mark: Mark) =>
  mark.results === null ? 'niet nagekeken' : `${pointsOfMark(mark)} van ${mark.results.length} goed`;
