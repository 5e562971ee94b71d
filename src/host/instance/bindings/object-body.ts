/** What an author puts in a bucket, as bytes; and what comes out, as whatever he wants of it. */
import { CONTENT_TYPE } from '../../../contract/binding-rules.ts';
import type { StoredObject } from '../../../contract/bindings.ts';
import type { BucketObject } from '../../../contract/context.ts';
import { utf8Length } from '../../../contract/utf8.ts';
import { blobBytes } from '../blobs.ts';
import {
  blobSize,
  blobType,
  bufferLength,
  copyOf,
  decodeText,
  encodeText,
  isView,
  NativeBlob,
  parse,
  viewLength,
} from '../primitives.ts';
import { BindingError } from './binding-error.ts';

const TEXT = 'text/plain;charset=UTF-8';
const BYTES = 'application/octet-stream';

export interface ObjectBody {
  readonly bytes: number;
  /** What it is when nobody says otherwise. */
  readonly contentType: string;
  /**
   * A copy: what the author does with his own after this changes nothing. Only a `Blob` has to be waited for.
   *
   * @throws BindingError `BODY_INVALID` for memory that has been given away, or a file that is gone
   */
  read(): Uint8Array | Promise<Uint8Array>;
}

/** @returns null for what holds no bytes */
export function bodyOf(body: unknown): ObjectBody | null {
  if (typeof body === 'string')
    return { bytes: utf8Length(body), contentType: TEXT, read: () => copyOf(encodeText(body)) };
  const bufferBytes = isView(body) ? viewLength(body) : tryLength(bufferLength, body);
  if (bufferBytes !== null)
    return { bytes: bufferBytes, contentType: BYTES, read: () => readBuffer(body as ArrayBuffer) };
  const blobBytes = tryLength(blobSize, body);
  if (blobBytes === null) return null;
  const blob = body as Blob;
  return { bytes: blobBytes, contentType: blobType(blob) || BYTES, read: () => readBlob(blob) };
}

/** What no header can hold becomes what says least. */
export function contentTypeOf(wanted: unknown, otherwise: string): string {
  if (wanted === undefined) return CONTENT_TYPE.test(otherwise) ? otherwise : BYTES;
  return typeof wanted === 'string' && CONTENT_TYPE.test(wanted) ? wanted : BYTES;
}

export function bucketObject({ key, size, contentType, body }: StoredObject): BucketObject {
  const text = () => decodeText(body);
  return {
    key,
    size,
    contentType,
    bytes: () => copyOf(body),
    text,
    json: () => parse(text()),
    blob: () => new NativeBlob([copyOf(body)], { type: contentType }),
  };
}

function readBuffer(source: ArrayBuffer | ArrayBufferView): Uint8Array {
  try {
    return copyOf(source);
  } catch (cause) {
    throw new BindingError({ code: 'BODY_INVALID' }, { cause });
  }
}

async function readBlob(blob: Blob): Promise<Uint8Array> {
  try {
    return await blobBytes(blob);
  } catch (cause) {
    throw new BindingError({ code: 'BODY_INVALID' }, { cause });
  }
}

/** Asks the browser itself what it is; that throws for anything else. */
function tryLength<Kind>(length: (self: Kind) => number, value: unknown): number | null {
  try {
    return length(value as Kind);
  } catch {
    return null;
  }
}
