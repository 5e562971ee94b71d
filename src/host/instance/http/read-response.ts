/** From the learner's `Response` to plain data: everything of it, read to its end or to the limit. */
import type { HttpResponseData } from '../../../contract/data.ts';
import type { Failure } from '../../../contract/failure.ts';
import { RESPONSE_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { utf8Length } from '../../../contract/utf8.ts';
import {
  cancelReader,
  copyInto,
  copyOf,
  eachHeader,
  encodeText,
  isBytes,
  lengthOf,
  readerOf,
  readFrom,
  responseBody,
  responseBodyUsed,
  responseStatus,
  responseStatusText,
  setCookies,
} from '../primitives.ts';
import { HEADERS_LIMIT_BYTES } from '../protocol.ts';
import { headersOfResponse, holdsPromise, textOfResponse } from './response.ts';

export type Read =
  | {
      readonly ok: true;
      readonly response: HttpResponseData;
      /** What stands in the body in the place of a promise that nobody waited for; null without one. */
      readonly forgottenAwait: ForgottenAwait | null;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * @param returned what the handler returned, whatever it is
 * @throws whatever the learner's own stream throws, or TypeError when the body was read before
 */
export async function readResponse(returned: unknown): Promise<Read> {
  if (!isResponse(returned)) {
    return { ok: false, failure: { code: 'NOT_A_RESPONSE', details: { got: kindOf(returned) } } };
  }
  const status = responseStatus(returned);
  // `Response.error()`, which stands for a network failure on the receiving side.
  if (status === 0)
    return { ok: false, failure: { code: 'NOT_A_RESPONSE', details: { got: 'Response.error()' } } };
  const headers = listHeaders(headersOfResponse(returned));
  const body = headers === null ? null : await readBody(returned);
  if (headers === null || body === null) {
    return {
      ok: false,
      failure: { code: 'RESPONSE_TOO_LARGE', details: { limitBytes: RESPONSE_LIMIT_BYTES } },
    };
  }
  const response = { status, statusText: responseStatusText(returned), headers, body };
  return { ok: true, response, forgottenAwait: forgottenIn(returned) };
}

/** `{}` where a promise was made JSON, `[object Promise]` where it was made text. */
type ForgottenAwait = '{}' | '[object Promise]';

function forgottenIn(response: Response): ForgottenAwait | null {
  if (holdsPromise(response)) return '{}';
  return textOfResponse(response)?.includes('[object Promise]') ? '[object Promise]' : null;
}

export function forgottenAwaitInWords(found: ForgottenAwait): string {
  return `In je antwoord staat ${found}: dat is een Promise, een waarde die nog moest komen. Zet await voor wat die waarde ophaalt of maakt.`;
}

/** What the learner would call it: `undefined`, `null`, `string`, `array`, `object`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Asks the browser itself: a patched or borrowed prototype convinces it of nothing. */
function isResponse(value: unknown): value is Response {
  try {
    responseStatus(value as Response);
    return true;
  } catch {
    return false;
  }
}

function listHeaders(headers: Headers): [string, string][] | null {
  const list: [string, string][] = [];
  let hasCookies = false;
  eachHeader(headers, (value, name) => {
    // Each cookie is a line of its own; some engines would join them here.
    if (name === 'set-cookie') hasCookies = true;
    else list.push([name, value]);
  });
  if (hasCookies) for (const cookie of setCookies(headers)) list.push(['set-cookie', cookie]);
  let bytes = 0;
  for (const [name, value] of list) bytes += name.length + value.length;
  return bytes > HEADERS_LIMIT_BYTES ? null : list;
}

/** The whole body in memory that is nobody else's, or null when it is over the limit. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  if (responseBodyUsed(response)) throw new TypeError('The body of this Response was already read');
  const text = textOfResponse(response);
  if (text !== null)
    return utf8Length(text, RESPONSE_LIMIT_BYTES) > RESPONSE_LIMIT_BYTES ? null : copyOf(encodeText(text));
  const stream = responseBody(response);
  return stream === null ? new Uint8Array(0) : readStream(stream, RESPONSE_LIMIT_BYTES);
}

/**
 * @returns all of it in memory that is nobody else's, or null when it is over the limit
 * @throws whatever the learner's own stream throws, or TypeError when it holds no bytes
 */
export async function readStream(
  stream: ReadableStream<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array | null> {
  const reader = readerOf(stream);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await readFrom(reader);
    if (done) break;
    if (!isBytes(value)) throw new TypeError('The stream of this body holds something else than Uint8Array');
    bytes += lengthOf(value);
    if (bytes > limitBytes) {
      // Not awaited: the learner's `cancel()` may take its time, or throw.
      cancelReader(reader).catch(() => {});
      return null;
    }
    // An empty chunk keeps the loop going but needs no place in memory.
    if (lengthOf(value) > 0) chunks.push(value);
  }
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    copyInto(whole, chunk, offset);
    offset += lengthOf(chunk);
  }
  return whole;
}
