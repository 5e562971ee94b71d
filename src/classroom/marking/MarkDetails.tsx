/** One exercise of one student: what passed, what did not and why, and the code. */
import { Difference } from '../../kit/Difference.tsx';
import type { Mark } from './mark.ts';
import type { MarkedFiles } from './marking-model.ts';

interface DetailsProps {
  readonly mark: Mark;
  readonly marked: MarkedFiles;
  readonly exercise: string;
}

export function MarkDetails({ mark, marked, exercise }: DetailsProps) {
  const start = marked.exercises.find(({ name }) => name === exercise)?.files ?? [];
  const changed = mark.files.filter(
    ({ path, text }) => start.find((file) => file.path === path)?.text !== text,
  );
  return (
    <>
      {mark.equalTo.length > 0 && (
        <p>
          Dezelfde code, op spaties na, als{' '}
          {mark.equalTo.map((other) => marked.rows[other]?.label).join(', ')}.
        </p>
      )}
      <ul>
        {mark.results?.map(({ id, title, isPassed, passesAtStart, problem }) => (
          <li key={id}>
            <strong>{isPassed ? 'Goed' : 'Niet goed'}</strong>: {title}
            {isPassed && passesAtStart && ' (al goed bij het begin)'}
            {problem && (
              <>
                . Verwacht: {problem.expected}. Gekregen: {problem.received}
              </>
            )}
          </li>
        ))}
      </ul>
      {changed.length === 0 && <p>De code is niet veranderd.</p>}
      {changed.map(({ path, text }) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
          <details>
            <summary>Toon het verschil met de beginsituatie</summary>
            <Difference from={start.find((file) => file.path === path)?.text ?? ''} to={text} />
          </details>
        </figure>
      ))}
    </>
  );
}

/** How to have a verdict once more, for whoever doubts it. */
export function VerdictAgain({
  marked,
  exercise,
}: {
  readonly marked: MarkedFiles;
  readonly exercise: string;
}) {
  const { seed, tariffId } = marked;
  return (
    <details class="marking__again">
      <summary>Een uitslag narekenen: startgetal {seed}</summary>
      <p>
        Uit dit getal komt de verse invoer die iedereen vandaag kreeg. Met hetzelfde getal geeft dezelfde code
        dezelfde uitslag. Dat gaat in een map met de broncode van Functielab, en met de code in een eigen map:
      </p>
      <pre tabIndex={0}>
        <code>
          npm run -s oefening -- {exercise} --code mijn-map --seed {seed}
          {tariffId === null ? '' : ` --tariff ${tariffId}`}
        </code>
      </pre>
      <p>
        Hier draait de code in Node, en dat is geen sandbox. Doe het dus alleen met code die je zelf schreef
        of helemaal las. Een student kan met dit getal ook de eigen code narekenen. Het staat ook in de CSV.
      </p>
    </details>
  );
}
