/**
 * What the runtime uses of the JavaScript world around it, taken before the learner's module loads.
 *
 * Learner and runtime share one realm, so anything that is looked up later may have been replaced: a patched
 * `MessagePort.prototype.postMessage` would be handed the private port. Whatever touches the port, the clock
 * or an answer goes through this file. The rest may use the language as usual: who breaks `Array.prototype`
 * breaks nothing but his own instance.
 */
const { apply } = Reflect;

/** A method as a function that takes its object first, and looks up nothing when it is called. */
function method<Self, Args extends readonly unknown[], Result>(
  fn: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return (self, ...args) => apply(fn, self, args);
}

/**
 * A getter of a prototype as a function. It throws on an object of another kind, whatever that claims to be; and on every one
 * where the platform has no such getter (workerd has none for the data of a `MessageEvent`), since nobody may ask for it there.
 */
function getter<Owner extends object, Key extends keyof Owner>(
  prototype: Owner,
  key: Key,
): (self: Owner) => Owner[Key] {
  const get = describedIn(prototype, key)?.get;
  return (self) => {
    if (get === undefined) throw new Error(`No getter for ${String(key)}`);
    return apply(get, self, []);
  };
}

/** From its own, or from one above it: workerd has the body of a `Request` and of a `Response` in one place over both. */
function describedIn(prototype: object | null, key: PropertyKey): PropertyDescriptor | undefined {
  if (prototype === null) return undefined;
  return (
    Object.getOwnPropertyDescriptor(prototype, key) ?? describedIn(Object.getPrototypeOf(prototype), key)
  );
}

export const now: () => number = performance.now.bind(performance);
export const startTimer: (fn: () => void, waitMs: number) => unknown = setTimeout.bind(globalThis);

const postTo = method<MessagePort, [unknown, Transferable[]], void>(MessagePort.prototype.postMessage);
const postCopyTo = method<MessagePort, [unknown], void>(MessagePort.prototype.postMessage);

/** @param transfer moves along, unless the learner broke `Array.prototype[Symbol.iterator]`, by which it is walked */
export function postWhole(port: MessagePort, message: unknown, transfer: Transferable[]): void {
  if (transfer.length === 0) {
    postCopyTo(port, message);
    return;
  }
  try {
    postTo(port, message, transfer);
  } catch {
    postCopyTo(port, message);
  }
}

export const dataOf = getter(MessageEvent.prototype, 'data');
export const preventDefault = method<Event, [], void>(Event.prototype.preventDefault);

type Listen = [type: string, listener: () => void];
export const listenTo = method<EventTarget, Listen, void>(EventTarget.prototype.addEventListener);
export const stopListeningTo = method<EventTarget, Listen, void>(EventTarget.prototype.removeEventListener);
const setOnMessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')?.set;
export function onPortMessage(port: MessagePort, listener: () => void): void {
  if (setOnMessage === undefined) port.onmessage = listener;
  else apply(setOnMessage, port, [listener]);
}

export const NativeAbortSignal = AbortSignal;
export const NativeDomException = DOMException;
export const signalAborted = getter(AbortSignal.prototype, 'aborted');
export const signalReason = getter(AbortSignal.prototype, 'reason');
export const signalTimeout: (ms: number) => AbortSignal = AbortSignal.timeout.bind(AbortSignal);
export const signalAny: (signals: AbortSignal[]) => AbortSignal = AbortSignal.any.bind(AbortSignal);
export const weakGet = method<WeakMap<object, number>, [object], number | undefined>(WeakMap.prototype.get);
export const weakSet = method<WeakMap<object, number>, [object, number], unknown>(WeakMap.prototype.set);

export const NativeRequest = Request;
export const NativeResponse = Response;
export const NativeHeaders = Headers;
export const NativeUrl = URL;
export const urlOrigin = getter(URL.prototype, 'origin');
export const urlHostname = getter(URL.prototype, 'hostname');
export const urlHref = getter(URL.prototype, 'href');
export const NativePromise = Promise;
type Replacer = (key: string, value: unknown) => unknown;
export const stringify: (value: unknown, replacer?: Replacer) => string | undefined = JSON.stringify;
export const parse: (text: string) => unknown = JSON.parse;

export const cloneRequest = method<Request, [], Request>(Request.prototype.clone);
export const requestHeaders = getter(Request.prototype, 'headers');
export const requestMethod = getter(Request.prototype, 'method');
export const requestUrl = getter(Request.prototype, 'url');
export const requestSignal = getter(Request.prototype, 'signal');
export const requestBuffer = method<Request, [], Promise<ArrayBuffer>>(Request.prototype.arrayBuffer);

export const cloneResponse = method<Response, [], Response>(Response.prototype.clone);
export const responseHeaders = getter(Response.prototype, 'headers');
export const responseStatus = getter(Response.prototype, 'status');
export const responseStatusText = getter(Response.prototype, 'statusText');
export const responseBody = getter(Response.prototype, 'body');
export const responseBodyUsed = getter(Response.prototype, 'bodyUsed');
export const responseBuffer = method<Response, [], Promise<ArrayBuffer>>(Response.prototype.arrayBuffer);

type Each = (value: string, name: string) => void;
export const eachHeader = method<Headers, [Each], void>(Headers.prototype.forEach);
export const setCookies = method<Headers, [], string[]>(Headers.prototype.getSetCookie);
export const getHeader = method<Headers, [string], string | null>(Headers.prototype.get);
export const setHeader = method<Headers, [string, string], void>(Headers.prototype.set);
export const hasHeader = method<Headers, [string], boolean>(Headers.prototype.has);

export const NativeStream = ReadableStream;
export const streamLocked = getter(ReadableStream.prototype, 'locked');
export function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  try {
    streamLocked(value as ReadableStream);
    return true;
  } catch {
    return false;
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;
export const readerOf = method<ReadableStream<Uint8Array>, [], Reader>(ReadableStream.prototype.getReader);
export const readFrom = method<Reader, [], Promise<ReadableStreamReadResult<Uint8Array>>>(
  ReadableStreamDefaultReader.prototype.read,
);
export const cancelReader = method<Reader, [], Promise<void>>(ReadableStreamDefaultReader.prototype.cancel);

const typedArray: Uint8Array = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayName = getter(typedArray, Symbol.toStringTag);
export const lengthOf = getter(typedArray, 'byteLength');
export const copyInto = method<Uint8Array, [Uint8Array, number], void>(typedArray.set);
/** By the object's own kind, not by what it says: a stream may hold anything. */
export const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && typedArrayName(value as Uint8Array) === 'Uint8Array';

/** A `DataView` is the one view that is no typed array, and has getters of its own. */
const isTyped = (view: ArrayBufferView): view is Uint8Array =>
  typedArrayName(view as Uint8Array) !== undefined;
const bufferOfTyped = getter(typedArray, 'buffer');
const offsetOfTyped = getter(typedArray, 'byteOffset');
const bufferOfDataView = getter(DataView.prototype, 'buffer');
const offsetOfDataView = getter(DataView.prototype, 'byteOffset');
const lengthOfDataView = getter(DataView.prototype, 'byteLength');
const NativeBytes = Uint8Array;

export const isView = ArrayBuffer.isView;
export const viewLength = (view: ArrayBufferView) =>
  isTyped(view) ? lengthOf(view) : lengthOfDataView(view as DataView);
export const viewBuffer = (view: ArrayBufferView) =>
  isTyped(view) ? bufferOfTyped(view) : bufferOfDataView(view as DataView);
const viewOffset = (view: ArrayBufferView) =>
  isTyped(view) ? offsetOfTyped(view) : offsetOfDataView(view as DataView);

/** @throws TypeError for what is no `ArrayBuffer` */
export const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');

/**
 * The bytes in memory that is nobody else's, and not a bit larger.
 *
 * @throws TypeError for memory that has been given away
 */
export function copyOf(source: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  const bytes = isView(source)
    ? new NativeBytes(viewBuffer(source), viewOffset(source), viewLength(source))
    : new NativeBytes(source);
  const copy = new NativeBytes(lengthOf(bytes));
  copyInto(copy, bytes, 0);
  return copy;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encodeWith = method<TextEncoder, [string], Uint8Array>(TextEncoder.prototype.encode);
const decodeWith = method<TextDecoder, [Uint8Array], string>(TextDecoder.prototype.decode);
export const encodeText = (text: string) => encodeWith(encoder, text);
export const decodeText = (bytes: Uint8Array) => decodeWith(decoder, bytes);

export const NativeBlob = Blob;
/** @throws TypeError for what is no `Blob` */
export const blobSize = getter(Blob.prototype, 'size');
export const blobType = getter(Blob.prototype, 'type');
export const blobBuffer = method<Blob, [], Promise<ArrayBuffer>>(Blob.prototype.arrayBuffer);
