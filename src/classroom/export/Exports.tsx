/** What a teacher takes out of a marking: a table, columns for a grade book, feedback to print and to give back. */

import { useId, useMemo, useState } from 'preact/hooks';
import type { ExerciseSet } from '../../exercises/set.ts';
import { fileNameOf, saveFile } from '../../kit/save-file.ts';
import type { MarkedFiles } from '../marking/marking-model.ts';
import { type ClassList, readClassList } from '../reading/class-list.ts';
import { BOOKS, FEEDBACK_ZIPS, leftOfBook, leftOfZip, savedInWords } from './export-words.ts';
import type { FeedbackFor } from './feedback-zips.ts';
import type { GradeBookName, Scale } from './grade-books.ts';
import { type GradeSheet, gradeSheetOf } from './grade-sheet.ts';

interface Props {
  readonly marked: MarkedFiles;
  /** Of the marking: it names the files, and the column in a grade book. */
  readonly title: string;
  /** The class list as it was pasted; empty for none. */
  readonly people: string;
  /** That is marked; null for none. */
  readonly set: ExerciseSet | null;
}

const CSV = 'text/csv;charset=utf-8';
const SCALES: readonly Scale[] = [100, 20, 10];

/** What became of the last button; null before one was pressed. */
type Outcome = { readonly said: string; readonly left: string } | 'BUSY' | 'FAILED' | null;

export function Exports({ marked, title, people, set }: Props) {
  const list = useMemo(() => listOf(people), [people]);
  const sheet = useMemo(
    () => gradeSheetOf(marked, title || 'Functielab', list, set),
    [marked, title, list, set],
  );
  const [scale, setScale] = useState<Scale>(100);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const scaleId = useId();
  const file = fileNameOf(sheet.title, 'klas');

  /** What is fetched for it may not come. */
  async function make(work: () => Promise<Exclude<Outcome, string | null>>): Promise<void> {
    setOutcome('BUSY');
    setOutcome(await work().catch(() => 'FAILED' as const));
  }
  const save = (name: string, content: BlobPart, type: string, left = '') => {
    saveFile(name, content, type);
    return { said: savedInWords(name), left };
  };
  const isBusy = outcome === 'BUSY';
  const maker = (kind: 'primary' | 'quiet', title: string, work: Parameters<typeof make>[0]) => (
    <button type="button" class={kind} disabled={isBusy} onClick={() => void make(work)}>
      {title}
    </button>
  );

  return (
    <div class="exports">
      {marked.done < marked.of && (
        <p>Nog niet alles is nagekeken: wat ontbreekt, blijft leeg in wat je hier bewaart.</p>
      )}
      <section>
        <h2>Tabel</h2>
        <p>Een rij per student, ook voor wie niets inleverde, met punten, totaal, cijfers en opmerkingen.</p>
        <p class="actions">
          {maker('primary', 'Bewaar als Excel', async () => {
            const workbook = await workbookOf(sheet);
            return save(`${file}.xlsx`, workbook, workbook.type);
          })}
          {maker('quiet', 'Bewaar als CSV', async () => {
            const { marksCsv } = await import('./marks-table.ts');
            return save(`${file}.csv`, marksCsv(sheet), CSV);
          })}
        </p>
      </section>
      <section>
        <h2>Voor de cijferlijst van je leeromgeving</h2>
        <p>
          Je krijgt een kolom met de naam van dit nakijkwerk, die je zo kunt importeren. Wie nog niet is
          nagekeken, krijgt geen nul, maar niets.
        </p>
        <p class="exports__scale">
          <label for={scaleId}>Schaal</label>
          <select
            id={scaleId}
            value={scale}
            onChange={({ currentTarget }) => setScale(Number(currentTarget.value) as Scale)}
          >
            {SCALES.map((one) => (
              <option key={one} value={one}>
                op {one}
              </option>
            ))}
          </select>
        </p>
        <ul class="exports__list">
          {(Object.keys(BOOKS) as GradeBookName[]).map((book) => (
            <li key={book}>
              {maker('quiet', BOOKS[book].title, async () => {
                const { gradeBookOf } = await import('./grade-books.ts');
                const { csv, left } = gradeBookOf(sheet, book, scale);
                return save(`${file}-${book}.csv`, csv, CSV, leftOfBook(left, list !== null));
              })}{' '}
              <small>{BOOKS[book].help}</small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Feedback voor je studenten</h2>
        <p>
          Een bladzijde per student: wat goed ging, wat er bij een fout verwacht werd, wat er veranderd is en
          wat jij erbij schreef. Van andere studenten staat er niets op.
        </p>
        <p class="actions">
          {maker('primary', 'Open alles om af te drukken', async () => {
            const isOpen = await openPages(sheet, `${file}-feedback.html`);
            return { said: isOpen ? PRINT : savedInWords(`${file}-feedback.html`), left: '' };
          })}
        </p>
        <ul class="exports__list">
          {(Object.keys(FEEDBACK_ZIPS) as FeedbackFor[]).map((target) => (
            <li key={target}>
              {maker('quiet', FEEDBACK_ZIPS[target].title, async () => {
                const { feedbackZip } = await import('./feedback-zips.ts');
                const { zip, files, left } = feedbackZip(sheet, target);
                const without = leftOfZip(left, target);
                if (files === 0)
                  return {
                    said: 'Er is niets bewaard, want van niemand past de feedback in deze zip.',
                    left: without,
                  };
                return save(`${file}-feedback-${target}.zip`, zip, 'application/zip', without);
              })}{' '}
              <small>{FEEDBACK_ZIPS[target].help}</small>
            </li>
          ))}
        </ul>
      </section>
      {outcome === 'FAILED' && (
        <p role="alert">
          Dat lukte niet: een deel van de site kwam niet binnen. Controleer je verbinding en probeer het
          opnieuw. Helpt dat niet, laad dan de pagina opnieuw.
        </p>
      )}
      <div role="status">
        {isBusy && <p>Even bezig …</p>}
        {outcome !== null && typeof outcome !== 'string' && (
          <>
            <p>{outcome.said}</p>
            {outcome.left !== '' && <p>{outcome.left}</p>}
          </>
        )}
      </div>
    </div>
  );
}

const PRINT = 'De feedback staat in een nieuw tabblad. Druk het af, of bewaar het daar als PDF.';

function listOf(people: string): ClassList | null {
  const read = readClassList(people);
  return 'list' in read ? read.list : null;
}

const workbookOf = (sheet: GradeSheet) =>
  import('./workbook.ts').then(({ marksWorkbook }) => marksWorkbook(sheet));

/** @returns whether the browser opened it; otherwise it is saved */
async function openPages(sheet: GradeSheet, name: string): Promise<boolean> {
  const [{ feedbackOf }, { feedbackPage }] = await Promise.all([
    import('./feedback.ts'),
    import('./feedback-page.ts'),
  ]);
  const handedIn = sheet.people.filter(({ row }) => row !== null);
  const page = feedbackPage(handedIn.map((person) => feedbackOf(sheet, person)));
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
  const isOpen = window.open(address, '_blank') !== null;
  if (!isOpen) saveFile(name, page, 'text/html;charset=utf-8');
  // The new tab may still be reading: it goes with this page.
  addEventListener('pagehide', () => URL.revokeObjectURL(address), { once: true });
  return isOpen;
}
