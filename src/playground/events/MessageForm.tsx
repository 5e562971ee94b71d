/** A message of the reader's own, put in the queue. */
import type { Playground } from '../model/playground.ts';

export function MessageForm({ model }: { readonly model: Playground }) {
  const { events } = model;
  return (
    <div class="event" role="group" aria-label="Bericht sturen">
      <p class="event__kind" aria-hidden="true">
        Wachtrij
      </p>
      <form
        class="event__line"
        onSubmit={(event) => {
          event.preventDefault();
          void events.sendMessage();
        }}
      >
        <label class="event__field">
          Bericht (JSON)
          <textarea
            rows={2}
            spellcheck={false}
            autocapitalize="off"
            value={events.messageText.value}
            onInput={(event) => {
              events.messageText.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="primary">
          Stuur bericht
        </button>
      </form>
    </div>
  );
}
