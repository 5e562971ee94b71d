/**
 * The function contract, as the author of a function sees it. Sample functions are type-checked against this
 * file, and the runtime in `runtime.ts` keeps it: on every host the same file runs unchanged.
 */

/** What a function is told about itself and about this invocation. */
export interface Context {
  readonly functionName: string;
  /** Different for each invocation; also stands in the log. */
  readonly invocationId: string;
  readonly memoryMb: number;
  /** True for the invocation that this instance was started for. */
  readonly coldStart: boolean;
  /** The settings of the function. Frozen: what one invocation changes, the next must not find. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds until the platform ends the invocation, never below 0. */
  remainingMs(): number;
}

/** The default export of a function with an HTTP trigger. */
export type HttpFunction = (request: Request, context: Context) => Response | Promise<Response>;
