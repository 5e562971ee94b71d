/** What may be said of a service that is silent: no only when the network refused it, and never because it is slow. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal, SILENCE_MS, type Signs } from '../../../src/host/webcontainer/reach.ts';

const NEVER = new Promise<never>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch(signs: Partial<Signs>) {
  const onSilence = vi.fn();
  const no = vi.fn();
  const over = new AbortController();
  refusal({ asked: NEVER, spoken: NEVER, onSilence, over: over.signal, ...signs }).catch(no);
  return { onSilence, no, over };
}

test('a network that refuses, and a frame that says nothing, is a no within five seconds', async () => {
  const { no, onSilence } = watch({ asked: Promise.reject(new TypeError('Failed to fetch')) });
  await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
  expect(no).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(no).toHaveBeenCalledWith(expect.objectContaining({ code: 'UNREACHABLE' }));
  expect(onSilence).not.toHaveBeenCalled();
  expect(SILENCE_MS).toBeLessThan(5_000);
});

test('a refusal that comes later than the silence is a no at once', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { no, onSilence } = watch({ asked: promise });
  await vi.advanceTimersByTimeAsync(SILENCE_MS);
  expect(onSilence).toHaveBeenCalledTimes(1);
  reject(new TypeError('Failed to fetch'));
  await vi.advanceTimersByTimeAsync(0);
  expect(no).toHaveBeenCalledTimes(1);
});

test.each<[string, Partial<Signs>, silences: number]>([
  ['no answer at all', {}, 1],
  ['an answer, and a frame that says nothing', { asked: Promise.resolve() }, 1],
  ['a frame that speaks', { spoken: Promise.resolve() }, 0],
])('%s is no reason to give up', async (_, signs, silences) => {
  const { no, onSilence } = watch(signs);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(no).not.toHaveBeenCalled();
  expect(onSilence).toHaveBeenCalledTimes(silences);
});

test('a frame that speaks is there, whatever the network said of the request', async () => {
  const { no } = watch({ asked: Promise.reject(new TypeError('blocked')), spoken: Promise.resolve() });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(no).not.toHaveBeenCalled();
});

test('once the boot is over, nothing is said any more', async () => {
  const { no, onSilence, over } = watch({ asked: Promise.reject(new TypeError('Failed to fetch')) });
  over.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(no).not.toHaveBeenCalled();
  expect(onSilence).not.toHaveBeenCalled();
});
