/** What is told and asked about an instance begins with the same. */
import type { Command } from './commands.ts';
import type { InstanceIdle } from './events.ts';
import type { Instance, PlatformState } from './state.ts';
import { msFromUs } from './time.ts';

/** What each event about an instance begins with. */
export function ofInstance(state: PlatformState, { id, version }: Instance) {
  return {
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: id,
  };
}

/** Written out, since it is told after almost every invocation, and a spread takes several times as long. */
export function idleEvent(
  state: PlatformState,
  { id, version }: Instance,
  expiresAtMs: number | null,
): InstanceIdle {
  return {
    type: 'instanceIdle',
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: id,
    expiresAtMs,
  };
}

export function startOf({ id, version }: Instance): Command {
  return {
    type: 'startInstance',
    instanceId: id,
    functionName: version.functionName,
    version: version.number,
  };
}
