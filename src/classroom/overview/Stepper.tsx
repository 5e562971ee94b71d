/** Previous and next, in one place: what is shown changes under it, and the buttons stay where they are. */

interface Props {
  /** "groep". */
  readonly what: string;
  readonly at: number;
  readonly of: number;
  readonly onStep: (at: number) => void;
}

export function Stepper({ what, at, of, onStep }: Props) {
  return (
    <div class="stepper" role="group" aria-label={`Kies een ${what}`}>
      <button
        type="button"
        class="quiet"
        aria-label={`Vorige ${what}`}
        disabled={at === 0}
        onClick={() => onStep(at - 1)}
      >
        Vorige
      </button>
      <span role="status">
        {what} {at + 1} van {of}
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={`Volgende ${what}`}
        disabled={at >= of - 1}
        onClick={() => onStep(at + 1)}
      >
        Volgende
      </button>
    </div>
  );
}
