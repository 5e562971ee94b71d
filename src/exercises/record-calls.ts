/**
 * Keeps what was called in an exercise's playground on this device, until the next visit to it: when each call came, what it took
 * and what came of it. Fetched with the first thing that happens there.
 */
import { effect } from '@preact/signals';
import type { Playground } from '../playground/index.ts';
import { MOST_CALLS, type RecordedCall, sinceFirst } from '../progress/recorded-calls.ts';
import { keepRecording } from '../progress/recordings.ts';

type Tracks = Playground['ledger']['value']['current']['tracks'];
type Invocation = Tracks['settled']['items'][number];

/** Steady traffic changes something with every frame. */
const KEEP_EVERY_MS = 1_000;
const STATUS_OK = 200;
const STATUS_REFUSED = 429;
const STATUS_FAILED = 500;

/**
 * Of the reader's own version: of a stranger's copy nothing is kept.
 *
 * @returns what ends it; what happened until then is kept
 */
export function recordCalls(
  playground: Pick<Playground, 'sample' | 'ledger' | 'changes' | 'owner'>,
): () => void {
  if (playground.owner !== 'reader') return () => {};
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** The first call of what is kept: another one begins another recording. */
  let first: Invocation | null = null;
  let startedAtMs = 0;
  let keptCalls = 0;

  function keep(): void {
    clearTimeout(waiting);
    waiting = undefined;
    const { tracks } = playground.ledger.peek().current;
    const settled = firstSettled(tracks);
    const [begin] = settled;
    if (begin === undefined) return;
    if (begin !== first) {
      first = begin;
      startedAtMs = Date.now();
      keptCalls = 0;
    }
    if (settled.length === keptCalls) return;
    keptCalls = settled.length;
    keepRecording(playground.sample.name, { startedAtMs, calls: sinceFirst(settled.map(asCall)) });
  }

  const stop = effect(() => {
    if (playground.changes.value > 0) waiting ??= setTimeout(keep, KEEP_EVERY_MS);
  });
  addEventListener('pagehide', keep);
  return () => {
    stop();
    removeEventListener('pagehide', keep);
    keep();
  };
}

function firstSettled({ settled }: Tracks): readonly Invocation[] {
  return settled.items.slice(settled.start, settled.start + MOST_CALLS);
}

function asCall({ acceptedAtMs, durationMs, isCold, initMs, outcome }: Invocation): RecordedCall {
  const status = outcome === 'ok' ? STATUS_OK : outcome === 'throttled' ? STATUS_REFUSED : STATUS_FAILED;
  return {
    atMs: acceptedAtMs,
    durationMs: durationMs ?? 0,
    isCold,
    startMs: isCold ? (initMs ?? 0) : 0,
    status,
  };
}
