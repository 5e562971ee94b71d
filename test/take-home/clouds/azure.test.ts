/**
 * The stores of Azure keep the rules of the lab. A small table stands in for Azure's here, with its conditions on a row; the
 * conformance run (`test/clouds/`) has the real packages and Azurite.
 */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { KV_VALUE_LIMIT_BYTES } from '../../../src/contract/lab-defaults.ts';
import { KvStore } from '../../../src/engine/stores/kv-store.ts';
import type { CloudManifest } from '../../../src/take-home/clouds/adapter/index.ts';
import { type AzureHandler, register } from '../../../src/take-home/clouds/azure/azure-adapter.ts';
import { kvIn, type Row, type Table } from '../../../src/take-home/clouds/azure/azure-tables.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';

const PROPERTY_LIMIT_BYTES = 64 * 1024;

const refused = (statusCode: number) => Object.assign(new Error(String(statusCode)), { statusCode });

/** Rows with an ETag, of which only what Azure promises is kept: each call is one step, and others may come in between. */
class StandInTable implements Table {
  readonly rows = new Map<string, Row>();
  /** Of the next write that is done: its answer gets lost, and the package asks again. */
  losesAnswer = false;
  #writes = 0;

  async createTable() {}

  async getEntity(partitionKey: string, rowKey: string) {
    await Promise.resolve();
    const row = this.rows.get(`${partitionKey} ${rowKey}`);
    if (row === undefined) throw refused(404);
    return row;
  }

  async createEntity(row: Row) {
    await Promise.resolve();
    if (this.rows.has(placeOf(row))) throw refused(409);
    return this.#write(row, 409);
  }

  async updateEntity(row: Row, _mode: 'Replace', { etag }: { readonly etag: string }) {
    await Promise.resolve();
    this.#match(placeOf(row), etag);
    return this.#write(row, 412);
  }

  async deleteEntity(partitionKey: string, rowKey: string, { etag }: { readonly etag: string }) {
    await Promise.resolve();
    this.#match(`${partitionKey} ${rowKey}`, etag);
    this.rows.delete(`${partitionKey} ${rowKey}`);
  }

  async *listEntities() {
    for (const row of this.rows.values()) if (row.partitionKey === 'kv') yield row;
  }

  #match(place: string, etag: string): void {
    const row = this.rows.get(place);
    if (row === undefined) throw refused(404);
    if (row.etag !== etag) throw refused(412);
  }

  #write(row: Row, again: number) {
    for (const value of Object.values(row)) {
      if (value instanceof Uint8Array && value.byteLength > PROPERTY_LIMIT_BYTES) throw refused(400);
    }
    this.#writes += 1;
    const etag = `W/"${this.#writes}"`;
    this.rows.set(placeOf(row), { ...row, etag });
    if (this.losesAnswer && row.partitionKey === 'kv') {
      this.losesAnswer = false;
      throw refused(again);
    }
    return { etag };
  }
}

const placeOf = ({ partitionKey, rowKey }: Row) => `${partitionKey} ${rowKey}`;

describe('values in a table', () => {
  const key = fc.constantFrom('a', 'a/b', 'aé', 'b', '#?%');
  const condition = fc.option(fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }), { nil: undefined });
  const call = fc.oneof(
    fc.record({ op: fc.constant('put'), key, condition, value: fc.json() }),
    fc.record({ op: fc.constant('delete'), key, condition, value: fc.constant('') }),
  );

  test('one after another, each call comes to what it comes to in the lab, to the version', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 30 }), async (calls) => {
        const [kv, lab] = [kvIn(new StandInTable()), new KvStore()];
        for (const { op, key: at, condition: ifVersion, value } of calls) {
          const isMet = lab.isMet(at, ifVersion);
          if (op === 'put') {
            const version = isMet ? lab.put(at, value).version : null;
            expect(await kv.put(at, value, ifVersion)).toBe(version);
          } else {
            expect(await kv.delete(at, ifVersion)).toBe(isMet && lab.delete(at));
          }
          expect(await kv.get(at)).toEqual(lab.get(at));
        }
        expect(await kv.list('a', 3)).toEqual(lab.list('a', 3));
      }),
      { numRuns: 60 },
    );
  });

  test('of many instances at once that count, none loses a count', async () => {
    const table = new StandInTable();
    const instances = Array.from({ length: 8 }, () => kvIn(table));
    const count = async (kv: (typeof instances)[number]) => {
      for (;;) {
        const found = await kv.get('likes');
        const next = String(Number(found?.value ?? 0) + 1);
        if ((await kv.put('likes', next, found?.version ?? null)) !== null) return;
      }
    };
    await Promise.all(instances.flatMap((kv) => [count(kv), count(kv), count(kv)]));
    expect((await instances[0]?.get('likes'))?.value).toBe('24');
  });

  test('of many that create one key at once, one does', async () => {
    const table = new StandInTable();
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, at) => kvIn(table).put('eerste', String(at), null)),
    );
    expect(made.filter((version) => version !== null)).toHaveLength(1);
  });

  test.each([null, 'known'] as const)('a write whose answer was lost is done once (%s)', async (before) => {
    const table = new StandInTable();
    const kv = kvIn(table);
    const known = before === null ? null : await kv.put('a', '1', undefined);
    table.losesAnswer = true;
    const version = await kv.put('a', '2', known);
    expect(version).toBeGreaterThan(known ?? 0);
    expect(await kv.get('a')).toEqual({ key: 'a', value: '2', version });
  });

  test('the longest value fits, cut anywhere in a character', async () => {
    const kv = kvIn(new StandInTable());
    const value = JSON.stringify('€'.repeat(Math.floor((KV_VALUE_LIMIT_BYTES - 2) / 3)));
    await kv.put('lang', value, undefined);
    expect((await kv.get('lang'))?.value).toBe(value);
  });

  test('what Azure itself says that is no refusal is told', async () => {
    const busy = async () => {
      throw refused(503);
    };
    const kv = kvIn(Object.assign(new StandInTable(), { getEntity: busy }));
    await expect(kv.get('a')).rejects.toThrow('503');
    await expect(kv.put('a', '1', null)).rejects.toThrow('503');
    await expect(kv.delete('a', null)).rejects.toThrow('503');
    await expect(
      kvIn(Object.assign(new StandInTable(), { updateEntity: busy })).put('a', '1', null),
    ).rejects.toThrow('503');
  });
});

describe('a request', () => {
  const MANIFEST: CloudManifest = {
    name: 'proef',
    target: 'azure',
    functions: [
      {
        name: 'zeg-na',
        entry: 'zeg-na.js',
        trigger: { type: 'http', routes: ['PUT /pad/:id'] },
        grants: [],
        memoryMb: 128,
        timeoutMs: 3_000,
        env: {},
      },
    ],
    services: [],
  };
  const sayAgain = async (request: Request, { params }: { params: object }) =>
    Response.json([request.method, request.url, await request.text(), params], { status: 201 });

  test('on any path goes to one function of Azure, and from there by the course’s own routes', async () => {
    const known: { name: string; options: Record<string, unknown> }[] = [];
    const http = (name: string, options: object) => known.push({ name, options: { ...options } });
    const handler: AzureHandler = register({ app: { http } }, MANIFEST, { 'zeg-na': sayAgain });
    expect(known).toEqual([
      { name: 'functielab', options: expect.objectContaining({ route: '{*pad}', handler }) },
    ]);
    const url = 'https://app.test/pad/a%20b?q=1';
    const answer = await handler(new Request(url, { method: 'PUT', body: 'zó' }));
    expect(answer).toMatchObject({ status: 201, headers: [['content-type', 'application/json']] });
    expect(JSON.parse(new TextDecoder().decode(answer.body))).toEqual(['PUT', url, 'zó', { id: 'a b' }]);
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect((await handler(new Request('https://app.test/pad', { method: 'PUT' }))).status).toBe(404);
    told.mockRestore();
  });
});

describe('a project', () => {
  const filesOf = async (name: string, env: Readonly<Record<string, string>> = {}) => {
    const sample = { ...sampleFromDisk(name), env };
    const asked = { name, sample, files: sample.files, examples: [] };
    const files = await cloudProject(targetOf('azure'), asked);
    return (path: string) => files.find((file) => file.path === path)?.text ?? '';
  };

  test('has its settings in files, whatever they hold, and no shell reads them', async () => {
    const value = `Hé "jij" $HOME 'x'`;
    const textOf = await filesOf('begroet', { GROET: value });
    expect(JSON.parse(textOf('local.settings.json')).Values).toMatchObject({ GROET: value });
    expect(JSON.parse(textOf('instellingen.json'))).toContainEqual({ name: 'GROET', value });
    expect(textOf('LEESMIJ.md')).not.toContain('jij');
    expect(textOf('.funcignore')).toContain('instellingen.json\n');
  });

  test('loads only the packages of the stores that it uses', async () => {
    expect((await filesOf('begroet'))('index.mjs')).not.toMatch(/data-tables|storage-blob/);
    const stored = (await filesOf('likes-met-versie'))('index.mjs');
    expect(stored).toContain('data-tables');
    expect(stored).not.toContain('storage-blob');
  });
});
