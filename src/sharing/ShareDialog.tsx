/** The link to this code, a file of it, and a way to open somebody else's. */
import { useState } from 'preact/hooks';
import { saveFile } from '../kit/save-file.ts';
import type { Edits, Tape } from '../playground/index.ts';
import { type LinkedTape, TapeDesk } from '../playground/TapeDesk.tsx';
import { LIMIT_BYTES, linkTo, linkToTape, readShareFile, type SharedCode, shareFile } from './index.ts';
import { LinkToShare } from './LinkToShare.tsx';

interface Props {
  readonly name: string;
  readonly edits: Edits;
  readonly tape: () => Tape | null;
  readonly linked: LinkedTape | null;
  readonly onClose: () => void;
}

export function ShareDialog({ name, edits, tape, linked, onClose }: Props) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  /** A file that was read, until the reader has said whose it is. */
  const [opened, setOpened] = useState<SharedCode['files'] | null>(null);
  const files = edits.texts.value;
  const link = linkTo(location.href, { name, files });

  function showTapeLink(file: string) {
    const tapeLink = linkToTape(location.href, name, file);
    return tapeLink === null ? (
      <p>
        Deze opname is te lang voor een link: chatprogramma’s knippen hem af. Bewaar een opname als bestand,
        en stuur dat.
      </p>
    ) : (
      <>
        <p>
          In deze link zit de opname, met je code. Geen enkele server krijgt die te zien, en ze draait pas als
          iemand dat vraagt.
        </p>
        <LinkToShare link={tapeLink} name="Link naar de opname" onSaid={setNote} />
      </>
    );
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    setProblem('');
    setOpened(null);
    const code = file.size > LIMIT_BYTES ? null : readShareFile(await file.text().catch(() => ''));
    if (code === null) {
      setProblem('Dit is geen bestand met gedeelde code van Functielab. Er is niets veranderd.');
    } else if (code.name !== name) {
      setProblem(
        `Deze code hoort bij een andere speeltuin (${code.name}). Open het bestand daar. Er is niets veranderd.`,
      );
    } else {
      setOpened(code.files);
    }
  }

  return (
    <div class="share">
      {link === null ? (
        <p>
          Je code is te lang voor een link: chatprogramma’s knippen hem af. Bewaar je code als bestand, en
          stuur dat.
        </p>
      ) : (
        <>
          <p>
            In deze link zit je code. Geen enkele server krijgt die te zien, en ze draait pas als iemand dat
            vraagt.
          </p>
          <LinkToShare link={link} onSaid={setNote} />
        </>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => saveFile(`${name}.functielab.json`, shareFile({ name, files }), 'application/json')}
      >
        Bewaar als bestand
      </button>
      <label>
        Open een bestand
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0]);
            // The same file, changed in the meantime, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {opened && (
        <fieldset class="whose">
          <legend>Van wie is de code in dit bestand?</legend>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              edits.replace(opened);
              onClose();
            }}
          >
            Van mij
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              edits.showCopy(opened);
              onClose();
            }}
          >
            Van iemand anders
          </button>
          <p>
            Is de code van jou, dan komt die in de plaats van je versie hier. Is de code van iemand anders,
            dan zie je die naast je versie, en draait die in een eigen lab.
          </p>
        </fieldset>
      )}
      <p role="status">{note}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
      <TapeDesk name={name} tape={tape} showLink={showTapeLink} linked={linked} />
    </div>
  );
}
