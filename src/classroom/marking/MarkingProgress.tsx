/** How far the marking is, and the buttons that hold it up and let it go on. */
import { count } from '../../kit/numbers.ts';
import type { Marker } from './marking-model.ts';

export function MarkingProgress({ marking }: { readonly marking: Marker }) {
  const marked = marking.marked.value;
  const { done = 0, of = 0, handIns = [] } = marked ?? {};
  const isRunning = marking.isRunning.value;
  const isReading = marking.isReading.value;
  const added = marking.added.value;
  const left = of - done;
  return (
    <>
      {isReading && <p role="status">Bestanden lezen …</p>}
      {isReading && marking.isHeldUp.value && <p role="status">Wat je net koos, komt meteen daarna.</p>}
      {isRunning && (
        <p class="marking__progress">
          <progress aria-label="Nagekeken" value={done} max={of || 1} /> {done} van {of}{' '}
          {marking.isPausing.value ? (
            <span>Wat nu draait, wordt nog afgemaakt.</span>
          ) : (
            <button type="button" class="quiet" onClick={marking.pause}>
              Pauzeer
            </button>
          )}
          <button type="button" class="quiet" onClick={marking.stop}>
            Stop
          </button>
        </p>
      )}
      {marked && !isRunning && !isReading && (
        <>
          <p role="status">
            {left === 0
              ? `${count(handIns.length, 'inlevering', 'inleveringen')} nagekeken.`
              : `${done} van ${count(of, 'uitwerking', 'uitwerkingen')} nagekeken.`}
            {added !== null && added.known > 0 && ` Al toegevoegd, en zo gelaten: ${added.known}.`}
          </p>
          {left > 0 && (
            <button type="button" class="primary" onClick={() => void marking.goOn()}>
              Kijk de rest na
            </button>
          )}
        </>
      )}
    </>
  );
}
