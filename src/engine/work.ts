/**
 * What goes on now: the invocations that are open, and the instances that live. An open invocation is answered where
 * it is kept: once the platform says that it has ended, with what its handler came to.
 */
import type { BindingName } from '../contract/bindings.ts';
import type { HttpRequestData, LogLine } from '../contract/data.ts';
import type { Failure } from '../contract/failure.ts';
import type { SettledResult } from '../contract/host.ts';
import { LOG_LIMIT_BYTES, REQUEST_LIMIT_BYTES } from '../contract/lab-defaults.ts';
import { utf8Length } from '../contract/utf8.ts';
import type { InstanceStarted, InvocationEnded, PlatformEvent } from '../platform/index.ts';
import { type Deployments, initTimeoutOf } from './deployments.ts';
import { type InvocationFailure, STATUS_OF_FAILURE } from './invocation-failure.ts';
import type { Answer, ResultEntry } from './types.ts';

/** What somebody asks of a function that answers HTTP. */
export interface Asked {
  readonly request: HttpRequestData;
  readonly params: Readonly<Record<string, string>>;
}

export interface OpenInvocation {
  /** Null for an event: what is in that, the post office knows. */
  readonly asked: Asked | null;
  /** Of the caller who waits; null for an event, for which nobody waits. */
  readonly resolve: ((answer: Answer) => void) | null;
  readonly logBudget: LogBudget;
  instanceId: number | null;
  /** When its instance was handed it; null before. */
  startedAtMs: number | null;
  /** What its handler came to, if it did. */
  settled: SettledResult | null;
  /** Of waiting for services, in ms: what is to be added to what its host measures. 0 where waiting is real. */
  countedMs: number;
}

/** An instance that the platform counts on. */
export interface LiveInstance {
  readonly functionName: string;
  readonly grants: readonly BindingName[];
  readonly timeoutMs: number;
  readonly startedAtMs: number;
  readonly logBudget: LogBudget;
  isReady: boolean;
  /** Invocations and answers that it was given. */
  told: number;
  /** It said that it only waits, after all that it was given. */
  isAtRest: boolean;
  /** As of an invocation, while its module loads. */
  countedMs: number;
  /** Why it went, if it went by itself. */
  failure: Failure | null;
}

export class Work {
  readonly #deployments: Deployments;
  readonly open = new Map<string, OpenInvocation>();
  readonly live = new Map<number, LiveInstance>();

  constructor(deployments: Deployments) {
    this.#deployments = deployments;
  }

  /** To be called before the platform is told, since it may be over when that comes back. */
  begin(invocationId: string, asked: Asked | null, resolve: OpenInvocation['resolve']): void {
    this.open.set(invocationId, {
      asked,
      resolve,
      logBudget: new LogBudget(),
      instanceId: null,
      startedAtMs: null,
      settled: null,
      countedMs: 0,
    });
  }

  /** The instance is given an invocation or an answer: it may have something to do. */
  tells(instanceId: number): void {
    const live = this.live.get(instanceId);
    if (live === undefined) return;
    live.told += 1;
    live.isAtRest = false;
  }

  /** The invocation, if it runs in this instance now. */
  running(instanceId: number, invocationId: string | null): OpenInvocation | null {
    const open = invocationId === null ? undefined : this.open.get(invocationId);
    return open?.instanceId === instanceId && open.startedAtMs !== null ? open : null;
  }

  /** @returns what an event function came to, as an entry of the list; null for HTTP, of which the caller is told */
  resultOf(event: InvocationEnded): ResultEntry | null {
    const open = this.open.get(event.invocationId);
    if (open === undefined || open.asked !== null) return null;
    const { atMs, functionName, instanceId, invocationId } = event;
    const { settled } = open;
    const isOk = event.outcome === 'ok' && settled?.ok === true;
    return {
      type: 'result',
      atMs,
      functionName,
      instanceId,
      invocationId,
      returned: isOk && 'returned' in settled ? settled.returned : null,
      failure: isOk ? null : failureOf(event, settled, this.live.get(instanceId)),
    };
  }

  note(event: PlatformEvent): void {
    switch (event.type) {
      case 'messagesDelivered':
        this.begin(event.invocationId, null, null);
        break;
      case 'accepted': {
        const open = this.open.get(event.invocationId);
        if (open) open.instanceId = event.instanceId;
        break;
      }
      case 'invocationStarted': {
        const open = this.open.get(event.invocationId);
        if (open) open.startedAtMs = event.atMs;
        break;
      }
      case 'invocationEnded':
        this.#answer(event.invocationId, ({ settled }) =>
          endedAnswer(event, settled, this.live.get(event.instanceId)),
        );
        break;
      case 'throttled': {
        const { functionName, invocationId, limit } = event;
        const failure = { code: 'THROTTLED', details: { limit } } as const;
        this.#answer(invocationId, () => refusedAnswer(functionName, invocationId, failure));
        break;
      }
      case 'instanceStarted':
        this.live.set(event.instanceId, this.#born(event));
        break;
      case 'instanceReady': {
        const live = this.live.get(event.instanceId);
        if (live) live.isReady = true;
        break;
      }
      case 'instanceGone':
        this.live.delete(event.instanceId);
        break;
      default:
    }
  }

  #answer(invocationId: string, answerOf: (open: OpenInvocation) => Answer): void {
    const open = this.open.get(invocationId);
    this.open.delete(invocationId);
    open?.resolve?.(answerOf(open));
  }

  /** An instance starts from the newest version of its function, and keeps to that. */
  #born({ functionName, atMs }: InstanceStarted): LiveInstance {
    const deployment = this.#deployments.get(functionName)?.deployment;
    return {
      functionName,
      grants: deployment?.grants ?? [],
      timeoutMs: deployment?.timeoutMs ?? 0,
      startedAtMs: atMs,
      logBudget: new LogBudget(),
      isReady: false,
      told: 0,
      isAtRest: false,
      countedMs: 0,
      failure: null,
    };
  }
}

function endedAnswer(
  event: InvocationEnded,
  settled: SettledResult | null,
  live: LiveInstance | undefined,
): Answer {
  const common = {
    invocationId: event.invocationId,
    functionName: event.functionName,
    isCold: event.isCold,
    instanceId: event.instanceId,
    initMs: event.initMs,
    durationMs: event.durationMs,
    usage: event.usage,
  };
  if (event.outcome === 'ok' && settled?.ok && 'response' in settled) {
    return { ...common, status: settled.response.status, response: settled.response, failure: null };
  }
  const failure = failureOf(event, settled, live);
  return { ...common, status: STATUS_OF_FAILURE[failure.code], response: null, failure };
}

function failureOf(
  event: InvocationEnded,
  settled: SettledResult | null,
  live: LiveInstance | undefined,
): InvocationFailure {
  switch (event.outcome) {
    case 'timeout': {
      const timeoutMs = live?.timeoutMs ?? 0;
      return event.phase === 'init'
        ? { code: 'INIT_TIMEOUT', details: { timeoutMs: initTimeoutOf(timeoutMs) } }
        : { code: 'HANDLER_TIMEOUT', details: { timeoutMs } };
    }
    case 'cancelled':
      return { code: 'CANCELLED' };
    case 'crash':
    case 'initFailed':
      return live?.failure ?? { code: 'INSTANCE_CRASHED' };
    case 'ok':
    case 'error':
      return settled !== null && !settled.ok ? settled.failure : { code: 'HANDLER_ERROR' };
  }
}

/** An answer for what was refused before the platform accepted it: nothing ran, nothing is billed. */
export function refusedAnswer(
  functionName: string,
  invocationId: string,
  failure: InvocationFailure,
): Answer {
  return {
    invocationId,
    functionName,
    status: STATUS_OF_FAILURE[failure.code],
    response: null,
    failure,
    isCold: false,
    instanceId: null,
    initMs: null,
    durationMs: 0,
    usage: null,
  };
}

/** @returns why this request may not even be tried, or null */
export function refusalOf(
  request: HttpRequestData,
  signal: AbortSignal | undefined,
): InvocationFailure | null {
  if (signal?.aborted) return { code: 'CANCELLED' };
  const bytes = request.body?.byteLength ?? 0;
  if (bytes <= REQUEST_LIMIT_BYTES) return null;
  return { code: 'REQUEST_TOO_LARGE', details: { bytes, limitBytes: REQUEST_LIMIT_BYTES } };
}

/**
 * What may still be logged: `LOG_LIMIT_BYTES` an invocation, and as much an instance for module scope and the time
 * between invocations. The host counts as well, but what is beside the learner's code is not believed.
 */
export class LogBudget {
  #leftBytes = LOG_LIMIT_BYTES;

  /** @returns the lines that fit. After the first that does not, none does: a log has an end, not holes. */
  take(lines: readonly LogLine[]): readonly LogLine[] {
    for (const [index, { text }] of lines.entries()) {
      // A line and its end. Of one that is too long anyhow not all is counted: it may be very long.
      const bytes = utf8Length(text, this.#leftBytes) + 1;
      if (bytes > this.#leftBytes) {
        this.#leftBytes = 0;
        return lines.slice(0, index);
      }
      this.#leftBytes -= bytes;
    }
    return lines;
  }
}
