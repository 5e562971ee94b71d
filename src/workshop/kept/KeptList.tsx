/** The workplaces of this device: to open, copy and throw away. */
import { count } from '../../kit/numbers.ts';
import type { KeptWorkplaces } from './kept-workplaces.ts';

const moment = (ms: number) => new Date(ms).toLocaleString('nl', { dateStyle: 'long', timeStyle: 'short' });

export function KeptList({ kept }: { readonly kept: KeptWorkplaces }) {
  const rows = kept.rows.value;
  const deleted = kept.lastDeleted.value;
  if (rows.length === 0 && deleted === null) return null;
  return (
    <>
      {deleted !== null && (
        <div class="notice" role="status">
          <p>{deleted.name} is verwijderd, en echt weg als je hier na een uur weer komt.</p>
          <button type="button" class="quiet" onClick={kept.putBack}>
            Ongedaan maken
          </button>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <h2>Je werkplaatsen</h2>
          <ul class="services__list">
            {rows.map(({ id, name, changedAtMs, paths }) => (
              <li key={id} class="event__line">
                <a href={`#${id}`}>{name}</a>
                <span class="event__note">
                  {count(paths.length, 'bestand', 'bestanden')}, veranderd op {moment(changedAtMs)}
                </span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Kopieer ${name}`}
                  onClick={() => void kept.copy(id)}
                >
                  Kopieer
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Verwijder ${name}`}
                  onClick={() => kept.remove(id)}
                >
                  Verwijder
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
