/** The timeline: a picture of what the instances did, controls for it, and the same facts as a table. */

import { useEffect, useMemo } from 'preact/hooks';
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import { count } from '../../kit/numbers.ts';
import { sizeOf } from '../entries/fifo.ts';
import type { Tracks } from '../entries/ledger.ts';
import { AsTable } from './AsTable.tsx';
import { Controls } from './Controls.tsx';
import { Picture } from './picture/Picture.tsx';
import { useSlowly } from './use-slowly.ts';
import { createView, type TimelineModel, type View } from './view.ts';
import { invocationText, isBad, momentText, pausedText } from './words.ts';

const EVERY_MS = 250;

export function Timeline({ model }: { readonly model: TimelineModel }) {
  const told = useSlowly(model.tracks, EVERY_MS);
  const tracks = told.current;
  // Who empties everything looks at the new from its beginning.
  const view = useMemo(() => createView(model), [model, tracks]);
  const isEmpty = tracks.invocations.size === 0 && tracks.alive.size === 0;
  return (
    <div class="timeline" role="group" aria-label="Tijdlijn">
      <p class="panel-title">Tijdlijn</p>
      {isEmpty ? (
        <p class="empty">Nog leeg. Elke aanroep komt hier als een blokje, op de baan van zijn instantie.</p>
      ) : (
        <>
          <Controls model={model} view={view} />
          <Picture model={model} view={view} />
          <Legend tracks={tracks} />
          <Picked model={model} view={view} told={told} />
          <AsTable model={model} view={view} />
        </>
      )}
    </div>
  );
}

function Legend({ tracks }: { readonly tracks: Tracks }) {
  return (
    <div class="timeline__legend" aria-hidden="true">
      <span>
        <i class="timeline__key timeline__key--init" /> start koud
      </span>
      <span>
        <i class="timeline__key timeline__key--busy" /> werkt (betaald)
      </span>
      <span>
        <i class="timeline__key timeline__key--idle" /> wacht (gratis)
      </span>
      <span>
        <i class="timeline__key timeline__key--bad" /> ging mis
      </span>
      {tracks.hasAsked && (
        <span>
          <i class="timeline__key timeline__key--asked" /> wacht op een dienst (betaald)
        </span>
      )}
      {tracks.hasRetries && (
        <span>
          <b>2×</b> nieuwe poging
        </span>
      )}
      {sizeOf(tracks.refusals) > 0 && (
        <span>
          <i class="timeline__key timeline__key--refused" /> geweigerd (429)
        </span>
      )}
    </div>
  );
}

interface PickedProps {
  readonly model: TimelineModel;
  readonly view: View;
  /** New at each change: the tracks themselves are written in place. */
  readonly told: { readonly current: Tracks };
}

/** The picked invocation in one line, and what else there is to say in words. */
function Picked({ model, view, told }: PickedProps) {
  const tracks = told.current;
  const picked = model.picked.value;
  const invocation = picked === null ? undefined : tracks.invocations.get(picked);
  const isPaused = view.mode.value.kind === 'paused';
  const unseen = view.newSincePause();
  useEffect(() => {
    if (invocation !== undefined) view.reveal(invocation);
  }, [view, invocation]);
  return (
    <>
      <p class="timeline__line">
        {invocation === undefined ? (
          'Kies een aanroep: klik op een blokje, of gebruik de tabel.'
        ) : (
          <span class="picked">
            <time>{momentText(invocation.acceptedAtMs, model.startedAtMs.value)}</time>{' '}
            <span class={isBad(invocation) ? 'timeline__bad' : ''}>{invocationText(invocation)}</span>
          </span>
        )}
      </p>
      {isPaused && <p class="timeline__line">{pausedText(unseen)}</p>}
      {tracks.forgotten > 0 && (
        <p class="timeline__line">
          {count(tracks.forgotten, 'oudere aanroep staat', 'oudere aanroepen staan')} hier niet meer: alleen
          de nieuwste {KEPT_INVOCATIONS.toLocaleString('nl')} worden bewaard.
        </p>
      )}
    </>
  );
}
