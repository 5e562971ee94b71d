/** What services were asked, as a page keeps it: from the engine's entry, to stretches of time and to words. */
import type { ServiceCallEntry } from '../../engine/index.ts';
import { span } from '../../kit/numbers.ts';
import type { Asked } from './invocation.ts';

/** As fine as any browser's clock gets: the engine's own, which is not that of an instance. */
const CLOCK_STEP_MS = 0.1;

export function askedOf(entry: ServiceCallEntry): Asked {
  const { atMs, waitedMs, method, url, outcome, status, calledId = null } = entry;
  return { fromMs: atMs - waitedMs, toMs: atMs, method, url, outcome, status, calledId };
}

/** When somebody waited for at least one of them, in order of time and apart from each other. */
export function waitsOf(asked: readonly Asked[]): { readonly fromMs: number; readonly toMs: number }[] {
  const waits: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of asked.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const last = waits.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else waits.push({ fromMs, toMs });
  }
  return waits;
}

/** "wachtte 120,0 ms op diensten"; null when it asked none. Waiting for two at once counts once. */
export function waitedText(asked: readonly Asked[]): string | null {
  if (asked.length === 0) return null;
  const waitedMs = waitsOf(asked).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return `wachtte ${span(waitedMs, CLOCK_STEP_MS)} op ${asked.length === 1 ? 'een dienst' : 'diensten'}`;
}

/** What came of a call of a service that was not answered. */
export const serviceEndings: Readonly<Record<Exclude<ServiceCallEntry['outcome'], 'answered'>, string>> = {
  dropped: 'verbinding verbroken',
  aborted: 'afgebroken door de functie',
  timedOut: 'afgebroken: de tijd was om',
  lost: 'nog geen antwoord toen de instantie stopte',
};

/** "GET https://weer.example/metingen/Gent: 200 na 60,4 ms". */
export function askedText({ fromMs, toMs, method, url, outcome, status }: Asked): string {
  const ending = outcome === 'answered' ? String(status) : serviceEndings[outcome];
  return `${method} ${url}: ${ending} na ${span(toMs - fromMs, CLOCK_STEP_MS)}`;
}
