/** What is Cloudflare's own in a project: values with a version in SQLite, days of a cron, its configuration, and who listens along. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import type { StoreOrQueueCall } from '../../../src/contract/bindings.ts';
import type { CloudManifest } from '../../../src/take-home/clouds/adapter/index.ts';
import { worker } from '../../../src/take-home/clouds/cloudflare/cloudflare-adapter.ts';
import { cloudflareCron } from '../../../src/take-home/clouds/cloudflare/cloudflare-cron.ts';
import { cloudflareDriver } from '../../../src/take-home/clouds/cloudflare/cloudflare-driver.ts';
import type { D1, D1Statement } from '../../../src/take-home/clouds/cloudflare/cloudflare-services.ts';
import { Watch } from '../../../src/take-home/clouds/cloudflare/watching.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';

/** The SQLite in Node, as D1 is asked: the driver's SQL is what is tried here; D1 itself is in `test/clouds/`. */
function sqlite(): D1 {
  const db = new DatabaseSync(':memory:');
  const statement = (sql: string, values: readonly unknown[]) => {
    const given = Object.fromEntries(values.map((value, at) => [`?${at + 1}`, value as SQLInputValue]));
    const own: D1Statement & { now(): { results: unknown[] } } = {
      bind: (...bound) => statement(sql, bound),
      now: () => ({ results: db.prepare(sql).all(given) }),
      all: async <Row>() => ({ results: db.prepare(sql).all(given) as Row[] }),
      run: async () => ({ meta: { changes: Number(db.prepare(sql).run(given).changes) } }),
    };
    return own;
  };
  return {
    prepare: (sql) => statement(sql, []),
    async batch(statements) {
      return statements.map((one) => (one as ReturnType<typeof statement>).now());
    },
  };
}

describe('values with a version', () => {
  const begin = () => {
    const answer = cloudflareDriver({ DB: sqlite() });
    return async (call: StoreOrQueueCall) => {
      const result = await answer(call);
      return result.ok ? result.value : result.failure;
    };
  };
  const put = (key: string, value: string, ifVersion?: number | null) =>
    ({ op: 'kv.put', key, value, ...(ifVersion !== undefined && { ifVersion }) }) as const;

  test('a write with an old version changes nothing, and a version never comes back', async () => {
    const ask = begin();
    expect(await ask({ op: 'kv.get', key: 'a' })).toBe(null);
    const first = await ask(put('a', '1', null));
    expect(await ask(put('a', '2', null))).toBe(null);
    expect(await ask({ op: 'kv.get', key: 'a' })).toEqual({ key: 'a', value: '1', version: first });
    const second = await ask(put('a', '3', first as number));
    expect(second).toBeGreaterThan(first as number);
    expect(await ask(put('a', '4', first as number))).toBe(null);
    expect(await ask({ op: 'kv.get', key: 'a' })).toEqual({ key: 'a', value: '3', version: second });

    expect(await ask({ op: 'kv.delete', key: 'a', ifVersion: first as number })).toBe(false);
    expect(await ask({ op: 'kv.delete', key: 'a', ifVersion: null })).toBe(false);
    expect(await ask({ op: 'kv.delete', key: 'a', ifVersion: second as number })).toBe(true);
    expect(await ask({ op: 'kv.delete', key: 'a' })).toBe(false);
    expect(await ask(put('a', '5'))).toBeGreaterThan(second as number);
    expect(await ask(put('b', '1', 7))).toBe(null);
  });

  test('a list has what begins so, and no pattern in it means anything', async () => {
    const ask = begin();
    for (const key of ['x%y', 'xay', 'x_b', 'X%y', 'é/2', 'é/1']) await ask(put(key, '1'));
    const keysUnder = async (prefix: string, limit = 1_000) => {
      const found = await ask({ op: 'kv.list', prefix, limit });
      return Array.isArray(found) ? found.map(({ key }) => key) : found;
    };
    expect(await keysUnder('x%')).toEqual(['x%y']);
    expect(await keysUnder('x_')).toEqual(['x_b']);
    expect(await keysUnder('é/')).toEqual(['é/1', 'é/2']);
    expect(await keysUnder('')).toEqual(['X%y', 'x%y', 'x_b', 'xay', 'é/1', 'é/2']);
    expect(await keysUnder('', 2)).toEqual(['X%y', 'x%y']);
  });

  test('a binding that the configuration lacks is named', async () => {
    await expect(cloudflareDriver({})({ op: 'kv.get', key: 'a' })).rejects.toThrow('DB');
  });
});

test.each([
  ['0 3 * * *', '0 3 * * *'],
  ['0 3 * * 1-5', '0 3 * * MON-FRI'],
  ['*/5 * * * 0,6', '*/5 * * * SUN,SAT'],
  ['0 0 1 1 7', '0 0 1 1 SUN'],
  ['0 0 * * */2', '0 0 * * SUN,TUE,THU,SAT'],
  ['0 0 * * MON', '0 0 * * MON'],
  ['0 0 * * 5-7', '0 0 * * SUN,FRI,SAT'],
  ['0 0 * * 0-6', '0 0 * * SUN-SAT'],
  ['0 0 ? * MON', '0 0 * * MON'],
  ['0 0 1 jan,jul ?', '0 0 1 JAN,JUL *'],
  ['1,*/20 0 * * *', '0,1,20,40 0 * * *'],
  ['10-30/5 8-18 * * *', '10-30/5 8-18 * * *'],
  ['0 0 31W * *', '0 0 31W * *'],
  ['0 0 L * *', '0 0 L * *'],
  ['0 0 LW * *', '0 0 LW * *'],
  ['0 9 * * 5#2', '0 9 * * FRI#2'],
  ['0 9 * * 7L', '0 9 * * SUNL'],
  ['0 9 * * mon#l', '0 9 * * MONL'],
])('the days of %s are those of the course', (ours, theirs) => {
  expect(cloudflareCron(ours)).toBe(theirs);
});

test('seconds in a cron are refused in Dutch', () => {
  expect(() => cloudflareCron('0 0 3 * * *')).toThrow('Cloudflare kent geen seconden');
});

test.each([
  '@daily',
  '0 3 1,15W * *',
  '0 3 * * MON,FRI#2',
  '0 3 1 * +MON',
  '60 3 * * *',
  '0 3 32W * *',
  '0 3 * *',
  'x 3 * * *',
])('%s, which Cloudflare does not know, is refused in Dutch', (expression) => {
  expect(() => cloudflareCron(expression)).toThrow(`Cloudflare kan deze tijd niet lezen: ${expression}`);
});

test('its configuration binds what is granted, and nothing else', async () => {
  const configOf = async (name: string) => {
    const sample = sampleFromDisk(name);
    const files = await cloudProject(targetOf('cloudflare'), {
      name,
      sample,
      files: sample.files,
      examples: [],
    });
    return JSON.parse(files.find(({ path }) => path === 'wrangler.jsonc')?.text ?? '');
  };
  const plain = await configOf('begroet');
  expect(Object.keys(plain)).toEqual(['$schema', 'name', 'main', 'compatibility_date', 'observability']);
  const order = await configOf('bestelling');
  expect(order.r2_buckets).toEqual([{ binding: 'BUCKET', bucket_name: 'bestelling-bucket' }]);
  expect(order.d1_databases).toBeUndefined();
  expect(order.queues.consumers).toMatchObject([
    { queue: 'bestelling', max_batch_size: 5, max_retries: 2, dead_letter_queue: 'bestelling-mislukt' },
  ]);
  expect((await configOf('opruimen')).triggers).toEqual({ crons: ['0 3 * * *'] });
});

test('messages that failed are sent again after the waits of the lab, and the others are done', async () => {
  const manifest: Pick<CloudManifest, 'functions'> = {
    functions: [
      {
        name: 'lees',
        entry: 'lees.js',
        trigger: { type: 'queue', batchSize: 5, batchWindowMs: 0, visibilityTimeoutMs: 30_000 },
        grants: [],
        memoryMb: 128,
        timeoutMs: 1_000,
        env: {},
      },
    ],
  };
  const own = worker(
    { name: 'lees', target: 'cloudflare', services: [], ...manifest },
    {
      lees: () => ({ failed: ['m1', 'm2'] }),
    },
  );
  const told: unknown[] = [];
  const message = (id: string, attempts: number) => ({
    id,
    attempts,
    timestamp: new Date(0),
    body: '{}',
    ack: () => told.push([id, 'ack']),
    retry: ({ delaySeconds }: { delaySeconds: number }) => told.push([id, delaySeconds]),
  });
  await own.queue({ queue: 'lees', messages: [message('m1', 1), message('m2', 2), message('m3', 1)] }, {});
  expect(told).toEqual([
    ['m1', 2],
    ['m2', 4],
    ['m3', 'ack'],
  ]);
});

test('it is quiet when each message is done or given up', async () => {
  const watch = new Watch();
  await watch.quiet();
  watch.note({ sent: 2 });
  let isQuiet = false;
  const waiting = watch.quiet().then(() => {
    isQuiet = true;
  });
  watch.note({ done: 1 });
  await Promise.resolve();
  expect(isQuiet).toBe(false);
  watch.note({ dead: ['"x"'] });
  await waiting;
  expect(watch.dead).toEqual(['"x"']);
});
