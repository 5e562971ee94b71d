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
  | 'UNKNOWN_QUEUE'
  /** No such message, or it is gone already. */
  | 'UNKNOWN_MESSAGE'
  /** A message with this id is there already, or a timer is set that will send it. */
  | 'DUPLICATE_MESSAGE'
  /** There are `maxMessages` messages. */
  | 'TOO_MANY_MESSAGES'
  /** The transition table has no way from the state of the instance, or of the message, for this cause. */
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
