/** Why a check failed: thrown by what a check calls, and told to the learner in these words. */
import type { CodeFrame } from '../../contract/failure.ts';
import type { FailureCode } from '../../engine/index.ts';

export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly expected: string;
  readonly received: string;
  readonly place: CodeFrame | null;
  readonly code: FailureCode | null;

  /** @param code of the failure behind it, if there is one */
  constructor(
    expected: string,
    received: string,
    place: CodeFrame | null = null,
    code: FailureCode | null = null,
  ) {
    super(`expected ${expected}; received ${received}`);
    this.expected = expected;
    this.received = received;
    this.place = place;
    this.code = code;
  }
}
