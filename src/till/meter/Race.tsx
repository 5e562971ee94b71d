/** The two meters on the front page: the same amounts as in the till bar, large. */

import { count } from '../../kit/numbers.ts';
import { useOnClient } from '../../kit/use-on-client.ts';
import { invocations } from '../visit/visit.ts';
import { FunctionsAmount } from './FunctionsAmount.tsx';
import { ServerAmount } from './ServerAmount.tsx';

export function Race() {
  const total = useOnClient() ? invocations.value : 0;
  return (
    <>
      <div class="race__row">
        <div>
          <h3>Altijd-aan server</h3>
          <p>Kost elke seconde geld, ook nu er niemand is.</p>
        </div>
        <ServerAmount className="race__amount race__amount--server" />
      </div>
      <div class="race__row">
        <div>
          <h3>Jouw functies</h3>
          <p>
            {total === 0
              ? 'Er draaide nog niets. Dus kost het nog niets.'
              : `Deden hun werk in ${count(total, 'aanroep', 'aanroepen')}, en kosten nu weer niets.`}
          </p>
        </div>
        <FunctionsAmount className="race__amount" />
      </div>
    </>
  );
}
