/**
 * What bindings ask, on Cloudflare's services: values with a version in D1, files in R2, messages in Queues.
 *
 * Not in Workers KV, whose writes are seen elsewhere up to a minute later and cannot have a condition: the course's rule, that a
 * write with an old version is refused, could not hold there. D1 is one SQLite database, in which a batch is a transaction.
 */
import type { BindingResult, KvEntry, StoreOrQueueCall } from '../../../contract/bindings.ts';
import type { AnswerCall } from '../adapter/index.ts';
import type { D1, R2, R2Object, WorkerEnv } from './cloudflare-services.ts';

type CallOf<Op extends StoreOrQueueCall['op']> = Extract<StoreOrQueueCall, { op: Op }>;

export const D1_TABLES: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL)',
  // One counter for all keys: a key that was deleted and comes back never has an old version again.
  'CREATE TABLE IF NOT EXISTS last_version (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL)',
  'INSERT INTO last_version (id, version) VALUES (1, 0) ON CONFLICT DO NOTHING',
];

export function cloudflareDriver({ DB, BUCKET, QUEUE }: WorkerEnv): AnswerCall {
  const values = DB && new D1Values(DB);
  return async (call) => {
    switch (call.op) {
      case 'kv.get':
      case 'kv.put':
      case 'kv.delete':
      case 'kv.list':
        return done(await bound(values, 'DB').answer(call));
      case 'bucket.put':
      case 'bucket.get':
      case 'bucket.list':
      case 'bucket.delete':
        return done(await answerFile(bound(BUCKET, 'BUCKET'), call));
      case 'queue.send': {
        const { body, delayMs } = call;
        // Whole seconds there: rounded up, so that nobody gets it too early.
        const delay = delayMs === 0 ? {} : { delaySeconds: Math.ceil(delayMs / 1_000) };
        await bound(QUEUE, 'QUEUE').send(body, { contentType: 'text', ...delay });
        // The producer is not told the id that the reader of the queue will see.
        return done(crypto.randomUUID());
      }
    }
  };
}

type Value = Extract<BindingResult, { ok: true }>['value'];

function done(value: Value): BindingResult {
  return { ok: true, value };
}

function bound<Service>(service: Service | undefined, name: string): Service {
  if (service === undefined) throw new Error(`In wrangler.jsonc ontbreekt de binding ${name}.`);
  return service;
}

/** By the order of code units, as everywhere in the course: SQLite and R2 go by bytes. */
function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : 1;
}

class D1Values {
  readonly #db: D1;
  #tables: Promise<unknown> | null = null;

  constructor(db: D1) {
    this.#db = db;
  }

  async answer(call: CallOf<'kv.get' | 'kv.put' | 'kv.delete' | 'kv.list'>): Promise<Value> {
    this.#tables ??= this.#db.batch(D1_TABLES.map((sql) => this.#db.prepare(sql)));
    await this.#tables;
    switch (call.op) {
      case 'kv.get': {
        const found = this.#db.prepare('SELECT key, value, version FROM kv WHERE key = ?1').bind(call.key);
        return (await found.all<KvEntry>()).results[0] ?? null;
      }
      case 'kv.put':
        return this.#put(call);
      case 'kv.delete':
        return this.#delete(call);
      case 'kv.list': {
        const found = this.#db
          .prepare(
            'SELECT key, value, version FROM kv WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key LIMIT ?2',
          )
          .bind(call.prefix, call.limit);
        return [...(await found.all<KvEntry>()).results].sort(byKey);
      }
    }
  }

  async #put({ key, value, ifVersion }: CallOf<'kv.put'>): Promise<number | null> {
    const next = this.#db.prepare('UPDATE last_version SET version = version + 1');
    const insert =
      'INSERT INTO kv (key, value, version) SELECT ?1, ?2, version FROM last_version WHERE true ON CONFLICT (key) DO';
    const write =
      typeof ifVersion === 'number'
        ? this.#db
            .prepare(
              'UPDATE kv SET value = ?2, version = (SELECT version FROM last_version) WHERE key = ?1 AND version = ?3 RETURNING version',
            )
            .bind(key, value, ifVersion)
        : this.#db
            .prepare(
              ifVersion === null
                ? `${insert} NOTHING RETURNING version`
                : `${insert} UPDATE SET value = excluded.value, version = excluded.version RETURNING version`,
            )
            .bind(key, value);
    const [, written] = await this.#db.batch([next, write]);
    const [row] = (written?.results ?? []) as readonly { readonly version: number }[];
    return row?.version ?? null;
  }

  async #delete({ key, ifVersion }: CallOf<'kv.delete'>): Promise<boolean> {
    // Only when it isn't there: then there is nothing to delete.
    if (ifVersion === null) return false;
    const gone =
      ifVersion === undefined
        ? this.#db.prepare('DELETE FROM kv WHERE key = ?1').bind(key)
        : this.#db.prepare('DELETE FROM kv WHERE key = ?1 AND version = ?2').bind(key, ifVersion);
    return (await gone.run()).meta.changes > 0;
  }
}

type FileCall = CallOf<'bucket.put' | 'bucket.get' | 'bucket.list' | 'bucket.delete'>;

async function answerFile(bucket: R2, call: FileCall): Promise<Value> {
  switch (call.op) {
    case 'bucket.put': {
      const { key, body, contentType } = call;
      await bucket.put(key, body, { httpMetadata: { contentType } });
      return { key, size: body.byteLength, contentType };
    }
    case 'bucket.get': {
      const found = await bucket.get(call.key);
      return found && { ...infoOf(found), body: new Uint8Array(await found.arrayBuffer()) };
    }
    case 'bucket.list':
      return (await allUnder(bucket, call.prefix)).map(infoOf).sort(byKey);
    case 'bucket.delete': {
      const isThere = (await bucket.head(call.key)) !== null;
      if (isThere) await bucket.delete(call.key);
      return isThere;
    }
  }
}

async function allUnder(bucket: R2, prefix: string): Promise<R2Object[]> {
  const found: R2Object[] = [];
  let cursor: string | undefined;
  do {
    const page = await bucket.list({ prefix, include: ['httpMetadata'], ...(cursor && { cursor }) });
    found.push(...page.objects);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return found;
}

function infoOf({ key, size, httpMetadata }: R2Object) {
  return { key, size, contentType: httpMetadata?.contentType ?? 'application/octet-stream' };
}
