/**
 * `context.kv` on DynamoDB. All entries are one collection: partition `kv`, sort key the reader's own key.
 *
 * A write raises the entry's own version in the same call that checks it. A deletion takes the value away and leaves the
 * version behind, so that a key that comes back goes on counting and never has an old version again; what is left of it is
 * counted as absent everywhere.
 */
import type { BindingResult, KvEntry, StoreOrQueueCall } from '../../../../contract/bindings.ts';
import { utf8Length } from '../../../../contract/utf8.ts';
import type { Client, DynamoSdk, Item } from './aws-sdk.ts';

export type KvCall = Extract<StoreOrQueueCall, { op: `kv.${string}` }>;

const PARTITION = { S: 'kv' };
/** DynamoDB counts keys, values and the names of attributes together. */
const ITEM_LIMIT_BYTES = 400 * 1024;
/** Names of the four attributes, the partition, and a version at its longest. */
const ITEM_OVERHEAD_BYTES = 64;
/** UTF-8, the order of DynamoDB, puts these before what code units put before them: the pairs of a surrogate. */
const ABOVE_SURROGATES = /[\uE000-\uFFFF]/;

export class DynamoKv {
  readonly #sdk: DynamoSdk;
  readonly #client: Client;
  readonly #table: string;

  constructor(sdk: DynamoSdk, client: Client, table: string) {
    this.#sdk = sdk;
    this.#client = client;
    this.#table = table;
  }

  async answer(call: KvCall): Promise<BindingResult> {
    switch (call.op) {
      case 'kv.get':
        return { ok: true, value: await this.#get(call.key) };
      case 'kv.list':
        return { ok: true, value: await this.list(call.prefix, call.limit) };
      case 'kv.put':
        return this.#put(call);
      case 'kv.delete':
        return { ok: true, value: await this.#delete(call) };
    }
  }

  async #get(key: string): Promise<KvEntry | null> {
    const command = new this.#sdk.GetItemCommand({ ...this.#place(key), ConsistentRead: true });
    const { Item: item } = await this.#client.send(command);
    return item === undefined ? null : entryOf(item);
  }

  /** By key, in the order of code units. */
  async list(prefix: string, limit: number): Promise<readonly KvEntry[]> {
    const found: KvEntry[] = [];
    let isInOrder = true;
    let from: Item | undefined;
    do {
      const { Items: items = [], LastEvaluatedKey: last } = await this.#client.send(
        new this.#sdk.QueryCommand({
          TableName: this.#table,
          ConsistentRead: true,
          KeyConditionExpression: prefix === '' ? 'p = :p' : 'p = :p AND begins_with(k, :prefix)',
          FilterExpression: 'attribute_exists(v)',
          ExpressionAttributeValues: { ':p': PARTITION, ...(prefix !== '' && { ':prefix': { S: prefix } }) },
          ExclusiveStartKey: from,
        }),
      );
      for (const item of items) {
        const entry = entryOf(item);
        if (entry !== null) found.push(entry);
        if (entry !== null && ABOVE_SURROGATES.test(entry.key)) isInOrder = false;
      }
      from = last;
      // What is still to come may belong further to the front only after a key of this kind.
    } while (from !== undefined && !(isInOrder && found.length >= limit));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
  }

  async #put({ key, value, ifVersion }: Extract<KvCall, { op: 'kv.put' }>): Promise<BindingResult> {
    const room = ITEM_LIMIT_BYTES - ITEM_OVERHEAD_BYTES - utf8Length(key);
    const bytes = utf8Length(value);
    if (bytes > room) {
      return {
        ok: false,
        failure: { code: 'KV_VALUE_TOO_LARGE', details: { key, bytes, limitBytes: room } },
      };
    }
    const item = await this.#updateIf(key, ifVersion, 'SET v = :v ADD n :one', { ':v': { S: value } });
    return { ok: true, value: item === null ? null : Number(item['n']?.N) };
  }

  async #delete({ key, ifVersion }: Extract<KvCall, { op: 'kv.delete' }>): Promise<boolean> {
    // Nothing is deleted that isn't there, whatever the condition was.
    if (ifVersion === null) return false;
    return (await this.#updateIf(key, ifVersion ?? 'there', 'ADD n :one REMOVE v', {})) !== null;
  }

  /** @returns null when the condition was not met, and nothing has changed */
  async #updateIf(
    key: string,
    condition: number | null | undefined | 'there',
    update: string,
    values: Item,
  ): Promise<Item | null> {
    const isVersion = typeof condition === 'number';
    const found = condition === null ? 'attribute_not_exists(v)' : 'attribute_exists(v)';
    const command = new this.#sdk.UpdateItemCommand({
      ...this.#place(key),
      UpdateExpression: update,
      ConditionExpression:
        condition === undefined ? undefined : isVersion ? `${found} AND n = :version` : found,
      ExpressionAttributeValues: {
        ...values,
        ':one': { N: '1' },
        ...(isVersion && { ':version': { N: String(condition) } }),
      },
      ReturnValues: 'UPDATED_NEW',
    });
    try {
      return (await this.#client.send(command)).Attributes ?? {};
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return null;
      throw error;
    }
  }

  #place(key: string) {
    return { TableName: this.#table, Key: { p: PARTITION, k: { S: key } } };
  }
}

/** @returns null for what is left of a deleted one */
function entryOf(item: Item): KvEntry | null {
  const value = item['v']?.S;
  return value === undefined ? null : { key: item['k']?.S ?? '', value, version: Number(item['n']?.N) };
}
