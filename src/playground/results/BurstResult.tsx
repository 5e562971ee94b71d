/** The answer to many calls at once: a row a status, and what it took. */

import { count } from '../../kit/numbers.ts';
import type { Burst } from '../model/burst.ts';
import { statusClass } from './AnswerLine.tsx';
import { statusText } from './status-text.ts';

interface Props {
  readonly burst: Burst;
  /** Sent one after the other, at a steady pace. */
  readonly isSteady: boolean;
}

export function BurstResult({ burst, isSteady }: Props) {
  return (
    <div class="burst">
      <table>
        <caption>
          {count(burst.calls, 'aanroep', 'aanroepen')} {isSteady ? 'na elkaar' : 'tegelijk'}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Aanroepen</th>
          </tr>
        </thead>
        <tbody>
          {burst.statuses.map(({ status, calls }) => (
            <tr key={status}>
              <th scope="row">
                <span class={statusClass(status)}>
                  {status} {statusText(status)}
                </span>
              </th>
              <td>{calls}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {count(burst.coldStarts, 'koude start', 'koude starts')}, op{' '}
        {count(burst.instances, 'instantie', 'instanties')}.
      </p>
    </div>
  );
}
