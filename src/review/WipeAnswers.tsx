/** Wiping is for who wants to begin anew, and can be undone while the page is open. */
import { useState } from 'preact/hooks';

interface Props {
  /** @returns what brings the answers back */
  readonly wipe: () => () => void;
  readonly hasAnswers: boolean;
}

export function WipeAnswers({ wipe, hasAnswers }: Props) {
  const [undo, setUndo] = useState<(() => void) | null>(null);
  if (undo) {
    return (
      <p role="status">
        Je antwoorden zijn gewist.{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            undo();
            setUndo(null);
          }}
        >
          Ongedaan maken
        </button>
      </p>
    );
  }
  if (!hasAnswers) return null;
  return (
    <p class="review__wipe">
      <button type="button" class="quiet" onClick={() => setUndo(() => wipe())}>
        Wis mijn antwoorden
      </button>
    </p>
  );
}
