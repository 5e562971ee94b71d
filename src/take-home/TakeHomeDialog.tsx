/** Where a project can go, what it can and cannot do there, and the zip. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { UsageRecord } from '../billing/index.ts';
import { sitePath } from '../course/paths.ts';
import type { Sample } from '../course/sample.ts';
import { dateInWords } from '../kit/dates.ts';
import { fileNameOf, saveFile } from '../kit/save-file.ts';
import type { Edits } from '../playground/index.ts';
import {
  type CloudExample,
  type CloudTarget,
  differencesOf,
  lackInWords,
  lacksOf,
  playedParts,
  proof,
  provenTargets,
  RefusedProject,
} from './clouds/index.ts';

export interface TakeHomeProps {
  /** Whatever its reader called it. */
  readonly name: string;
  readonly edits: Edits;
  /** As the reader has set it. */
  readonly sample: () => Sample;
  /** Of the newest run; null when nothing ran yet. */
  readonly lastUsage: () => UsageRecord | null;
}

/**
 * For the lab to run the examples; a project without them is better than none. Long enough for a slow computer, which else would get a
 * project without tests; what never answers is ended by its own timeout before.
 */
const EXAMPLES_LIMIT_MS = 30_000;

export const COPY_REFUSED =
  'Deze code is van iemand anders, en een zip draait zonder sandbox. Vertrouw je de code, kies dan eerst Bewaar als mijn versie.';

/** `null`: the lab itself, on the reader's own computer. */
type Choice = CloudTarget | null;

export function TakeHomeDialog({ name: title, edits, sample, lastUsage }: TakeHomeProps) {
  const name = fileNameOf(title, 'functie');
  const own = useMemo(sample, []);
  const isAlone = own.functions.length === 1 && own.functions.every(isSimple);
  const rows = provenTargets.map((target) => ({ target, lacks: lacksOf(target, own) }));
  const able = rows.flatMap(({ target, lacks }) => (lacks.length === 0 ? [target] : []));
  const [chosen, setChosen] = useState<Choice | undefined>(isAlone ? null : able[0]);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [examples, setExamples] = useState<Promise<readonly CloudExample[]> | null>(null);

  // Whoever takes a project along wants its tests, so the examples run while the reader still chooses.
  useEffect(() => {
    if (able.length === 0 || edits.isCopy.peek()) return;
    setExamples(
      import('./clouds/examples-in-page.ts').then(({ examplesInPage }) =>
        examplesInPage(own, edits.ownFiles()),
      ),
    );
  }, []);

  async function download(choice: Choice): Promise<void> {
    setProblem('');
    setNote('De zip wordt gemaakt …');
    try {
      const files = edits.ownFiles();
      const bytes = choice === null ? await ownZip() : await cloudZipOf(choice);
      saveFile(choice === null ? `${name}.zip` : `${name}-${choice.id}.zip`, bytes, 'application/zip');
      setNote(
        `De zip is gemaakt, met ${files.length === 1 ? 'je bestand' : 'je bestanden'} erin. Begin bij LEESMIJ.`,
      );
    } catch (error) {
      setNote('');
      setProblem(
        error instanceof RefusedProject
          ? error.message
          : 'De zip is niet gemaakt. Controleer je verbinding en probeer het opnieuw.',
      );
    }
  }

  async function ownZip() {
    const { projectZip } = await import('./project-zip.ts');
    return projectZip(name, edits.ownFiles(), own);
  }

  async function cloudZipOf(target: CloudTarget) {
    const [{ cloudZip, costOf }, found] = await Promise.all([
      import('./clouds/cloud-zip.ts'),
      Promise.race([examples?.catch(() => []) ?? [], after(EXAMPLES_LIMIT_MS)]),
    ]);
    const cost = await costOf(target, lastUsage());
    return cloudZip(target, {
      name,
      sample: own,
      files: edits.ownFiles(),
      examples: found,
      cost,
    });
  }

  if (edits.isCopy.value) return <p role="alert">{COPY_REFUSED}</p>;
  return (
    <div class="share">
      <p>Je krijgt een zip met je eigen code, onveranderd, en alles wat ze nodig heeft om daar te draaien.</p>
      <fieldset class="whose">
        <legend>Waarheen?</legend>
        <button
          type="button"
          class={chosen === null ? 'primary' : 'quiet'}
          aria-pressed={chosen === null}
          disabled={!isAlone}
          onClick={() => setChosen(null)}
        >
          Op je eigen computer
        </button>
        {rows.map(({ target, lacks }) => (
          <button
            key={target.id}
            type="button"
            class={chosen === target ? 'primary' : 'quiet'}
            aria-pressed={chosen === target}
            disabled={lacks.length > 0}
            onClick={() => setChosen(target)}
          >
            {target.name}
          </button>
        ))}
        {!isAlone && <p>{ownLacks(able)}</p>}
      </fieldset>
      <Lacking
        rows={rows.flatMap(({ target, lacks }) => {
          const [first] = lacks;
          return first === undefined ? [] : [{ name: target.name, why: lackInWords(first, target) }];
        })}
      />
      {chosen !== undefined && <About choice={chosen} sample={own} />}
      <button
        type="button"
        class="primary"
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && void download(chosen)}
      >
        Download als zip
      </button>
      <p role="status">{note}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
      <p>
        <a href={sitePath('meenemen/')}>Wat op welk platform beproefd is, en wat er anders is</a>
      </p>
    </div>
  );
}

/** Why the lab itself cannot go along, and what does the same on the reader's own computer. */
function ownLacks(able: readonly CloudTarget[]): string {
  const [first] = able;
  const instead =
    first === undefined
      ? ''
      : ` Wil je deze op je eigen computer draaien, kies dan bijvoorbeeld ${first.name}: met npm start draait alles daar in de motor van dat platform, zonder account.`;
  return `Op je eigen computer draait npm start één functie die op HTTP antwoordt en niets bewaart.${instead} Met het gereedschap functielab draai je er een hele map, met opslag, klok en wachtrij.`;
}

function isSimple({ trigger, grants }: ReturnType<TakeHomeProps['sample']>['functions'][number]): boolean {
  return trigger.type === 'http' && grants.length === 0;
}

function Lacking({ rows }: { readonly rows: readonly { readonly name: string; readonly why: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>Waarom kan het niet overal?</summary>
      <ul>
        {rows.map(({ name, why }) => (
          <li key={name}>
            <strong>{name}</strong>: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}

function About({ choice, sample }: { readonly choice: Choice; readonly sample: Sample }) {
  if (choice === null) {
    return (
      <p>Het lab van de cursus, op je eigen computer: met npm start draait je functie daar zoals hier.</p>
    );
  }
  const { engine, id } = choice;
  const found = proof[id];
  const shown = differencesOf(choice).filter(
    ({ samples }) => samples.length === 0 || samples.includes(sample.name),
  );
  const played = playedParts(choice, sample);
  return (
    <>
      <p>
        Met npm test en npm start draait het project in {engine.name} {engine.version}, op je eigen computer
        en zonder account.
        {found !== undefined && played.length === 0 && ` Zo is het beproefd op ${dateInWords(found.day)}.`}{' '}
        Uitrollen kan daarna, met een account van het platform zelf.
      </p>
      {played.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <details>
        <summary>Wat daar anders is</summary>
        <ul>
          {shown.map(({ id: difference, words }) => (
            <li key={difference}>{words}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function after(ms: number): Promise<readonly CloudExample[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), ms));
}
