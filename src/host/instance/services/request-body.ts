/** What a function sends to a service: the request that it means, and all bytes of its body. */
import { REQUEST_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { bindingWords } from '../bindings/binding-words.ts';
import { bodyOf, type ObjectBody } from '../bindings/object-body.ts';
import { areBlobsReadHere, blobBytes } from '../blobs.ts';
import { readStream } from '../http/read-response.ts';
import { blobOfRequest, FunctionRequest } from '../http/request.ts';
import { copyOf, isBytes, isStream, lengthOf, requestBuffer, requestMethod } from '../primitives.ts';

export interface Sent {
  readonly request: Request;
  /** Null when there is none; a promise where it has to be read first. */
  readonly body: Uint8Array | Promise<Uint8Array | null> | null;
}

/** @throws TypeError for what no browser sends, and for a body that is too large */
export function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): Sent {
  const given: unknown = init?.body ?? null;
  if (isStream(given)) {
    // Read here: some browsers cannot make a request of a stream.
    const { body, ...others } = init ?? {};
    return { request: new FunctionRequest(input, others), body: wholeOf(given) };
  }
  const request = new FunctionRequest(input, init);
  const known = given === null ? null : bodyOf(given);
  if (known !== null) {
    refuseAbove(known.bytes);
    return { request, body: bytesIn(known) };
  }
  const method = requestMethod(request);
  const mayHaveBody = given !== null || (isRequest(input) && method !== 'GET' && method !== 'HEAD');
  return { request, body: mayHaveBody ? bodyIn(request) : null };
}

/** Only a `Blob` has to be waited for, and its file may be gone. */
function bytesIn(known: ObjectBody): Uint8Array | Promise<Uint8Array> {
  const read = known.read();
  if (isBytes(read)) return read;
  return (async () => {
    try {
      return await read;
    } catch (cause) {
      throw new TypeError('fetch: de inhoud van deze Blob is niet te lezen. Maak hem opnieuw.', { cause });
    }
  })();
}

/** Asks the browser itself: a patched or borrowed prototype convinces it of nothing. */
export function isRequest(value: unknown): value is Request {
  try {
    requestMethod(value as Request);
    return true;
  } catch {
    return false;
  }
}

async function wholeOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const whole = await readStream(stream, REQUEST_LIMIT_BYTES);
  if (whole === null) throw tooLarge(REQUEST_LIMIT_BYTES + 1);
  return whole;
}

async function bodyIn(request: Request): Promise<Uint8Array | null> {
  const blob = areBlobsReadHere() ? null : blobOfRequest(request);
  const body = blob === null ? copyOf(await requestBuffer(request)) : await blobBytes(blob);
  refuseAbove(lengthOf(body));
  return lengthOf(body) === 0 ? null : body;
}

function refuseAbove(bytes: number): void {
  if (bytes > REQUEST_LIMIT_BYTES) throw tooLarge(bytes);
}

function tooLarge(bytes: number): TypeError {
  const details = { bytes, limitBytes: REQUEST_LIMIT_BYTES };
  return new TypeError(`fetch: ${bindingWords({ code: 'SERVICE_REQUEST_TOO_LARGE', details })}`);
}
