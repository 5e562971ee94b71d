/** What is deployed now, by function: the newest version, since only that one starts instances. */
import type { InstanceSpec } from '../host/contract.ts';
import type { FunctionConfig } from '../platform/index.ts';
import type { Deployment } from './types.ts';

export interface Deployed {
  readonly deployment: Deployment;
  readonly fingerprint: string;
  readonly version: number;
}

/** Equal for two deployments exactly when nothing that matters differs. @param hostName where it is to run */
export function fingerprintOf(deployment: Deployment, hostName: string): string {
  const { functionName, files, entry, memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit, env } =
    deployment;
  const byName = ([a]: readonly string[], [b]: readonly string[]) => ((a ?? '') < (b ?? '') ? -1 : 1);
  return JSON.stringify([
    hostName,
    functionName,
    files.map(({ path, text }) => [path, text]).sort(byName),
    entry,
    [memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit],
    Object.entries(env ?? {}).sort(byName),
  ]);
}

export function configOf(deployment: Deployment): FunctionConfig {
  const { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit } = deployment;
  return { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit };
}

export function instanceSpec(instanceId: number, deployment: Deployment): InstanceSpec {
  const { functionName, files, entry, memoryMb, timeoutMs, env = {} } = deployment;
  return { instanceId, functionName, files, entry, memoryMb, timeoutMs, env };
}
