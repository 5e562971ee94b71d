/** What the same person handed in before: it does not count, and it can be seen. */
import { pointsOf } from '../../../exercises/check.ts';
import { filesOfWork, keyOfWork } from '../mark.ts';
import type { ExerciseToMark, Verdict } from '../marked-files.ts';
import type { Row } from '../whose.ts';
import { momentInWords } from './moment-words.ts';

interface Props {
  readonly row: Row;
  readonly exercise: ExerciseToMark;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export function EarlierWork({ row, exercise, verdicts }: Props) {
  const earlier = row.earlier.filter(({ exercises }) => exercises.has(exercise.name));
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>Eerder ingeleverd, en telt niet mee: {earlier.length}</summary>
      {earlier.map(({ exercises, way, madeAt }, at) => {
        const files = filesOfWork(exercise, exercises.get(exercise.name) ?? {});
        const results = verdicts.get(keyOfWork(exercise.name, files))?.results;
        return (
          <figure key={at}>
            <figcaption>
              {way.join('/')}
              {madeAt === null ? '' : `, ${momentInWords(madeAt)}`}
              {results && `: ${pointsOf(results)} van ${results.length} goed`}
            </figcaption>
            {files
              .filter(({ path, text }) => exercise.files.find((one) => one.path === path)?.text !== text)
              .map(({ path, text }) => (
                <pre key={path} tabIndex={0}>
                  <code>{text}</code>
                </pre>
              ))}
          </figure>
        );
      })}
    </details>
  );
}
