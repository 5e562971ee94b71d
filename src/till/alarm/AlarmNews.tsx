/** The line of an alarm on the receipt: where the border was passed, when it rang, and what it did about that. */
import type { AlarmStanding, AlarmTerms } from './alarm-terms.ts';
import { crossedInWords, doneInWords, rungInWords } from './words.ts';

interface Props {
  readonly terms: AlarmTerms | null;
  /** Null while nothing was crossed. */
  readonly standing: AlarmStanding | null;
  /** The limit that the alarm took away; null when there is nothing to give back. */
  readonly limitBefore: number | null;
  readonly onGiveBack: () => void;
}

export function AlarmNews({ terms, standing, limitBefore, onGiveBack }: Props) {
  return (
    <>
      {terms !== null && standing !== null && (
        <div class="receipt__alarm">
          <p>{standing.rung === null ? crossedInWords(terms, standing) : rungInWords(terms, standing)}</p>
          {standing.rung !== null && <p>{doneInWords(terms)}</p>}
        </div>
      )}
      {limitBefore !== null && (
        <p>
          <button type="button" class="receipt__all" onClick={onGiveBack}>
            Zet Maximaal tegelijk weer op {limitBefore}
          </button>
        </p>
      )}
    </>
  );
}
