/** What the functions of this playground logged, and what the platform did in between. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { LOG_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import { bytesInWords, count, decimal, limitInWords } from '../../kit/numbers.ts';
import { askedText } from '../entries/asked.ts';
import type { LogRow } from '../entries/ledger.ts';
import { goneReasons, outcomes, returnReasons } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';
import { LogHead, NO_LOG } from './EmptyResults.tsx';
import { logTime } from './log-time.ts';

function Words({ row }: { readonly row: LogRow }) {
  switch (row.kind) {
    case 'line':
      return <span class={`log__text log__text--${row.level}`}>{row.text}</span>;
    case 'dropped':
      return (
        <span class="log__aside">
          {row.count.toLocaleString('nl')} regels weggelaten: een aanroep mag {limitInWords(LOG_LIMIT_BYTES)}{' '}
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
            ? 'Gestopt: aanroepen riepen elkaar steeds weer op. Zie Mislukte berichten.'
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

interface PickTimeProps {
  readonly text: string;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

/** The time alone is the button: the words beside it can be selected and copied. */
function PickTime({ text, isPicked, onPick }: PickTimeProps) {
  return (
    <button
      type="button"
      class="log__pick"
      aria-pressed={isPicked}
      title="Toon deze aanroep ook in de tijdlijn en op de bon"
      onClick={onPick}
    >
      <time>{text}</time>
    </button>
  );
}

/** A part of a line may be cut off at the end, by a zoom for example. */
const NEARLY_PX = 16;

export function Log({ model }: { readonly model: Playground }) {
  const { rows, rowsLost } = model.ledger.value.current.log;
  const startMs = model.startedAtMs.value;
  const picked = model.picked.value;
  const scroll = useRef<HTMLDivElement>(null);
  /** The newest line is in view, so the next one has to be too; who has scrolled up is reading. */
  const isFollowing = useRef(true);
  useLayoutEffect(() => {
    if (isFollowing.current && scroll.current !== null)
      scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [rows.at(-1)?.key]);
  return (
    <div class="log">
      <LogHead hasSomething={model.hasSomething.value} onClear={model.clear} />
      {/* The result of a run is announced once elsewhere; reading out every line would drown it. */}
      <div
        ref={scroll}
        role="log"
        aria-label="Logboek"
        aria-live="off"
        class="log__scroll"
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isFollowing.current = scrollTop + clientHeight > scrollHeight - NEARLY_PX;
        }}
      >
        {rows.length === 0 ? (
          <p class="empty">{NO_LOG}</p>
        ) : (
          <>
            {rowsLost > 0 && (
              <p class="log__aside">{rowsLost.toLocaleString('nl')} eerdere regels weggelaten.</p>
            )}
            <ol>
              {rows.map((row) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the time in the row is a button that does the same
                <li
                  key={row.key}
                  onClick={() => {
                    // Who selects words wants to copy them.
                    if (row.invocationId !== null && getSelection()?.isCollapsed)
                      model.pick(row.invocationId);
                  }}
                  class={row.invocationId !== null && row.invocationId === picked ? 'picked' : ''}
                >
                  {row.invocationId === null ? (
                    <time>{logTime(row.atMs - startMs)}</time>
                  ) : (
                    <PickTime
                      text={logTime(row.atMs - startMs)}
                      isPicked={row.invocationId === picked}
                      onPick={() => model.pick(row.invocationId ?? '')}
                    />
                  )}
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
