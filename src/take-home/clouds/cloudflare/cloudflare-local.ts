/**
 * A project for Cloudflare on the reader's own computer: `functielab/local.mjs`. Wrangler bundles it from its own configuration,
 * as it does to deploy it, and Miniflare runs that bundle in workerd, the engine that Cloudflare runs itself, with its D1, R2
 * and Queues. All of this is Cloudflare's; ours is only who listens along (`watching.ts`) so as to know when all is quiet.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { CloudManifest } from '../adapter/cloud-function.ts';
import { askOverHttp } from '../local/ask-over-http.ts';
import { type CloudStores, type LocalCloud, notHere, type StartLocalCloud } from '../local/local-cloud.ts';
import { readManifest } from '../local/manifest-file.ts';
import { PlayedWorld } from '../local/played-world.ts';
import { cloudflareCron } from './cloudflare-cron.ts';
import { D1_TABLES } from './cloudflare-driver.ts';
import type { D1, QueueProducer, R2 } from './cloudflare-services.ts';
import { Watch, watchedWorker, watchingDeadLetters } from './watching.ts';

/** The little that is used of Miniflare. */
interface Miniflare {
  readonly ready: Promise<URL>;
  getWorker(name: string): Promise<{ scheduled(options: object): Promise<unknown> }>;
  getD1Database(binding: string, worker: string): Promise<D1>;
  getR2Bucket(binding: string, worker: string): Promise<R2>;
  getQueueProducer(binding: string, worker: string): Promise<QueueProducer>;
  dispose(): Promise<void>;
}

interface MiniflareModule {
  readonly Miniflare: new (options: unknown) => Miniflare;
  readonly Response: typeof Response;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly NoOpLog: new () => unknown;
  /** From version 5 on: the options have another shape there. */
  readonly convertV4MiniflareOptions?: (options: unknown) => unknown;
}

interface WranglerConfig {
  readonly name: string;
  readonly compatibility_date: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly d1_databases?: readonly { readonly binding: string; readonly database_name: string }[];
  readonly r2_buckets?: readonly { readonly binding: string; readonly bucket_name: string }[];
  readonly queues?: {
    readonly producers: readonly { readonly binding: string; readonly queue: string }[];
    readonly consumers?: readonly {
      readonly queue: string;
      readonly max_batch_size: number;
      readonly max_batch_timeout: number;
      readonly max_retries: number;
      readonly retry_delay: number;
      readonly dead_letter_queue: string;
    }[];
  };
}

const run = promisify(execFile);

export const start: StartLocalCloud = async ({ folder, port = 0, log }) => {
  const manifest = await readManifest(folder);
  const config = JSON.parse(await readFile(join(folder, 'wrangler.jsonc'), 'utf8')) as WranglerConfig;
  const miniflare = await loadMiniflare(folder);
  const watch = new Watch();
  const options = optionsOf(config, await bundle(folder), manifest, watch, miniflare);
  const all = {
    ...options,
    host: '127.0.0.1',
    port,
    cf: false,
    log: new miniflare.NoOpLog(),
    handleStructuredLogs: ({ message }: { message: string }) => (log ?? console.log)(message),
  };
  const engine = new miniflare.Miniflare(miniflare.convertV4MiniflareOptions?.(all) ?? all);
  try {
    const url = (await engine.ready).href.replace(/\/$/, '');
    return localCloud(engine, url, config, manifest, watch);
  } catch (error) {
    // An engine that does not start would keep this program from ending.
    await engine.dispose();
    throw error;
  }
};

function localCloud(
  engine: Miniflare,
  url: string,
  config: WranglerConfig,
  { functions }: CloudManifest,
  watch: Watch,
): LocalCloud {
  const { name } = config;
  return {
    url,
    request: (...asked) => askOverHttp({ url }, ...asked),
    upload: notHere('Een functie die bij een upload begint'),
    async send(body) {
      watch.note({ sent: 1 });
      await (await engine.getQueueProducer('QUEUE', name)).send(body, { contentType: 'text' });
    },
    async tick(functionName) {
      const trigger = functions.find((fn) => fn.name === functionName)?.trigger;
      if (trigger?.type !== 'timer') throw new Error(`${functionName} heeft geen timer.`);
      const worker = await engine.getWorker(name);
      await worker.scheduled({ cron: cloudflareCron(trigger.cron), scheduledTime: new Date() });
    },
    settle: async () => {
      // Messages that nobody reads wait for ever, as they do in the lab.
      if (config.queues?.consumers) await watch.quiet();
    },
    stores: () => storesOf(engine, config, watch),
    stop: () => engine.dispose(),
  };
}

async function loadMiniflare(folder: string): Promise<MiniflareModule> {
  const ofProject = createRequire(join(folder, 'package.json'));
  // Wrangler brings the one that belongs to it.
  const path = createRequire(ofProject.resolve('wrangler/package.json')).resolve('miniflare');
  const loaded = (await import(pathToFileURL(path).href)) as MiniflareModule & { default?: MiniflareModule };
  return loaded.Miniflare ? loaded : (loaded.default ?? loaded);
}

/** @throws Error with what Wrangler says, when the configuration or the code is wrong */
async function bundle(folder: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'functielab-worker-'));
  try {
    const wrangler = join(folder, 'node_modules/wrangler/bin/wrangler.js');
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: '1' };
    await run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], { cwd: folder, env });
    return await readFile(join(out, 'worker.js'), 'utf8');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function optionsOf(
  { name, compatibility_date, vars, d1_databases, r2_buckets, queues }: WranglerConfig,
  code: string,
  { services }: CloudManifest,
  watch: Watch,
  { Response: MiniflareResponse, fetch: network }: MiniflareModule,
) {
  const world = new PlayedWorld(services);
  const listening = async (request: Request) => {
    watch.note(await request.json());
    return new MiniflareResponse(null);
  };
  const outside = async (request: Request) => {
    if (!world.plays(request.url)) return network(request);
    const { method, url, headers } = request;
    const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
    const played = await world.play({ method, url, headers: [...headers], body });
    // A connection that drops.
    if (played === null) throw new TypeError(`${url} antwoordt niet.`);
    const bytes = played.body.byteLength === 0 ? null : new Uint8Array(played.body);
    return new MiniflareResponse(bytes, {
      status: played.status,
      headers: played.headers.map(([one, value]): [string, string] => [one, value]),
    });
  };
  const modules = (main: string) => [
    { type: 'ESModule', path: 'local.js', contents: main },
    { type: 'ESModule', path: 'worker.js', contents: code },
  ];
  const consumers = queues?.consumers ?? [];
  const common = { compatibilityDate: compatibility_date, serviceBindings: { FUNCTIELAB_WATCH: listening } };
  const own = {
    ...common,
    name,
    modules: modules(watchedWorker),
    outboundService: outside,
    bindings: vars ?? {},
    d1Databases: Object.fromEntries(
      (d1_databases ?? []).map(({ binding, database_name }) => [binding, database_name]),
    ),
    r2Buckets: Object.fromEntries(
      (r2_buckets ?? []).map(({ binding, bucket_name }) => [binding, bucket_name]),
    ),
    queueProducers: Object.fromEntries(
      (queues?.producers ?? []).map(({ binding, queue }) => [binding, { queueName: queue }]),
    ),
    queueConsumers: Object.fromEntries(
      consumers.map((one) => [
        one.queue,
        {
          maxBatchSize: one.max_batch_size,
          maxBatchTimeout: one.max_batch_timeout,
          maxRetries: one.max_retries,
          retryDelay: one.retry_delay,
          deadLetterQueue: one.dead_letter_queue,
        },
      ]),
    ),
  };
  const dead = {
    ...common,
    name: 'functielab-mislukt',
    modules: [{ type: 'ESModule', path: 'local.js', contents: watchingDeadLetters }],
    queueConsumers: Object.fromEntries(
      consumers.map(({ dead_letter_queue }) => [dead_letter_queue, { maxBatchTimeout: 0 }]),
    ),
  };
  return { workers: consumers.length > 0 ? [own, dead] : [own] };
}

async function storesOf(engine: Miniflare, config: WranglerConfig, watch: Watch): Promise<CloudStores> {
  const { name } = config;
  let kv: CloudStores['kv'] = [];
  if (config.d1_databases) {
    const db = await engine.getD1Database('DB', name);
    await db.batch(D1_TABLES.map((sql) => db.prepare(sql)));
    kv = (
      await db.prepare('SELECT key, value FROM kv ORDER BY key').all<{ key: string; value: string }>()
    ).results.map(({ key, value }) => ({ key, value }));
  }
  const bucket: { key: string; contentType: string; body: Uint8Array }[] = [];
  if (config.r2_buckets) {
    const files = await engine.getR2Bucket('BUCKET', name);
    for (const { key } of (await files.list({})).objects) {
      const file = await files.get(key);
      if (file === null) continue;
      const contentType = file.httpMetadata?.contentType ?? '';
      bucket.push({ key, contentType, body: new Uint8Array(await file.arrayBuffer()) });
    }
  }
  return { kv, bucket, dead: watch.dead };
}
