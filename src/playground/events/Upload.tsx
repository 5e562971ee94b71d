/** A file that comes in: chosen, dropped, or one of the site's own. */

import { useRef, useState } from 'preact/hooks';
import { OBJECT_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { SampleTrigger } from '../../course/sample.ts';
import { bytesInWords } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';

interface Props {
  readonly model: Playground;
  readonly trigger: Extract<SampleTrigger, { type: 'upload' }>;
}

export function Upload({ model, trigger }: Props) {
  const { prefix, accept, samples } = trigger;
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const note = model.events.uploadNote.value;

  function take(files: FileList | null | undefined): void {
    if (files && files.length > 0) void model.events.upload(prefix, [...files]);
  }

  return (
    <div
      class={isOver ? 'event drop drop--over' : 'event drop'}
      role="group"
      aria-label="Bestand uploaden"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="event__kind" aria-hidden="true">
        Bestand
      </p>
      <div class="event__line">
        <input
          ref={field}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          multiple
          accept={accept}
          onChange={(event) => {
            take(event.currentTarget.files);
            // So that the same file can come a second time.
            event.currentTarget.value = '';
          }}
        />
        <button type="button" class="primary" onClick={() => field.current?.click()}>
          Kies een bestand
        </button>
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
      <p class="event__said" role="status">
        {note}
      </p>
    </div>
  );
}
