/** Moves the clock of a playground to the next moment at which something is planned. */
import { useId } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';

export function SkipButton({ model }: { readonly model: Playground }) {
  const whyId = useId();
  // Read for its changes: what is planned is the engine's to say.
  void model.changes.value;
  void model.events.isClockOn.value;
  const engine = model.lab.value?.engine;
  const isPlanned = engine !== undefined && engine.nextPlannedMs() !== null;
  const isBusy = engine?.instances().some(({ openInvocations }) => openInvocations > 0) ?? false;
  const why = isBusy ? 'Er draait nu iets.' : isPlanned ? null : 'Er staat niets gepland.';
  return (
    <span class="skip">
      <button
        type="button"
        class="quiet"
        aria-disabled={why !== null}
        aria-describedby={why ? whyId : undefined}
        onClick={() => {
          if (why === null) void model.events.skip();
        }}
      >
        Spring naar het volgende moment
      </button>
      {why && (
        <span id={whyId} class="event__note">
          {why}
        </span>
      )}
    </span>
  );
}
