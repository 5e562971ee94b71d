/** Why the platform refused an input. Each is a mistake of the driver, never of a learner's function. */
export type PlatformErrorCode =
  /** `atMs` lies before the moment of an earlier input. */
  | 'TIME_WENT_BACK'
  /** A moment or a span that is no number, not finite, or negative. */
  | 'INVALID_TIME'
  /** A setting of a function or of the platform that makes no sense; the message names the field. */
  | 'INVALID_CONFIG'
  | 'UNKNOWN_INPUT'
  | 'UNKNOWN_FUNCTION'
  /** No such instance, or it is gone already. */
  | 'UNKNOWN_INSTANCE'
  /** No such invocation, or it has ended already, or it is not on that instance. */
  | 'UNKNOWN_INVOCATION'
  /** An invocation with this id is open already. */
  | 'DUPLICATE_INVOCATION'
  /** The transition table has no way from the instance's state for this cause. */
  | 'ILLEGAL_TRANSITION';

/** An input that cannot be. The state is exactly what it was before. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;

  constructor(code: PlatformErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'PlatformError';
    this.code = code;
  }
}
