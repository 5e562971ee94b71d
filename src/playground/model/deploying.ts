/** From a sample, as the reader has set it, to what the engine deploys: one deployment a function. */

import type { SourceFile } from '../../contract/data.ts';
import type { Sample, SampleFunction } from '../../course/sample.ts';
import type { Deployment, EventSource } from '../../engine/index.ts';

/** What the reader has set and written, at one moment. */
export interface AsSet {
  readonly files: readonly SourceFile[];
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly concurrencyLimit: number;
  readonly env: Readonly<Record<string, string>>;
  /** In the place of the sample's own; null when it has no timer. */
  readonly cron: string | null;
}

export function deploymentsOf(sample: Sample, settings: AsSet): Deployment[] {
  const { cron, ...common } = settings;
  return sample.functions.map((one) => {
    const { name: functionName, entry, grants } = one;
    const source = sourceOf(one, cron);
    const routes = one.trigger.type === 'http' ? one.trigger.routes : null;
    return {
      functionName,
      entry,
      grants,
      idleTimeoutMs: sample.idleTimeoutMs,
      ...common,
      ...(source && { source }),
      ...(routes && { routes }),
    };
  });
}

function sourceOf({ trigger }: SampleFunction, cron: string | null): EventSource | null {
  switch (trigger.type) {
    case 'http':
      return null;
    case 'upload':
      return { type: 'upload', prefix: trigger.prefix };
    case 'timer':
      return { type: 'timer', cron: cron ?? trigger.cron };
    case 'queue': {
      const { type, batchSize, batchWindowMs, visibilityTimeoutMs, lostAcks } = trigger;
      return { type, batchSize, batchWindowMs, visibilityTimeoutMs, ...(lostAcks && { lostAcks }) };
    }
  }
}

/** Whether the playground has anything that outlives its instances: stores, or messages. */
export function hasState(sample: Sample): boolean {
  return sample.functions.some(({ grants, trigger }) => grants.length > 0 || trigger.type !== 'http');
}
