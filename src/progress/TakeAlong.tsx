/** The learner's progress as a file, to take along or to read, and as something that one button wipes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { saveFile } from '../kit/save-file.ts';
import {
  type Added,
  addOwnFile,
  type FileProblem,
  LIMIT_BYTES,
  type ProgressFile,
  progressFile,
  readProgressFile,
  showStrangersFile,
} from './file.ts';
import type { Known } from './progress.ts';
import { wipeProgress } from './wipe.ts';

const problems: Readonly<Record<FileProblem, string>> = {
  TOO_LARGE: 'Dit bestand is groter dan 1 MB. Dat kan geen voortgang zijn. Er is niets veranderd.',
  NOT_JSON:
    'Dit bestand is niet te lezen. Is het helemaal gedownload? Er is niets veranderd. Bewaar het opnieuw op je andere toestel.',
  OTHER_FILE:
    'Dit is geen bestand met voortgang van Functielab. Er is niets veranderd. Kies het bestand dat functielab-voortgang.json heet.',
  NOT_KEPT:
    'De opslag van je browser is vol. Je voortgang is gelezen, maar niet alle code kon worden bewaard. Maak ruimte en probeer het opnieuw.',
  NOT_SHOWN:
    'Je browser bewaart hier niets, ook niet voor dit bezoek. Er is niets veranderd. Vraag de code als link.',
};

function addedInWords({ lessons, exercises, code, ownCode }: Added): string {
  const kept =
    ownCode === 0 ? '' : ` Van ${ownCode} functies had je hier al een eigen versie. Die blijft staan.`;
  return `Toegevoegd uit het bestand: ${lessons} gelezen lessen, ${exercises} oefeningen en ${code} keer eigen code.${kept}`;
}

function strangersInWords(functions: number): string {
  if (functions === 0) return 'In dit bestand staat geen eigen code. Er is niets veranderd.';
  const which = functions === 1 ? '1 functie' : `${functions} functies`;
  return `Je eigen voortgang en code zijn niet veranderd. De code van ${which} zie je in dit tabblad bij de les of oefening, als code van iemand anders.`;
}

/** @param known what the course has */
export function TakeAlong({ known }: { readonly known: Known }) {
  const [note, setNote] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null);
  /** A file that was read, until the reader has said whose it is. */
  const [opened, setOpened] = useState<ProgressFile | null>(null);
  const [undo, setUndo] = useState<{ readonly back: () => void } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  // On a phone it stands below what is on the screen, where nobody knows that the page asks something.
  useEffect(() => question.current?.focus(), [opened]);

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    setNote(null);
    setOpened(null);
    const isHuge = file.size > LIMIT_BYTES;
    const read = isHuge ? 'TOO_LARGE' : readProgressFile(await file.text().catch(() => ''), known);
    if (typeof read === 'string') setNote({ text: problems[read], isProblem: true });
    else setOpened(read);
    if (input.current) input.current.value = '';
  }

  /** What became of the file, once the reader has said whose it is. */
  function close<Result extends object | number>(
    result: Result | FileProblem,
    inWords: (result: Result) => string,
  ): void {
    setOpened(null);
    if (typeof result === 'string') setNote({ text: problems[result], isProblem: true });
    else setNote({ text: inWords(result), isProblem: false });
    // The button that was pressed is gone: a keyboard goes on from what became of the file.
    setTimeout(() => said.current?.focus(), 0);
  }

  return (
    <>
      <h2>Meenemen en wissen</h2>
      <p>
        Je voortgang en je eigen code staan alleen op dit toestel. Wil je ermee verder op een ander, neem ze
        dan mee als bestand.
      </p>
      <div class="progress-actions">
        <button
          type="button"
          class="primary"
          onClick={() => saveFile('functielab-voortgang.json', progressFile(), 'application/json')}
        >
          Bewaar als bestand
        </button>
        <label class="button-like">
          Lees een bestand
          <input
            ref={input}
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
        </label>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setUndo({ back: wipeProgress() });
            setNote({ text: 'Je voortgang is gewist. Je eigen code is er nog.', isProblem: false });
          }}
        >
          Wis mijn voortgang
        </button>
        {undo && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              undo.back();
              setUndo(null);
              setNote({ text: 'Je voortgang is terug.', isProblem: false });
            }}
          >
            Ongedaan maken
          </button>
        )}
      </div>
      {opened && (
        <fieldset ref={question} class="whose" tabIndex={-1}>
          <legend>Van wie is dit bestand?</legend>
          <p>
            Is het van jou, dan komen voortgang en code bij wat je hier hebt. Is het van iemand anders, dan
            zie je alleen de code, apart van die van jou.
          </p>
          <button type="button" class="quiet" onClick={() => close(addOwnFile(opened), addedInWords)}>
            Van mij
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => close(showStrangersFile(opened), strangersInWords)}
          >
            Van iemand anders
          </button>
        </fieldset>
      )}
      {note && (
        <p ref={said} role={note.isProblem ? 'alert' : 'status'} tabIndex={-1}>
          {note.text}
        </p>
      )}
    </>
  );
}
