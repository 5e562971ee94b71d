/**
 * A reader's own logs, billed: pasted or dropped, read in this browser and nowhere else. Here is what goes in, how far it is
 * and what was read of it; the bills are in `OwnReceipts.tsx`. What it knows is `own-logs-model.ts`.
 */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { UsageReading } from '../../billing/reading/index.ts';
import { bytesInWords, count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { comparedTariffs } from '../prices/all-prices.ts';

import { EXAMPLE_CSV, EXAMPLE_LOG } from './examples.ts';
import { OwnReceipts } from './OwnReceipts.tsx';
import { createOwnLogs, type OwnFile, SHOWN_CHARACTERS } from './own-logs-model.ts';
import { readInWords, readingNotes, usageMessage } from './words.ts';

/** More would only be scrolled past; the number of the others is told. */
const PROBLEMS_SHOWN = 100;

type Model = ReturnType<typeof createOwnLogs>;

export function OwnLogs() {
  const model = useMemo(() => createOwnLogs(comparedTariffs), []);
  const [isOver, setOver] = useState(false);
  const state = model.state.value;
  const file = model.file.value;

  return (
    <div
      role="group"
      aria-label="Je eigen gebruik"
      class={isOver ? 'own-logs own-logs--over' : 'own-logs'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped) void model.open(dropped, dropped.name);
      }}
    >
      {file === null ? <TextField model={model} /> : <FileName file={file} />}
      <Actions model={model} />
      {state.kind === 'busy' && file !== null && (
        <Progress part={state.part} size={file.blob.size} onStop={() => model.stop()} />
      )}
      <div role="status">
        {state.kind === 'busy' && file === null && 'Even lezen en rekenen …'}
        {state.kind === 'stopped' && 'Het lezen is geannuleerd.'}
        {state.kind === 'ready' && <WhatWasRead reading={state.reading} memoryMb={model.memoryMb.value} />}
      </div>
      {state.kind === 'unreadable' && (
        <p role="alert">
          Dit bestand kan niet worden gelezen. Is het verplaatst of verwijderd? Kies het opnieuw. De tekst in
          het vak is niet veranderd.
        </p>
      )}
      {state.kind === 'ready' && state.reading.memoryAssumed > 0 && <MemoryField model={model} />}
      {state.kind === 'ready' && <Problems reading={state.reading} />}
      {state.kind === 'ready' && state.reading.recordCount > 0 && <OwnReceipts bills={state} />}
    </div>
  );
}

function TextField({ model }: { readonly model: Model }) {
  const id = useId();
  return (
    <>
      <label for={id}>Wat je cloud logt</label>
      <textarea
        id={id}
        rows={10}
        spellcheck={false}
        autocomplete="off"
        placeholder="REPORT RequestId: …  Duration: 12.41 ms  Billed Duration: 13 ms  Memory Size: 128 MB …"
        value={model.text.value}
        onInput={(event) => {
          model.text.value = event.currentTarget.value;
        }}
        onPaste={(event) => {
          // A large text goes straight to the reader: a text field would lay out all of it first.
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (pasted.length <= SHOWN_CHARACTERS) return;
          event.preventDefault();
          void model.open(new Blob([pasted]), 'wat je plakte');
        }}
      />
    </>
  );
}

function FileName({ file }: { readonly file: OwnFile }) {
  return (
    <p class="own-logs__file">
      <strong>{file.name}</strong> ({bytesInWords(file.blob.size)})
    </p>
  );
}

function Actions({ model }: { readonly model: Model }) {
  const picker = useRef<HTMLInputElement>(null);
  const isEmpty = model.text.value === '' && model.file.value === null;
  return (
    <p class="own-logs__actions">
      <button
        type="button"
        class="primary"
        aria-busy={model.state.value.kind === 'busy'}
        onClick={() => void model.read()}
      >
        Reken uit
      </button>
      <input
        ref={picker}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        accept=".txt,.log,.csv,.tsv,.json,.jsonl,.ndjson,.gz,text/plain,text/csv,application/json,application/gzip"
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (picked) void model.open(picked, picked.name);
        }}
      />
      <button type="button" class="quiet" onClick={() => picker.current?.click()}>
        Kies een bestand
      </button>
      {isEmpty ? (
        <>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              model.text.value = EXAMPLE_LOG;
              void model.read();
            }}
          >
            Toon een voorbeeld
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => saveFile('gebruik.csv', EXAMPLE_CSV, 'text/csv;charset=utf-8')}
          >
            Bewaar een voorbeeld als CSV
          </button>
        </>
      ) : (
        <button type="button" class="quiet" onClick={() => model.clear()}>
          Maak leeg
        </button>
      )}
      {model.before.value !== null && (
        <button type="button" class="quiet" onClick={() => void model.undo()}>
          Ongedaan maken
        </button>
      )}
    </p>
  );
}

interface ProgressProps {
  readonly part: number;
  readonly size: number;
  readonly onStop: () => void;
}

function Progress({ part, size, onStop }: ProgressProps) {
  const id = useId();
  return (
    <p class="own-logs__progress">
      <label for={id}>Gelezen</label>
      <progress id={id} max={1} value={part} />
      <span>
        {bytesInWords(Math.round(part * size))} van {bytesInWords(size)}
      </span>
      <button type="button" class="quiet" onClick={onStop}>
        Annuleer
      </button>
    </p>
  );
}

interface WhatWasReadProps {
  readonly reading: UsageReading;
  readonly memoryMb: number;
}

function WhatWasRead({ reading, memoryMb }: WhatWasReadProps) {
  const notes = readingNotes(reading, memoryMb);
  return (
    <>
      <p>{readInWords(reading)}</p>
      {notes.length > 0 && (
        <ul class="own-logs__notes" aria-label="Wat is overgeslagen of aangenomen">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** For clouds that log no memory: whoever set it knows it. */
function MemoryField({ model }: { readonly model: Model }) {
  const id = useId();
  return (
    <p class="own-logs__memory">
      <label for={id}>Geheugen van die aanroepen, in MB</label>
      <input
        id={id}
        type="number"
        min={1}
        max={65_536}
        step={1}
        value={model.memoryMb.value}
        onChange={(event) => {
          const { valueAsNumber, validity } = event.currentTarget;
          if (!validity.valid || Number.isNaN(valueAsNumber)) return;
          model.memoryMb.value = valueAsNumber;
          void model.read();
        }}
      />
    </p>
  );
}

function Problems({ reading }: { readonly reading: UsageReading }) {
  const { problems, problemCount, recordCount } = reading;
  if (problemCount === 0) return null;
  const more = problemCount - Math.min(problems.length, PROBLEMS_SHOWN);
  return (
    <details class="own-logs__problems" open={recordCount === 0}>
      <summary>{count(problemCount, 'regel', 'regels')} niet gelezen</summary>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem, at) => (
          <li key={at}>
            Regel {problem.line.toLocaleString('nl')}: {usageMessage(problem)}
          </li>
        ))}
        {more > 0 && <li>en nog {more.toLocaleString('nl')} andere.</li>}
      </ul>
    </details>
  );
}
