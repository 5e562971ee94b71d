/** Nothing of a container is waited for without an end. */
import { BootError, type BootProblem } from './boot-error.ts';

/** @throws BootError with this code when the promise takes longer, and `CANCELLED` when the signal says so */
export function within<Result>(
  limitMs: number,
  code: BootProblem,
  promise: Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      stop();
      reject(new BootError('CANCELLED'));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new BootError(code));
    }, limitMs);
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel);
    promise.then(resolve, reject).finally(stop);
  });
}
