/** What there is to say of the folder: what was deployed just now, what is wrong with what was saved, and what stands here alone. */
import type { FollowedFolder } from './followed-folder.ts';
import type { PageWords } from './words.ts';

interface Props {
  readonly folder: FollowedFolder;
  readonly words: PageWords;
}

const timeOf = (ms: number) => new Date(ms).toLocaleTimeString('nl');

export function FolderNews({ folder, words }: Props) {
  const deployed = folder.deployed.value;
  const problems = folder.problems.value;
  const notes = folder.notes.value;
  const changed = folder.changedHere.value;
  return (
    <>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div role="status">
        {deployed !== null && (
          <div class="notice">
            <p>
              {[
                words.deployed(deployed.saved, timeOf(deployed.atMs)),
                ...(deployed.isAnew ? [words.isAnew] : []),
                words.nothingRuns,
                ...(deployed.replaced.length > 0
                  ? [words.replaced(deployed.replaced.map(({ path }) => path))]
                  : []),
              ].join(' ')}
            </p>
            {deployed.replaced.length > 0 && !deployed.isAnew && (
              <button type="button" class="quiet" onClick={folder.takeBack}>
                {words.takeBack}
              </button>
            )}
          </div>
        )}
        {problems.length > 0 && (
          <div class="notice">
            <p>
              {problems.join(' ')} {words.stillOld}
            </p>
          </div>
        )}
        {changed.length > 0 && (
          <div class="notice notice--copy">
            <p>{words.changedHere(changed)}</p>
            <button type="button" class="quiet" onClick={folder.putBack}>
              {words.putBack}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
