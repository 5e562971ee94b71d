/** What the functions of this playground logged, and what the platform did in between. */

import { Component } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LogRow } from '../entries/ledger.ts';
import type { Playground } from '../model/playground.ts';
import { LogHead, NO_LOG } from './EmptyResults.tsx';
import { LogWords } from './LogWords.tsx';
import { logTime } from './log-time.ts';

interface RowProps {
  readonly row: LogRow;
  /** Since the first thing that happened. */
  readonly sinceMs: number;
  readonly isPicked: boolean;
}

/** Drawn anew only when something of it changes: a run adds a few rows to hundreds. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate({ row, sinceMs, isPicked }: RowProps): boolean {
    const shown = this.props;
    return row !== shown.row || sinceMs !== shown.sinceMs || isPicked !== shown.isPicked;
  }

  override render({ row, sinceMs, isPicked }: RowProps) {
    const time = <time>{logTime(sinceMs)}</time>;
    return (
      <li class={isPicked ? 'picked' : ''}>
        {row.invocationId === null ? (
          time
        ) : (
          // The time alone is the button: the words beside it can be selected and copied.
          <button
            type="button"
            class="log__pick"
            aria-pressed={isPicked}
            title="Toon deze aanroep ook in de tijdlijn en op de bon"
          >
            {time}
          </button>
        )}
        <LogWords row={row} />
      </li>
    );
  }
}

/** A part of a line may be cut off at the end, by a zoom for example. */
const NEARLY_PX = 16;

export type LogModel = Pick<
  Playground,
  'ledger' | 'startedAtMs' | 'picked' | 'pick' | 'hasSomething' | 'clear'
>;

export function Log({ model }: { readonly model: LogModel }) {
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
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the time in a row is a button that does the same */}
            <ol
              onClick={({ target, currentTarget }) => {
                const pressed = target as Element;
                // Who selects words wants to copy them.
                if (pressed.closest('button') === null && !getSelection()?.isCollapsed) return;
                const at = [...currentTarget.children].findIndex((item) => item.contains(pressed));
                const invocationId = rows[at]?.invocationId ?? null;
                if (invocationId !== null) model.pick(invocationId);
              }}
            >
              {rows.map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  sinceMs={row.atMs - startMs}
                  isPicked={row.invocationId !== null && row.invocationId === picked}
                />
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  );
}
