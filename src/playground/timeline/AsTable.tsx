/** The same facts as a table: for who cannot see the picture, and for everybody who wants to read one exactly. */
import { useMemo, useState } from 'preact/hooks';
import { count } from '../../kit/numbers.ts';
import { waitedText } from '../entries/asked.ts';
import type { Invocation } from '../entries/invocation.ts';
import type { Tracks } from '../entries/ledger.ts';
import { useSlowly } from './use-slowly.ts';
import type { TimelineModel, View } from './view.ts';
import { isSeen, type Window } from './window.ts';
import {
  attemptText,
  durationText,
  instanceText,
  isBad,
  momentText,
  outcomeText,
  startText,
} from './words.ts';

const EVERY_MS = 500;
/** The newest of a window; of the others only their number is told. */
export const MOST_ROWS = 200;

interface Props {
  readonly model: TimelineModel;
  readonly view: View;
}

export function AsTable({ model, view }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="timeline__details not-printed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Als tabel</summary>
      {isOpen && <OpenTable model={model} view={view} />}
    </details>
  );
}

function OpenTable({ model, view }: Props) {
  const told = useSlowly(model.tracks, EVERY_MS);
  const isPaused = view.mode.value.kind === 'paused';
  const startedAtMs = model.startedAtMs.value;
  const picked = model.picked.value;
  const { window, world } = view.shown.value ?? view.look();
  // A picture that stands still has a table that stands still, whatever comes in.
  const news = isPaused ? null : told;
  const { rows, count: all } = useMemo(() => {
    const found = rowsOf(told.current, window, world.lastMs);
    return { ...found, rows: found.rows.map((invocation) => factsOf(invocation, startedAtMs)) };
  }, [told.current, news, window, world.lastMs, startedAtMs]);
  const pick = (invocationId: string) => {
    model.picked.value = invocationId;
  };
  return (
    <>
      <p>{howMany(all)}</p>
      {rows.length > 0 && (
        <div class="timeline__table" tabIndex={0} role="group" aria-label="Aanroepen in dit stuk tijd">
          <table>
            <caption class="visually-hidden">Tijdlijn</caption>
            <thead>
              <tr>
                <th scope="col">Tijd</th>
                <th scope="col">Functie</th>
                <th scope="col">Instantie</th>
                <th scope="col">Start</th>
                <th scope="col">Duur</th>
                <th scope="col">Uitkomst</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((facts) => (
                <Row
                  key={facts.invocationId}
                  facts={facts}
                  isPicked={facts.invocationId === picked}
                  onPick={pick}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function howMany(all: number): string {
  if (all === 0) return 'In dit stuk tijd was er geen aanroep.';
  const calls = count(all, 'aanroep', 'aanroepen');
  if (all <= MOST_ROWS) return `${calls} in dit stuk tijd, de nieuwste bovenaan.`;
  return `De nieuwste ${MOST_ROWS} van ${calls} in dit stuk tijd. Zoom in om de andere te zien.`;
}

interface Facts {
  readonly invocationId: string;
  readonly moment: string;
  readonly cells: readonly string[];
  readonly outcome: string;
  readonly isBad: boolean;
}

function factsOf(invocation: Invocation, startedAtMs: number): Facts {
  const { invocationId, acceptedAtMs, attempt, functionName } = invocation;
  const start = startText(invocation)?.replace('koude start', 'koud') ?? '–';
  const parts = [outcomeText(invocation), waitedText(invocation.asked), attemptText(attempt)];
  const outcome = parts.filter((part) => part !== null).join(', ');
  return {
    invocationId,
    moment: momentText(acceptedAtMs, startedAtMs),
    cells: [functionName, instanceText(invocation), start, durationText(invocation) ?? '–'],
    outcome,
    isBad: isBad(invocation),
  };
}

interface RowProps {
  readonly facts: Facts;
  readonly isPicked: boolean;
  readonly onPick: (invocationId: string) => void;
}

function Row({ facts, isPicked, onPick }: RowProps) {
  const { invocationId, moment, cells, outcome } = facts;
  return (
    <tr class={isPicked ? 'picked' : ''}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isPicked}
          aria-label={`Kies de aanroep van ${moment}`}
          onClick={() => onPick(invocationId)}
        >
          {moment}
        </button>
      </th>
      {cells.map((text, at) => (
        <td key={at}>{text}</td>
      ))}
      <td class={facts.isBad ? 'timeline__bad' : ''}>{outcome}</td>
    </tr>
  );
}

export interface Rows {
  /** The newest first. */
  readonly rows: readonly Invocation[];
  /** Of the window, also those that have no row. */
  readonly count: number;
}

/** @param untilMs what was accepted after this moment is not there */
export function rowsOf(tracks: Tracks, window: Window, untilMs: number): Rows {
  const seen: Invocation[] = [];
  for (const invocation of tracks.invocations.values()) {
    const { acceptedAtMs, endedAtMs } = invocation;
    if (acceptedAtMs > untilMs || acceptedAtMs > window.toMs) break;
    if (isSeen(window, acceptedAtMs, endedAtMs)) seen.push(invocation);
  }
  return { rows: seen.slice(-MOST_ROWS).reverse(), count: seen.length };
}
