/** The markings of this device: to open, to throw away and to get back, and one that comes as a file. */
import { count } from '../../../kit/numbers.ts';
import { saveFile } from '../../../kit/save-file.ts';
import type { KeepingProblem, KeptMarkings } from './kept-markings.ts';

const moment = (ms: number) => new Date(ms).toLocaleString('nl', { dateStyle: 'long', timeStyle: 'short' });

const problemWords = {
  FORBIDDEN:
    'Deze browser bewaart niets, of heeft geen plaats meer. Bewaar het nakijken als bestand voordat je deze pagina sluit.',
  NEWER:
    'Op dit toestel staat nakijkwerk van een nieuwere Functielab. Dat blijft staan, en opent weer met die nieuwere. Wat je nu nakijkt, wordt hier niet bewaard: bewaar het als bestand.',
} satisfies Record<KeepingProblem, string>;

interface Props {
  readonly kept: KeptMarkings;
  /** Of the one that is open; null for none. */
  readonly openId: string | null;
}

export function KeptMarkingsList({ kept, openId }: Props) {
  const problem = kept.problem.value;
  const deleted = kept.lastDeleted.value;
  const others = kept.listed.value.filter(({ id }) => id !== openId);
  return (
    <>
      {problem !== null && <p role="alert">{problemWords[problem]}</p>}
      {kept.setAside.value.map((row) => (
        <div key={row.id} class="notice" role="alert">
          <p>
            Een bewaard nakijkwerk van {moment(row.createdAtMs)} is niet te lezen, en staat apart. Bewaar het
            zoals het is: misschien kan iemand het nog herstellen.
          </p>
          <button
            type="button"
            class="quiet"
            onClick={() =>
              void kept.readAsItIs(row).then((text) => saveFile(`${row.id}.json`, text, 'application/json'))
            }
          >
            Bewaar zoals het is
          </button>
          <button type="button" class="quiet" onClick={() => kept.remove(row.id)}>
            Verwijder
          </button>
        </div>
      ))}
      {deleted !== null && (
        <div class="notice" role="status">
          <p>{deleted.head.title} is verwijderd, en echt weg als je hier na een uur weer komt.</p>
          <button type="button" class="quiet" onClick={kept.putBack}>
            Ongedaan maken
          </button>
        </div>
      )}
      {others.length > 0 && (
        <details class="marking__kept" open={openId === null}>
          <summary>Bewaard op dit toestel: {others.length}</summary>
          <ul>
            {others.map(({ id, title, changedAtMs, people }) => (
              <li key={id}>
                <a href={`#${id}`}>{title || 'zonder titel'}</a>
                <small>
                  {count(people, 'student', 'studenten')}, veranderd op {moment(changedAtMs)}
                </small>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Verwijder ${title || 'zonder titel'}`}
                  onClick={() => kept.remove(id)}
                >
                  Verwijder
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
