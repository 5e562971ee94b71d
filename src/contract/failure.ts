/**
 * Everything that can go wrong with an invocation, as codes. The Dutch sentences live in
 * `src/playground/failures/words.ts`, and the compiler finds the one that is missing.
 */

/** A failure that the host sees: in the learner's code, or around it. */
export type HostFailureCode =
  /**
   * The handler threw, or its promise was rejected. `error` says what; `details.refused` is there when that was a
   * refusal of ours: a `RefusalCode` of the sandbox, or a `BindingFailureCode`.
   */
  | 'HANDLER_ERROR'
  /** Module scope threw. */
  | 'INIT_ERROR'
  /** A file does not parse. `frames[0]` says where, when that is known. */
  | 'SYNTAX_ERROR'
  | 'NO_DEFAULT_EXPORT'
  /** There is a default export, but it cannot be called. `details.got` names its type. */
  | 'DEFAULT_NOT_FUNCTION'
  /** The handler of a request returned something else than a `Response`. `details.got` names it. */
  | 'NOT_A_RESPONSE'
  /** The body of the answer is over `RESPONSE_LIMIT_BYTES`. */
  | 'RESPONSE_TOO_LARGE'
  /** A file imports an address on the web. `details.specifier`, `details.file`. */
  | 'IMPORT_FROM_WEB'
  /** A file imports a package by its name. `details.specifier`, `details.file`. */
  | 'IMPORT_PACKAGE'
  /** A file imports a part of Node (`node:fs`) where there is no Node. `details.specifier`, `details.file`. */
  | 'IMPORT_OF_NODE'
  /** A package that is not installed beside the function. `details.specifier`, `details.file`. */
  | 'PACKAGE_NOT_INSTALLED'
  /** A `.json` file is imported without `with { type: 'json' }`. `details.specifier`, `details.file`. */
  | 'IMPORT_JSON_UNTYPED'
  /** A file imports a file that this function does not have. `details.specifier`, `details.file`. */
  | 'IMPORT_NOT_FOUND'
  /** Files import each other in a circle. `details.files` names them. */
  | 'IMPORT_CYCLE'
  /** The function closed its own instance. */
  | 'INSTANCE_CLOSED'
  /** The worker ended by itself, out of memory for example. */
  | 'INSTANCE_CRASHED'
  /** The sandbox around the instances stopped answering and was built again. */
  | 'HOST_LOST'
  /** The sandbox could not be started at all. */
  | 'HOST_UNAVAILABLE';

/** A place in the learner's own code. Lines and columns start at 1. */
export interface CodeFrame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Name of the function there, if it has one. */
  readonly functionName?: string;
}

/** An error as the JavaScript engine gave it, in its own (English) words. */
export interface ErrorInfo {
  readonly name: string;
  readonly message: string;
  /** Newest call first; only the learner's own files. */
  readonly frames: readonly CodeFrame[];
}

export interface Failure<Code extends string = HostFailureCode> {
  readonly code: Code;
  readonly error?: ErrorInfo;
  readonly details?: Readonly<Record<string, string | number>>;
}
