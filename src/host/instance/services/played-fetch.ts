/**
 * `fetch` where the platform plays an outside world: a call of one of its services goes to the host over the private port,
 * like a binding's, and its answer comes back when the engine says so. Nothing here waits, counts or fails by itself.
 *
 * The runtime beside this folder imports it. Begin here; `request-body.ts` is what is sent, `played-response.ts` what comes
 * back, `signals.ts` when a function no longer waits, `rest.ts` says that it only waits, and `counted-timers.ts` has its timers
 * wait on the same clock.
 */
import type { BindingFailure, BindingResult, ServiceCall } from '../../../contract/bindings.ts';
import type { HttpResponseData } from '../../../contract/data.ts';
import { RESERVED_ENDINGS } from '../../../contract/services.ts';
import { placeAt } from '../bindings/binding-error.ts';
import { bindingWords } from '../bindings/binding-words.ts';
import type { Line } from '../bindings/calls.ts';
import { headersOfRequest } from '../http/request.ts';
import {
  eachHeader,
  isBytes,
  NativeDomException,
  NativePromise,
  NativeUrl,
  requestMethod,
  requestSignal,
  requestUrl,
  signalAborted,
  signalReason,
  urlHostname,
  urlHref,
  urlOrigin,
} from '../primitives.ts';
import { refusedFetchBeside } from '../refusals.ts';
import { RefusalError } from '../refuse.ts';
import { PlayedResponse } from './played-response.ts';
import { isRequest, requestOf } from './request-body.ts';
import { onAbort, timeLeftMs } from './signals.ts';

export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export interface PlayedFetchOptions {
  /** Origins. */
  readonly names: readonly string[];
  /** Of the invocation that runs now. */
  readonly line: () => Line;
  readonly abandon: (callId: number) => void;
  /** The real one, where there is a network beside what is played; null in the sandbox. */
  readonly network: Fetch | null;
}

export function createPlayedFetch({ names, line, abandon, network }: PlayedFetchOptions): Fetch {
  /** A method, so that nobody can call it with `new`; its name ends up in stacks. */
  const { fetch } = {
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const calledAt = new Error();
      const address = addressOf(input);
      const url = address === null ? null : parsed(address);
      if (url === null || !names.includes(urlOrigin(url))) {
        if (network !== null && (url === null || !isReserved(urlHostname(url)))) return network(input, init);
        throw new RefusalError('fetch', refusedFetchBeside(names));
      }
      const signal = init?.signal ?? (isRequest(input) ? requestSignal(input) : null);
      if (signal !== null && signalAborted(signal)) throw signalReason(signal);
      const { request, body } = requestOf(input, init);
      const headers: [string, string][] = [];
      eachHeader(headersOfRequest(request), (value, name) => headers.push([name, value]));
      const callOf = (bytes: Uint8Array | null): ServiceCall => ({
        op: 'service.fetch',
        method: requestMethod(request),
        url: withoutFragment(requestUrl(request)),
        headers,
        body: bytes,
        timeoutMs: signal === null ? null : timeLeftMs(signal),
      });
      const call = body === null || isBytes(body) ? callOf(body) : (async () => callOf(await body))();
      const result = await answerTo(call, signal);
      if (!result.ok) throw errorOf(result.failure, calledAt);
      return new PlayedResponse(result.value as HttpResponseData, urlHref(url));
    },
  };

  function answerTo(
    call: ServiceCall | Promise<ServiceCall>,
    signal: AbortSignal | null,
  ): Promise<BindingResult> {
    let callId: number | null = null;
    let isAborted = false;
    const answered = line().ask(call, (id) => {
      callId = id;
      if (isAborted) abandon(id);
    });
    if (signal === null) return answered;
    return new NativePromise((resolve, reject) => {
      const stopListening = onAbort(signal, () => {
        isAborted = true;
        if (callId !== null) abandon(callId);
        reject(signalReason(signal));
      });
      void (async () => {
        try {
          resolve(await answered);
        } catch (error) {
          reject(error);
        } finally {
          stopListening();
        }
      })();
    });
  }

  return fetch;
}

/** A connection that fails is a TypeError on the web as well; here it says in Dutch what happened. */
function errorOf(failure: BindingFailure, calledAt: Error): Error {
  if (failure.code === 'CALL_TIMED_OUT') return new NativeDomException(bindingWords(failure), 'TimeoutError');
  const error = Object.assign(new TypeError(`fetch: ${bindingWords(failure)}`), { code: failure.code });
  placeAt(error, calledAt);
  return error;
}

function addressOf(input: unknown): string | null {
  if (isRequest(input)) return requestUrl(input);
  if (typeof input === 'string') return input;
  return input instanceof NativeUrl ? urlHref(input) : null;
}

function parsed(address: string): URL | null {
  try {
    return new NativeUrl(address);
  } catch {
    return null;
  }
}

function isReserved(hostname: string): boolean {
  return RESERVED_ENDINGS.some((ending) => hostname.endsWith(ending));
}

/** What stands behind a `#` never leaves a browser either. */
function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}
