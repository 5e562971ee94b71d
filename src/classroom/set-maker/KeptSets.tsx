/** What a teacher put together before, on this device: to open, copy, throw away, take along as one file; or to open from a link. */
import { useState } from 'preact/hooks';
import { dateInWords } from '../../kit/dates.ts';
import { DropZone, FileChooser } from '../../kit/drop/DropZone.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { keepsEdits } from '../../kit/storage.ts';
import { momentInWords } from '../sets/deadline.ts';
import { dropPlan, type KeptPlan, keptPlans, PLANS_FILE, plansFile } from './kept-sets.ts';
import { type Maker, planInWords } from './maker-model.ts';

export function KeptSets({ maker }: { readonly maker: Maker }) {
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const plans = keptPlans.value;

  function throwAway(plan: KeptPlan): void {
    const back = dropPlan(plan.id);
    if (maker.id.peek() === plan.id) maker.startAnew();
    setUndo(() => back);
    setSaid(`“${planInWords(plan.sets).title}” is weg.`);
  }

  async function openFiles(files: readonly File[]): Promise<void> {
    for (const file of files) setSaid(maker.openFile(await file.text()));
    setUndo(null);
  }

  return (
    <DropZone label="Je reeksen" onDrop={({ files }) => void openFiles([...files])} said={said}>
      {plans.length === 0 ? (
        keepsEdits.value && (
          <p>Wat je hieronder samenstelt, wordt op dit toestel bewaard en staat dan hier.</p>
        )
      ) : (
        <ul class="set-maker__kept">
          {plans.map((plan) => {
            const { title, facts } = planInWords(plan.sets);
            const due = plan.sets[0]?.due ?? null;
            return (
              <li key={plan.id} aria-current={maker.id.value === plan.id ? 'true' : undefined}>
                <span>
                  <strong>{title}</strong>{' '}
                  <small>
                    {facts}
                    {due !== null && `, inleveren ${momentInWords(due)}`}, veranderd op{' '}
                    {dateInWords(new Date(plan.changedAtMs).toISOString().slice(0, 10))}
                  </small>
                </span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Open ${title}`}
                  onClick={() => maker.open(plan)}
                >
                  Open
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Kopieer ${title}`}
                  onClick={() => maker.copy(plan)}
                >
                  Kopieer
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Gooi ${title} weg`}
                  onClick={() => throwAway(plan)}
                >
                  Gooi weg
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {undo !== null && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            undo();
            setUndo(null);
            setSaid('De reeks is terug.');
          }}
        >
          Ongedaan maken
        </button>
      )}
      <form
        class="set-maker__actions"
        onSubmit={(event) => {
          event.preventDefault();
          const isOpened = maker.openLink(link);
          setUndo(null);
          setSaid(
            isOpened
              ? 'De reeks uit de link staat in het formulier.'
              : 'In deze link staat geen complete reeks. Kopieer hem opnieuw, helemaal.',
          );
          if (isOpened) setLink('');
        }}
      >
        <label>
          Link van een reeks
          <input value={link} onInput={({ currentTarget }) => setLink(currentTarget.value)} />
        </label>
        <button type="submit" class="quiet">
          Open de link
        </button>
        <FileChooser
          title="Open een bestand"
          kind="quiet"
          what="files"
          accept=".json"
          onChoose={(files) => void openFiles(files)}
        />
        {plans.length > 0 && (
          <button
            type="button"
            class="quiet"
            onClick={() => saveFile(PLANS_FILE, plansFile(plans), 'application/json')}
          >
            Bewaar alles als bestand
          </button>
        )}
      </form>
    </DropZone>
  );
}
