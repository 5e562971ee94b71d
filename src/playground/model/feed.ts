/**
 * What came of what runs: the entries of the engine, read once a frame into the ledger, the book of what was sold
 * and the bill of the visit.
 */
import { batch, createModel, signal } from '@preact/signals';
import { sameUseKey, type UsageRecord } from '../../billing/usage.ts';
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import type { Entry } from '../../engine/index.ts';
import { addToVisit } from '../../till/index.ts';
import type { Counted, Sale, Sales } from '../../till/receipt/receipts.ts';
import { emptyLedger, type Ledger } from '../entries/ledger.ts';
import { storedBefore } from '../recording/stored-before.ts';
import type { Lab } from './lab.ts';

/** Until the lab has measured its own. In ms. */
const USUAL_CLOCK_STEP_MS = 0.1;

/** Where a feed reads: a lab of this page, or one elsewhere that tells the same. */
export interface FeedSource extends Pick<Lab, 'readEntry' | 'clockStepMs'> {
  readonly engine: {
    readonly bindings: Pick<Lab['engine']['bindings'], 'kvEntries' | 'objects'>;
    subscribe(listener: (entries: readonly Entry[]) => void): unknown;
  };
}

/** @param title of the playground, on the bill of the visit */
export const FeedModel = createModel((title: string) => {
  /** The ledger is written in place; the wrapper is new at each change. So with the sales. */
  const ledger = signal<{ readonly current: Ledger }>({ current: emptyLedger() });
  const sales = signal<{ readonly current: SalesBook }>({ current: new SalesBook() });
  /** The invocation that log, receipt and timeline all show. */
  const picked = signal<string | null>(null);
  /** When the first thing happened, on the engine's clock. */
  const startedAtMs = signal(0);
  /** The smallest step of the clock that measures durations. */
  const clockStepMs = signal(USUAL_CLOCK_STEP_MS);
  /** Grows whenever something in the stores, the queue or the engine may have changed. */
  const changes = signal(0);
  let news: Entry[] = [];
  let source: FeedSource | null = null;
  let hasStarted = false;
  /** The reader set off an event: what it leads to is what the receipt and the trace show. */
  let awaitsDelivery = false;

  /** A thousand invocations that end together are one change to see. */
  const readNews = onFrame(() => {
    const entries = news;
    news = [];
    const now = { ledger: ledger.peek().current, sales: sales.peek().current };
    const usages: UsageRecord[] = [];
    let delivered: string | null = null;
    for (const entry of entries) {
      if (!hasStarted) {
        hasStarted = true;
        startedAtMs.value = entry.atMs;
      }
      source?.readEntry(now.ledger, entry);
      if (entry.type === 'messagesDelivered') delivered ??= entry.invocationId;
      if (entry.type !== 'invocationEnded') continue;
      now.sales.add(entry);
      usages.push(entry.usage);
    }
    batch(() => {
      if (awaitsDelivery && delivered !== null) {
        awaitsDelivery = false;
        picked.value = delivered;
      }
      addToVisit(title, usages);
      if (source !== null) clockStepMs.value = source.clockStepMs();
      if (usages.length > 0) sales.value = { current: now.sales };
      ledger.value = { current: now.ledger };
      changes.value += 1;
    });
  });

  /** From now on, what happens in this lab is told here. */
  function follow(lab: FeedSource): void {
    source = lab;
    const { bindings } = lab.engine;
    ledger.value = { current: emptyLedger(storedBefore(bindings.kvEntries(), bindings.objects())) };
    changes.value += 1;
    lab.engine.subscribe((entries) => {
      for (const entry of entries) news.push(entry);
      readNews.soon();
    });
  }

  /** @param invocationId null when none is to be shown */
  function pick(invocationId: string | null): void {
    picked.value = invocationId;
  }

  /** The next event that is delivered is picked. */
  function pickNextDelivery(): void {
    picked.value = null;
    awaitsDelivery = true;
  }

  /** A delivery that is still to come is no longer picked. */
  function expectNoDelivery(): void {
    awaitsDelivery = false;
  }

  /** Everything is thrown away, but for what was spent: that stays on the bill of the visit. */
  function empty(): void {
    readNews.now();
    batch(() => {
      startAfresh();
      pick(null);
      changes.value += 1;
    });
    // What the engine still has to tell is of what was thrown away.
    queueMicrotask(() => {
      news = [];
      startAfresh();
    });
    hasStarted = false;
    awaitsDelivery = false;
  }

  function startAfresh(): void {
    ledger.value = { current: emptyLedger() };
    sales.value = { current: new SalesBook() };
  }

  return {
    ledger,
    sales,
    picked,
    startedAtMs,
    clockStepMs,
    changes,
    follow,
    /** What is shown together changes together: the log of a run with its answer. */
    catchUp: readNews.now,
    pick,
    pickNextDelivery,
    expectNoDelivery,
    empty,
  };
});

export type Feed = InstanceType<typeof FeedModel>;

/**
 * What a playground sold, as a receipt needs it. Equal runs are counted and not listed: how many there are never
 * changes a bill, and a receipt of 20,000 runs is then printed as fast as one of twenty.
 */
export class SalesBook implements Sales {
  #total = 0;
  lastWarm: Sale | null = null;
  lastCold: Sale | null = null;
  last: Sale | null = null;
  readonly #counts = new Map<string, { readonly usage: UsageRecord; count: number }>();
  readonly #kept = new Map<string, Sale>();

  get total(): number {
    return this.#total;
  }

  add({ invocationId, isCold, usage }: Sale): void {
    const sale = { invocationId, isCold, usage };
    this.#total += 1;
    if (sale.isCold) this.lastCold = sale;
    else this.lastWarm = sale;
    this.last = sale;
    const key = sameUseKey(sale.usage);
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { usage: sale.usage, count: 1 });
    this.#kept.set(sale.invocationId, sale);
    if (this.#kept.size > KEPT_INVOCATIONS) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
  }

  counted(): readonly Counted[] {
    return [...this.#counts.values()].map(({ usage, count }) => ({ usage: { ...usage, count } }));
  }

  find(invocationId: string | null): Sale | null {
    return invocationId === null ? null : (this.#kept.get(invocationId) ?? null);
  }
}

/** Work that is done at most once a frame, however often it is asked for. */
interface OnFrame {
  /**
   * As soon as the next frame is drawn: what a press shows at once waits for none of it. A page that is hidden draws none, and
   * then before long anyhow.
   */
  soon(): void;
  /** At once, if it was asked for. */
  now(): void;
}

/** A hidden page gets no frames, and still has to know what happened when it is looked at again. */
const HIDDEN_WAIT_MS = 200;

function onFrame(work: () => void): OnFrame {
  let cancel: (() => void) | null = null;

  function now(): void {
    if (cancel === null) return;
    cancel();
    cancel = null;
    work();
  }

  return {
    now,
    soon() {
      if (cancel !== null) return;
      let timer = setTimeout(now, HIDDEN_WAIT_MS);
      const afterFrame = () => {
        clearTimeout(timer);
        timer = setTimeout(now);
      };
      const frame = typeof requestAnimationFrame === 'function' ? requestAnimationFrame(afterFrame) : null;
      cancel = () => {
        clearTimeout(timer);
        if (frame !== null) cancelAnimationFrame(frame);
      };
    },
  };
}
