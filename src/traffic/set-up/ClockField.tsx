/** A time of day as a reader writes it: `20.15`, or `10.00.05` where seconds count; colons are as good. */
import { useEffect, useState } from 'preact/hooks';
import { clockOf } from '../picture/time-marks.ts';
import { readClock } from '../traffic-state.ts';

interface Props {
  readonly label: string;
  /** From midnight. */
  readonly inDayMs: number;
  readonly onValue: (inDayMs: number) => void;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export function ClockField({ label, inDayMs, onValue }: Props) {
  const written = clockOf(inDayMs, inDayMs % MINUTE_MS === 0 ? MINUTE_MS : SECOND_MS);
  const [text, setText] = useState(written);
  const read = readClock(text);
  useEffect(() => {
    if (readClock(text) !== inDayMs) setText(written);
  }, [inDayMs]);
  return (
    <div class="field">
      <input
        type="text"
        autocomplete="off"
        aria-label={label}
        aria-invalid={read === null}
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const next = readClock(typed);
          if (next !== null) onValue(next);
        }}
        onBlur={() => {
          if (read === null) setText(written);
        }}
      />
    </div>
  );
}
