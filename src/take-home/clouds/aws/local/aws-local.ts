/**
 * A project for AWS on the reader's computer: `functielab/local.mjs`. Its functions run in processes of their own on the
 * Runtime API of Lambda, as on Lambda itself; its stores are emulators that the project has among its packages.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { CloudFunctionSpec, CloudManifest } from '../../adapter/index.ts';
import { askOverHttp } from '../../local/ask-over-http.ts';
import { type CloudStores, notHere, type StartLocalCloud } from '../../local/local-cloud.ts';
import { readManifest } from '../../local/manifest-file.ts';
import { serveWorld } from '../../local/played-world.ts';
import { feedOf, handlerOf, lambdaTimeoutS } from '../lambda/lambda-settings.ts';
import { DynamoKv } from '../stores/dynamo-kv.ts';
import { S3Bucket } from '../stores/s3-bucket.ts';
import { forSqs } from '../stores/sqs-queue.ts';
import {
  DEAD,
  type DynamoEmulator,
  LOCAL_CREDENTIALS,
  LOCAL_REGION,
  queueNameOf,
  type S3Emulator,
  type SqsEmulator,
  startDynamo,
  startS3,
  startSqs,
} from './aws-emulators.ts';
import { startFront } from './lambda-front.ts';
import { LambdaFunction } from './lambda-function.ts';
import { QueueFeed } from './queue-feed.ts';

/** Between two looks at the queues. */
const LOOK_MS = 15;

interface Emulators {
  readonly dynamo: DynamoEmulator | null;
  readonly s3: S3Emulator | null;
  readonly sqs: SqsEmulator | null;
}

export const start: StartLocalCloud = async ({
  folder,
  port = 0,
  log = (line: string) => console.log(line),
}) => {
  const manifest = await readManifest(folder);
  const { functions } = manifest;
  /** What S3 has told, on its way to a queue. */
  const underWay = new Set<Promise<void>>();
  const emulators = await startEmulators(manifest, (notice, key) => {
    const telling = tell(notice, key).finally(() => underWay.delete(telling));
    underWay.add(telling);
  });
  const { dynamo, s3, sqs } = emulators;
  const world = await serveWorld(manifest.services);
  const env = { ...credentials, ...world.env, ...dynamo?.env, ...s3?.env, ...sqs?.env };
  const lambdas = new Map(functions.map((fn) => [fn.name, lambdaOf(folder, fn, env, sqs, log)] as const));
  const lambdaNamed = (name: string) => {
    const found = lambdas.get(name);
    if (found === undefined) throw new Error(`Er is geen functie ${name}.`);
    return found;
  };
  const fed = functions.filter(({ trigger }) => trigger.type !== 'http');
  const feeds = fed.map((fn) => {
    const { sdk, client, placeOf } = needed(sqs);
    return new QueueFeed(sdk, client, placeOf(fn), feedOf(fn), lambdaNamed(fn.name));
  });
  const answering = functions.flatMap(({ name, trigger }) =>
    trigger.type === 'http'
      ? [{ functionName: name, lambda: lambdaNamed(name), ...(trigger.routes && { routes: trigger.routes }) }]
      : [],
  );
  const front = await startFront(answering, port);

  async function sendTo(queueUrl: string, body: string): Promise<void> {
    const { sdk, client } = needed(sqs);
    await client.send(new sdk.SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  }

  /** As `template.yaml` tells S3 which queue watches which place. */
  async function tell(notice: string, key: string): Promise<void> {
    const watching = functions.filter(
      ({ trigger }) => trigger.type === 'upload' && key.startsWith(trigger.prefix),
    );
    await Promise.all(watching.map((fn) => sendTo(needed(sqs).placeOf(fn).queueUrl, notice)));
  }

  const isQuiet = () =>
    underWay.size === 0 &&
    [...lambdas.values()].every(({ isBusy }) => !isBusy) &&
    fed.every((fn) => needed(sqs).count(queueNameOf(fn)) === 0);

  return {
    url: front.url,
    request: (...asked) => askOverHttp(front, ...asked),
    upload: s3
      ? async (key, body, contentType) => {
          const object = { Bucket: s3.env['FUNCTIELAB_BUCKET'], Key: key };
          await s3.client.send(
            new s3.sdk.PutObjectCommand({ ...object, Body: body, ContentType: contentType }),
          );
        }
      : notHere('Een bucket'),
    send: sqs
      ? (body) => sendTo(sqs.env['FUNCTIELAB_QUEUE_URL'] ?? '', forSqs(body))
      : notHere('Een wachtrij'),
    async tick(functionName) {
      const fn = fed.find(({ name, trigger }) => name === functionName && trigger.type === 'timer');
      if (fn === undefined) throw new Error(`Er is geen timer ${functionName}.`);
      // What the schedule in `template.yaml` puts in the queue: a moment in whole seconds.
      const scheduledTime = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      await sendTo(needed(sqs).placeOf(fn).queueUrl, JSON.stringify({ scheduledTime }));
    },
    async settle() {
      while (!isQuiet()) await wait(LOOK_MS);
    },
    stores: () => storesOf(emulators),
    async stop() {
      await front.stop();
      await Promise.all(feeds.map((feed) => feed.stop()));
      await Promise.all([...lambdas.values()].map((lambda) => lambda.stop()));
      await Promise.all([world.stop(), dynamo?.stop(), s3?.stop(), sqs?.stop()]);
    },
  };
};

/** None of the reader's own account: with these the clients reach nothing but this computer. */
const credentials = {
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
};

/** Only those that the project uses. */
async function startEmulators(
  { functions }: CloudManifest,
  onPut: (notice: string, key: string) => void,
): Promise<Emulators> {
  const uses = (name: string) =>
    functions.some(({ grants, trigger }) => grants.some((grant) => grant === name) || trigger.type === name);
  const isFed = functions.some(({ trigger }) => trigger.type !== 'http');
  const [dynamo, s3, sqs] = await Promise.all([
    uses('kv') ? startDynamo() : null,
    uses('bucket') || uses('upload') ? startS3(onPut) : null,
    uses('queue') || isFed ? startSqs(functions) : null,
  ]);
  return { dynamo, s3, sqs };
}

function lambdaOf(
  folder: string,
  fn: CloudFunctionSpec,
  env: Readonly<Record<string, string>>,
  sqs: SqsEmulator | null,
  say: (line: string) => void,
): LambdaFunction {
  const events =
    fn.trigger.type === 'http' ? {} : { FUNCTIELAB_EVENTS_URL: needed(sqs).placeOf(fn).queueUrl };
  return new LambdaFunction({
    folder,
    functionName: fn.name,
    handler: handlerOf(fn),
    memoryMb: fn.memoryMb,
    timeoutS: lambdaTimeoutS(fn),
    env: { ...fn.env, ...env, ...events },
    say,
  });
}

function needed(sqs: SqsEmulator | null): SqsEmulator {
  if (sqs === null) throw new Error('Dit project heeft geen wachtrij.');
  return sqs;
}

/** Read as the functions read them. */
async function storesOf({ dynamo, s3, sqs }: Emulators): Promise<CloudStores> {
  const kv = dynamo && new DynamoKv(dynamo.sdk, dynamo.client, dynamo.env['FUNCTIELAB_TABLE'] ?? '');
  const bucket = s3 && new S3Bucket(s3.sdk, s3.client, s3.env['FUNCTIELAB_BUCKET'] ?? '');
  const infos = (await bucket?.list('')) ?? [];
  return {
    kv: (await kv?.list('', Number.POSITIVE_INFINITY)) ?? [],
    bucket: await Promise.all(
      infos.map(async ({ key, contentType }) => {
        const object = await bucket?.get(key);
        return { key, contentType, body: object?.body ?? new Uint8Array() };
      }),
    ),
    dead: (sqs?.bodies(DEAD) ?? []).filter((body) => !isNotice(body)),
  };
}

/** What S3 or a schedule told, and nobody could do anything with: an event that was given up, and no message. */
function isNotice(body: string): boolean {
  const told: unknown = JSON.parse(body);
  if (typeof told !== 'object' || told === null) return false;
  const { Records: records, ...others } = told as { Records?: unknown };
  const isOfS3 = Array.isArray(records) && records.every((record) => record?.eventSource === 'aws:s3');
  return isOfS3 || Object.keys(others).join() === 'scheduledTime';
}
