/**
 * `Response` as a function makes it: one that may set cookies.
 *
 * The fetch standard hides `Set-Cookie` from a page, which is on the receiving side. A function is on the
 * sending side, so this class keeps its own list of headers. Source: fetch.spec.whatwg.org, "forbidden
 * response-header name", read 2026-11.
 */
import { readableBody } from '../blobs.ts';
import {
  blobType,
  cloneResponse,
  getHeader,
  hasHeader,
  NativeHeaders,
  NativePromise,
  NativeResponse,
  NativeUrl,
  responseBody,
  responseHeaders,
  responseStatus,
  responseStatusText,
  setHeader,
  stringify,
} from '../primitives.ts';

/** Of a body that is text (fetch.spec.whatwg.org, "extract a body", read 2026-11). */
const TEXT = 'text/plain;charset=UTF-8';
const REDIRECT_STATUSES: readonly number[] = [301, 302, 303, 307, 308];

/** @param data has been made JSON before, so it ends; each value is met as JSON meets it */
function holdsPromiseIn(data: unknown): boolean {
  let isFound = false;
  stringify(data, (_, value: unknown) => {
    isFound ||= value instanceof NativePromise;
    return value;
  });
  return isFound;
}

export class FunctionResponse extends NativeResponse {
  readonly #headers: Headers;
  /** The body, when it was given as text: reading it through a stream costs more than the rest of a short run. */
  readonly #text: string | null;
  #holdsPromise = false;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    // Read once: `init.headers` may be a list that can be walked only once.
    const open = new NativeHeaders(init?.headers);
    const readable = readableBody(body);
    // A stream has no type of its own.
    const blobKind = readable === body ? '' : blobType(body as Blob);
    if (blobKind !== '' && !hasHeader(open, 'content-type')) setHeader(open, 'content-type', blobKind);
    super(readable, init?.headers === undefined && blobKind === '' ? init : { ...init, headers: open });
    // What the browser adds itself: the type of a body that is text, a form or a blob.
    if (body !== undefined && body !== null && !hasHeader(open, 'content-type')) {
      const type = typeof body === 'string' ? TEXT : getHeader(responseHeaders(this), 'content-type');
      if (type !== null) setHeader(open, 'content-type', type);
    }
    this.#headers = open;
    this.#text = typeof body === 'string' ? body : null;
  }

  override get headers(): Headers {
    return this.#headers;
  }

  override clone(): FunctionResponse {
    const copy = cloneResponse(this);
    return new FunctionResponse(responseBody(copy), {
      status: responseStatus(copy),
      statusText: responseStatusText(copy),
      headers: this.#headers,
    });
  }

  static override json(data: unknown, init?: ResponseInit): FunctionResponse {
    const text = stringify(data);
    if (text === undefined) throw new TypeError('The data is not JSON serializable');
    const headers = new NativeHeaders(init?.headers);
    if (!hasHeader(headers, 'content-type')) setHeader(headers, 'content-type', 'application/json');
    const response = new FunctionResponse(text, { ...init, headers });
    response.#holdsPromise = text.includes('{}') && holdsPromiseIn(data);
    return response;
  }

  static override redirect(url: string | URL, status = 302): FunctionResponse {
    const location = new NativeUrl(url).href;
    if (!REDIRECT_STATUSES.includes(status)) throw new RangeError(`Invalid redirect status code ${status}`);
    return new FunctionResponse(null, { status, headers: { location } });
  }

  /** The headers of any response, also of one that is not of this class. */
  static headersOf(response: Response): Headers {
    return #headers in response ? response.#headers : responseHeaders(response);
  }

  /** Whether `json` was given a promise, which as JSON is `{}`. */
  static holdsPromise(response: Response): boolean {
    return #holdsPromise in response && response.#holdsPromise;
  }

  /** The body that was given as text, or null. Whether it was read since is the caller's to look at. */
  static textOf(response: Response): string | null {
    return #text in response ? response.#text : null;
  }
}

export const headersOfResponse = FunctionResponse.headersOf;
export const textOfResponse = FunctionResponse.textOf;
export const holdsPromise = FunctionResponse.holdsPromise;
Reflect.deleteProperty(FunctionResponse, 'headersOf');
Reflect.deleteProperty(FunctionResponse, 'textOf');
Reflect.deleteProperty(FunctionResponse, 'holdsPromise');
// Minifying renames a class, and `response.constructor.name` ends up in logs.
Object.defineProperty(FunctionResponse, 'name', { value: 'Response' });
