/**
 * The Machinekamer: the platform in motion, live, paused, slowed or at any moment that was. Drawn from the recording of the
 * engine's entries and from nothing else. Timeline and table say the same to who reads: this picture is for who looks.
 *
 * `playback.ts` says which moment is shown, `floor-plan.ts` where things stand, `draw-building.ts` and `draw-movers.ts` put them
 * on the canvas, and `stage.ts` does so as long as something moves. Only `Results.tsx` imports this folder. Begin here.
 */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { tillEuro } from '../../till/index.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { createTill } from '../recording/bill-until.ts';
import type { Scene } from '../recording/scene.ts';
import { createPlayback, type MachineModel, type Playback, TEMPOS } from './playback.ts';
import { attachStage } from './stage.ts';
import { sceneText, sinceStart, tempoWords } from './words.ts';

/** What an arrow key moves, in parts of all there is to see. */
const ARROW = 0.01;

export function Machine({ model }: { readonly model: MachineModel }) {
  const { current: recording } = model.recording.value;
  // Who empties everything looks at the new from its beginning.
  const playback = useMemo(() => createPlayback(model), [model, recording]);
  const shown = useSignal<Scene | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const stage = attachStage(canvas.current, model, playback, (scene) => {
      shown.value = scene;
    });
    return stage.detach;
  }, [model, playback, shown]);
  return (
    <>
      <Told model={model} playback={playback} shown={shown} />
      <div class="machine__stage" aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <Controls model={model} playback={playback} shown={shown} />
    </>
  );
}

interface Props {
  readonly model: MachineModel;
  readonly playback: Playback;
  /** As drawn, a few times a second. */
  readonly shown: Signal<Scene | null>;
}

/** What there is to see in a sentence, and what it had cost by then. */
function Told({ model, playback, shown }: Props) {
  const { current: recording } = model.recording.value;
  const by = choice.value;
  const till = useMemo(() => createTill(recording, by), [recording, by]);
  const scene = shown.value;
  if (scene === null) return <p class="machine__told" />;
  const isLive = playback.mode.value.kind === 'live';
  const moment = sinceStart(scene.atMs, model.startedAtMs.value);
  return (
    <p class="machine__told">
      <span>
        {!isLive && <b>{moment} </b>}
        {sceneText(scene)}
      </span>
      <b class="machine__bill">{tillEuro(till.billAt(scene.atMs).usd)}</b>
    </p>
  );
}

function Controls({ model, playback, shown }: Props) {
  const mode = playback.mode.value;
  const isLive = mode.kind === 'live';
  const isStill = mode.kind === 'at' && !mode.isPlaying;
  return (
    <div class="machine__controls">
      <button type="button" class="quiet" onClick={isStill ? playback.play : playback.pause}>
        {isStill ? 'Speel af' : 'Zet stil'}
      </button>
      <label>
        <span>Tempo</span>
        <select
          value={String(playback.tempo.value)}
          onChange={(event) => playback.setTempo(Number(event.currentTarget.value))}
        >
          {TEMPOS.map((part) => (
            <option key={part} value={String(part)}>
              {tempoWords[String(part)]}
            </option>
          ))}
        </select>
      </label>
      <Moment model={model} playback={playback} shown={shown} />
      <button type="button" class="quiet" aria-pressed={isLive} onClick={playback.followLive}>
        Live
      </button>
    </div>
  );
}

function Moment({ model, playback, shown }: Props) {
  // The moment and the last one there is move with what is shown.
  void shown.value;
  void playback.mode.value;
  const { firstMs, lastMs } = playback.range();
  const atMs = Math.min(Math.max(playback.shownMs(), firstMs), Math.max(lastMs, firstMs));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    playback.scrubTo(atMs + step * (lastMs - firstMs));
  };
  return (
    <input
      type="range"
      class="machine__moment"
      aria-label="Moment"
      min={firstMs}
      max={Math.max(lastMs, firstMs + 1)}
      step="any"
      value={atMs}
      aria-valuetext={`${sinceStart(atMs, model.startedAtMs.value)} na het begin`}
      onKeyDown={onKeyDown}
      onInput={(event) => playback.scrubTo(event.currentTarget.valueAsNumber)}
    />
  );
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -ARROW,
  ArrowDown: -ARROW,
  ArrowRight: ARROW,
  ArrowUp: ARROW,
  PageDown: -10 * ARROW,
  PageUp: 10 * ARROW,
  Home: -1,
  End: 1,
};
