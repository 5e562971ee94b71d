/**
 * Is this input possible? Every step asks this first and changes nothing before all answers are in, so
 * an input that is refused leaves the state exactly as it was.
 */
import { PlatformError } from './errors.ts';
import type { FunctionConfig } from './inputs.ts';
import { emptyList } from './lists.ts';
import { ROUTING_HAS_POOL } from './routing.ts';
import type { FunctionState, Instance, Invocation, PlatformState, Version } from './state.ts';
import { UNKNOWN_US } from './state.ts';
import { usFromMs } from './time.ts';

/** @throws PlatformError `INVALID_TIME`, `TIME_WENT_BACK` */
export function checkMoment(state: PlatformState, atMs: number): number {
  const nowUs = usFromMs(atMs, 'atMs');
  if (nowUs < state.nowUs) {
    throw new PlatformError('TIME_WENT_BACK', `${nowUs} µs is before ${state.nowUs} µs`);
  }
  return nowUs;
}

/** @throws PlatformError `UNKNOWN_FUNCTION` */
export function findFunction(state: PlatformState, name: string): FunctionState {
  const found = state.functions.get(name);
  if (found === undefined) throw new PlatformError('UNKNOWN_FUNCTION', name);
  return found;
}

/** @throws PlatformError `UNKNOWN_INSTANCE` */
export function findInstance(state: PlatformState, id: number): Instance {
  const found = state.instances.get(id);
  if (found === undefined) throw new PlatformError('UNKNOWN_INSTANCE', String(id));
  return found;
}

/** @throws PlatformError `UNKNOWN_INVOCATION` */
export function findInvocation(state: PlatformState, id: string): Invocation {
  const found = state.invocations.get(id);
  if (found === undefined) throw new PlatformError('UNKNOWN_INVOCATION', id);
  return found;
}

/** @throws PlatformError `UNKNOWN_INVOCATION`, also for one that its instance was not handed yet */
export function findRunning(instance: Instance, invocationId: string): Invocation {
  for (const invocation of instance.invocations) {
    if (invocation.id === invocationId && invocation.startedUs !== UNKNOWN_US) return invocation;
  }
  throw new PlatformError('UNKNOWN_INVOCATION', `${invocationId} does not run in instance ${instance.id}`);
}

/** @throws PlatformError `DUPLICATE_INVOCATION` */
export function checkNewInvocation(state: PlatformState, id: string): void {
  if (state.invocations.has(id)) throw new PlatformError('DUPLICATE_INVOCATION', id);
}

/** @throws PlatformError `INVALID_CONFIG`, `INVALID_TIME` */
export function makeVersion(functionName: string, number: number, config: FunctionConfig): Version {
  const { memoryMb, concurrencyLimit, instanceConcurrency = 1 } = config;
  const { routing = 'most-recent', routingSeed = 0, provisioned = 0, startsPerTenSeconds } = config;
  if (!(memoryMb > 0 && Number.isFinite(memoryMb))) {
    throw new PlatformError('INVALID_CONFIG', `memoryMb ${memoryMb}`);
  }
  checkCount('concurrencyLimit', concurrencyLimit, 0);
  checkCount('instanceConcurrency', instanceConcurrency, 1);
  checkCount('provisioned', provisioned, 0);
  if (startsPerTenSeconds !== undefined) checkCount('startsPerTenSeconds', startsPerTenSeconds, 1);
  if (!Object.hasOwn(ROUTING_HAS_POOL, routing))
    throw new PlatformError('INVALID_CONFIG', `routing ${routing}`);
  if (!Number.isSafeInteger(routingSeed)) {
    throw new PlatformError('INVALID_CONFIG', `routingSeed ${routingSeed}`);
  }
  const timeoutUs = usFromMs(config.timeoutMs, 'timeoutMs');
  if (timeoutUs === 0) throw new PlatformError('INVALID_CONFIG', `timeoutMs ${config.timeoutMs}`);
  const { initTimeoutMs = config.timeoutMs } = config;
  const initTimeoutUs = usFromMs(initTimeoutMs, 'initTimeoutMs');
  if (initTimeoutUs === 0) throw new PlatformError('INVALID_CONFIG', `initTimeoutMs ${initTimeoutMs}`);
  return {
    functionName,
    number,
    memoryMb,
    timeoutUs,
    initTimeoutUs,
    idleTimeoutUs: usFromMs(config.idleTimeoutMs, 'idleTimeoutMs'),
    concurrencyLimit,
    instanceConcurrency,
    routing,
    randomState: routingSeed,
    provisioned,
    startsPerTenSeconds: startsPerTenSeconds ?? null,
    isNewest: true,
    instanceCount: 0,
    starting: emptyList(),
    startingAhead: emptyList(),
    idle: emptyList(),
    keptIdle: emptyList(),
    roomy: emptyList(),
    running: emptyList(),
    pool: ROUTING_HAS_POOL[routing] ? [] : null,
  };
}

/** @throws PlatformError `INVALID_CONFIG` */
export function checkCount(field: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new PlatformError('INVALID_CONFIG', `${field} ${value}`);
  }
}
