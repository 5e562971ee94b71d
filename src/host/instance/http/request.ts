/**
 * `Request` as a function gets it: with every header that was sent.
 *
 * The fetch standard drops `Cookie`, `Host`, `Origin` and a dozen others when a page makes a request. A
 * function receives one instead, so this class keeps its own list. Source: fetch.spec.whatwg.org, "forbidden
 * request-header", read 2026-11.
 *
 * This folder is HTTP as a function meets it, and only the runtime beside it imports it. Begin here; `response.ts`
 * is what a function makes, `read-response.ts` what becomes of that.
 */
import type { HttpRequestData } from '../../../contract/data.ts';
import {
  cloneRequest,
  getHeader,
  hasHeader,
  NativeBlob,
  NativeHeaders,
  NativeRequest,
  requestHeaders,
  setHeader,
} from '../primitives.ts';

export class FunctionRequest extends NativeRequest {
  readonly #headers: Headers;
  /** The body, when it was given as a `Blob`: not every browser reads it out of a request. */
  #blob: Blob | null;

  constructor(input: RequestInfo | URL, init?: RequestInit) {
    // Read once: `init.headers` may be a list that can be walked only once.
    const given = init?.headers ?? headersOf(input);
    const open = new NativeHeaders(given);
    super(input, given === undefined ? init : { ...init, headers: open });
    // What the browser adds itself: the type of a body that is text, a form or a blob.
    const hasBody = (init?.body ?? null) !== null;
    const type =
      hasBody && !hasHeader(open, 'content-type') ? getHeader(requestHeaders(this), 'content-type') : null;
    if (type !== null) setHeader(open, 'content-type', type);
    this.#headers = open;
    const body = hasBody ? init?.body : blobOfRequest(input);
    this.#blob = body instanceof NativeBlob ? body : null;
  }

  override get headers(): Headers {
    return this.#headers;
  }

  /** The headers of any request, also of one that is not of this class. */
  static headersOf(request: Request): Headers {
    return #headers in request ? request.#headers : requestHeaders(request);
  }

  /** What a request got as its body, when that is a `Blob`; else null. */
  static blobOf(input: unknown): Blob | null {
    return typeof input === 'object' && input !== null && #blob in input ? input.#blob : null;
  }

  override clone(): FunctionRequest {
    const copy = new FunctionRequest(cloneRequest(this), { headers: this.#headers });
    copy.#blob = this.#blob;
    return copy;
  }
}

export const headersOfRequest = FunctionRequest.headersOf;
export const blobOfRequest = FunctionRequest.blobOf;
Reflect.deleteProperty(FunctionRequest, 'headersOf');
Reflect.deleteProperty(FunctionRequest, 'blobOf');
// Minifying renames a class, and `request.constructor.name` ends up in logs.
Object.defineProperty(FunctionRequest, 'name', { value: 'Request' });

function headersOf(input: RequestInfo | URL): Headers | undefined {
  return input instanceof NativeRequest ? input.headers : undefined;
}

/** @throws TypeError for a method or an address that no browser sends */
export function makeRequest(data: HttpRequestData): FunctionRequest {
  const { method, url, body } = data;
  // Without a list the class makes one of its own, and nothing is copied.
  const headers = data.headers.length === 0 ? {} : { headers: data.headers as [string, string][] };
  // The standard gives GET and HEAD no body; what was sent with it is dropped here, as most servers do.
  if (body === null || method === 'GET' || method === 'HEAD')
    return new FunctionRequest(url, { method, ...headers });
  return new FunctionRequest(url, { method, ...headers, body: new Uint8Array(body) });
}
