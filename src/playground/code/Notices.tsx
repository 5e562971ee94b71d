/**
 * What a reader has to know of the code that is shown: it is somebody else's, its link was cut, another tab changed it too, a
 * file of it is the task's now, or the lesson has changed since. Fetched when there is one of these (`islands.tsx`); most visits have none.
 *
 * Out of somebody else's code there are two ways: back to one's own version, or take it over after having seen what that
 * changes, in a dialog of which the content is fetched when it is asked for.
 */
import { useRef } from 'preact/hooks';
import { Dialog } from '../../kit/Dialog.tsx';
import { WhenSeen } from '../../kit/WhenSeen.tsx';
import type { Edits } from './edits.ts';

interface Props {
  readonly edits: Edits;
}

export function Notices({ edits }: Props) {
  return (
    <>
      {edits.isCopy.value && <CopyNotice edits={edits} />}
      {edits.linkIsBroken.value && (
        <div class="notice" role="alert">
          <p>
            De code in deze link is niet te lezen, misschien is de link afgeknipt. Vraag hem opnieuw, of vraag
            een bestand. Je ziet je eigen versie.
          </p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              edits.linkIsBroken.value = false;
            }}
          >
            Sluit
          </button>
        </div>
      )}
      {edits.changedElsewhere.value && !edits.isCopy.value && (
        <div class="notice" role="status">
          <p>
            Je hebt deze code ook in een ander tabblad veranderd. Je ziet wat het laatst getypt is. Wat er
            eerst stond, krijg je terug met Ongedaan maken.
          </p>
          <button type="button" class="quiet" onClick={edits.closeNotices}>
            Sluit
          </button>
        </div>
      )}
      {edits.setAside.value.length > 0 && !edits.isCopy.value && (
        <div class="notice" role="status">
          <p>
            Een bestand hoort nu bij de opdracht. De versie van de cursus draait, en niet meer wat jij daar
            had. Wil je iets daarvan bewaren, kopieer het dan.
          </p>
          {edits.setAside.value.map(({ path, text }) => (
            <details key={path}>
              <summary>Wat jij had in {path}</summary>
              <pre tabIndex={0}>
                <code>{text}</code>
              </pre>
            </details>
          ))}
          <button type="button" class="quiet" onClick={edits.closeNotices}>
            Sluit
          </button>
        </div>
      )}
      {edits.lessonChanged.value && !edits.isCopy.value && (
        <div class="notice" role="status">
          <p>De code in deze les is vernieuwd sinds je laatste bezoek. Je ziet nog je eigen versie.</p>
          <button type="button" class="quiet" onClick={edits.reset}>
            Toon de nieuwe code
          </button>
        </div>
      )}
    </>
  );
}

const load = () => import('./TakeOver.tsx').then(({ TakeOver }) => TakeOver);

function CopyNotice({ edits }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div class="notice notice--copy">
      <p role="status">
        Dit is de code van iemand anders. Ze draait alleen als je op een knop drukt, in een apart lab met een
        lege opslag, en nooit in WebContainer. Jouw versie en alles wat je bewaard hebt, zijn er nog. Wat ze
        bij een controle goed doet, telt niet mee voor jouw voortgang.
      </p>
      <button type="button" class="quiet" onClick={edits.leaveCopy}>
        Ga terug naar mijn versie
      </button>
      <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
        Bewaar als mijn versie
      </button>
      <Dialog dialog={dialog} title="Wat er in jouw versie verandert">
        <WhenSeen load={load} props={{ edits, onClose: () => dialog.current?.close() }} name="Het verschil" />
      </Dialog>
    </div>
  );
}
