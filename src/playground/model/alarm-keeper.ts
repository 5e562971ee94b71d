/** Keeps one alarm: tells it what ended, looks whether it rings when nothing does any more, and does what it does then. */
import { effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals';
import type { Engine, Entry } from '../../engine/index.ts';
import type { AlarmStanding, AlarmTerms, Heard } from '../../till/alarm/alarm-terms.ts';
import { AlarmWatch } from '../../till/alarm/alarm-watch.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import type { Used } from '../../till/visit/pricing.ts';

/** What an alarm needs of its playground. */
export interface AlarmParts {
  readonly settings: { readonly concurrencyLimit: Signal<number> };
  readonly feed: {
    catchUp(): void;
    readonly sales: ReadonlySignal<{
      readonly current: { readonly total: number; counted(): readonly Used[] };
    }>;
  };
  readonly runs: {
    readonly traffic: { readonly perSecond: ReadonlySignal<number> };
    setTraffic(perSecond: number): Promise<void>;
    deploy(): Promise<unknown>;
  };
}

export interface Kept extends AlarmParts {
  readonly standing: Signal<AlarmStanding | null>;
  /** The limit that it took away by setting it to 0. */
  readonly taken: Signal<number | null>;
}

export interface AlarmKeeper {
  /** It rings no more, and what it told is forgotten. */
  end(): void;
}

/** What was crossed rings when nothing is called any more, too; the lab's clock may jump, and tells nobody of that. */
const LOOK_EVERY_MS = 100;

export function keepAlarm(engine: Engine, terms: AlarmTerms, parts: Kept): AlarmKeeper {
  const { settings, feed, standing, taken } = parts;
  let watch: AlarmWatch;
  let looking: ReturnType<typeof setInterval> | null = null;

  /** From what is on the receipt now. */
  function begin(): void {
    stopLooking();
    // What ended until now is on the receipt, and the rest is heard.
    feed.catchUp();
    watch = new AlarmWatch(terms, choice.peek(), feed.sales.peek().current.counted(), engine.nowMs());
    show();
  }

  function hear(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const heard = heardIn(entry);
      if (heard !== null) watch.hear(heard);
    }
    show();
  }

  function look(): void {
    watch.look(engine.nowMs());
    show();
  }

  function show(): void {
    const now = watch.standing.crossed === null ? null : watch.standing;
    if (now === standing.peek()) return;
    standing.value = now;
    if (now === null) return;
    if (now.rung === null) looking ??= setInterval(look, LOOK_EVERY_MS);
    else ring();
  }

  function ring(): void {
    stopLooking();
    const limit = settings.concurrencyLimit.peek();
    if (!terms.stops || limit === 0) return;
    taken.value = limit;
    letThrough(0, parts);
  }

  function stopLooking(): void {
    if (looking !== null) clearInterval(looking);
    looking = null;
  }

  const ends = [
    effect(() => {
      void choice.value;
      // Under another tariff the same calls are another bill; what has rung has rung.
      if (!standing.peek()?.rung) untracked(begin);
    }),
    effect(() => {
      // An empty receipt is a new month: the alarm can ring again.
      if (feed.sales.value.current.total === 0) untracked(begin);
    }),
    engine.subscribe(hear),
  ];

  return {
    end: () => {
      for (const end of ends) end();
      stopLooking();
      standing.value = null;
    },
  };
}

/** So many calls at once from now on: what flows meets the new limit at once, and so does what an event brings. */
export function letThrough(limit: number, { settings, runs }: AlarmParts): void {
  settings.concurrencyLimit.value = limit;
  const perSecond = runs.traffic.perSecond.peek();
  if (perSecond > 0) void runs.setTraffic(perSecond);
  else void runs.deploy();
}

function heardIn(entry: Entry): Heard | null {
  if (entry.type === 'throttled') return { atMs: entry.atMs, outcome: 'refused', usage: null };
  if (entry.type !== 'invocationEnded') return null;
  return { atMs: entry.atMs, outcome: entry.outcome === 'ok' ? 'ok' : 'failed', usage: entry.usage };
}
