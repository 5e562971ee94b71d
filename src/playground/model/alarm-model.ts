/** The alarm of one playground: what the reader set, and how it stands. What keeps it is `alarm-keeper.ts`; both come with the lab. */
import { createModel, signal } from '@preact/signals';
import type { Engine } from '../../engine/index.ts';
import type { AlarmStanding, AlarmTerms } from '../../till/alarm/alarm-terms.ts';
import { type AlarmKeeper, type AlarmParts, keepAlarm } from './alarm-keeper.ts';

export const AlarmModel = createModel((engine: Engine, parts: AlarmParts) => {
  /** Null while none is set. */
  const terms = signal<AlarmTerms | null>(null);
  /** Null while nothing was crossed. */
  const standing = signal<AlarmStanding | null>(null);
  /** The limit that the alarm took away when it set it to 0; null when it did not, or it was given back. */
  const limitBefore = signal<number | null>(null);
  let keeper: AlarmKeeper | null = null;

  function set(next: AlarmTerms): void {
    clear();
    keeper = keepAlarm(engine, next, { ...parts, standing, limitBefore });
    terms.value = next;
  }

  function clear(): void {
    keeper?.end();
    keeper = null;
    terms.value = null;
  }

  return { terms, standing, limitBefore, set, clear, giveBack: () => keeper?.giveBack() };
});

export type PlaygroundAlarm = InstanceType<typeof AlarmModel>;
