/** What waits and what is under way: messages, files that came in, and timers that went off. */
import { useEffect, useState } from 'preact/hooks';
import type { MessageView } from '../../engine/index.ts';
import { beat } from '../../kit/beat.ts';
import { count, decimal } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';
import { contentText } from './message-words.ts';
import { SkipButton } from './SkipButton.tsx';

const SHOWN = 20;
const LOOK_EVERY_MS = 250;

/** The engine's time, while something waits for its moment. */
function useNow(model: Playground, isNeeded: boolean): number {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    setNowMs(model.nowMs());
    if (!isNeeded) return;
    return beat(LOOK_EVERY_MS, () => setNowMs(model.nowMs())).stop;
  }, [model, isNeeded]);
  return Math.max(nowMs, model.nowMs());
}

export function QueuePanel({ model }: { readonly model: Playground }) {
  void model.changes.value;
  const open = (model.lab.value?.engine.bindings.messages.list() ?? []).filter(
    ({ state }) => state !== 'dead',
  );
  const waiting = open.filter(({ state }) => state === 'waiting');
  const nowMs = useNow(model, waiting.length > 0);
  return (
    <div class="panel" role="group" aria-label="Wachtrij">
      <p class="panel-title">Wachtrij</p>
      {open.length === 0 ? (
        <p class="empty">Leeg: er wacht niets.</p>
      ) : (
        <>
          <p class="panel__counts">
            {count(waiting.length, 'bericht wacht', 'berichten wachten')}, {open.length - waiting.length}{' '}
            onderweg.
          </p>
          <ul class="messages">
            {open.slice(0, SHOWN).map((message) => (
              <li key={message.messageId} class="message">
                <code>{contentText(message)}</code>
                <span class="message__state">{stateText(message, nowMs)}</span>
              </li>
            ))}
          </ul>
          {open.length > SHOWN && (
            <p class="empty">En nog {count(open.length - SHOWN, 'bericht', 'berichten')}.</p>
          )}
          {!model.events.hasTimer.value && <SkipButton model={model} />}
        </>
      )}
    </div>
  );
}

function stateText({ state, attempts, visibleAtMs, functionName }: MessageView, nowMs: number): string {
  if (state === 'inFlight') return attempts > 1 ? `onderweg, poging ${attempts}` : 'onderweg';
  if (functionName === null) return 'wacht: nog geen functie leest deze rij';
  const attempt = attempts > 0 ? `poging ${attempts + 1}` : 'wacht';
  const waitMs = (visibleAtMs ?? nowMs) - nowMs;
  return waitMs > 0 ? `${attempt} over ${decimal(waitMs / 1_000, 1)} s` : `${attempt}, is aan de beurt`;
}
