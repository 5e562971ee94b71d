/** What a call of a binding is rejected with. */
import type { BindingFailure, BindingFailureCode } from '../../../contract/bindings.ts';
import { bindingWords } from './binding-words.ts';

const { defineProperty } = Object;

export class BindingError extends Error {
  readonly code: BindingFailureCode;

  /**
   * @param calledAt made when the call was: an answer comes from the host, so by then the learner's own calls are
   *   on no stack any more
   */
  constructor(failure: BindingFailure, { calledAt, cause }: { calledAt?: Error; cause?: unknown } = {}) {
    super(bindingWords(failure), cause === undefined ? undefined : { cause });
    this.name = 'BindingError';
    this.code = failure.code;
    placeAt(this, calledAt);
  }
}

/** Gives an error that an answer brought the place of the call that it answers. */
export function placeAt(error: Error, calledAt: Error | undefined): void {
  const stack: unknown = calledAt?.stack;
  if (typeof stack !== 'string') return;
  // Chromium and Node begin with what the error says; Firefox and WebKit with the first call.
  const value = stack.replace(/^Error(?=\n)/, () => `${error.name}: ${error.message}`);
  defineProperty(error, 'stack', { value, writable: true, configurable: true });
}

// Minifying renames a class, and `error.constructor.name` ends up in logs.
defineProperty(BindingError, 'name', { value: 'BindingError' });
