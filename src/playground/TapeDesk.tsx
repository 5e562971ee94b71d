/**
 * Saves what went on in a playground, and plays what somebody saved: the times are those of then, the code runs now, and what
 * differs is shown. Nothing runs before it is asked for.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LabReplay, Tape } from '../engine/index.ts';
import { count } from '../kit/numbers.ts';
import { saveFile } from '../kit/save-file.ts';

interface Props {
  /** Of the function, for the name of a file. */
  readonly name: string;
  /** What went on here; null when nothing did, or too much. */
  readonly tape: () => Tape | null;
  /** Shows the text of a tape as a link, or says that it is too long for one. */
  readonly showLink: (file: string) => ComponentChildren;
  /** Came by a link; another object each time. */
  readonly linked: LinkedTape | null;
}

export interface LinkedTape {
  /** Null: the link was not whole. */
  readonly file: string | null;
}

const fetchTapes = () => import('./replay/run-tape.ts');
type Tapes = Awaited<ReturnType<typeof fetchTapes>>;

/** So many rows of a table; more are only counted. */
const MOST_ROWS = 100;
/** Characters of an answer. */
const MOST_SHOWN = 500;
/** What is larger is not even read. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Opened {
  readonly tapes: Tapes;
  readonly tape: Tape;
  readonly about: string;
  /** What it was saved for: a line each. */
  readonly reported: readonly string[];
}

export function TapeDesk({ name, tape, showLink, linked }: Props) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [played, setPlayed] = useState<LabReplay | null>(null);
  const running = useRef<AbortController | null>(null);
  const [isRunning, setRunning] = useState(false);
  /** What went on until the reader asked for a link to it. */
  const [asLink, setAsLink] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (linked !== null) void open(() => Promise.resolve(linked.file));
  }, [linked]);

  async function print(): Promise<string | null> {
    setProblem('');
    setNote('');
    setAsLink(null);
    const recorded = tape();
    const file =
      recorded && recorded.invocations.length > 0 ? (await fetchTapes()).printTape(recorded) : null;
    if (file === null) setNote('Er is hier nog niets gebeurd, of te veel voor één opname.');
    return file;
  }

  async function save(): Promise<void> {
    const file = await print();
    if (file === null) return;
    saveFile(`${name}.opname.json`, file, 'application/json');
    setNote('De opname is bewaard: je code, wat de functies kregen, en wat er gebeurde.');
  }

  const openFile = (file: File | undefined) =>
    file && open(() => (file.size > MOST_BYTES ? Promise.resolve(null) : file.text()));

  /** @param fetchText null: there is nothing that can be read */
  async function open(fetchText: () => Promise<string | null>): Promise<void> {
    running.current?.abort();
    setNote('');
    setProblem('');
    setPlayed(null);
    setOpened(null);
    try {
      const tapes = await fetchTapes();
      const text = await fetchText();
      const read = text === null ? null : tapes.readTape(text);
      if (read === null) throw new Error('no tape');
      const report = tapes.reportOf(read);
      const reported = report === null ? [] : tapes.reportInWords(report);
      setOpened({ tapes, tape: read, about: tapes.tapeInWords(read), reported });
    } catch {
      setProblem('Dit is geen opname van Functielab die hier kan worden afgespeeld.');
    }
  }

  async function play({ tapes, tape: chosen }: Opened): Promise<void> {
    if (isRunning) return;
    const mine = new AbortController();
    running.current = mine;
    setRunning(true);
    setPlayed(null);
    setProblem('');
    try {
      const replayed = await tapes.runTape(chosen, mine.signal);
      // Another tape may have been opened in the meantime.
      if (!mine.signal.aborted) setPlayed(replayed);
    } catch {
      setProblem('In deze opname staat iets wat niet kan gebeuren. Er is niets veranderd.');
    } finally {
      setRunning(false);
    }
  }

  return (
    <fieldset class="whose">
      <legend>Opname van wat er gebeurde</legend>
      <p>
        Een opname bewaart elke aanroep met zijn tijden. Wie hem afspeelt, ziet precies hetzelfde gebeuren.
      </p>
      <button type="button" class="quiet" onClick={() => void save()}>
        Bewaar een opname
      </button>
      <button type="button" class="quiet" onClick={() => void print().then(setAsLink)}>
        Maak een link van de opname
      </button>
      {asLink !== null && showLink(asLink)}
      <label>
        Open een opname
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void openFile(currentTarget.files?.[0]);
            // The same file, changed in the meantime, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <p role="status">{note}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
      {opened !== null && (
        <>
          {opened.reported.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            {opened.about} De code in deze opname kan van iemand anders zijn. Ze draait pas als je op Speel af
            drukt, in een eigen sandbox.
          </p>
          <button
            type="button"
            class="primary"
            aria-busy={isRunning}
            aria-disabled={isRunning}
            onClick={() => void play(opened)}
          >
            Speel af
          </button>
          {played !== null && <Played opened={opened} played={played} />}
        </>
      )}
    </fieldset>
  );
}

function Played({
  opened: { tapes, tape },
  played,
}: {
  readonly opened: Opened;
  readonly played: LabReplay;
}) {
  const calls = tapes.callsOf(tape);
  const { differences } = played;
  return (
    <>
      <p role="status">
        {differences.length === 0
          ? 'Afgespeeld: alles ging precies zoals toen.'
          : `Afgespeeld: de tijden zijn die van toen, maar ${count(differences.length, 'ding was', 'dingen waren')} anders.`}
      </p>
      {differences.length > 0 && (
        <div class="compare-tariffs" role="region" aria-label="Wat anders was" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Wat</th>
                <th scope="col">Toen</th>
                <th scope="col">Nu</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, MOST_ROWS).map(({ kind, recorded, now }, at) => (
                <tr key={at}>
                  <th scope="row">{tapes.kindInWords(kind)}</th>
                  <td>
                    <code>{recorded.slice(0, MOST_SHOWN)}</code>
                  </td>
                  <td>
                    <code>{now.slice(0, MOST_SHOWN)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="compare-tariffs" role="region" aria-label="Aanroepen op de opname" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Klaar na</th>
              <th scope="col">Aanroep</th>
              <th scope="col">Start</th>
              <th scope="col" class="number">
                Duurde
              </th>
            </tr>
          </thead>
          <tbody>
            {calls.slice(0, MOST_ROWS).map(({ invocationId, at, asked, start, took }) => (
              <tr key={invocationId}>
                <td>{at}</td>
                <th scope="row">
                  <code>{asked}</code>
                </th>
                <td>{start}</td>
                <td class="number">{took}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
