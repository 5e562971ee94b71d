/** The alarm of one playground: what the reader set, and how it stands. What keeps it is `alarm-keeper.ts`; both come with the lab. */
import { computed, createModel, signal } from '@preact/signals';
import type { Engine } from '../../engine/index.ts';
import type { AlarmStanding, AlarmTerms } from '../../till/alarm/alarm-terms.ts';
import { type AlarmKeeper, type AlarmParts, keepAlarm, letThrough } from './alarm-keeper.ts';

export const AlarmModel = createModel((engine: Engine, parts: AlarmParts) => {
  /** Null while none is set. */
  const terms = signal<AlarmTerms | null>(null);
  /** Null while nothing was crossed. */
  const standing = signal<AlarmStanding | null>(null);
  /** What the limit was when an alarm last set it to 0; null when none ever did, or it was given back. */
  const taken = signal<number | null>(null);
  /** The limit that can be given back. A reader who chose another one needs nothing back. */
  const limitBefore = computed(() => (parts.settings.concurrencyLimit.value === 0 ? taken.value : null));
  let keeper: AlarmKeeper | null = null;

  function set(next: AlarmTerms): void {
    clear();
    keeper = keepAlarm(engine, next, { ...parts, standing, taken });
    terms.value = next;
  }

  function clear(): void {
    keeper?.end();
    keeper = null;
    terms.value = null;
  }

  /** Calls are let through again, as many at once as before the alarm; also when that alarm was taken away since. */
  function giveBack(): void {
    const before = limitBefore.peek();
    if (before === null) return;
    taken.value = null;
    letThrough(before, parts);
  }

  return { terms, standing, limitBefore, set, clear, giveBack };
});

export type PlaygroundAlarm = InstanceType<typeof AlarmModel>;
