/** From what the platform told of an invocation to what its caller gets. */
import type { HttpRequestData } from '../contract/data.ts';
import type { Failure } from '../contract/failure.ts';
import { REQUEST_LIMIT_BYTES } from '../contract/lab-defaults.ts';
import type { InvocationEnded, Throttled } from '../platform/index.ts';
import { type InvocationFailure, STATUS_OF_FAILURE } from './invocation-failure.ts';
import type { Settlement } from './reports.ts';
import type { Answer, ResultEntry } from './types.ts';

/** What the engine knows of an invocation's end beside the event. */
export interface EndFacts {
  /** What its handler came to, if it did. */
  readonly settlement: Settlement | null;
  /** Why its instance went, if it went by itself. */
  readonly instanceFailure: Failure | null;
  readonly timeoutMs: number;
}

export function endedAnswer(event: InvocationEnded, facts: EndFacts): Answer {
  const { settlement } = facts;
  const common = {
    invocationId: event.invocationId,
    functionName: event.functionName,
    isCold: event.isCold,
    instanceId: event.instanceId,
    initMs: event.initMs,
    durationMs: event.durationMs,
    usage: event.usage,
  };
  if (event.outcome === 'ok' && settlement?.ok && 'response' in settlement) {
    return { ...common, status: settlement.response.status, response: settlement.response, failure: null };
  }
  const failure = failureOf(event, facts);
  return { ...common, status: STATUS_OF_FAILURE[failure.code], response: null, failure };
}

/** What an event function came to, as an entry of the list. */
export function resultEntry(event: InvocationEnded, facts: EndFacts): ResultEntry {
  const { atMs, functionName, instanceId, invocationId } = event;
  const { settlement } = facts;
  const isOk = event.outcome === 'ok' && settlement?.ok === true;
  return {
    type: 'result',
    atMs,
    functionName,
    instanceId,
    invocationId,
    returned: isOk && 'returned' in settlement ? settlement.returned : null,
    failure: isOk ? null : failureOf(event, facts),
  };
}

function failureOf(event: InvocationEnded, facts: EndFacts): InvocationFailure {
  const { settlement, instanceFailure, timeoutMs } = facts;
  switch (event.outcome) {
    case 'timeout':
      return { code: event.phase === 'init' ? 'INIT_TIMEOUT' : 'HANDLER_TIMEOUT', details: { timeoutMs } };
    case 'cancelled':
      return { code: 'CANCELLED' };
    case 'crash':
    case 'initFailed':
      return instanceFailure ?? { code: 'INSTANCE_CRASHED' };
    case 'ok':
    case 'error':
      return settlement !== null && !settlement.ok ? settlement.failure : { code: 'HANDLER_ERROR' };
  }
}

export function throttledAnswer({ functionName, invocationId, limit }: Throttled): Answer {
  return refusedAnswer(functionName, invocationId, { code: 'THROTTLED', details: { limit } });
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
