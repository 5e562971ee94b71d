/** A workplace that is open: its name and files, the whole playground, and the forms beside the editor. */
import { useEffect, useMemo } from 'preact/hooks';
import { CodePanel } from '../playground/code/CodePanel.tsx';
import { helpOfProgram } from '../playground/help-for-code.ts';
import type { Playground as Model } from '../playground/index.ts';
import { Playground } from '../playground/Playground.tsx';
import { TakeHomeButton } from '../take-home/TakeHomeButton.tsx';
import { FileTools } from './FileTools.tsx';
import { ProjectForm } from './forms/ProjectForm.tsx';
import { SettingsInStep } from './SettingsInStep.tsx';
import { ShareWorkplace } from './ShareWorkplace.tsx';
import type { Workplace } from './workplace.ts';
import type { Opened, WorkshopState } from './workshop-model.ts';

interface Props {
  readonly opened: Opened;
  readonly workshop: WorkshopState;
}

export function OpenWorkplace({ opened, workshop }: Props) {
  const { workplace, keeping, notes } = opened;
  const edits = workplace.edits.value;
  const sample = workplace.sample.value;
  const project = useMemo(() => ({ edits, owner: workplace.owner }), [edits, workplace.owner]);
  const isBrought = keeping === 'brought';

  const tools = ({ asSet, sales }: Model, isReady: boolean) => (
    <>
      <ShareWorkplace workplace={workplace} />
      {!isBrought && (
        <TakeHomeButton
          name={workplace.name.value}
          edits={edits}
          sample={asSet}
          lastUsage={() => sales.peek().current.last?.usage ?? null}
          isReady={isReady}
        />
      )}
    </>
  );
  const below = (model: Model) => (
    <>
      <SettingsInStep model={model} workplace={workplace} />
      <ShownFile model={model} workplace={workplace} />
      <Problems workplace={workplace} />
      <ProjectForm workplace={workplace} />
    </>
  );
  return (
    <>
      <div class="actions">
        <button type="button" class="quiet" onClick={workshop.close}>
          Alle werkplaatsen
        </button>
        <FileTools workplace={workplace} />
      </div>
      <h2 id="werkplaats">{workplace.name.value}</h2>
      {keeping !== 'kept' && <NotKept isBrought={isBrought} workshop={workshop} />}
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {sample === null ? (
        <section class="playground" aria-label={`Bestanden van ${workplace.name.value}`}>
          <Problems workplace={workplace} />
          <CodePanel
            key={workplace.turn.value}
            files={edits.ownFiles()}
            edits={edits}
            slots={{}}
            isReady
            place={null}
            help={helpOfProgram}
          />
        </section>
      ) : (
        <Playground
          key={workplace.turn.value}
          sample={sample}
          project={project}
          tools={tools}
          below={below}
        />
      )}
    </>
  );
}

/** Nobody keeps what stands here, and the way to change that. */
function NotKept({ isBrought, workshop }: { readonly isBrought: boolean; readonly workshop: WorkshopState }) {
  return (
    <div class="notice notice--copy">
      <p role="status">
        {isBrought
          ? 'Deze bestanden komen van buiten. Ze draaien alleen als je op een knop drukt, in een apart lab met een lege opslag, en nooit in WebContainer. Ze worden niet bewaard. Maak er alleen je eigen werkplaats van als je de code begrijpt of vertrouwt: ze kan dan ook in WebContainer draaien, en daar kan code op het internet.'
          : 'Deze werkplaats staat ook open in een ander tabblad, en dat bewaart wat daar verandert. Hier werk je in een kopie, die niet bewaard wordt.'}
      </p>
      <button type="button" class="quiet" onClick={() => void workshop.takeOver()}>
        {isBrought ? 'Maak dit mijn werkplaats' : 'Bewaar als nieuwe werkplaats'}
      </button>
    </div>
  );
}

function Problems({ workplace }: { readonly workplace: Workplace }) {
  const problems = workplace.problems.value;
  return (
    <div role="status">
      {problems.length > 0 && (
        <div class="notice">
          <p>{problems.slice(0, MOST_PROBLEMS).join(' ')}</p>
          {workplace.sample.value !== null && (
            <p>Tot dat klopt, draait het lab met de instellingen van ervoor.</p>
          )}
        </div>
      )}
    </div>
  );
}

/** One mistake in a file often makes many. */
const MOST_PROBLEMS = 3;

/** The editor turns to a file that was just made. */
function ShownFile({ model, workplace }: { readonly model: Model; readonly workplace: Workplace }) {
  // Once: other settings make another model, and must not take the reader away from a file.
  useEffect(() => {
    const path = workplace.made.peek();
    if (path !== null) model.chosenFile.value = { path };
  }, []);
  return null;
}
