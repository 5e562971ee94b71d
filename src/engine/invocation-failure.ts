/** Everything that can go wrong with an invocation: what the host sees, and what the engine decides. */
import type { Failure, HostFailureCode } from '../contract/failure.ts';

export type FailureCode =
  | HostFailureCode
  /** The handler was not done after `details.timeoutMs`. */
  | 'HANDLER_TIMEOUT'
  /** Module scope was not done after `details.timeoutMs`. */
  | 'INIT_TIMEOUT'
  /** Too many at once. `details.limit`: `concurrencyLimit` or `maxInstances`. */
  | 'THROTTLED'
  /** The caller stopped it, or everything was cleared. */
  | 'CANCELLED'
  /** The request's body is over `REQUEST_LIMIT_BYTES`. `details.bytes`, `details.limitBytes`. */
  | 'REQUEST_TOO_LARGE'
  /** No function answers this path. `details.path`. */
  | 'NO_ROUTE'
  /** The path is answered for other methods: `details.method`, `details.allowed`. */
  | 'METHOD_NOT_ALLOWED';

export type InvocationFailure = Failure<FailureCode>;

/** The HTTP status that a caller gets for what the host sees. Also the list of all such codes at run time. */
export const STATUS_OF_HOST_FAILURE: Readonly<Record<HostFailureCode, number>> = {
  HANDLER_ERROR: 500,
  INIT_ERROR: 502,
  SYNTAX_ERROR: 502,
  NO_DEFAULT_EXPORT: 502,
  DEFAULT_NOT_FUNCTION: 502,
  NOT_A_RESPONSE: 502,
  RESPONSE_TOO_LARGE: 502,
  IMPORT_FROM_WEB: 502,
  IMPORT_PACKAGE: 502,
  IMPORT_OF_NODE: 502,
  PACKAGE_NOT_INSTALLED: 502,
  IMPORT_JSON_UNTYPED: 502,
  IMPORT_NOT_FOUND: 502,
  IMPORT_CYCLE: 502,
  INSTANCE_CLOSED: 502,
  INSTANCE_CRASHED: 502,
  HOST_LOST: 502,
  HOST_UNAVAILABLE: 502,
};

/** The HTTP status that a caller gets for each failure. */
export const STATUS_OF_FAILURE: Readonly<Record<FailureCode, number>> = {
  ...STATUS_OF_HOST_FAILURE,
  HANDLER_TIMEOUT: 504,
  INIT_TIMEOUT: 504,
  THROTTLED: 429,
  CANCELLED: 499,
  REQUEST_TOO_LARGE: 413,
  NO_ROUTE: 404,
  METHOD_NOT_ALLOWED: 405,
};
