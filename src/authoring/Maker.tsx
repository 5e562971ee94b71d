/** The page of the maker: the exercises of this device, or the one that is open, part by part in the order in which one makes it. */
import { useEffect, useMemo } from 'preact/hooks';
import { followDrafts } from '../exercises/own/index.ts';
import { TaskText } from '../exercises/task/index.ts';
import { DropZone, FileChooser } from '../kit/drop/DropZone.tsx';
import { keepsEdits, probeStorage } from '../kit/storage.ts';
import { createMaker, type Maker as MakerModel } from './authoring-model.ts';
import { CodePart } from './CodePart.tsx';
import { ChecksPart } from './checks/ChecksPart.tsx';
import { AreaField, NumberField, SelectField, TextField, withAt, withoutAt } from './form-parts.tsx';
import type { Draft } from './new-draft.ts';
import { type LessonChoice, OwnFiles } from './OwnFiles.tsx';
import { TrialPart } from './TrialPart.tsx';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const MARK_LENGTH = 8;

const newMark = () =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(MARK_LENGTH)),
    (byte) => LETTERS[byte % LETTERS.length],
  ).join('');

export function Maker({ lessons }: { readonly lessons: readonly LessonChoice[] }) {
  const maker = useMemo(() => createMaker({ nowMs: () => Date.now(), newMark }), []);
  useEffect(() => {
    maker.look();
    probeStorage();
    return followDrafts(maker.lookElsewhere);
  }, []);
  const draft = maker.open.value;
  return (
    <div class="maker">
      {!keepsEdits.value && (
        <div class="notice" role="alert">
          <p>
            Je browser bewaart hier niets: de opslag is vol of verboden. Alles werkt, maar je oefening is weg
            als je deze pagina sluit. Bewaar je oefening daarvoor onderaan als bestand.
          </p>
        </div>
      )}
      <div role="status">
        {maker.undone.value !== null && (
          <div class="notice">
            <p>
              {maker.undone.value}{' '}
              <button type="button" class="quiet" onClick={maker.takeBack}>
                Ongedaan maken
              </button>
            </p>
          </div>
        )}
      </div>
      {draft === null ? (
        <AllDrafts maker={maker} />
      ) : (
        <OpenDraft maker={maker} draft={draft} lessons={lessons} />
      )}
    </div>
  );
}

function AllDrafts({ maker }: { readonly maker: MakerModel }) {
  const drafts = maker.drafts.value;
  const open = (file: File | undefined) => file && void maker.takeIn(file);
  return (
    <>
      <p>
        <button type="button" class="primary" onClick={maker.create}>
          Maak een oefening
        </button>
      </p>
      {drafts.length > 0 && (
        <>
          <h2>Jouw oefeningen</h2>
          <ul class="maker__drafts">
            {drafts.map(({ own }) => (
              <li key={own.name}>
                <button type="button" class="quiet" onClick={() => maker.openDraft(own.name)}>
                  {own.title || 'Zonder titel'}
                </button>{' '}
                <small>
                  {own.checks.length} {own.checks.length === 1 ? 'controle' : 'controles'} · {own.minutes}{' '}
                  minuten
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Een bestand openen</h2>
      {maker.problems.value.length > 0 && (
        <div role="alert">
          {maker.problems.value.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <DropZone label="Open een oefening" said="" onDrop={({ files: [file] }) => open(file)}>
        <FileChooser
          title="Kies een oefening"
          kind="quiet"
          what="file"
          accept=".json"
          onChoose={([file]) => open(file)}
        />{' '}
        <span>of sleep het bestand hierheen. De oefening komt erbij.</span>
      </DropZone>
    </>
  );
}

interface Props {
  readonly maker: MakerModel;
  readonly draft: Draft;
  readonly lessons: readonly LessonChoice[];
}

const LEVELS = { instap: 'instap', midden: 'midden', pittig: 'pittig' } as const;

function OpenDraft({ maker, draft, lessons }: Props) {
  return (
    <>
      <div class="actions">
        <button type="button" class="quiet" onClick={maker.close}>
          Al je oefeningen
        </button>
        <button type="button" class="quiet" onClick={() => maker.copy(draft)}>
          Kopieer
        </button>
        <button type="button" class="quiet" onClick={() => maker.remove(draft)}>
          Gooi weg
        </button>
        {keepsEdits.value && <small>Wat je typt, blijft op dit toestel bewaard.</small>}
      </div>
      <h2>1. De opdracht</h2>
      <div class="maker__facts">
        <TextField
          label="Titel"
          value={draft.title}
          placeholder="Groet de bezoeker"
          onChange={(title) => maker.change({ title })}
        />
        <SelectField
          label="Niveau"
          value={draft.level}
          options={LEVELS}
          onChange={(level) => maker.change({ level })}
        />
        <NumberField
          label="Minuten"
          value={draft.minutes}
          least={2}
          most={45}
          onChange={(minutes) => maker.change({ minutes })}
        />
      </div>
      <div class="maker__task">
        <AreaField
          label="Wat een student moet doen"
          value={draft.task}
          rows={9}
          hint="Een lege regel begint een alinea. 1. en - maken een lijst, **vet**, `code`, ## een kop, [tekst](https://…) een link."
          onChange={(task) => maker.change({ task })}
        />
        <div class="maker__preview" role="group" aria-label="Zo ziet een student de opdracht">
          {draft.task.trim() === '' ? (
            <p class="maker__empty">Hier zie je hoe de opdracht eruitziet.</p>
          ) : (
            <TaskText text={draft.task} />
          )}
        </div>
      </div>
      <h2>2. De code</h2>
      <CodePart maker={maker} draft={draft} />
      <h2>3. De controles</h2>
      <ChecksPart maker={maker} draft={draft} />
      <h2>4. Hints</h2>
      <Hints maker={maker} draft={draft} />
      <h2>5. Probeer</h2>
      <TrialPart key={draft.name} maker={maker} draft={draft} />
      <h2>6. Naar je klas</h2>
      <OwnFiles draft={draft} lessons={lessons} />
    </>
  );
}

const MOST_HINTS = 5;

function Hints({ maker, draft: { hints } }: Omit<Props, 'lessons'>) {
  return (
    <>
      <p>Van een duwtje tot bijna het antwoord. Een student ziet ze een voor een, en het mag ook zonder.</p>
      {hints.map((hint, at) => (
        <div key={at} class="maker__row" role="group" aria-label={`hint ${at + 1}`}>
          <TextField
            label={`Hint ${at + 1}`}
            value={hint}
            onChange={(text) => maker.change({ hints: withAt(hints, at, text) })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={`Haal hint ${at + 1} weg`}
            onClick={() => maker.changeWithUndo({ hints: withoutAt(hints, at) }, `Hint ${at + 1} is weg.`)}
          >
            Haal weg
          </button>
        </div>
      ))}
      {hints.length < MOST_HINTS && (
        <p>
          <button type="button" class="quiet" onClick={() => maker.change({ hints: [...hints, ''] })}>
            {hints.length === 0 ? 'Schrijf een hint' : 'Schrijf nog een hint'}
          </button>
        </p>
      )}
    </>
  );
}
