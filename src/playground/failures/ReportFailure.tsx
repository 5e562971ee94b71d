/**
 * `Meld een fout`: what went on, in a file that a reader can hand to somebody. Nothing is sent. What makes the file is fetched when
 * it is asked for.
 */
import { useState } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';

interface Props {
  readonly model: Playground;
  /** What went wrong: its code, and what the reader was told. */
  readonly code: string;
  readonly words: string;
}

export function ReportFailure({ model, code, words }: Props) {
  const [said, setSaid] = useState('');

  async function save(): Promise<void> {
    try {
      const { saveReport } = await import('../replay/failure-report.ts');
      const fileName = saveReport(model, { code, words }, siteOfPage().version);
      setSaid(`${fileName} is bewaard. Er is niets verstuurd.`);
    } catch {
      setSaid('Het bestand kon niet worden gemaakt. Controleer je verbinding en probeer het opnieuw.');
    }
  }

  return (
    <details class="answer__said">
      <summary>Meld een fout</summary>
      <p>
        Klopt er volgens jou iets niet, of kom je er niet uit? Bewaar dan een bestand met je code, je
        instellingen, wat je functies kregen, wat er gebeurde, je browser en de versie van Functielab. Er
        wordt niets verstuurd. <ToWhom />
      </p>
      <button type="button" class="quiet" onClick={() => void save()}>
        Bewaar de foutmelding
      </button>
      <p role="status">{said}</p>
    </details>
  );
}

function ToWhom() {
  const { contact } = siteOfPage();
  return (
    <>
      {contact === null ? (
        'Geef dit bestand aan je docent.'
      ) : (
        <>
          Geef dit bestand aan je docent, of stuur het zelf naar{' '}
          <a href={contact}>{contact.replace(/^(?:mailto:|https:\/\/)/, '')}</a>.
        </>
      )}{' '}
      Die opent het bij Deel, met Open een opname, en speelt het met een klik af.
    </>
  );
}

/** What the foot of a page says of its site; the page of the tool has none. */
function siteOfPage(): { readonly version: string | null; readonly contact: string | null } {
  const foot = document.querySelector<HTMLElement>('[data-version]');
  return { version: foot?.dataset['version'] ?? null, contact: foot?.dataset['contact'] ?? null };
}
