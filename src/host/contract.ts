/**
 * What every host does for the engine, in the engine's own terms.
 *
 * A host starts instances, hands them invocations, passes on what comes back and kills them. It decides
 * nothing: which instance serves which invocation, when a timeout has passed and what is billed are the
 * platform's. All times in a report are measured by the host beside the instance, never told by the
 * learner's code.
 */
import type { Failure } from './failure.ts';

/** One file of a function. `path` is relative to the function's folder: `begroet.js`, `lib/prijs.js`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

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
}

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** An HTTP request as it crosses to an instance: plain data, cloneable. `body` is null when there is none. */
export interface HttpRequestData {
  readonly method: string;
  /** Absolute, on the function's own invented host, such as `https://begroet.functie.test/begroet?naam=Mila`. */
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array | null;
}

export interface HttpResponseData {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

export interface InvocationSpec {
  readonly invocationId: string;
  /** True for the invocation that an instance was started for. */
  readonly isCold: boolean;
  readonly request: HttpRequestData;
}

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

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
      readonly result:
        | { readonly ok: true; readonly response: HttpResponseData }
        | { readonly ok: false; readonly failure: Failure };
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
    };

export interface Host {
  /** Starts an instance; answers with a report `ready` or `ended`, however long that takes. */
  start(spec: InstanceSpec): void;
  /** Hands a ready instance an invocation; answers with a report `settled` or `ended`. */
  invoke(instanceId: number, invocation: InvocationSpec): void;
  /** Ends an instance at once, whatever it is doing. Nothing is reported of it after this. */
  kill(instanceId: number): void;
  /** Kills everything and releases what the host holds. */
  dispose(): void;
}

export type CreateHost = (report: (report: Report) => void) => Host;

/** Limits of the lab; the lessons say which real platforms have similar ones. */
export const REQUEST_LIMIT_BYTES = 6 * 1024 * 1024;
export const RESPONSE_LIMIT_BYTES = 6 * 1024 * 1024;
export const LOG_LIMIT_BYTES = 256 * 1024;
