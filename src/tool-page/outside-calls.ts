/**
 * What became of calls that came from outside, to the address for programs: the entries of the engine in the tool, read into the same
 * ledger and the same book of sales as those of a playground. That engine has stores of its own.
 */
import { computed, createModel, signal } from '@preact/signals';
import type { Entry } from '../engine/index.ts';
import { readEntry } from '../playground/entries/read.ts';
import { FeedModel } from '../playground/model/feed.ts';
import type { FromTool } from '../tool/lab/protocol.ts';

/** On the bill of the visit. */
const TITLE = 'Aanroepen van buiten';

export type OutsideMessage = Extract<FromTool, { type: 'entries' }>;

export const OutsideCallsModel = createModel((nowMs: () => number) => {
  const feed = new FeedModel(TITLE);
  const clockStepMs = signal(0);
  /** What the page's clock has to be moved by to be that of the engine. */
  let aheadMs = 0;
  let engine: number | null = null;
  let listener: (entries: readonly Entry[]) => void = () => {};
  /** What was told before a line broke is told again by the next. */
  let told = 0;
  let waiting: Entry[] | null = null;
  const calls = computed(() => feed.sales.value.current.total);

  feed.follow({
    readEntry,
    clockStepMs: () => clockStepMs.peek(),
    engine: {
      bindings: { kvEntries: () => [], objects: () => [] },
      subscribe: (next) => {
        listener = next;
      },
    },
  });

  /** @param isFromStart it holds what was told before as well */
  function receive(message: OutsideMessage, isFromStart: boolean): void {
    aheadMs = message.nowMs - nowMs();
    const isOther = engine !== null && message.engine !== engine;
    engine = message.engine;
    if (isOther || (isFromStart && told > 0)) beginAnew();
    if (waiting === null) tell(message.entries);
    else waiting.push(...message.entries);
  }

  /** What is emptied is gone with this turn, and with it what would be told in it. */
  function beginAnew(): void {
    feed.empty();
    told = 0;
    waiting = [];
    setTimeout(() => {
      const entries = waiting ?? [];
      waiting = null;
      tell(entries);
    });
  }

  function tell(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    told += entries.length;
    listener(entries);
  }

  return {
    ledger: feed.ledger,
    sales: feed.sales,
    picked: feed.picked,
    pick: feed.pick,
    startedAtMs: feed.startedAtMs,
    clockStepMs: feed.clockStepMs,
    hasSomething: computed(() => calls.value > 0),
    calls,
    nowMs: () => nowMs() + aheadMs,
    receive,
    measuredIn: (stepMs: number) => {
      clockStepMs.value = stepMs;
    },
    clear: feed.empty,
  };
});

export type OutsideCalls = InstanceType<typeof OutsideCallsModel>;
