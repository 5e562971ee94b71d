/**
 * `context.bucket` on S3. An object that a function puts carries how far it is from where its chain of events began, so that
 * functions which set each other off through the bucket can be stopped.
 */
import type {
  BindingResult,
  ObjectInfo,
  StoredObject,
  StoreOrQueueCall,
} from '../../../../contract/bindings.ts';
import type { Client, S3Sdk } from './aws-sdk.ts';
import { HOPS } from './hops.ts';

export type BucketCall = Extract<StoreOrQueueCall, { op: `bucket.${string}` }>;

const NO_TYPE = 'application/octet-stream';
/** A list has no content types: each object is asked for its own, so many at once. */
const HEADS_AT_ONCE = 16;

export interface ObjectHead extends ObjectInfo {
  readonly eTag: string | undefined;
  readonly hops: number;
}

export class S3Bucket {
  readonly #sdk: S3Sdk;
  readonly #client: Client;
  readonly #bucket: string;

  constructor(sdk: S3Sdk, client: Client, bucket: string) {
    this.#sdk = sdk;
    this.#client = client;
    this.#bucket = bucket;
  }

  /** @param hops of what is put now */
  async answer(call: BucketCall, hops: number): Promise<BindingResult> {
    switch (call.op) {
      case 'bucket.get':
        return { ok: true, value: await this.get(call.key) };
      case 'bucket.list':
        return { ok: true, value: await this.list(call.prefix) };
      case 'bucket.put':
        return { ok: true, value: await this.#put(call, hops) };
      case 'bucket.delete':
        return { ok: true, value: await this.#delete(call.key) };
    }
  }

  /** @returns null when there is none */
  async head(key: string): Promise<ObjectHead | null> {
    const found = await orAbsent(this.#client.send(new this.#sdk.HeadObjectCommand(this.#place(key))));
    if (found === null) return null;
    const { ContentLength: size = 0, ContentType: contentType = NO_TYPE, ETag: eTag, Metadata } = found;
    return { key, size, contentType, eTag, hops: Number(Metadata?.[HOPS] ?? 0) };
  }

  /** @returns null when there is none */
  async get(key: string): Promise<StoredObject | null> {
    const found = await orAbsent(this.#client.send(new this.#sdk.GetObjectCommand(this.#place(key))));
    if (found === null) return null;
    const body = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
    return { key, size: body.byteLength, contentType: found.ContentType ?? NO_TYPE, body };
  }

  /** By key, in the order of code units. */
  async list(prefix: string): Promise<readonly ObjectInfo[]> {
    const keys: string[] = [];
    let next: string | undefined;
    do {
      const command = new this.#sdk.ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: prefix,
        ContinuationToken: next,
      });
      const { Contents: found = [], NextContinuationToken: token } = await this.#client.send(command);
      for (const { Key: key } of found) if (key !== undefined) keys.push(key);
      next = token;
    } while (next !== undefined);
    // S3 has the order of UTF-8.
    keys.sort();
    const infos: ObjectInfo[] = [];
    for (let at = 0; at < keys.length; at += HEADS_AT_ONCE) {
      const heads = await Promise.all(keys.slice(at, at + HEADS_AT_ONCE).map((key) => this.head(key)));
      for (const head of heads) {
        if (head !== null) infos.push({ key: head.key, size: head.size, contentType: head.contentType });
      }
    }
    return infos;
  }

  async #put(
    { key, body, contentType }: Extract<BucketCall, { op: 'bucket.put' }>,
    hops: number,
  ): Promise<ObjectInfo> {
    const object = { ...this.#place(key), Body: body, ContentType: contentType };
    await this.#client.send(
      new this.#sdk.PutObjectCommand({ ...object, Metadata: { [HOPS]: String(hops) } }),
    );
    return { key, size: body.byteLength, contentType };
  }

  /** S3 says nothing of what it deletes: it is looked at first, and deleted if it is still that. */
  async #delete(key: string): Promise<boolean> {
    for (;;) {
      const found = await this.head(key);
      if (found === null) return false;
      const command = new this.#sdk.DeleteObjectCommand({ ...this.#place(key), IfMatch: found.eTag });
      try {
        await this.#client.send(command);
        return true;
      } catch (error) {
        // Somebody else wrote or deleted it in between: it is looked at again.
        if (![404, 409, 412].includes(statusOf(error) ?? 0)) throw error;
      }
    }
  }

  #place(key: string) {
    return { Bucket: this.#bucket, Key: key };
  }
}

async function orAbsent<Output>(asked: Promise<Output>): Promise<Output | null> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
