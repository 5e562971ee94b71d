/** What failed at every attempt, or was stopped: to look into, to send again, or to throw away. */
import type { MessageView } from '../../engine/index.ts';
import { count } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';
import { contentText, NO_DEAD_LETTERS } from './message-words.ts';

const SHOWN = 20;
/** Of the platform: further a chain does not go. */
const MOST_HOPS = 16;

export function DeadLetters({ model }: { readonly model: Playground }) {
  void model.changes.value;
  const dead = (model.lab.value?.engine.bindings.messages.list() ?? []).filter(
    ({ state }) => state === 'dead',
  );
  return (
    <div class="panel" role="group" aria-label="Mislukte berichten">
      <p class="panel-title">Mislukte berichten</p>
      {dead.length === 0 ? (
        <p class="empty">{NO_DEAD_LETTERS}</p>
      ) : (
        <>
          <p class="panel__counts">
            {count(dead.length, 'bericht', 'berichten')}. Herstel eerst je code, en stuur ze dan opnieuw.
          </p>
          <ul class="messages">
            {dead.slice(0, SHOWN).map((message) => (
              <Letter key={message.messageId} model={model} message={message} />
            ))}
          </ul>
          {dead.length > SHOWN && (
            <p class="empty">En nog {count(dead.length - SHOWN, 'bericht', 'berichten')}.</p>
          )}
          {dead.length > 1 && (
            <button
              type="button"
              class="quiet"
              onClick={() => void model.events.redrive(dead.map(({ messageId }) => messageId))}
            >
              Stuur alles opnieuw
            </button>
          )}
        </>
      )}
    </div>
  );
}

function loopInWords(hops: number): string {
  return hops > MOST_HOPS
    ? `Gestopt na ${hops - 1} stappen: hier bleef een kring van aanroepen doorgaan. Geef je code eerst een einde, en stuur het dan opnieuw.`
    : 'Gestopt: uit één gebeurtenis kwamen te veel berichten voort. Laat je code er minder sturen.';
}

function Letter({ model, message }: { readonly model: Playground; readonly message: MessageView }) {
  const { messageId, attempts, hops, deadReason, functionName } = message;
  const text = contentText(message);
  return (
    <li class="message message--dead">
      <code>{text}</code>
      <span class="message__state">
        {deadReason === 'loop'
          ? loopInWords(hops)
          : `${functionName ?? 'Niemand'}: ${count(attempts, 'poging', 'pogingen')} mislukt.`}
      </span>
      <span class="message__actions">
        <button
          type="button"
          class="quiet panel__small"
          aria-label={`Stuur opnieuw: ${text}`}
          onClick={() => void model.events.redrive([messageId])}
        >
          Stuur opnieuw
        </button>
        <button
          type="button"
          class="quiet panel__small"
          aria-label={`Gooi weg: ${text}`}
          onClick={() => model.events.discard(messageId)}
        >
          Gooi weg
        </button>
      </span>
    </li>
  );
}
