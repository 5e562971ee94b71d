/** What a workplace begins with: nothing, a template, a sample of the course, or files of one's own. */
import { useState } from 'preact/hooks';
import { DropZone, FileChooser } from '../kit/drop/DropZone.tsx';
import type { TemplateName } from './begin-with.ts';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import type { WorkshopState } from './workshop-model.ts';

export interface SampleChoice {
  readonly name: string;
  readonly title: string;
}

interface Props {
  readonly workshop: WorkshopState;
  readonly samples: readonly SampleChoice[];
}

/** Each on its button, and what it says of it to a screen reader as well. */
const TEMPLATES: readonly (readonly [name: TemplateName, title: string])[] = [
  ['leeg', 'Leeg'],
  ['http', 'HTTP'],
  ['crud', 'CRUD met opslag'],
  ['upload', 'Bestand dat binnenkomt'],
  ['timer', 'Klok'],
  ['wachtrij', 'Wachtrij'],
];

const fetchBeginnings = () => import('./begin-with.ts');

export function Begin({ workshop, samples }: Props) {
  const [sample, setSample] = useState(samples[0]?.name ?? '');
  const isBusy = workshop.isBusy.value;
  return (
    <>
      <h2>Begin een werkplaats</h2>
      <div class="actions" role="group" aria-label="Begin met een sjabloon">
        {TEMPLATES.map(([name, title], at) => (
          <button
            key={name}
            type="button"
            class={at === 0 ? 'primary' : 'quiet'}
            disabled={isBusy}
            onClick={() =>
              void workshop.begin(() => fetchBeginnings().then(({ beginningOf }) => beginningOf(name)))
            }
          >
            {title}
          </button>
        ))}
      </div>
      <h2>Of ga verder met wat er al is</h2>
      <div class="event">
        <div class="event__line">
          <label class="event__field">
            Een functie uit de cursus
            <select
              value={sample}
              onChange={({ currentTarget }) => {
                setSample(currentTarget.value);
              }}
            >
              {samples.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="quiet"
            disabled={isBusy}
            onClick={() =>
              void workshop.begin(() => fetchBeginnings().then(({ courseSample }) => courseSample(sample)))
            }
          >
            Begin met deze functie
          </button>
        </div>
      </div>
      <OwnFiles workshop={workshop} />
    </>
  );
}

function OwnFiles({ workshop }: Pick<Props, 'workshop'>) {
  const isBusy = workshop.isBusy.value;
  const take = (files: readonly File[]) => void workshop.takeIn(Promise.resolve(chosenFiles(files)));
  return (
    <DropZone
      label="Eigen bestanden"
      onDrop={(dropped) => void workshop.takeIn(droppedFiles(dropped))}
      said={isBusy ? 'Even lezen …' : ''}
    >
      <div class="event__line">
        <FileChooser title="Kies een map" kind="quiet" what="folder" isDisabled={isBusy} onChoose={take} />
        <FileChooser
          title="Kies een zip of bestanden"
          kind="quiet"
          what="files"
          isDisabled={isBusy}
          onChoose={take}
        />
      </div>
      <p class="event__note">
        Of sleep een map, bestanden of een zip hierheen. Alles blijft op je computer. Er draait niets voordat
        je op een knop drukt, en dan alleen in de sandbox van je browser.
      </p>
    </DropZone>
  );
}
