/**
 * Traffic out of a file of the reader's own, as it is read: in a worker of its own, so that to stop is to end it. It stays in this
 * page. State apart from view.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { DAY_MS } from '../day-shape.ts';
import type { News } from '../protocol.ts';
import type { TraceOfFile } from '../scenario-of.ts';
import type { WorkerOfRun } from '../side-run.ts';
import type { Traffic } from '../traffic-state.ts';

export type OwnFileState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly name: string; readonly size: number; readonly bytes: number }
  | { readonly kind: 'stopped' }
  /** `message` says which line is wrong, and how. */
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  /** The file is not there any more, or the worker could not be fetched. */
  | { readonly kind: 'unreadable'; readonly name: string }
  | ({ readonly kind: 'ready' } & OwnTrace);

export interface OwnTrace {
  readonly name: string;
  readonly calls: TraceOfFile;
  readonly untilMs: number;
}

/** A longer list of days is one that nobody looks through. */
export const MOST_DAYS = 366;
const TOO_LONG = `Deze aanroepen liggen meer dan ${MOST_DAYS} dagen uit elkaar. Bewaar een korter stuk, en begin dat bij 0.`;

/** @param onReady for traffic that was read to its end */
export function createOwnFile(startWorker: () => WorkerOfRun, onReady: (trace: OwnTrace) => void) {
  const state = signal<OwnFileState>({ kind: 'empty' });
  let worker: WorkerOfRun | null = null;

  function finish(how: OwnFileState): void {
    worker?.terminate();
    worker = null;
    state.value = how;
  }

  function read(file: File): void {
    const { name, size } = file;
    finish({ kind: 'reading', name, size, bytes: 0 });
    const fail = () => finish({ kind: 'unreadable', name });
    try {
      worker = startWorker();
    } catch {
      fail();
      return;
    }
    worker.onerror = fail;
    worker.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.type === 'read') state.value = { kind: 'reading', name, size, bytes: data.bytes };
      else if (data.type === 'refused') finish({ kind: 'refused', name, message: data.message });
      else if (data.type === 'unreadable') fail();
      else if (data.type === 'trace') keep(name, data);
    };
    worker.postMessage({ file });
  }

  function keep(name: string, { atMs, durationsMs, untilMs }: Extract<News, { type: 'trace' }>): void {
    if (untilMs > MOST_DAYS * DAY_MS) {
      finish({ kind: 'refused', name, message: TOO_LONG });
      return;
    }
    const calls = durationsMs === null ? { atMs } : { atMs, durationsMs };
    const trace = { name, calls, untilMs };
    finish({ kind: 'ready', ...trace });
    onReady(trace);
  }

  function stop(): void {
    if (state.peek().kind === 'reading') finish({ kind: 'stopped' });
  }

  /** Traffic that is not used any more is not kept either. */
  function clear(): void {
    finish({ kind: 'empty' });
  }

  return { state, read, stop, clear };
}

/** What the file is to the traffic that is set. */
export function trafficOfFile({ state }: ReturnType<typeof createOwnFile>, traffic: ReadonlySignal<Traffic>) {
  /** Null while something else runs. */
  const ownTrace = computed(() => {
    const [file, now] = [state.value, traffic.value];
    return file.kind === 'ready' && now.kind === 'file' && file.name === now.name ? file : null;
  });
  /** The file that an address speaks of, and that nobody chose yet. */
  const missingFile = computed(() => {
    const now = traffic.value;
    return now.kind === 'file' && ownTrace.value === null ? now.name : null;
  });
  /** Whether what comes says how long it took: then nothing else does. */
  const hasDurations = computed(
    () => traffic.value.kind === 'trace' || ownTrace.value?.calls.durationsMs !== undefined,
  );
  return { ownTrace, missingFile, hasDurations };
}
