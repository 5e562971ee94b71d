/** What `Deel` shows of a workplace: a link when it is short enough for one, and a zip always. */
import { useState } from 'preact/hooks';
import { fileNameOf, saveFile } from '../kit/save-file.ts';
import { LinkToShare } from '../sharing/LinkToShare.tsx';
import { linkOf, zipOf } from './shared-workplace.ts';
import type { Workplace } from './workplace.ts';

export function ShareWorkplaceDialog({ workplace }: { readonly workplace: Workplace }) {
  const [note, setNote] = useState('');
  // Read, so that the link follows what is typed.
  void workplace.edits.value.ownTexts.value;
  const files = workplace.edits.value.ownFiles();
  const link = linkOf(location.href, files);
  const name = fileNameOf(workplace.name.value, 'werkplaats');

  return (
    <div class="share">
      {link === null ? (
        <p>
          Deze werkplaats is te groot voor een link: chatprogramma’s knippen hem af. Bewaar een zip, en stuur
          die.
        </p>
      ) : (
        <>
          <p>
            In deze link zitten al je bestanden. Geen enkele server krijgt die te zien. Wie de link opent,
            krijgt een kopie, die pas draait als iemand dat vraagt.
          </p>
          <LinkToShare link={link} onSaid={setNote} />
        </>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => saveFile(`${name}.zip`, zipOf(name, files), 'application/zip')}
      >
        Bewaar als zip
      </button>
      <p>
        De zip open je weer bij <b>Kies een zip of bestanden</b>, hier of op een ander toestel.
      </p>
      <p role="status">{note}</p>
    </div>
  );
}
