/**
 * The data that all rooms speak of: source files, HTTP as plain data, events, and lines of a log. Everything here can
 * be cloned, so that it crosses to a worker as it is.
 *
 * `contract/` is the ground floor: any room may import any file of it, and it imports nothing of ours. Begin here. `host.ts` is
 * what a host does for the engine, `context.ts` what the author of a function sees, `bindings.ts` and `binding-rules.ts` what a
 * function may ask of its stores, `failure.ts` what can go wrong, and `lab-defaults.ts` every number of the lab.
 */

/** One file of a function. `path` is relative to the function's folder: `begroet.js`, `lib/prijs.js`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
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

/** CloudEvents 1.0, in its JSON shape. */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0';
  /** The same over all retries of one event. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  /** RFC 3339. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** What JSON can hold, and nothing else. */
  readonly data: Data;
}

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}
