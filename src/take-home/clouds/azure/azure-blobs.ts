/** The bucket in Azure Blob storage: a blob an object, under its own key. */
import { buffer } from 'node:stream/consumers';
import type { ObjectInfo, StoredObject } from '../../../contract/bindings.ts';

interface Blob {
  upload(
    body: Uint8Array,
    bytes: number,
    options: { readonly blobHTTPHeaders: { readonly blobContentType: string } },
  ): Promise<unknown>;
  download(offset: number): Promise<{
    readonly contentType?: string;
    readonly readableStreamBody?: NodeJS.ReadableStream;
  }>;
  deleteIfExists(): Promise<{ readonly succeeded: boolean }>;
}

/** What is used of a `ContainerClient`. */
export interface BlobContainer {
  createIfNotExists(): Promise<unknown>;
  getBlockBlobClient(key: string): Blob;
  listBlobsFlat(options: { readonly prefix: string }): AsyncIterable<{
    readonly name: string;
    readonly properties: { readonly contentLength?: number; readonly contentType?: string };
  }>;
}

export interface Bucket {
  put(key: string, body: Uint8Array, contentType: string): Promise<ObjectInfo>;
  get(key: string): Promise<StoredObject | null>;
  list(prefix: string): Promise<ObjectInfo[]>;
  delete(key: string): Promise<boolean>;
}

const NOT_FOUND = 404;

export function bucketIn(container: BlobContainer): Bucket {
  return {
    async put(key, body, contentType) {
      const options = { blobHTTPHeaders: { blobContentType: contentType } };
      await container.getBlockBlobClient(key).upload(body, body.byteLength, options);
      return { key, size: body.byteLength, contentType };
    },

    async get(key) {
      try {
        const { contentType = '', readableStreamBody } = await container.getBlockBlobClient(key).download(0);
        const body = readableStreamBody ? new Uint8Array(await buffer(readableStreamBody)) : new Uint8Array();
        return { key, size: body.byteLength, contentType, body };
      } catch (error) {
        if (error instanceof Error && 'statusCode' in error && error.statusCode === NOT_FOUND) return null;
        throw error;
      }
    },

    async list(prefix) {
      const objects: ObjectInfo[] = [];
      for await (const { name, properties } of container.listBlobsFlat({ prefix })) {
        const { contentLength = 0, contentType = '' } = properties;
        objects.push({ key: name, size: contentLength, contentType });
      }
      return objects.sort((a, b) => (a.key < b.key ? -1 : 1));
    },

    async delete(key) {
      return (await container.getBlockBlobClient(key).deleteIfExists()).succeeded;
    },
  };
}
