/** Said where this browser keeps nothing: what is typed lives as long as the page. */
import { keepsEdits } from '../../kit/storage.ts';

export function StorageNotice() {
  return keepsEdits.value ? null : (
    <div class="notice" role="status">
      <p>
        Je browser bewaart hier niets: de opslag is vol of verboden. Alles werkt, maar je wijzigingen zijn weg
        als je deze pagina sluit.
      </p>
    </div>
  );
}
