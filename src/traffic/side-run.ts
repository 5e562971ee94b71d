/**
 * One month as it runs, or ran: the worker that simulates it and what the worker told so far. State apart from view; a test hands
 * it a worker of its own.
 */
import { signal } from '@preact/signals';
import type { Tariff } from '../billing/index.ts';
import type { Scenario, SimulationResult } from '../simulation/index.ts';
import type { BillOfRun } from './bills-of-run.ts';
import type { ViewWindow } from './picture/view-window.ts';
import type { Begin, News } from './protocol.ts';
import { SliceStore } from './slice-store.ts';

/** What is needed of a `Worker`. */
export type WorkerOfRun = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export type RunStatus =
  /** Nothing ran. */
  | 'empty'
  | 'running'
  | 'done'
  | 'stopped'
  /** What is set can't be run: `problem` says why. */
  | 'refused'
  /** The worker could not be fetched, or broke off. */
  | 'failed';

export interface Spent {
  readonly atMs: number;
  /** Exact. */
  readonly usd: string;
}

/** More slices than a wide screen has points, and a month of minutes. */
const SLICES_OF_A_RUN = 43_200;
const LEAST_SLICE_MS = 250;
/** A closer look has so many slices over what is seen, and as much beside it at either side. */
const SLICES_OF_A_LOOK = 600;
const FINEST_SLICE_MS = 50;

export function sliceMsOf(untilMs: number): number {
  return Math.max(LEAST_SLICE_MS, Math.ceil(untilMs / SLICES_OF_A_RUN));
}

/** One of 50, 100, 250, 500 ms and so on, so that slices begin where a clock would. */
export function closeSliceMs(widthMs: number): number {
  const steps = [FINEST_SLICE_MS, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000];
  return steps.find((step) => widthMs / step <= SLICES_OF_A_LOOK) ?? 60_000;
}

export function createSideRun(startWorker: () => WorkerOfRun, tariffs: readonly Tariff[]) {
  const status = signal<RunStatus>('empty');
  /** Raised with whatever there is to draw anew. */
  const version = signal(0);
  const problem = signal<string | null>(null);
  const result = signal<SimulationResult | null>(null);
  const bills = signal<readonly BillOfRun[]>([]);
  let scenario: Scenario | null = null;
  let slices = new SliceStore(0, LEAST_SLICE_MS);
  let spent: Spent[] = [];
  let close: SliceStore | null = null;
  let worker: WorkerOfRun | null = null;
  let looker: WorkerOfRun | null = null;
  let wanted: string | null = null;

  function run(next: Scenario, tariffId: string): void {
    halt();
    forgetLook();
    scenario = next;
    const sliceMs = sliceMsOf(next.untilMs);
    slices = new SliceStore(0, sliceMs);
    spent = [];
    result.value = null;
    bills.value = [];
    problem.value = null;
    status.value = 'running';
    version.value += 1;
    const mine = begin({ scenario: next, sliceMs, tariffs, tariffId }, hear, () => finish('failed'));
    if (mine === null) finish('failed');
    else worker = mine;
  }

  function begin(what: Begin, onNews: (news: News) => void, onFailure: () => void): WorkerOfRun | null {
    try {
      const started = startWorker();
      started.onmessage = ({ data }: MessageEvent<News>) => onNews(data);
      started.onerror = onFailure;
      started.postMessage(what);
      return started;
    } catch {
      return null;
    }
  }

  function hear(news: News): void {
    switch (news.type) {
      case 'slices':
        slices.add(news.rows);
        break;
      case 'money':
        spent.push({ atMs: news.atMs, usd: news.usd });
        break;
      case 'done':
        result.value = news.result;
        bills.value = news.bills;
        finish('done');
        break;
      case 'refused':
        problem.value = news.message;
        finish('refused');
        break;
    }
    version.value += 1;
  }

  function finish(how: RunStatus): void {
    halt();
    status.value = how;
  }

  function halt(): void {
    worker?.terminate();
    worker = null;
  }

  /** What has run stays to be looked at. */
  function stop(): void {
    if (status.peek() === 'running') finish('stopped');
  }

  function forgetLook(): void {
    looker?.terminate();
    looker = null;
    close = null;
    wanted = null;
  }

  /** Fetches finer slices for a window that is too small for those that there are. */
  function lookCloser({ fromMs, toMs }: ViewWindow): void {
    const widthMs = toMs - fromMs;
    const fineMs = closeSliceMs(widthMs);
    if (scenario === null || fineMs >= slices.sliceMs || status.peek() === 'running') return;
    const isThere = close !== null && close.sliceMs <= fineMs && close.fromMs <= fromMs && close.toMs >= toMs;
    // As wide again at either side, so that who moves a little need not wait.
    const first = Math.max(0, Math.floor((fromMs - widthMs) / slices.sliceMs) * slices.sliceMs);
    const last = Math.min(slices.toMs, toMs + widthMs);
    const asked = `${first}/${last}/${fineMs}`;
    if (isThere || asked === wanted) return;
    looker?.terminate();
    wanted = asked;
    const next = new SliceStore(first, fineMs);
    const window = { fromMs: first, toMs: last };
    looker = begin(
      { scenario, sliceMs: fineMs, window, tariffs: [], tariffId: '' },
      (news) => {
        if (news.type === 'slices') {
          next.add(news.rows);
          close = next;
          version.value += 1;
        } else if (news.type === 'done') {
          looker?.terminate();
          looker = null;
        }
      },
      // The picture stays as coarse as it was, and the next look tries again.
      () => {
        looker = null;
        wanted = null;
      },
    );
  }

  /** The finest slices that cover a window. */
  function slicesFor({ fromMs, toMs }: ViewWindow): SliceStore {
    const covers = close !== null && close.fromMs <= fromMs && close.toMs >= Math.min(toMs, slices.toMs);
    return covers && close !== null && toMs - fromMs < SLICES_OF_A_LOOK * 4 * close.sliceMs ? close : slices;
  }

  function clear(): void {
    halt();
    forgetLook();
    scenario = null;
    spent = [];
    slices = new SliceStore(0, LEAST_SLICE_MS);
    result.value = null;
    bills.value = [];
    problem.value = null;
    status.value = 'empty';
    version.value += 1;
  }

  return {
    status,
    version,
    problem,
    result,
    bills,
    run,
    stop,
    clear,
    lookCloser,
    slicesFor,
    scenario: () => scenario,
    slices: () => slices,
    /** For what it had cost at a moment. */
    spentSoFar: () => ({ spent, whole: slices, kept: scenario?.provisioned ?? 0 }),
  };
}

export type SideRun = ReturnType<typeof createSideRun>;
