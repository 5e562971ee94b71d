/**
 * What happened, as one list: the timeline, the log and the receipt of a playground are views of it.
 *
 * `atMs` is the moment of the step in which it happened, on the driver's clock. Spans are measured
 * beside the instance where somebody measured them, and have at most three decimals.
 */
import type { FunctionConfig } from './inputs.ts';
import type { QueueEvent } from './queue/queue-events.ts';
import type { GoneReason, InvocationOutcome } from './transitions.ts';

/**
 * What one accepted invocation used, in the shape of billing's `UsageRecord`. What is counted when:
 *
 * | outcome | `durationMs` | `initMs`, for the invocation that its instance was started for |
 * | --- | --- | --- |
 * | ok, error | measured | measured |
 * | timeout of the handler | `timeoutMs` | measured |
 * | timeout of the start | 0 | `initTimeoutMs` |
 * | initFailed | 0 | measured |
 * | crash, cancelled in the handler | until then, on the platform's clock | measured |
 * | crash, cancelled in the start | 0 | until then, on the platform's clock |
 *
 * A clock reading is never counted beyond the timeout of what it is of. AWS Lambda bills a cold start as one span,
 * ceil(init + duration), and bills a start that fails or times out too; whether init is billed, and the
 * rounding, are the tariff's. An invocation that was refused (429) has no usage.
 */
export interface InvocationUsage {
  readonly durationMs: number;
  readonly memoryMb: number;
  /** Absent for an invocation that was not the one its instance was started for. */
  readonly initMs?: number;
  /** True on an instance that is kept ready, else absent. */
  readonly onReserved?: boolean;
}

interface OfFunction {
  readonly atMs: number;
  readonly functionName: string;
}
interface OfVersion extends OfFunction {
  readonly version: number;
}
interface OfInstance extends OfVersion {
  readonly instanceId: number;
}
interface OfInvocation extends OfInstance {
  readonly invocationId: string;
}

export interface Deployed extends OfVersion {
  readonly type: 'deployed';
  readonly config: FunctionConfig;
}
/** `instanceId` will serve it: now, or when it is ready. */
export interface Accepted extends OfInvocation {
  readonly type: 'accepted';
}
/** Refused (429): nothing runs and nothing is billed. */
export interface Throttled extends OfFunction {
  readonly type: 'throttled';
  readonly invocationId: string;
  readonly limit: 'concurrencyLimit' | 'scalingRate' | 'maxInstances';
}
/** A cold start began, for `invocationId`. */
export interface InstanceStarted extends OfInvocation {
  readonly type: 'instanceStarted';
}
/** An instance starts for nobody yet, to be kept ready. */
export interface InstanceStartedAhead extends OfInstance {
  readonly type: 'instanceStartedAhead';
}
export interface InstanceReady extends OfInstance {
  readonly type: 'instanceReady';
  readonly initMs: number;
}
export interface InvocationStarted extends OfInvocation {
  readonly type: 'invocationStarted';
  readonly isCold: boolean;
}
export interface InvocationEnded extends OfInvocation {
  readonly type: 'invocationEnded';
  readonly outcome: InvocationOutcome;
  /** Where it was when it ended: waiting for its instance to start, or in the handler. */
  readonly phase: 'init' | 'handler';
  readonly isCold: boolean;
  readonly durationMs: number;
  /** Null when warm. */
  readonly initMs: number | null;
  readonly usage: InvocationUsage;
}
export interface InstanceIdle extends OfInstance {
  readonly type: 'instanceIdle';
  /** Null for one that is kept ready. */
  readonly expiresAtMs: number | null;
}
export interface InstanceGone extends OfInstance {
  readonly type: 'instanceGone';
  readonly reason: GoneReason;
}

export type PlatformEvent =
  | Deployed
  | Accepted
  | Throttled
  | InstanceStarted
  | InstanceStartedAhead
  | InstanceReady
  | InvocationStarted
  | InvocationEnded
  | InstanceIdle
  | InstanceGone
  | QueueEvent;
