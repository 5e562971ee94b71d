/** Where a student hands in: one file, under one name or two, as often as is needed. */
import { useId, useState } from 'preact/hooks';
import { isInPackage } from '../../course/paths.ts';
import { type ExerciseSet, setMark } from '../../exercises/set.ts';
import { parseJson } from '../../kit/packed.ts';
import { saveFile } from '../../kit/save-file.ts';
import { readAll } from '../../kit/storage.ts';
import { asFiles, isRecord } from '../../sharing/index.ts';
import { ClaimTicks } from '../hand-in/ClaimTicks.tsx';
import { claimsOfDevice, NO_CHOICE } from '../hand-in/claims-of-device.ts';
import { type HandIn, handInFile, LONGEST_NAME } from '../hand-in/hand-in.ts';
import { forgetName, keepName, keptName, mayKeepName } from '../hand-in/kept-name.ts';
import { changedSince, keepHandIn, lastHandIn } from '../hand-in/last-hand-in.ts';
import { isPast, momentInWords, timeLeft } from './deadline.ts';
import type { ListedInSet } from './set-listed.ts';

interface Props {
  readonly set: ExerciseSet;
  /** Its exercises. */
  readonly known: readonly ListedInSet[];
}

export function HandInForm({ set, known }: Props) {
  const mark = setMark(set);
  const mayKeep = mayKeepName(isInPackage);
  const [name, setName] = useState(() => (mayKeep ? keptName() : ''));
  const [isKept, setKept] = useState(name !== '');
  const [doesKeep, setDoesKeep] = useState(mayKeep);
  const [together, setTogether] = useState(false);
  const [other, setOther] = useState('');
  const [claims, setClaims] = useState(NO_CHOICE);
  const [note, setNote] = useState('');
  const [last, setLast] = useState(() => lastHandIn(mark));
  const work = workOf(known);
  const noteId = useId();

  function handIn(): void {
    const names = [name, ...(together ? [other] : [])].map((one) => one.trim());
    const missing = names.indexOf('');
    const nowMs = Date.now();
    // Another tab may have changed the code since this was drawn.
    const now = workOf(known);
    if (missing !== -1) {
      setNote(
        missing === 0
          ? 'Vul eerst je naam in, zodat je docent weet van wie dit is.'
          : 'Vul ook de naam in van wie met je samenwerkte, of haal het vinkje weg.',
      );
    } else if (now.size === 0) {
      setNote('Je hebt nog geen code veranderd in deze reeks. Maak eerst een oefening.');
    } else {
      saveFile(
        `${fileNameFor(names)}.functielab.json`,
        handInFile({
          name: names.join(' en '),
          names,
          madeAt: new Date(nowMs).toISOString(),
          set: { title: set.title, mark },
          exercises: now,
          versions: new Map(known.map((one) => [one.name, one.version])),
          claims: claimsOfDevice(set, claims),
        }),
        'application/json',
      );
      if (mayKeep && doesKeep) keepName(names[0] ?? '');
      setKept(mayKeep && doesKeep);
      keepHandIn(mark, now, nowMs);
      setLast(lastHandIn(mark));
      setNote(
        `Je bestand is bewaard, met je code van ${now.size} van de ${known.length} oefeningen. Lever het in zoals je docent vroeg.${lateInWords(set.due, nowMs)}`,
      );
    }
  }

  return (
    <>
      <p>
        Je levert één bestand in: je code, de naam die je hier kiest en het moment waarop je het maakt. Je
        docent draait je code opnieuw. Inleveren mag zo vaak je wilt: je nieuwste bestand telt.
      </p>
      {last && <LastTime last={last} known={known} work={work} />}
      <form
        class="hand-in"
        aria-describedby={noteId}
        onSubmit={(event) => {
          event.preventDefault();
          handIn();
        }}
      >
        <label>
          Je naam
          <input
            value={name}
            maxLength={LONGEST_NAME}
            autocomplete="name"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        {together && (
          <label>
            En de naam van je klasgenoot
            <input
              value={other}
              maxLength={LONGEST_NAME}
              autocomplete="off"
              onInput={({ currentTarget }) => setOther(currentTarget.value)}
            />
          </label>
        )}
        <button type="submit" class="primary">
          Bewaar mijn inlevering
        </button>
        <div class="hand-in__more">
          <label>
            <input
              type="checkbox"
              checked={together}
              onChange={({ currentTarget }) => setTogether(currentTarget.checked)}
            />{' '}
            We maakten dit met z’n tweeën
          </label>
          {mayKeep && (
            <label>
              <input
                type="checkbox"
                checked={doesKeep}
                onChange={({ currentTarget }) => setDoesKeep(currentTarget.checked)}
              />{' '}
              Onthoud mijn naam op dit toestel
            </label>
          )}
          {isKept && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                forgetName();
                setName('');
                setKept(false);
                setDoesKeep(false);
                setNote('Je naam is van dit toestel gewist.');
              }}
            >
              Vergeet mijn naam
            </button>
          )}
          <ClaimTicks exercises={set.exercises} chosen={claims} onChange={setClaims} />
        </div>
      </form>
      <p role="status" id={noteId}>
        {note}
      </p>
    </>
  );
}

interface LastTimeProps {
  readonly last: NonNullable<ReturnType<typeof lastHandIn>>;
  readonly known: readonly ListedInSet[];
  readonly work: HandIn['exercises'];
}

function LastTime({ last, known, work }: LastTimeProps) {
  const changed = changedSince(last, work);
  const titles = known.filter(({ name }) => changed.includes(name)).map(({ title }) => title);
  return (
    <p>
      Op dit toestel bewaarde je je inlevering het laatst op{' '}
      {momentInWords(new Date(last.atMs).toISOString())}.{' '}
      {titles.length === 0
        ? 'Sindsdien is je code hetzelfde gebleven.'
        : `Sindsdien veranderde je code van ${titles.join(', ')}: lever opnieuw in als dat mee moet tellen.`}
    </p>
  );
}

/** What this device has of the student's code, for these exercises. */
function workOf(known: readonly ListedInSet[]): HandIn['exercises'] {
  const code = readAll('functielab:code:');
  return new Map(
    known.flatMap(({ name }) => {
      const saved = parseJson(code.get(name) ?? '');
      const files = isRecord(saved) ? asFiles(saved['files']) : null;
      return files ? [[name, files] as const] : [];
    }),
  );
}

function lateInWords(due: string | null, nowMs: number): string {
  if (due === null || !isPast(due, nowMs)) return '';
  return ` Het is te laat: de deadline was ${timeLeft(due, nowMs)}, op ${momentInWords(due)}. In je bestand staat wanneer je het maakte. Je docent beslist of het nog telt, dus zeg het erbij.`;
}

function fileNameFor(names: readonly string[]): string {
  const name = names
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return name || 'inlevering';
}
