/** How to have a verdict once more, for whoever doubts it. */
import type { MarkedFiles } from '../marked-files.ts';

interface Props {
  readonly marked: MarkedFiles;
  readonly exercise: string;
}

export function VerdictAgain({ marked, exercise }: Props) {
  const { seed, tariffId } = marked;
  return (
    <details class="marking__again">
      <summary>Reken een uitslag na: startgetal {seed}</summary>
      <p>
        Uit dit getal komt de verse invoer die iedereen kreeg. Met hetzelfde getal geeft dezelfde code
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
