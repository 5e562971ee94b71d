/** What came of a step, under it: a mark a call, the statuses, and a strip of paper with what those calls cost. */
import type { ReadonlySignal } from '@preact/signals';
import { count } from '../../kit/numbers.ts';
import { statusText } from '../../playground/results/status-text.ts';
import { tillEuro } from '../../till/index.ts';
import { pricing } from '../../till/visit/lazy-pricing.ts';
import type { Ended } from './counting.ts';

export interface EchoState {
  readonly ended: readonly Ended[];
  /** Calls that were asked for and have not come back: their places are kept. */
  readonly waiting: number;
  /** Why the step is still open; empty when there is nothing to say. */
  readonly note: string;
}

export const NO_ECHO: EchoState = { ended: [], waiting: 0, note: '' };

/** More marks than this nobody counts. */
const MOST_MARKS = 100;

export function Echo({ state }: { readonly state: ReadonlySignal<EchoState> }) {
  const { ended, waiting, note } = state.value;
  if (ended.length + waiting === 0 && note === '') return null;
  const places = Math.min(MOST_MARKS, Math.max(ended.length, waiting));
  return (
    <div class="echo">
      <p class="echo__marks" aria-hidden="true">
        {Array.from({ length: places }, (_, at) => (
          <i key={at} class={`echo__mark ${markOf(ended[at])}`} />
        ))}
      </p>
      <p class="echo__statuses">
        {ended.length === 0 && note === '' && 'Bezig …'}
        {[...tally(ended)].map(([name, { calls, isOk }]) => (
          <span key={name}>
            <b>{calls} ×</b> <span class={`status__code status__code--${isOk ? 'ok' : 'bad'}`}>{name}</span>
          </span>
        ))}
        <Cold calls={ended.filter(({ isCold, isRefused }) => isCold && !isRefused).length} />
      </p>
      {note !== '' && <p class="echo__note">{note}</p>}
      {places > 0 && <Strip ended={ended} />}
    </div>
  );
}

function Cold({ calls }: { readonly calls: number }) {
  return calls === 0 ? null : (
    <span class="start start--cold">{count(calls, 'koude start', 'koude starts')}</span>
  );
}

function Strip({ ended }: { readonly ended: readonly Ended[] }) {
  const billed = ended.flatMap(({ usage }) => (usage === null ? [] : [{ usage }]));
  const free = ended.length - billed.length;
  const usd = pricing.value?.functionsUsd(billed);
  return (
    <p class="echo__strip">
      <span>
        {count(billed.length, 'aanroep', 'aanroepen')} betaald
        {free > 0 && `, ${free.toLocaleString('nl')} gratis`}
      </span>
      {usd !== undefined && <data value={usd}>{tillEuro(usd)}</data>}
    </p>
  );
}

function markOf(one: Ended | undefined): string {
  if (one === undefined) return 'echo__mark--waiting';
  if (one.isRefused) return 'echo__mark--refused';
  return `${one.isCold ? 'echo__mark--cold' : 'echo__mark--warm'}${one.isOk ? '' : ' echo__mark--bad'}`;
}

/** By status, or by how it came out where nobody was answered. */
function tally(ended: readonly Ended[]): ReadonlyMap<string, { calls: number; isOk: boolean }> {
  const found = new Map<string, { calls: number; isOk: boolean }>();
  for (const { status, isOk } of ended) {
    const name = status === null ? (isOk ? 'gelukt' : 'mislukt') : `${status} ${statusText(status)}`.trim();
    const one = found.get(name) ?? { calls: 0, isOk };
    one.calls += 1;
    found.set(name, one);
  }
  return found;
}
