/** How a reader chooses what the picture shows: a moment, how much of the month around it, and whether it plays. */
import { useEffect, useId, useState } from 'preact/hooks';
import { DAY_MS, HOUR_MS } from '../day-shape.ts';
import { findStory, MONTH_MS } from '../stories.ts';
import type { TrafficModel } from '../traffic-model.ts';
import { momentInWords } from './time-marks.ts';

const MINUTE_MS = 60_000;
const WIDTHS = [
  { name: 'Dag', widthMs: DAY_MS },
  { name: 'Uur', widthMs: HOUR_MS },
  { name: 'Minuut', widthMs: MINUTE_MS },
] as const;
/** What fills the picture plays in this time. */
const PLAYED_IN_MS = 20_000;
/** Who asked for less motion sees so many pictures a second. */
const CALM_EVERY_MS = 500;
/** What an arrow key moves, in parts of what is seen. */
const ARROW = 0.01;
const CLOSER = 0.5;

export function PictureControls({ model }: { readonly model: TrafficModel }) {
  const [isPlaying, play] = useState(false);
  usePlaying(model, isPlaying, () => play(false));
  const story = findStory(model.storyId.value);
  const { fromMs, toMs } = model.view.value;
  const widthMs = toMs - fromMs;
  return (
    <div class="machine__controls traffic__controls">
      <button type="button" class="quiet" onClick={() => play(!isPlaying)}>
        {isPlaying ? 'Zet stil' : 'Speel af'}
      </button>
      <Moment model={model} />
      <Widths model={model} widthMs={widthMs} />
      <button type="button" class="quiet" onClick={() => model.zoom(CLOSER)}>
        Zoom in
      </button>
      <button type="button" class="quiet" onClick={() => model.zoom(1 / CLOSER)}>
        Zoom uit
      </button>
      {story !== undefined &&
        model.traffic.value.kind !== 'file' &&
        story.moment.atMs + story.moment.widthMs < model.untilMs.value && (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              model.lookAround(story.moment.atMs + story.moment.widthMs / 3, story.moment.widthMs)
            }
          >
            Ga naar de drukte
          </button>
        )}
    </div>
  );
}

function Widths({ model, widthMs }: { readonly model: TrafficModel; readonly widthMs: number }) {
  const name = useId();
  const until = model.untilMs.value;
  const whole = { name: until === MONTH_MS ? 'Maand' : 'Alles', widthMs: until };
  const choices = [whole, ...WIDTHS.filter(({ widthMs: width }) => width < until)];
  return (
    <fieldset class="traffic__chips">
      <legend class="visually-hidden">Hoeveel zie je?</legend>
      {choices.map((one) => (
        <label key={one.name} class="traffic__chip">
          <input
            type="radio"
            name={name}
            checked={Math.abs(one.widthMs - widthMs) < 1}
            onChange={() => model.lookAround(model.atMs.peek(), one.widthMs)}
          />
          <span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Moment({ model }: { readonly model: TrafficModel }) {
  const { fromMs, toMs } = model.view.value;
  const atMs = Math.min(Math.max(model.atMs.value, fromMs), toMs);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      model.zoom(event.key === '+' ? CLOSER : 1 / CLOSER);
      return;
    }
    if (step === undefined) return;
    event.preventDefault();
    if (event.key === 'Home' || event.key === 'End') model.markMoment(step < 0 ? fromMs : toMs);
    else model.markMoment(atMs + step * (toMs - fromMs));
  };
  return (
    <input
      type="range"
      class="machine__moment"
      aria-label="Moment"
      min={fromMs}
      max={toMs}
      step="any"
      value={atMs}
      aria-valuetext={momentInWords(atMs, (toMs - fromMs) * ARROW)}
      onKeyDown={onKeyDown}
      onInput={(event) => model.markMoment(event.currentTarget.valueAsNumber)}
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

/** From the marked moment to the end of what is seen, or from its begin. */
function usePlaying(model: TrafficModel, isPlaying: boolean, onEnd: () => void): void {
  useEffect(() => {
    if (!isPlaying) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const view = model.view.peek();
    const speed = (view.toMs - view.fromMs) / PLAYED_IN_MS;
    const marked = model.atMs.peek();
    const isAtEnd = marked < view.fromMs || marked > view.toMs - speed * CALM_EVERY_MS;
    let lastMs = performance.now();
    let atMs = isAtEnd ? view.fromMs : marked;
    let frame = 0;
    const step = (nowMs: number) => {
      frame = requestAnimationFrame(step);
      if (isCalm && nowMs - lastMs < CALM_EVERY_MS) return;
      atMs += Math.max(0, nowMs - lastMs) * speed;
      lastMs = nowMs;
      const end = model.view.peek().toMs;
      model.markMoment(Math.min(atMs, end));
      if (atMs >= end) onEnd();
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);
}
