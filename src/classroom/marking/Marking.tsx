/** Marking: files dropped in, run again in this browser's sandbox, a table of who made what, and all of it kept. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { checkInBrowser } from '../../exercises/run/in-browser.ts';
import { useSheet } from '../../kit/sheet/use-sheet.ts';
import { claim } from '../../kit/tabs/claim.ts';
import { courseExercises } from './course-exercises.ts';
import { loadWorkKey } from './equal-work.ts';
import { GradingForm } from './GradingForm.tsx';
import { KeptMarkingsList } from './kept/KeptMarkings.tsx';
import {
  MarkingFileQuestion,
  MarkingFileTools,
  type OpenedFile,
  openMarkingFile,
} from './kept/MarkingFileTools.tsx';
import { openMarkingCupboard } from './kept/marking-cupboard.ts';
import { isMarkingName } from './kept/marking-file.ts';
import { MarkingProgress } from './MarkingProgress.tsx';
import type { MarkedFiles } from './marked-files.ts';
import { createMarking, type Marker } from './marking-model.ts';
import { courseAndOwn } from './own-to-mark.ts';
import { pathOf } from './read-files.ts';
import { MarkingTabs } from './table/MarkingTabs.tsx';
import { MarksTable } from './table/MarksTable.tsx';
import { VerdictAgain } from './table/VerdictAgain.tsx';
import { refusalWords } from './words.ts';

/** What another room of the classroom makes of a marking: a tab beside the table, there once something is marked. */
export interface MarkingPart {
  readonly name: string;
  readonly show: (marked: MarkedFiles, marking: Marker) => ComponentChildren;
}

interface Props {
  /** Address of the style sheet of what comes of a marking. */
  readonly sheet: string;
  readonly parts: readonly MarkingPart[];
  /** Stands above the table: of a class list, for example. */
  readonly above: (marking: Marker) => ComponentChildren;
}

const MARKS = 'Uitslag';

export function Marking({ sheet, parts, above }: Props) {
  useSheet(sheet);
  const marking = useMemo(() => {
    const made: Marker = createMarking({
      run: checkInBrowser,
      loadCourse: () => courseAndOwn(courseExercises, made.set.peek()),
      loadWorkKey,
      claim,
      openCupboard: openMarkingCupboard,
      nowMs: Date.now,
      newId: () => crypto.getRandomValues(new Uint32Array(2)).join(''),
    });
    return made;
  }, []);
  /** Name of the tab; the table is the first. */
  const [tab, setTab] = useState(MARKS);
  /** A marking that came as a file, until the teacher has said what to do with it. */
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const isGone = useAddress(marking);
  const { kept } = marking;
  const id = marking.id.value;
  const marked = marking.marked.value;

  async function take(files: readonly File[]): Promise<void> {
    const file = files.find(({ name }) => isMarkingName(name));
    if (file !== undefined) setOpened(await openMarkingFile(file).catch(() => 'BROKEN' as const));
    await marking.mark(files.filter((one) => one !== file));
  }

  useEffect(() => {
    addEventListener('pagehide', kept.writeNow);
    return () => removeEventListener('pagehide', kept.writeNow);
  }, []);

  return (
    <div
      class="marking"
      role="group"
      aria-label="Nakijken"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <KeptMarkingsList kept={kept} openId={id} />
      {isGone && (
        <p role="alert">
          Dit nakijkwerk staat niet (meer) op dit toestel. Open het als bestand, of kies hieronder opnieuw de
          inleveringen.
        </p>
      )}
      {marking.isCopy.value && (
        <p role="alert">
          Dit nakijkwerk staat ook open in een ander tabblad, en dat bewaart wat daar verandert. Hier werk je
          in een kopie: wat je hier doet, wordt niet bewaard.
        </p>
      )}
      {id !== null && <OpenTitle marking={marking} />}
      <Link marking={marking} />
      <label class="marking__drop">
        <span>
          {id === null
            ? 'Sleep de inleveringen hierheen, of kies ze: losse bestanden, of de zip van je leeromgeving.'
            : 'Kwam er nog iets binnen? Sleep het hierbij: van ieder telt de nieuwste inlevering.'}
        </span>
        {/* What a browser writes on its own button is in the language of the browser. */}
        <span class="marking__choose" aria-hidden="true">
          Kies bestanden
        </span>
        <input
          type="file"
          multiple
          accept=".json,.txt,.zip"
          aria-label="Kies inleveringen"
          disabled={marking.isReading.value}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            void take(files);
            currentTarget.value = '';
          }}
        />
      </label>
      <MarkingFileTools
        stateNow={id === null ? null : marking.state}
        onFile={(file) => void openMarkingFile(file).then(setOpened, () => setOpened('BROKEN'))}
      />
      {opened !== null && (
        <MarkingFileQuestion
          opened={opened}
          canMerge={id !== null}
          onAnswer={(how) => {
            setOpened(null);
            if (how !== null && typeof opened !== 'string') void marking.take(opened, how);
          }}
        />
      )}
      {marking.hasFailed.value && (
        <p role="alert">
          Het nakijken kon niet beginnen. Controleer je verbinding en kies de bestanden opnieuw.
        </p>
      )}
      <MarkingProgress marking={marking} />
      {marked && parts.length > 0 && (
        <MarkingTabs names={[MARKS, ...parts.map(({ name }) => name)]} current={tab} onPick={setTab} />
      )}
      {marked &&
        parts.map(({ name, show }) => (
          <div key={name} role="tabpanel" aria-label={name} hidden={tab !== name}>
            {tab === name && show(marked, marking)}
          </div>
        ))}
      {marked && (
        <div role="tabpanel" aria-label={MARKS} hidden={tab !== MARKS}>
          <Refused marked={marked} />
          {above(marking)}
          {marked.rows.length > 0 && <GradingForm marking={marking} marked={marked} />}
          <MarksTable marking={marking} marked={marked} />
          {!marking.isRunning.value && marked.of > 0 && (
            <VerdictAgain
              marked={marked}
              exercise={marking.picked.value?.exercise ?? marked.exercises[0]?.name ?? ''}
            />
          )}
        </div>
      )}
    </div>
  );
}

/**
 * What is open stands in the address, so that a page that is loaded again shows it again.
 *
 * @returns whether the address names one that is not there
 */
function useAddress(marking: Marker): boolean {
  const [isGone, setGone] = useState(false);
  const { kept } = marking;
  const id = marking.id.value;
  useEffect(() => {
    const look = async () => {
      await kept.open();
      const at = location.hash.slice(1);
      if (!at.startsWith('nakijken-')) return;
      setGone(!(await marking.open(at)));
    };
    void look();
    const onHash = () => void look();
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useEffect(() => {
    if (id === null || location.hash === `#${id}`) return;
    setGone(false);
    history.replaceState(null, '', `#${id}`);
  }, [id]);
  return isGone;
}

function OpenTitle({ marking }: { readonly marking: Marker }) {
  return (
    <p class="marking__title">
      <label>
        Naam van dit nakijkwerk
        <input
          value={marking.title.value}
          maxLength={200}
          onInput={({ currentTarget }) => marking.rename(currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          void marking.close().then(() => history.replaceState(null, '', location.pathname));
        }}
      >
        Begin nieuw nakijkwerk
      </button>
    </p>
  );
}

function Link({ marking }: { readonly marking: Marker }) {
  return (
    <>
      <label>
        Link van de reeks
        <input
          value={marking.link.value}
          placeholder="mag leeg blijven: dan telt elke oefening die is ingeleverd"
          onInput={({ currentTarget }) => marking.setLink(currentTarget.value)}
        />
      </label>
      {marking.isLinkWrong.value && (
        <p role="alert">In deze link staat geen complete reeks. Kopieer hem opnieuw.</p>
      )}
    </>
  );
}

function Refused({ marked }: { readonly marked: MarkedFiles }) {
  if (marked.refused.length === 0) return null;
  return (
    <>
      <h2>Niet nagekeken</h2>
      <ul>
        {marked.refused.map(({ way, result }, at) => (
          <li key={at}>
            <code>{pathOf(way)}</code>: {refusalWords[result]}
          </li>
        ))}
      </ul>
    </>
  );
}
