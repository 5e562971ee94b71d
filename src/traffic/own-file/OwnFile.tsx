/**
 * Where a reader drops or chooses traffic of one's own: which file there is, how far it is read, and which line is wrong. What it knows
 * is `own-file-model.ts`.
 */
import { useId } from 'preact/hooks';
import { DropZone, FileChooser } from '../../kit/drop/DropZone.tsx';
import { bytesInWords, count } from '../../kit/numbers.ts';
import type { TrafficModel } from '../traffic-model.ts';
import type { OwnFileState } from './own-file-model.ts';

export function OwnFile({ model }: { readonly model: TrafficModel }) {
  const { ownFile } = model;
  const state = ownFile.state.value;
  const open = (file: File | undefined) => {
    if (file !== undefined) ownFile.read(file);
  };
  return (
    <DropZone label="Je eigen verkeer" onDrop={({ files }) => open(files[0])} said={said(state)}>
      <p>
        Of neem <b>je eigen verkeer</b>: sleep een CSV hierheen, met een regel voor elke aanroep. Het bestand
        wordt in je browser gelezen en gaat nergens heen.
      </p>
      <FileChooser
        title="Kies een CSV"
        kind="quiet"
        what="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChoose={([file]) => open(file)}
      />
      {model.traffic.value.kind === 'file' && (
        <button type="button" class="quiet" onClick={() => model.leaveFile()}>
          Ga terug naar het verhaal
        </button>
      )}
      {state.kind === 'reading' && <Progress state={state} onStop={() => ownFile.stop()} />}
      {state.kind === 'refused' && (
        <p role="alert">
          <b>{state.name}</b> is niet gebruikt. {state.message}
        </p>
      )}
      {state.kind === 'unreadable' && (
        <p role="alert">
          <b>{state.name}</b> kan niet worden gelezen. Staat het bestand er nog? Kies het dan opnieuw.
        </p>
      )}
      {model.missingFile.value !== null && state.kind !== 'reading' && (
        <p role="alert">
          In het adres staat dat deze maand bij het bestand <b>{model.missingFile.value}</b> hoort. Een adres
          neemt geen bestand mee: kies het hier opnieuw. De instellingen staan er al.
        </p>
      )}
      <details>
        <summary>Wat moet erin staan?</summary>
        <p>
          Twee kolommen: <code>atMs,durationMs</code> is wanneer een aanroep begon en hoelang die duurde, in
          milliseconden vanaf het begin. Sorteer ze op hun begin. Weet je de duur niet, dan mag die kolom weg.
        </p>
        <p>
          In plaats van milliseconden mag er een tijd met zone staan, zoals <code>2026-09-01T08:30:00Z</code>.
          Ook <code>app,func,end_timestamp,duration</code> mag, zoals Azure zijn metingen uitgaf.
        </p>
      </details>
    </DropZone>
  );
}

function said(state: OwnFileState): string {
  if (state.kind === 'stopped') return 'Het lezen is gestopt. Het verkeer is gebleven zoals het was.';
  if (state.kind !== 'ready') return '';
  const { name, calls } = state;
  const durations = calls.durationsMs === undefined ? 'zonder duur' : 'met hun duur';
  return `${count(calls.atMs.length, 'aanroep', 'aanroepen')} ${durations} gelezen uit ${name}.`;
}

interface ProgressProps {
  readonly state: Extract<OwnFileState, { kind: 'reading' }>;
  readonly onStop: () => void;
}

function Progress({ state: { name, bytes, size }, onStop }: ProgressProps) {
  const id = useId();
  return (
    <p class="traffic__progress">
      <label for={id}>{name} gelezen</label>
      <progress id={id} max={1} value={bytes / Math.max(1, size)} />
      <span>
        {bytesInWords(bytes)} van {bytesInWords(size)}
      </span>
      <button type="button" class="quiet" onClick={onStop}>
        Annuleer het lezen
      </button>
    </p>
  );
}
