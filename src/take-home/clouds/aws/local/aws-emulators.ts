/**
 * The services of AWS on the reader's computer: dynalite for DynamoDB, s3rver for S3, fauxqs for SQS. They come from the
 * project's own packages, and only those that it uses are started. What an object that was put sets off is told by s3rver
 * itself; here it only gets the key's encoding, which s3rver leaves out, and goes to the queues that watch its place.
 */
import type { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFunctionSpec } from '../../adapter/index.ts';
import { feedOf } from '../lambda/lambda-settings.ts';
import type { Client, DynamoSdk, S3Sdk, SqsSdk } from '../stores/aws-sdk.ts';
import { TABLE_SHAPE } from '../stores/table-shape.ts';
import type { FeedPlace } from './queue-feed.ts';

/** What s3rver and the others accept as credentials. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
export const LOCAL_REGION = 'eu-west-1';
const TABLE = 'opslag';
const BUCKET = 'bestanden';
export const QUEUE = 'wachtrij';
export const DEAD = 'mislukt';

interface Held {
  readonly body: string;
}

interface Inspected {
  readonly messages: {
    readonly ready: readonly Held[];
    readonly delayed: readonly Held[];
    readonly inflight: readonly unknown[];
  };
}

interface Fauxqs {
  readonly port: number;
  createQueue(
    name: string,
    options: { readonly attributes: Readonly<Record<string, string>> },
  ): { readonly queueArn: string };
  inspectQueue(name: string): Inspected | undefined;
  stop(): Promise<void>;
}

/** It is an application of Koa. */
interface S3rver extends EventEmitter {
  readonly middleware: ((context: { body: unknown }, next: () => Promise<void>) => Promise<void>)[];
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

interface ObjectEvent {
  readonly Records: readonly {
    readonly eventName: string;
    readonly s3: { readonly object: { readonly key: string } };
  }[];
}

export interface Emulator {
  /** For the functions: where it is, and what is in it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface DynamoEmulator extends Emulator {
  readonly sdk: DynamoSdk;
  readonly client: Client;
}

export interface S3Emulator extends Emulator {
  readonly sdk: S3Sdk;
  readonly client: Client;
}

export interface SqsEmulator extends Emulator {
  readonly sdk: SqsSdk;
  readonly client: Client;
  /** Where the events of a function come in: its own queue, or the one that functions share. */
  placeOf(fn: Pick<CloudFunctionSpec, 'name' | 'trigger'>): FeedPlace;
  /** Messages that are waiting, hidden or under way in the queue of this name. */
  count(queue: string): number;
  bodies(queue: string): readonly string[];
}

/** From the packages of the project in which this program lies. */
function load<Module>(name: string): Promise<Module> {
  return import(/* @vite-ignore */ name) as Promise<Module>;
}

const optionsAt = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: LOCAL_REGION,
  credentials: LOCAL_CREDENTIALS,
});

export async function startDynamo(): Promise<DynamoEmulator> {
  type Dynalite = { readonly default: (options: { readonly createTableMs: number }) => Server };
  const [{ default: dynalite }, sdk] = await Promise.all([
    load<Dynalite>('dynalite'),
    load<DynamoSdk>('@aws-sdk/client-dynamodb'),
  ]);
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new sdk.DynamoDBClient(optionsAt(port));
  await client.send(
    new sdk.CreateTableCommand({
      TableName: TABLE,
      ...TABLE_SHAPE,
    }),
  );
  return {
    sdk,
    client,
    env: { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`, FUNCTIELAB_TABLE: TABLE },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param onPut is told what S3 would tell a queue, as JSON text, and of which key */
export async function startS3(onPut: (notice: string, key: string) => void): Promise<S3Emulator> {
  type S3rverModule = { readonly default: new (options: object) => S3rver };
  const [{ default: S3rverServer }, sdk] = await Promise.all([
    load<S3rverModule>('@20minutes/s3rver'),
    load<S3Sdk>('@aws-sdk/client-s3'),
  ]);
  const directory = await mkdtemp(join(tmpdir(), 'functielab-s3-'));
  const server = new S3rverServer({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    allowMismatchedSignatures: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  server.middleware.unshift(unescapeOnce);
  server.on('event', ({ Records: records }: ObjectEvent) => {
    for (const record of records) {
      const { key } = record.s3.object;
      if (!record.eventName.startsWith('ObjectCreated:')) continue;
      const object = { ...record.s3.object, key: encodedKey(key) };
      onPut(JSON.stringify({ Records: [{ ...record, s3: { ...record.s3, object } }] }), key);
    }
  });
  const { port } = await server.run();
  return {
    sdk,
    client: new sdk.S3Client(optionsAt(port)),
    env: { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`, FUNCTIELAB_BUCKET: BUCKET },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** s3rver 5.0.0 escapes a key in its XML twice, so that `Jan's foto` would come back as another key. */
async function unescapeOnce(context: { body: unknown }, next: () => Promise<void>): Promise<void> {
  await next();
  if (typeof context.body !== 'string') return;
  context.body = context.body.replace(/&amp;(amp|lt|gt|quot|apos|#x[\da-f]+|#\d+);/gi, '&$1;');
}

/** As in a form; a slash stays. */
function encodedKey(key: string): string {
  return new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');
}

export async function startSqs(functions: readonly CloudFunctionSpec[]): Promise<SqsEmulator> {
  type FauxqsModule = { readonly startFauxqs: (options: object) => Promise<Fauxqs> };
  const [{ startFauxqs }, sdk] = await Promise.all([
    load<FauxqsModule>('fauxqs'),
    load<SqsSdk>('@aws-sdk/client-sqs'),
  ]);
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: LOCAL_REGION });
  const arns = new Map<string, string>();
  const create = (name: string, attributes: Readonly<Record<string, string>>) =>
    arns.set(name, server.createQueue(name, { attributes }).queueArn);
  create(DEAD, {});
  for (const fn of functions) {
    if (fn.trigger.type === 'http') continue;
    const { visibilityTimeoutS, maxReceiveCount } = feedOf(fn);
    create(queueNameOf(fn), {
      VisibilityTimeout: String(visibilityTimeoutS),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arns.get(DEAD), maxReceiveCount }),
    });
  }
  // Messages that no function reads wait, as in the lab.
  if (!arns.has(QUEUE)) create(QUEUE, {});
  const urlOf = (name: string) => `http://127.0.0.1:${server.port}/000000000000/${name}`;
  const heldIn = (name: string) =>
    server.inspectQueue(name)?.messages ?? { ready: [], delayed: [], inflight: [] };
  return {
    sdk,
    client: new sdk.SQSClient(optionsAt(server.port)),
    env: {
      AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${server.port}`,
      FUNCTIELAB_QUEUE_URL: urlOf(QUEUE),
      FUNCTIELAB_DEAD_URL: urlOf(DEAD),
    },
    placeOf(fn) {
      const name = queueNameOf(fn);
      return { queueUrl: urlOf(name), queueArn: arns.get(name) ?? '' };
    },
    count(name) {
      const { ready, delayed, inflight } = heldIn(name);
      return ready.length + delayed.length + inflight.length;
    },
    bodies: (name) => heldIn(name).ready.map(({ body }) => body),
    stop: () => server.stop(),
  };
}

export function queueNameOf({ name, trigger }: Pick<CloudFunctionSpec, 'name' | 'trigger'>): string {
  return trigger.type === 'queue' ? QUEUE : `${name}-gebeurtenissen`;
}
