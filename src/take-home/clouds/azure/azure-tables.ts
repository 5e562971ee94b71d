/**
 * The key-value store in Azure Table storage: a row a key. A row is written only while it is as it was read (its ETag), which is
 * how the condition on a version holds between instances.
 *
 * Versions are the course's own numbers, from one row that counts: as in the lab, each write has another one, and a key that
 * was deleted and comes back never has an old one. A number that was drawn for a write that came too late is not used again.
 */
import { createHash } from 'node:crypto';
import type { KvEntry } from '../../../contract/bindings.ts';

/** What is used of a row, as the package of Azure has it. */
export interface Row {
  readonly partitionKey?: string;
  readonly rowKey?: string;
  readonly etag?: string;
  readonly [name: string]: unknown;
}

type WrittenRow = Row & { readonly partitionKey: string; readonly rowKey: string };

/** What is used of a `TableClient`. */
export interface Table {
  /** Does nothing when it is there. */
  createTable(): Promise<unknown>;
  getEntity(partitionKey: string, rowKey: string, options?: object): Promise<Row>;
  createEntity(row: WrittenRow): Promise<{ readonly etag?: string }>;
  updateEntity(
    row: WrittenRow,
    mode: 'Replace',
    options: { readonly etag: string },
  ): Promise<{ readonly etag?: string }>;
  deleteEntity(partitionKey: string, rowKey: string, options: { readonly etag: string }): Promise<unknown>;
  listEntities(options: object): AsyncIterable<Row>;
}

export interface Kv {
  get(key: string): Promise<KvEntry | null>;
  /** @returns the new version; null when the condition was not met */
  put(key: string, value: string, ifVersion: number | null | undefined): Promise<number | null>;
  delete(key: string, ifVersion: number | null | undefined): Promise<boolean>;
  /** Reads every row: Azure knows no order of keys but that of their hashes. */
  list(prefix: string, limit: number): Promise<KvEntry[]>;
}

const ROWS = 'kv';
const COUNTER = { partitionKey: 'teller', rowKey: 'versie' };
/** Of one property of a row. Source: Azure Table storage, "property types", binary. */
const PIECE_BYTES = 64 * 1024;

const NOT_FOUND = 404;
/** It is there already; it is not as it was read. */
const REFUSED: readonly unknown[] = [409, 412];

interface Read {
  readonly version: number;
  readonly etag: string;
}

export function kvIn(table: Table): Kv {
  const nextVersion = counterIn(table);

  async function read(key: string): Promise<Read | null> {
    const row = await found(table.getEntity(ROWS, rowKeyOf(key), { queryOptions: { select: ['versie'] } }));
    return row && { version: Number(row['versie']), etag: row.etag ?? '' };
  }

  const isMet = (row: Read | null, ifVersion: number | null | undefined) =>
    ifVersion === undefined || (row?.version ?? null) === ifVersion;

  return {
    async get(key) {
      const row = await found(table.getEntity(ROWS, rowKeyOf(key)));
      return row && entryOf(row);
    },

    async put(key, value, ifVersion) {
      let mine: number | null = null;
      for (;;) {
        const row = await read(key);
        // The write was done after all: its answer was lost on the way, and the package asked again.
        if (row !== null && row.version === mine) return mine;
        if (!isMet(row, ifVersion)) return null;
        mine = await nextVersion();
        const written = rowOf(key, value, mine);
        const writing =
          row === null
            ? table.createEntity(written)
            : table.updateEntity(written, 'Replace', { etag: row.etag });
        if (await isDone(writing)) return mine;
      }
    },

    async delete(key, ifVersion) {
      for (;;) {
        const row = await read(key);
        if (row === null || !isMet(row, ifVersion)) return false;
        if (await isDone(table.deleteEntity(ROWS, rowKeyOf(key), { etag: row.etag }))) return true;
      }
    },

    async list(prefix, limit) {
      const entries: KvEntry[] = [];
      const rows = table.listEntities({ queryOptions: { filter: `PartitionKey eq '${ROWS}'` } });
      for await (const row of rows) {
        const entry = entryOf(row);
        if (entry.key.startsWith(prefix)) entries.push(entry);
      }
      return entries.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
    },
  };
}

/** Draws numbers that no other instance draws. In this process one at a time, so that it is not in its own way. */
function counterIn(table: Table): () => Promise<number> {
  let known: { readonly last: number; readonly etag: string } | null = null;
  let before: Promise<unknown> = Promise.resolve();

  async function draw(): Promise<number> {
    for (;;) {
      known ??= await readCounter();
      const last = known.last + 1;
      const { etag } = known;
      known = null;
      try {
        const done = await table.updateEntity({ ...COUNTER, laatste: last }, 'Replace', { etag });
        if (done.etag !== undefined) known = { last, etag: done.etag };
        return last;
      } catch (error) {
        if (!REFUSED.includes(statusOf(error))) throw error;
      }
    }
  }

  async function readCounter() {
    for (;;) {
      const row = await found(table.getEntity(COUNTER.partitionKey, COUNTER.rowKey));
      if (row !== null) return { last: Number(row['laatste']), etag: row.etag ?? '' };
      await isDone(table.createEntity({ ...COUNTER, laatste: 0 }));
    }
  }

  return () => {
    const drawn = before.then(draw, draw);
    before = drawn;
    return drawn;
  };
}

/** A row's key may hold no slash, and less than a key of ours. */
function rowKeyOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A value is longer than one property may be, so it goes in pieces. */
function rowOf(key: string, value: string, version: number): WrittenRow {
  const bytes = Buffer.from(value);
  const pieces: Record<string, Uint8Array> = {};
  for (let from = 0; from < bytes.byteLength; from += PIECE_BYTES) {
    pieces[`waarde${from / PIECE_BYTES}`] = new Uint8Array(bytes.subarray(from, from + PIECE_BYTES));
  }
  return { partitionKey: ROWS, rowKey: rowKeyOf(key), sleutel: key, versie: version, ...pieces };
}

function entryOf(row: Row): KvEntry {
  const pieces: Uint8Array[] = [];
  for (let at = 0; row[`waarde${at}`] instanceof Uint8Array; at += 1) {
    pieces.push(row[`waarde${at}`] as Uint8Array);
  }
  const value = Buffer.concat(pieces).toString('utf8');
  return { key: String(row['sleutel']), value, version: Number(row['versie']) };
}

async function found(asked: Promise<Row>): Promise<Row | null> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) return null;
    throw error;
  }
}

/** @returns false when somebody else was there first */
async function isDone(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (REFUSED.includes(statusOf(error)) || statusOf(error) === NOT_FOUND) return false;
    throw error;
  }
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
}
