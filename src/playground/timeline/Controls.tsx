/** Stopping, moving and zooming, for a mouse and a keyboard alike. */

import type { TimelineModel, View } from './view.ts';
import { spanOf } from './window.ts';
import { momentText } from './words.ts';

/** How far an arrow key moves, in windows. */
const ARROW = 0.1;

interface Props {
  readonly model: TimelineModel;
  readonly view: View;
}

export function Controls({ model, view }: Props) {
  const isPaused = view.mode.value.kind === 'paused';
  return (
    <div class="timeline__controls">
      <button type="button" class="quiet" onClick={isPaused ? view.follow : view.pause}>
        {isPaused ? 'Volg live' : 'Pauzeer'}
      </button>
      <Scrub model={model} view={view} />
      <div class="timeline__zoom">
        <button type="button" class="quiet" onClick={() => view.zoomOut()}>
          Zoom uit
        </button>
        <button type="button" class="quiet" onClick={() => view.zoomIn()}>
          Zoom in
        </button>
        <button type="button" class="quiet" onClick={view.showAll}>
          Alles
        </button>
      </div>
    </div>
  );
}

function Scrub({ model, view }: Props) {
  const { window, world } = view.shown.value ?? view.look();
  const startedAtMs = model.startedAtMs.value;
  const { firstMs, lastMs } = world;
  const momentMs = Math.min(Math.max(view.momentOf(window), firstMs), lastMs);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    const end = event.key === 'Home' ? firstMs : event.key === 'End' ? lastMs : null;
    if (step === undefined && end === null) return;
    event.preventDefault();
    view.scrubTo(end ?? momentMs + (step ?? 0) * spanOf(window));
  };
  return (
    <label class="timeline__scrub">
      <span>Verschuif</span>
      <input
        type="range"
        min={firstMs}
        max={Math.max(lastMs, firstMs + 1)}
        step="any"
        value={momentMs}
        aria-valuetext={`tot ${momentText(momentMs, startedAtMs)}`}
        onKeyDown={onKeyDown}
        onInput={(event) => view.scrubTo(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

/** A slider's own steps would not know how far in a reader has zoomed. */
const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -ARROW,
  ArrowDown: -ARROW,
  ArrowRight: ARROW,
  ArrowUp: ARROW,
  PageDown: -1,
  PageUp: 1,
};
