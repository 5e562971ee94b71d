/** What a run used that no machine changes. */

import type { BindingCall, TimerCall } from '../../contract/bindings.ts';
import type { Entry } from '../../engine/index.ts';

export interface Counts {
  /** Accepted by the platform, and so billed. */
  readonly invocations: number;
  readonly coldStarts: number;
  /** Refused with 429. */
  readonly throttled: number;
  readonly kvReads: number;
  readonly kvWrites: number;
  readonly bucketReads: number;
  readonly bucketWrites: number;
  readonly messagesSent: number;
  /** Asked of a service of the outside world, answered or not. */
  readonly serviceCalls: number;
}

/** In Dutch, after a number. */
export const countWords: Readonly<Record<keyof Counts, readonly [one: string, more: string]>> = {
  invocations: ['aanroep', 'aanroepen'],
  coldStarts: ['koude start', 'koude starts'],
  throttled: ['geweigerde aanroep', 'geweigerde aanroepen'],
  kvReads: ['keer lezen uit kv', 'keer lezen uit kv'],
  kvWrites: ['keer schrijven in kv', 'keer schrijven in kv'],
  bucketReads: ['keer lezen uit de bucket', 'keer lezen uit de bucket'],
  bucketWrites: ['keer schrijven in de bucket', 'keer schrijven in de bucket'],
  messagesSent: ['bericht in de wachtrij', 'berichten in de wachtrij'],
  serviceCalls: ['vraag aan een dienst', 'vragen aan een dienst'],
};

/** What costs something: a timer of the function's own does not. */
export type CountedOp = Exclude<BindingCall['op'], TimerCall['op']>;

const COUNTED_CALLS: Readonly<Record<CountedOp, keyof Counts>> = {
  'kv.get': 'kvReads',
  'kv.list': 'kvReads',
  'kv.put': 'kvWrites',
  'kv.delete': 'kvWrites',
  'bucket.get': 'bucketReads',
  'bucket.list': 'bucketReads',
  'bucket.put': 'bucketWrites',
  'bucket.delete': 'bucketWrites',
  'queue.send': 'messagesSent',
  'service.fetch': 'serviceCalls',
};

/** @param calls what functions asked of their bindings, refused or not: a cloud bills a condition that was not met too */
export function countsOf(entries: readonly Entry[], calls: readonly CountedOp[]): Counts {
  const counts = {
    invocations: 0,
    coldStarts: 0,
    throttled: 0,
    kvReads: 0,
    kvWrites: 0,
    bucketReads: 0,
    bucketWrites: 0,
    messagesSent: 0,
    serviceCalls: 0,
  };
  for (const { type } of entries) {
    if (type === 'accepted') counts.invocations += 1;
    if (type === 'instanceStarted') counts.coldStarts += 1;
    if (type === 'throttled') counts.throttled += 1;
  }
  for (const op of calls) counts[COUNTED_CALLS[op]] += 1;
  return counts;
}
