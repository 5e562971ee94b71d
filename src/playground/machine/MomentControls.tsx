/** How a reader chooses the moment that the Machinekamer shows: stop, play, slower, any moment, or live. */
import type { ComponentChildren } from 'preact';
import { type Shown, TEMPOS } from './playback.ts';
import { sinceStart, tempoWords } from './words.ts';

/** What an arrow key moves, in parts of all there is to see. */
const ARROW = 0.01;

export function MomentControls({ children, ...shown }: Shown & { readonly children?: ComponentChildren }) {
  const { playback } = shown;
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
      <Moment {...shown} />
      <button type="button" class="quiet" aria-pressed={isLive} onClick={playback.followLive}>
        Live
      </button>
      {children}
    </div>
  );
}

function Moment({ model, playback, scene }: Shown) {
  // The moment and the last one there is move with what is shown.
  void scene.value;
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
      // Whole numbers: rounded by the browser, the last moment lay beyond the end, and a reader heard "invalid".
      min={Math.floor(firstMs)}
      max={Math.ceil(Math.max(lastMs, firstMs + 1))}
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
