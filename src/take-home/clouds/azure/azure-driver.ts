/** What bindings ask, on the storage account that every function app has. Each store is made when it is first asked for. */
import type { BindingValue, StoreOrQueueCall } from '../../../contract/bindings.ts';
import type { AnswerCall } from '../adapter/index.ts';
import { type BlobContainer, type Bucket, bucketIn } from './azure-blobs.ts';
import { type Kv, kvIn, type Table } from './azure-tables.ts';

/** The packages of Azure for the stores that the project uses; the others are absent. */
export interface AzureStorage {
  readonly TableClient?: {
    fromConnectionString(
      connection: string,
      name: string,
      options: { readonly allowInsecureConnection: boolean },
    ): Table;
  };
  readonly ContainerClient?: new (connection: string, name: string) => BlobContainer;
}

export interface AzureStores {
  kv(): Promise<Kv>;
  bucket(): Promise<Bucket>;
}

/** Of the table and of the container. */
const STORE_NAME = 'functielab';

/** @param connection of the storage account */
export function azureStores({ TableClient, ContainerClient }: AzureStorage, connection: string): AzureStores {
  return {
    kv: once(async () => {
      if (TableClient === undefined) throw new Error('Dit project heeft geen toegang tot context.kv.');
      // Only the emulator on the reader's own computer speaks without TLS.
      const allowInsecureConnection = !connection.includes('DefaultEndpointsProtocol=https');
      const table = TableClient.fromConnectionString(connection, STORE_NAME, { allowInsecureConnection });
      await table.createTable();
      return kvIn(table);
    }),
    bucket: once(async () => {
      if (ContainerClient === undefined)
        throw new Error('Dit project heeft geen toegang tot context.bucket.');
      const container = new ContainerClient(connection, STORE_NAME);
      await container.createIfNotExists();
      return bucketIn(container);
    }),
  };
}

export function answerFrom(stores: AzureStores): AnswerCall {
  return async (call) => ({ ok: true, value: await performOn(stores, call) });
}

async function performOn(stores: AzureStores, call: StoreOrQueueCall): Promise<BindingValue> {
  switch (call.op) {
    case 'kv.get':
      return (await stores.kv()).get(call.key);
    case 'kv.put':
      return (await stores.kv()).put(call.key, call.value, call.ifVersion);
    case 'kv.delete':
      return (await stores.kv()).delete(call.key, call.ifVersion);
    case 'kv.list':
      return (await stores.kv()).list(call.prefix, call.limit);
    case 'bucket.put':
      return (await stores.bucket()).put(call.key, call.body, call.contentType);
    case 'bucket.get':
      return (await stores.bucket()).get(call.key);
    case 'bucket.list':
      return (await stores.bucket()).list(call.prefix);
    case 'bucket.delete':
      return (await stores.bucket()).delete(call.key);
    case 'queue.send':
      throw new Error('Op dit platform is er geen queue.');
  }
}

/** One that failed is tried again the next time. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}
