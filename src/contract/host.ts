/**
 * What every host does for the engine, in the engine's own terms.
 *
 * A host starts instances, hands them invocations, passes on what comes back and kills them. It decides
 * nothing: which instance serves which invocation, when a timeout has passed and what is billed are the
 * platform's. All times in a report are measured by the host beside the instance, never told by the
 * learner's code.
 */
import type { BindingCall, BindingResult } from './bindings.ts';
import type { CloudEvent, HttpRequestData, HttpResponseData, LogLine, SourceFile } from './data.ts';
import type { Failure } from './failure.ts';
import type { ServicesInside } from './services.ts';

/** Everything that an instance needs to start: it is never changed afterwards, a redeploy starts another. */
export interface InstanceSpec {
  readonly instanceId: number;
  readonly functionName: string;
  readonly files: readonly SourceFile[];
  /** Path of the file whose default export is the handler. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
  /** Absent where the platform plays no outside world. */
  readonly services?: ServicesInside;
}

interface OfInvocation {
  readonly invocationId: string;
  /** True for the invocation that an instance was started for. */
  readonly isCold: boolean;
  /** 1 for the first delivery of an event, 2 and 3 for its retries; 1 for HTTP. */
  readonly attempt: number;
}

export interface HttpInvocation extends OfInvocation {
  readonly request: HttpRequestData;
  /** What the route's `:name` segments matched: `{ id: '3' }` for `/taken/:id`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface EventInvocation extends OfInvocation {
  readonly event: CloudEvent;
}

export type InvocationSpec = HttpInvocation | EventInvocation;

export type SettledResult =
  /** Of HTTP. */
  | { readonly ok: true; readonly response: HttpResponseData }
  /** Of an event: what the handler returned as JSON text; null for nothing, or for what JSON can't hold. */
  | { readonly ok: true; readonly returned: string | null }
  | { readonly ok: false; readonly failure: Failure };

/** What a host tells the engine. An instance reports `ready` or `ended` once before anything else but `log`. */
export type Report =
  /** The module has loaded. `initMs`: from the start of the worker until its module scope had run. */
  | { readonly type: 'ready'; readonly instanceId: number; readonly initMs: number }
  /** The handler came to an end and its whole body was read. `durationMs`: from handing it over until then. */
  | {
      readonly type: 'settled';
      readonly instanceId: number;
      readonly invocationId: string;
      readonly durationMs: number;
      readonly result: SettledResult;
    }
  /**
   * The instance is gone without having been killed: its module could not load (`initMs` given), it closed
   * itself, it crashed, or its host was lost.
   */
  | {
      readonly type: 'ended';
      readonly instanceId: number;
      readonly failure: Failure;
      readonly initMs?: number;
    }
  /**
   * Lines that the function logged. `invocationId` is null for module scope, and for lines between invocations.
   * `dropped` counts lines that fell outside the limit of `LOG_LIMIT_BYTES` an invocation.
   */
  | {
      readonly type: 'log';
      readonly instanceId: number;
      readonly invocationId: string | null;
      readonly lines: readonly LogLine[];
      readonly dropped: number;
    }
  /**
   * A function asks something of its bindings, or of a service; `Host.reply` answers. `invocationId` is null when the
   * invocation that asks is not open, and for what module scope asks. All calls of an invocation that came before its end are reported before `settled`.
   */
  | {
      readonly type: 'call';
      readonly instanceId: number;
      readonly invocationId: string | null;
      /** Different for each call of this instance. */
      readonly callId: number;
      readonly call: BindingCall;
    }
  /** A function no longer wants the answer to a call of a service. */
  | { readonly type: 'abandoned'; readonly instanceId: number; readonly callId: number }
  /**
   * Where waiting is counted (`ServicesInside`): the instance has nothing to do but wait. `heard`: how many invocations
   * and answers it has been given; when more are on their way to it, this says nothing.
   */
  | { readonly type: 'waiting'; readonly instanceId: number; readonly heard: number };

export interface Host {
  /** Starts an instance; answers with a report `ready` or `ended`, however long that takes. */
  start(spec: InstanceSpec): void;
  /** Hands a ready instance an invocation; answers with a report `settled` or `ended`. */
  invoke(instanceId: number, invocation: InvocationSpec): void;
  /** Answers a `call`. Does nothing when the instance is gone, or this call has been answered. */
  reply(instanceId: number, callId: number, result: BindingResult): void;
  /** Ends an instance at once, whatever it is doing. Nothing is reported of it after this. */
  kill(instanceId: number): void;
  /** Kills everything and releases what the host holds. */
  dispose(): void;
}

export type CreateHost = (report: (report: Report) => void) => Host;
