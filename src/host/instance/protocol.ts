/** What a host and an instance say to each other, over a channel that the learner's code cannot reach. */
import type { BindingCall, BindingResult } from '../../contract/bindings.ts';
import type { HttpResponseData, LogLine } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';
import type { InvocationSpec } from '../../contract/host.ts';
import type { ServicesInside } from '../../contract/services.ts';

/** A file of the function, and every address under which a JavaScript engine may name it in a stack. */
export interface ModuleFile {
  readonly path: string;
  readonly urls: readonly string[];
}

export interface LoadMessage {
  readonly type: 'load';
  readonly functionName: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
  readonly files: readonly ModuleFile[];
  readonly entry: string;
  /** What `import()` gets. */
  readonly entryUrl: string;
  /** Absent where the platform plays no outside world. */
  readonly services?: ServicesInside;
}

export type InvokeMessage = { readonly type: 'invoke' } & InvocationSpec;

/** Answers a `call`. */
export interface ReplyMessage {
  readonly type: 'reply';
  readonly callId: number;
  readonly result: BindingResult;
}

export type ToInstance = LoadMessage | InvokeMessage | ReplyMessage;

/** What a function asks of its bindings, or of a service. */
export interface CallMessage {
  readonly type: 'call';
  /** Null for what module scope asks of a service. */
  readonly invocationId: string | null;
  /** Different for each call of this instance. */
  readonly callId: number;
  readonly call: BindingCall;
}

/**
 * No times here: the host measures those itself. A host checks the shape of all of this, and takes nothing
 * from it that it can know by itself.
 */
export type FromInstance =
  | { readonly type: 'loaded' }
  | { readonly type: 'loadFailed'; readonly failure: Failure }
  | CallMessage
  /** A call of a service of which the answer is no longer wanted. */
  | { readonly type: 'abandoned'; readonly callId: number }
  /** Where waiting is counted: nothing to do but wait, after so many invocations and answers. */
  | { readonly type: 'waiting'; readonly heard: number }
  /** The end of HTTP. All that the invocation had asked by then was sent before. */
  | { readonly type: 'answered'; readonly invocationId: string; readonly response: HttpResponseData }
  /** The end of an event, with what the handler returned as JSON text. */
  | { readonly type: 'returned'; readonly invocationId: string; readonly returned: string | null }
  | { readonly type: 'failed'; readonly invocationId: string; readonly failure: Failure }
  | {
      readonly type: 'log';
      readonly invocationId: string | null;
      readonly lines: readonly LogLine[];
      readonly dropped: number;
    }
  /** The function called `close()`. */
  | { readonly type: 'closing' };

/** What a worker asks of whoever can read a `Blob` for it, with a port for the one answer; that is null for what cannot be read. */
export interface BlobQuestion {
  readonly blob: Blob;
  /** An `ArrayBuffer`, or an `ImageBitmap`. */
  readonly wanted: 'bytes' | 'image';
}

/** Header lines of an answer together; the browsers' own limit for a page is the same. */
export const HEADERS_LIMIT_BYTES = 256 * 1024;

/** What is smaller is copied: handing memory over to another thread costs more (a tenth of a warm run, measured). */
export const WORTH_MOVING_BYTES = 16 * 1024;
