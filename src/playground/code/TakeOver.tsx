/** What becomes of the reader's own version when a stranger's copy takes its place, file by file, and the choice. */
import { Difference } from '../../kit/Difference.tsx';
import type { Edits } from './edits.ts';

interface Props {
  readonly edits: Edits;
  readonly onClose: () => void;
}

export function TakeOver({ edits, onClose }: Props) {
  const { value: mine } = edits.ownTexts;
  const { value: theirs } = edits.texts;
  const changed = Object.keys(theirs).filter((path) => theirs[path] !== mine[path]);
  return (
    <div class="take-over">
      <p>
        Bewaar je deze code, dan is ze van jou. Ze draait dan in jouw eigen lab: ze kan lezen en veranderen
        wat je daar bewaard hebt, en kies je WebContainer, dan kan ze ook op het internet. Doe dit alleen met
        code die je begrijpt of vertrouwt.
      </p>
      {changed.length === 0 ? (
        <p>Deze code is gelijk aan jouw versie: er verandert niets.</p>
      ) : (
        changed.map((path) => (
          <figure key={path}>
            <figcaption>{path}: van jouw versie naar deze code</figcaption>
            <Difference from={mine[path] ?? ''} to={theirs[path] ?? ''} />
          </figure>
        ))
      )}
      <p>Wat je nu hebt, krijg je terug met Ongedaan maken.</p>
      <div class="till-dialog__actions">
        <button
          type="button"
          class="primary"
          onClick={() => {
            onClose();
            edits.takeOver();
          }}
        >
          Maak dit mijn versie
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          Annuleer
        </button>
      </div>
    </div>
  );
}
