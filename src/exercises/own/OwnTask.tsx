/** The head of the page of a teacher's own exercise: which one it is and what it asks, or how to open one. */
import { useEffect } from 'preact/hooks';
import { levelWords } from '../../course/exercise-words.ts';
import { DropZone, FileChooser } from '../../kit/drop/DropZone.tsx';
import { TaskText } from '../task/index.ts';
import { followAddress, openOwnFile } from './own-page.ts';
import { OWN_FILE_ENDING } from './read-own.ts';
import { isShown, shownOwn } from './shown-own.ts';

export function OwnTask() {
  useEffect(() => {
    followAddress();
    addEventListener('hashchange', followAddress);
    return () => removeEventListener('hashchange', followAddress);
  }, []);
  const shown = shownOwn.value;
  if (!isShown(shown)) {
    return (
      <>
        {shown !== 'nothing' && (
          <div role="alert">
            {shown.problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        )}
        <p>
          Op deze pagina maak je een oefening die je docent zelf schreef. Open de link van je docent, of het
          bestand dat je kreeg: de naam eindigt op <code>{OWN_FILE_ENDING}</code>.
        </p>
        <DropZone
          label="Open een oefening"
          said=""
          onDrop={({ files: [file] }) => file && void openOwnFile(file)}
        >
          <FileChooser
            title="Kies een bestand"
            kind="primary"
            what="file"
            accept=".json"
            onChoose={([file]) => file && void openOwnFile(file)}
          />{' '}
          <span>of sleep het hierheen</span>
        </DropZone>
      </>
    );
  }
  return (
    <>
      <p class="eyebrow">
        Van je docent · {levelWords[shown.level].toLowerCase()} · {shown.minutes} minuten
      </p>
      <TaskText text={shown.task} />
    </>
  );
}
