/** A class list: pasted or out of a file, and beside it who handed in nothing and who is on no list. */
import { useMemo, useState } from 'preact/hooks';
import { FileChooser } from '../../kit/drop/DropZone.tsx';
import { readClassList } from './class-list.ts';
import { listInWords, listProblemWords, listRemarkInWords } from './list-words.ts';
import { foundOf, type LabelledRow } from './match-class.ts';
import { textOfFile } from './text-of-file.ts';

interface Props {
  /** As it was pasted; empty for none. */
  readonly text: string;
  readonly rows: readonly LabelledRow[];
  readonly onText: (text: string) => void;
}

export function ClassListForm({ text, rows, onText }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const read = useMemo(() => readClassList(text), [text]);
  const found = useMemo(() => ('list' in read ? foundOf(read.list, rows) : null), [read, rows]);
  async function take(file: File): Promise<void> {
    setFailed(false);
    try {
      onText(await textOfFile(file));
    } catch {
      setFailed(true);
    }
  }
  return (
    <details class="class-list">
      <summary>Klassenlijst{found && `: ${listInWords(found.members, found.absent.length)}`}</summary>
      <label>
        Plak je klassenlijst
        <textarea
          rows={6}
          spellcheck={false}
          value={text}
          placeholder={'Mila De Smet\nNoah Peeters'}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      <p class="actions">
        <FileChooser
          title="Kies een CSV-bestand"
          kind="quiet"
          what="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChoose={([file]) => file && void take(file)}
        />
        {text !== '' && (
          <button type="button" class="quiet" onClick={() => onText('')}>
            Haal de lijst weg
          </button>
        )}
      </p>
      <p>
        <small>
          Namen onder elkaar, of kolommen met koppen als naam, e-mail en studentnummer: een stuk van je
          spreadsheet, of wat Canvas, Moodle of Brightspace als lijst geeft. De lijst blijft bij dit
          nakijkwerk, op dit toestel.
        </small>
      </p>
      {hasFailed && (
        <p role="alert">Dit bestand is niet te lezen. Kies het opnieuw, of plak de namen hierboven.</p>
      )}
      {text !== '' && 'problem' in read && <p role="alert">{listProblemWords[read.problem]}</p>}
      {'remarks' in read &&
        read.remarks.map((remark) => <p key={JSON.stringify(remark)}>{listRemarkInWords(remark)}</p>)}
      <div role="status">
        {found && (
          <>
            <Names title="Leverde niets in" names={found.absent} />
            <Names title="Staat niet op de lijst" names={found.strangers} />
            <Names
              title="Kan van meer dan één van de lijst zijn"
              names={found.maybe}
              help="Kijk zelf van wie het is. Met een e-mailadres of nummer op de lijst zoeken we het uit."
            />
          </>
        )}
      </div>
    </details>
  );
}

interface NamesProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly help?: string;
}

function Names({ title, names, help }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <p>
      <strong>{title}</strong>: {names.join(', ')}.{help && ` ${help}`}
    </p>
  );
}
