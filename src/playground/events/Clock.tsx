/** The clock of a playground: the expression, what it means, and the buttons that start it and move it ahead. */
import { useId } from 'preact/hooks';
import { FailureText } from '../failures/FailureText.tsx';
import type { Playground } from '../model/playground.ts';
import { SkipButton } from './SkipButton.tsx';

const moment = new Intl.DateTimeFormat('nl', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function Clock({ model }: { readonly model: Playground }) {
  const { events } = model;
  const problemId = useId();
  const isOn = events.isClockOn.value;
  const next = events.moments.value;
  const problem = next !== null && !next.ok ? { code: next.code } : null;
  return (
    <div class="event" role="group" aria-label="Klok">
      <p class="event__kind" aria-hidden="true">
        Timer
      </p>
      <div class="event__line">
        <label class="event__field">
          Cron
          <input
            value={events.cron.value}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            aria-invalid={problem !== null}
            aria-describedby={problem ? problemId : undefined}
            onInput={(event) => events.setCron(event.currentTarget.value)}
          />
        </label>
        {isOn ? (
          <button type="button" class="quiet" onClick={events.stopClock}>
            Stop klok
          </button>
        ) : (
          <button type="button" class="primary" onClick={() => void events.startClock()}>
            Start klok
          </button>
        )}
        <SkipButton model={model} />
      </div>
      {problem && (
        <div id={problemId} class="event__problem">
          <FailureText failure={problem} />
        </div>
      )}
      <div class="event__moments">
        <p id={`${problemId}-moments`}>Volgende momenten</p>
        {next?.ok ? (
          <ol aria-labelledby={`${problemId}-moments`}>
            {next.moments.map((at) => (
              <li key={at}>
                <time dateTime={new Date(at).toISOString()}>{moment.format(at)}</time>
              </li>
            ))}
          </ol>
        ) : (
          <p class="empty">{problem ? 'Geen.' : 'Die zie je zodra je hier iets doet.'}</p>
        )}
      </div>
      <p class="event__note">
        {isOn
          ? 'De klok loopt, en stopt als je deze pagina verlaat.'
          : 'De klok staat stil: er gaat niets af voordat je op Start klok drukt.'}
      </p>
    </div>
  );
}
