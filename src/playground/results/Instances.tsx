/**
 * The instances of this playground: one lane each, the last half minute from left to right, and the same facts
 * as a table. Blue hatching is a cold start, orange works (paid), a thin grey line waits (free); what went wrong ends in red.
 */
import { useEffect, useState } from 'preact/hooks';
import { beat } from '../../kit/beat.ts';
import { count, decimal } from '../../kit/numbers.ts';
import type { Life } from '../entries/invocation.ts';
import { type Span, spansOf } from '../entries/spans.ts';
import { goneReasons } from '../failures/words.ts';
import type { Playground } from '../model/playground.ts';
import { NO_INSTANCES } from './EmptyResults.tsx';

/** Narrower than this cannot be seen, and a start is mostly shorter. In percent of the lane. */
const NARROWEST = { init: 6, busy: 2.5, idle: 0 } as const;
const GONE_STAYS_MS = 20_000;
/** Where something starts or works; what only waits counts down in seconds, and each look costs a battery. */
const LOOK_EVERY_MS = 250;
const LOOK_AT_WAITING_EVERY_MS = 1_000;
/** More lanes than this are counted; the table has them all. */
const DRAWN = 10;

/** Places what an instance did on a lane of `windowMs`, nothing over anything else, each wide enough to see. */
function place(life: Life, fromMs: number, nowMs: number, windowMs: number) {
  let endOfLast = 0;
  return spansOf(life, fromMs).flatMap((one) => {
    const start = Math.max(0, ((one.fromMs - fromMs) / windowMs) * 100, endOfLast);
    const end = Math.max(
      ((Math.min(one.toMs ?? nowMs, nowMs) - fromMs) / windowMs) * 100,
      start + NARROWEST[one.kind],
    );
    if (end <= 0 || start >= 100) return [];
    endOfLast = Math.min(100, end);
    return [{ span: one, start, size: endOfLast - start }];
  });
}

function note(lane: Life, nowMs: number, idleTimeoutMs: number): string {
  if (lane.state === 'starting') return 'start koud';
  if (lane.state === 'busy') return 'werkt';
  if (lane.state === 'idle' && lane.expiresAtMs !== null) {
    // The time shown is looked at a few times a second, so it may lie before the moment at which it became idle.
    const leftMs = Math.min(lane.expiresAtMs - nowMs, idleTimeoutMs);
    return `verdwijnt over ${Math.max(0, Math.ceil(leftMs / 1_000))} s`;
  }
  return lane.goneReason ? goneReasons[lane.goneReason] : 'weg';
}

/** "3 aanroepen, 1 ging mis". */
function invocationsText(lane: Life): string {
  const bad = spansOf(lane, Number.NEGATIVE_INFINITY).filter(({ isBad }) => isBad).length;
  const all = count(lane.invocations, 'aanroep', 'aanroepen');
  return bad === 0 ? all : `${all}, ${bad.toLocaleString('nl')} ging${bad === 1 ? '' : 'en'} mis`;
}

const stateWords = { starting: 'start koud', busy: 'werkt', idle: 'wacht', gone: 'weg' } as const;

function className(one: Span, picked: string | null): string {
  const isPicked = one.invocationId !== null && one.invocationId === picked;
  return `stretch stretch--${one.kind}${isPicked ? ' stretch--picked' : ''}${one.isBad ? ' stretch--bad' : ''}`;
}

export function Instances({ model }: { readonly model: Playground }) {
  const { instances: lanes } = model.ledger.value.current.tracks;
  const { idleTimeoutMs } = model.sample;
  const hasSeveral = model.sample.functions.length > 1;
  const isAnyAlive = lanes.some((lane) => lane.state !== 'gone');
  const isAnyAtWork = lanes.some(({ state }) => state === 'starting' || state === 'busy');
  const [nowMs, setNowMs] = useState(0);
  const lastGoneMs = Math.max(0, ...lanes.map((lane) => lane.toMs ?? 0));

  useEffect(() => {
    setNowMs(model.nowMs());
    if (lanes.length === 0) return;
    return beat(isAnyAtWork ? LOOK_EVERY_MS : LOOK_AT_WAITING_EVERY_MS, (stop) => {
      const now = model.nowMs();
      setNowMs(now);
      if (!isAnyAlive && now - lastGoneMs > GONE_STAYS_MS) stop();
    }).stop;
  }, [model, lanes, isAnyAlive, isAnyAtWork, lanes.length, lastGoneMs]);

  const shown = lanes.filter((lane) => lane.toMs === null || nowMs - lane.toMs < GONE_STAYS_MS);
  // The newest: what they do now is what there is to see.
  const drawn = shown.slice(-DRAWN);
  const firstMs = drawn[0]?.fromMs ?? 0;
  // The window grows with what there is to see, and then moves on with it.
  const windowMs = Math.min(Math.max(nowMs - firstMs, 5_000) * 1.25, model.sample.idleTimeoutMs * 1.5);
  const fromMs = Math.max(firstMs, nowMs - windowMs * 0.9);

  return (
    <div class="instances" role="group" aria-label="Instanties">
      <p class="panel-title">Instanties</p>
      {shown.length === 0 ? (
        <p class="empty">
          {lanes.length === 0 ? NO_INSTANCES : 'Alles is weer verdwenen. Er draait niets, en dat kost niets.'}
        </p>
      ) : (
        <>
          <div aria-hidden="true">
            {drawn.map((lane) => (
              <div key={lane.instanceId} class={`lane lane--${lane.state}`}>
                <span class="lane__name">nr. {lane.instanceId}</span>
                <div class="lane__track">
                  {place(lane, fromMs, nowMs, windowMs).map(({ span, start, size }) => (
                    <i
                      key={`${span.kind}${span.fromMs}`}
                      class={className(span, model.picked.value)}
                      style={{ insetInlineStart: `${start}%`, inlineSize: `${size}%` }}
                    />
                  ))}
                </div>
                <span class="lane__note">
                  {hasSeveral && <b>{lane.functionName}</b>} {note(lane, nowMs, idleTimeoutMs)}
                </span>
              </div>
            ))}
            {shown.length > drawn.length && (
              <p class="empty">En nog {count(shown.length - drawn.length, 'instantie', 'instanties')}.</p>
            )}
            <p class="legend">
              <span>
                <i class="stretch--init" />
                start koud
              </span>
              <span>
                <i class="stretch--busy" />
                werkt (betaald)
              </span>
              <span>
                <i class="stretch--idle" />
                wacht (gratis)
              </span>
              <span>
                <i class="stretch--busy stretch--bad" />
                ging mis
              </span>
            </p>
          </div>
          <div class="visually-hidden">
            <table>
              <caption>{model.sample.timeline ? 'Instanties' : 'Tijdlijn'}</caption>
              <thead>
                <tr>
                  <th scope="col">Instantie</th>
                  {hasSeveral && <th scope="col">Functie</th>}
                  <th scope="col">Toestand</th>
                  <th scope="col">Koude start</th>
                  <th scope="col">Aanroepen</th>
                  <th scope="col">Hoelang nog</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((lane) => (
                  <tr key={lane.instanceId}>
                    <th scope="row">nr. {lane.instanceId}</th>
                    {hasSeveral && <td>{lane.functionName}</td>}
                    <td>{stateWords[lane.state]}</td>
                    <td>{lane.initMs === null ? 'niet klaar' : `${decimal(lane.initMs, 1)} ms`}</td>
                    <td>{invocationsText(lane)}</td>
                    <td>
                      {lane.state === 'starting' || lane.state === 'busy'
                        ? 'tot het werk klaar is'
                        : note(lane, nowMs, idleTimeoutMs)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}
