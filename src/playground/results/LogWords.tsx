/** The words of one row of the log: what a function logged, or what the platform did in between. */
import { LOG_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import { bytesInWords, count, decimal } from '../../kit/numbers.ts';
import { askedText } from '../entries/asked.ts';
import type { LogRow } from '../entries/ledger.ts';
import { goneReasons, outcomes, returnReasons } from '../failures/words.ts';

export function LogWords({ row }: { readonly row: LogRow }) {
  switch (row.kind) {
    case 'line':
      return <span class={`log__text log__text--${row.level}`}>{row.text}</span>;
    case 'dropped':
      return (
        <span class="log__aside">
          {row.count.toLocaleString('nl')} regels weggelaten: een aanroep mag {bytesInWords(LOG_LIMIT_BYTES)}{' '}
          loggen.
        </span>
      );
    case 'cold':
      return (
        <>
          <span class="start start--cold">koude start</span> {decimal(row.initMs, 1)} ms
        </>
      );
    case 'ended':
      return <span class="log__text log__text--error">{outcomes[row.outcome]}</span>;
    case 'throttled':
      return (
        <span class="log__text log__text--error">
          {row.count > 1 && `${row.count.toLocaleString('nl')} keer `}
          {row.count > 1 ? 'geweigerd' : 'Geweigerd'} (429): te veel aanroepen tegelijk.
        </span>
      );
    case 'stored':
      return (
        <span class="log__aside">
          {row.op.startsWith('kv') ? 'Opslag' : 'Bestand'}: {row.storeKey}{' '}
          {row.op.endsWith('delete') ? 'verwijderd' : `bewaard, ${bytesInWords(row.bytes)}`}
        </span>
      );
    case 'service':
      return (
        <span class={row.asked.status === null ? 'log__text log__text--warn' : 'log__aside'}>
          {askedText(row.asked)}
        </span>
      );
    case 'timer':
      return <span class="log__aside">De timer gaat af</span>;
    case 'returned':
      return (
        <span class="log__text log__text--warn">
          {returnReasons[row.reason]}.
          {row.count > 1 && ` ${row.count.toLocaleString('nl')} berichten komen terug.`}{' '}
          {row.waitMs > 0
            ? `Poging ${row.attempts + 1} volgt over ${decimal(row.waitMs / 1_000, 1)} s.`
            : 'Het bericht komt nog een keer.'}
        </span>
      );
    case 'dead':
      return (
        <span class="log__text log__text--error">
          {row.reason === 'loop'
            ? 'Gestopt: een kring van aanroepen hield niet op. Zie Mislukte berichten.'
            : `Na ${count(row.attempts, 'poging', 'pogingen')} opgegeven${row.count > 1 ? `: ${row.count.toLocaleString('nl')} berichten` : ''}. Zie Mislukte berichten.`}
        </span>
      );
    case 'gone':
      return (
        <span class="log__aside">
          Instantie {row.instanceId} {goneReasons[row.reason]}
        </span>
      );
  }
}
