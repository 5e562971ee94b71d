/** A file that comes in: chosen, dropped, or one of the site's own. */
import { OBJECT_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { SampleTrigger } from '../../course/sample.ts';
import { DropZone, FileChooser } from '../../kit/drop/DropZone.tsx';
import { bytesInWords } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';

interface Props {
  readonly model: Playground;
  readonly trigger: Extract<SampleTrigger, { type: 'upload' }>;
}

export function Upload({ model, trigger }: Props) {
  const { prefix, accept, samples } = trigger;

  function take(files: readonly File[]): void {
    if (files.length > 0) void model.events.upload(prefix, files);
  }

  return (
    <DropZone
      label="Bestand uploaden"
      onDrop={({ files }) => take([...files])}
      said={model.events.uploadNote.value ?? ''}
    >
      <p class="event__kind" aria-hidden="true">
        Bestand
      </p>
      <div class="event__line">
        <FileChooser title="Kies een bestand" kind="primary" what="files" accept={accept} onChoose={take} />
        {samples.map((sample) => (
          <button
            key={sample.file}
            type="button"
            class="quiet"
            onClick={() => void model.events.upload(prefix, [sample])}
          >
            Gebruik {sample.title}
          </button>
        ))}
      </div>
      <p class="event__note">
        Of sleep een bestand hierheen. Het komt in de bucket als <code>{prefix}naam</code>. Maximaal{' '}
        {bytesInWords(OBJECT_LIMIT_BYTES)}. Het verlaat je computer niet.
      </p>
    </DropZone>
  );
}
