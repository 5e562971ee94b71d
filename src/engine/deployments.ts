/** What is deployed now, by function: the newest version, since only that one starts instances. */
import type { InstanceSpec } from '../contract/host.ts';
import { INIT_TIMEOUT_MS, RETRY_WAITS_MS } from '../contract/lab-defaults.ts';
import type { ServicesInside } from '../contract/services.ts';
import type { FunctionConfig, QueueConfig } from '../platform/index.ts';
import type { Deployment } from './types.ts';

/** The one queue of a playground that its functions share. */
export const QUEUE = 'wachtrij';

export interface Deployed {
  readonly deployment: Deployment;
  readonly fingerprint: string;
  readonly version: number;
}

export class Deployments extends Map<string, Deployed> {
  /** The functions that answer requests, in the order in which they look for a route. */
  answering(): Deployment[] {
    return this.all().filter(({ source }) => source === undefined);
  }

  /** @returns the names of the queues of the functions that watch the place of this object */
  watching(key: string): string[] {
    return this.all().flatMap(({ functionName, source }) =>
      source?.type === 'upload' && key.startsWith(source.prefix) ? [eventsOf(functionName)] : [],
    );
  }

  all(): Deployment[] {
    return [...this.values()].map(({ deployment }) => deployment);
  }
}

/** Equal for two deployments exactly when nothing that matters differs. @param hostName where it is to run */
export function fingerprintOf(deployment: Deployment, hostName: string): string {
  const { functionName, files, entry, memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit, env } =
    deployment;
  const { grants, source, routes } = deployment;
  const byName = ([a]: readonly string[], [b]: readonly string[]) => ((a ?? '') < (b ?? '') ? -1 : 1);
  return JSON.stringify([
    hostName,
    functionName,
    files.map(({ path, text }) => [path, text]).sort(byName),
    entry,
    [memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit],
    Object.entries(env ?? {}).sort(byName),
    [grants, source, routes],
  ]);
}

export function configOf(deployment: Deployment): FunctionConfig {
  const { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit } = deployment;
  return {
    memoryMb,
    timeoutMs,
    initTimeoutMs: initTimeoutOf(timeoutMs),
    idleTimeoutMs,
    concurrencyLimit,
  };
}

/** How long an instance of a function with this timeout may take to start, in ms. */
export function initTimeoutOf(timeoutMs: number): number {
  return Math.max(INIT_TIMEOUT_MS, timeoutMs);
}

export function instanceSpec(
  instanceId: number,
  deployment: Deployment,
  services: ServicesInside,
): InstanceSpec {
  const { functionName, files, entry, memoryMb, timeoutMs, env = {} } = deployment;
  const common = { instanceId, functionName, files, entry, memoryMb, timeoutMs, env };
  return services.names.length === 0 ? common : { ...common, services };
}

/** The queue that feeds an event function; null for a function that answers HTTP. */
export function connectionOf({
  functionName,
  source,
}: Deployment): { readonly queueName: string; readonly config: QueueConfig } | null {
  if (source === undefined) return null;
  const config = { functionName, retryWaitsMs: RETRY_WAITS_MS };
  if (source.type !== 'queue') {
    const own = { batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: null };
    return { queueName: eventsOf(functionName), config: { ...config, ...own } };
  }
  const { type, ...own } = source;
  return { queueName: QUEUE, config: { ...config, ...own } };
}

/** A queue that no function reads: its messages wait. */
export const UNREAD: QueueConfig = {
  functionName: '',
  batchSize: 1,
  batchWindowMs: 0,
  visibilityTimeoutMs: null,
  retryWaitsMs: RETRY_WAITS_MS,
};

/** Name of the queue of a function's own events. */
export function eventsOf(functionName: string): string {
  return `events:${functionName}`;
}
