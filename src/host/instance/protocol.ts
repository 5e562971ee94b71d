/** What a host and an instance say to each other, over a channel that the learner's code cannot reach. */
import type { HttpRequestData, HttpResponseData, LogLine } from '../contract.ts';
import type { Failure } from '../failure.ts';

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
}

export interface InvokeMessage {
  readonly type: 'invoke';
  readonly invocationId: string;
  readonly isCold: boolean;
  readonly request: HttpRequestData;
}

export type ToInstance = LoadMessage | InvokeMessage;

/**
 * No times here: the host measures those itself. A host checks the shape of all of this, and takes nothing
 * from it that it can know by itself.
 */
export type FromInstance =
  | { readonly type: 'loaded' }
  | { readonly type: 'loadFailed'; readonly failure: Failure }
  | { readonly type: 'answered'; readonly invocationId: string; readonly response: HttpResponseData }
  | { readonly type: 'failed'; readonly invocationId: string; readonly failure: Failure }
  | {
      readonly type: 'log';
      readonly invocationId: string | null;
      readonly lines: readonly LogLine[];
      readonly dropped: number;
    }
  /** The function called `close()`. */
  | { readonly type: 'closing' };

/** Header lines of an answer together; the browsers' own limit for a page is the same. */
export const HEADERS_LIMIT_BYTES = 256 * 1024;
