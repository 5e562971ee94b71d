/** What the functions of this playground logged, and what the platform did in between. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import { LogHead, NO_LOG } from './EmptyResults.tsx';
import { LogWords } from './LogWords.tsx';
import { logTime } from './log-time.ts';

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
                  <LogWords row={row} />
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </div>
  );
}
