/** What a workplace begins with: nothing, a template, a sample of the course, or files of one's own. */
import { useRef, useState } from 'preact/hooks';
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
      <DropZone workshop={workshop} />
    </>
  );
}

function DropZone({ workshop }: Pick<Props, 'workshop'>) {
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const isBusy = workshop.isBusy.value;

  function take({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
    void workshop.takeIn(Promise.resolve(chosenFiles(currentTarget.files)));
    // So that the same folder can come a second time.
    currentTarget.value = '';
  }

  return (
    <div
      class={isOver ? 'event drop drop--over' : 'event drop'}
      role="group"
      aria-label="Eigen bestanden"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void workshop.takeIn(droppedFiles(event.dataTransfer));
      }}
    >
      <div class="event__line">
        <input
          ref={folder}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          // What Preact has no name for.
          {...{ webkitdirectory: true }}
          onChange={take}
        />
        <input
          ref={files}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          multiple
          onChange={take}
        />
        <button type="button" class="quiet" disabled={isBusy} onClick={() => folder.current?.click()}>
          Kies een map
        </button>
        <button type="button" class="quiet" disabled={isBusy} onClick={() => files.current?.click()}>
          Kies een zip of bestanden
        </button>
      </div>
      <p class="event__note">
        Of sleep een map, bestanden of een zip hierheen. Alles blijft op je computer. Er draait niets voordat
        je op een knop drukt, en dan alleen in de sandbox van je browser.
      </p>
      <p class="event__said" role="status">
        {isBusy ? 'Even lezen …' : ''}
      </p>
    </div>
  );
}
