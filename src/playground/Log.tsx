/** What the functions of this playground logged, and what the platform did in between. */
import type { LogRow } from './ledger.ts';
import { goneReasons, outcomes } from './messages.ts';
import type { Playground } from './model.ts';
import { decimal } from './numbers.ts';

function Words({ row }: { readonly row: LogRow }) {
  switch (row.kind) {
    case 'line':
      return <span class={`log__text log__text--${row.level}`}>{row.text}</span>;
    case 'dropped':
      return (
        <span class="log__aside">
          {row.count.toLocaleString('nl')} regels weggelaten: een aanroep mag 256 KB loggen.
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
    case 'gone':
      return (
        <span class="log__aside">
          Instantie {row.instanceId} {goneReasons[row.reason]}
        </span>
      );
  }
}

export function Log({ model }: { readonly model: Playground }) {
  const { rows, rowsLost } = model.ledger.value.current;
  const startMs = model.startedAtMs.value;
  const picked = model.picked.value;
  return (
    <div class="log">
      <p class="panel-title">Logboek</p>
      {/* The result of a run is announced once elsewhere; reading out every line would drown it. */}
      <div role="log" aria-label="Logboek" aria-live="off" class="log__scroll" tabIndex={0}>
        {rows.length === 0 ? (
          <p class="empty">Nog leeg. Wat je functie met console.log schrijft, komt hier.</p>
        ) : (
          <>
            {rowsLost > 0 && (
              <p class="log__aside">{rowsLost.toLocaleString('nl')} eerdere regels weggelaten.</p>
            )}
            <ol>
              {rows.map((row) => (
                <li
                  key={row.key}
                  class={row.invocationId !== null && row.invocationId === picked ? 'picked' : ''}
                >
                  <time>{decimal((row.atMs - startMs) / 1_000, 1)} s</time>
                  <Words row={row} />
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  );
}
