/** The two meters on the front page: the same amounts as in the till bar, large. */

import { count } from '../../kit/numbers.ts';
import { useOnClient } from '../../kit/use-on-client.ts';
import { invocations, isVisitKnown } from '../visit/visit.ts';
import { FunctionsAmount } from './FunctionsAmount.tsx';
import { ServerAmount } from './ServerAmount.tsx';

const NOTHING_RAN = 'Er draaide nog niets. Dus kost het nog niets.';
const ranInWords = (total: number) =>
  `Deden hun werk in ${count(total, 'aanroep', 'aanroepen')}, en kosten nu weer niets.`;

export function Race() {
  const total = useOnClient() && isVisitKnown.value ? invocations.value : null;
  return (
    <>
      <div class="race__row">
        <div>
          <h3>Altijd-aan-server</h3>
          <p>Kost elke seconde geld, ook nu er niemand is.</p>
        </div>
        <ServerAmount className="race__amount race__amount--server" />
      </div>
      <div class="race__row">
        <div>
          <h3>Jouw functies</h3>
          <p>{total === null ? '…' : total === 0 ? NOTHING_RAN : ranInWords(total)}</p>
        </div>
        <FunctionsAmount className="race__amount" />
      </div>
    </>
  );
}
