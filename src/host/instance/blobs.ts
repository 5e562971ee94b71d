/**
 * Reads a `Blob` also where the browser reads none: WebKit (2.50) refuses a worker of an opaque origin each way that there is
 * (`NotReadableError`, measured), while the frame beside the worker can read all that the worker has made. So there the
 * bytes come from the frame, and images too. Whether it is needed is asked at the first `Blob` that is read, since it takes
 * other browsers up to a millisecond to answer. What stays as WebKit has it: `FileReader`, and a form with a file as a body.
 *
 * The frame's side is `../browser/blob-reader.ts`; elsewhere nobody calls `readBlobsBeside`, and all is read here.
 */
import {
  blobBuffer,
  copyOf,
  dataOf,
  decodeText,
  NativeBlob,
  NativeDomException,
  NativePromise,
  NativeStream,
  postWhole,
} from './primitives.ts';
import type { BlobQuestion } from './protocol.ts';

const { apply } = Reflect;
const Channel = MessageChannel;

let beside: MessagePort | null = null;
let isReadHere: boolean | null = null;

/** @param port leads to who reads for this worker what it cannot read itself */
export function readBlobsBeside(scope: object, port: MessagePort): void {
  beside = port;
  replaceMethod('arrayBuffer', async (blob) => (await blobBytes(blob)).buffer);
  replaceMethod('bytes', blobBytes);
  replaceMethod('text', async (blob) => decodeText(await blobBytes(blob)));
  replaceMethod('stream', streamOf);
  replaceCreateImageBitmap(scope);
}

/** @throws DOMException `NotReadableError`, as the browser does, for a file that is gone */
export async function blobBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (areBlobsReadHere()) return copyOf(await blobBuffer(blob));
  const buffer = await ask({ blob, wanted: 'bytes' });
  if (buffer === null) throw new NativeDomException('This Blob cannot be read', 'NotReadableError');
  return copyOf(buffer as ArrayBuffer);
}

/** @returns the body of a response as it can be read here: the same, or a stream in the place of a `Blob` */
export function readableBody(body: BodyInit | null | undefined): BodyInit | null | undefined {
  return body instanceof NativeBlob && !areBlobsReadHere() ? streamOf(body) : body;
}

export function areBlobsReadHere(): boolean {
  if (beside === null) return true;
  isReadHere ??= readsOne();
  return isReadHere;
}

/** The one way to read that answers at once. */
const SyncReader: unknown = Reflect.get(globalThis, 'FileReaderSync');

function readsOne(): boolean {
  if (typeof SyncReader !== 'function') return true;
  try {
    const reader: object = Reflect.construct(SyncReader, []);
    apply(Reflect.get(reader, 'readAsArrayBuffer'), reader, [new NativeBlob()]);
    return true;
  } catch {
    return false;
  }
}

/** @returns null for what the frame cannot read either */
function ask(question: BlobQuestion): Promise<unknown> {
  return new NativePromise((resolve) => {
    const { port1, port2 } = new Channel();
    port1.onmessage = (event) => {
      port1.close();
      resolve(dataOf(event));
    };
    if (beside !== null) postWhole(beside, question, [port2]);
  });
}

function streamOf(blob: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new NativeStream({
    async pull(controller) {
      const bytes = await blobBytes(blob);
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

function replaceMethod(
  name: 'arrayBuffer' | 'bytes' | 'text' | 'stream',
  read: (blob: Blob) => unknown,
): void {
  const native: unknown = Reflect.get(NativeBlob.prototype, name);
  // `bytes` is new.
  if (typeof native !== 'function') return;
  const methods = {
    [name](this: Blob): unknown {
      return areBlobsReadHere() ? apply(native, this, []) : read(this);
    },
  };
  const described = Object.getOwnPropertyDescriptor(NativeBlob.prototype, name);
  Object.defineProperty(NativeBlob.prototype, name, { ...described, value: methods[name] });
}

function replaceCreateImageBitmap(scope: object): void {
  const native: unknown = Reflect.get(scope, 'createImageBitmap');
  if (typeof native !== 'function') return;
  const { createImageBitmap } = {
    async createImageBitmap(source: unknown, ...cut: readonly unknown[]): Promise<unknown> {
      if (!(source instanceof NativeBlob) || areBlobsReadHere())
        return apply(native, scope, [source, ...cut]);
      const whole = await ask({ blob: source, wanted: 'image' });
      if (whole === null) throw new NativeDomException('This Blob holds no image', 'InvalidStateError');
      return cut.length === 0 ? whole : apply(native, scope, [whole, ...cut]);
    },
  };
  const global = { writable: true, configurable: true, enumerable: true };
  Object.defineProperty(scope, 'createImageBitmap', { ...global, value: createImageBitmap });
}
