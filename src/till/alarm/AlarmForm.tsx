/** Where a reader sets an alarm: on what, above what, how late the figures come in, and whether it also stops the calls. */
import { useEffect, useId, useState } from 'preact/hooks';
import { compareRatios, type Decimal, ratioOf, roughly } from '../../billing/index.ts';
import type { AlarmOn, AlarmTerms } from './alarm-terms.ts';
import {
  borderInWords,
  borderOf,
  callsInWords,
  FIRST_BORDER,
  LATE_CHOICES,
  WATCHED,
  writtenBorder,
} from './words.ts';

interface Props {
  /** What is set; null for none. */
  readonly terms: AlarmTerms | null;
  /** What the last call cost, in dollars; null when nothing was billed yet. */
  readonly lastUsd: Decimal | null;
  readonly onSet: (terms: AlarmTerms) => void;
  readonly onClear: () => void;
}

/** What a reader gets who only presses the button. In ms. */
const USUAL_LATE_MS = 5_000;

export function AlarmForm({ terms, lastUsd, onSet, onClear }: Props) {
  const id = useId();
  const [on, setOn] = useState<AlarmOn>('usd');
  const [text, setText] = useState(FIRST_BORDER.usd);
  const [lateMs, setLateMs] = useState(USUAL_LATE_MS);
  const [stops, setStops] = useState(false);
  const [isWrong, setWrong] = useState(false);
  // Set elsewhere: by the button of a step.
  useEffect(() => {
    if (terms === null) return;
    setOn(terms.on);
    setText(writtenBorder(terms.above));
    setLateMs(terms.lateMs);
    setStops(terms.stops);
    setWrong(false);
  }, [terms]);
  const above = borderOf(text);
  const [, , asked] = WATCHED.find(([name]) => name === on) ?? WATCHED[0] ?? [];
  return (
    <form
      class="tariff-picker"
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(above === null);
        if (above !== null) onSet({ on, above, lateMs, stops });
      }}
    >
      <label for={`${id}on`}>Alarm op</label>
      <select
        id={`${id}on`}
        value={on}
        onChange={(event) => {
          const next = WATCHED.find(([name]) => name === event.currentTarget.value)?.[0] ?? 'usd';
          setOn(next);
          setText(FIRST_BORDER[next]);
          setWrong(false);
        }}
      >
        {WATCHED.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
      <label for={`${id}above`}>{asked}</label>
      <input
        id={`${id}above`}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}about`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <p id={`${id}about`} role={isWrong ? 'alert' : undefined}>
        {isWrong ? 'Schrijf alleen een getal, zoals 0,0001 of 3.' : aboutOf(on, above, lastUsd)}
      </p>
      <label for={`${id}late`}>De cijfers komen binnen</label>
      <select
        id={`${id}late`}
        value={String(lateMs)}
        aria-describedby={`${id}hours`}
        onChange={(event) => setLateMs(Number(event.currentTarget.value))}
      >
        {LATE_CHOICES.map(([ms, words]) => (
          <option key={ms} value={ms}>
            {words}
          </option>
        ))}
      </select>
      <p id={`${id}hours`}>In een echte cloud duurt dat bij kosten uren.</p>
      <label class="tariff-picker__free">
        <input type="checkbox" checked={stops} onChange={(event) => setStops(event.currentTarget.checked)} />
        En zet dan Maximaal tegelijk op 0
      </label>
      <button type="submit" class="quiet">
        Zet het alarm
      </button>
      {terms !== null && (
        <>
          <p>Het alarm staat op {borderInWords(terms)}. Met Maak leeg begint het opnieuw.</p>
          <button type="button" class="quiet" onClick={onClear}>
            Haal het alarm weg
          </button>
        </>
      )}
    </form>
  );
}

function aboutOf(on: AlarmOn, above: Decimal | null, lastUsd: Decimal | null): string {
  if (on === 'p95') return 'Van minstens 20 aanroepen.';
  if (on !== 'usd' || above === null || lastUsd === null) return '';
  const last = ratioOf(lastUsd, 'lastUsd');
  if (compareRatios(last, { numerator: 0n, denominator: 1n }) === 0) return '';
  return callsInWords(roughly(ratioOf(above, 'above')) / roughly(last));
}
