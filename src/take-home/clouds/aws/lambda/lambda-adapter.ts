/**
 * A function of the course as a handler of AWS Lambda: `functielab/adapter.mjs` of its project.
 *
 * A request comes by a function URL or an HTTP API. Everything else comes by a queue of SQS: messages, and also what S3 and
 * the schedule tell. A queue knows how often it has delivered something, waits as long as it is asked to, and keeps what was
 * given up: the three things that the course promises of an event, and that Lambda's own retries do not.
 */
import process from 'node:process';
import {
  type CloudApp,
  type CloudFunction,
  type CloudManifest,
  makeApp,
  messageBody,
  serveMessages,
  serveRequest,
  serveTimer,
  serveUpload,
} from '../../adapter/index.ts';
import { type AwsDriver, awsDriver } from '../stores/aws-driver.ts';
import type { AwsSdk } from '../stores/aws-sdk.ts';
import { HOPS, MOST_HOPS } from '../stores/hops.ts';
import { placesIn } from '../stores/places.ts';
import {
  answerFrom,
  type HttpPayload,
  type HttpPayloadAnswer,
  keyOf,
  requestFrom,
  type S3Notice,
  type SqsAnswer,
  type SqsPayload,
  type SqsRecord,
  type TimerNotice,
} from './lambda-payload.ts';

/** Of what a request sets off. */
const FIRST_HOP = 1;

export type LambdaHandler = (payload: HttpPayload | SqsPayload) => Promise<HttpPayloadAnswer | SqsAnswer>;

/**
 * @param name of the function in the manifest, `functielab/project.json`
 * @param handler the default export of the reader's own file
 * @param sdk the clients of the services that it uses
 * @throws Error, in Dutch, when there is no such function or handler
 */
export function lambda(
  manifest: Pick<CloudManifest, 'functions'>,
  name: string,
  handler: unknown,
  sdk: AwsSdk,
  env: Readonly<Record<string, string | undefined>> = process.env,
): LambdaHandler {
  const driver = awsDriver(sdk, placesIn(env));
  // The others have a Lambda of their own; their routes are known here, so that a path that nobody has gets its 404 or 405.
  const handlers = manifest.functions.map(
    (one) => [one.name, one.name === name ? handler : notHere] as const,
  );
  const app = makeApp(manifest, Object.fromEntries(handlers), env, driver.answerAt(FIRST_HOP));
  const fn = app.functions.find((one) => one.name === name);
  if (fn === undefined) throw new Error(`Dit project heeft geen functie ${name}.`);
  return async (payload) =>
    'Records' in payload
      ? serveRecords(app, fn, payload, driver)
      : answerFrom(await serveRequest(app, requestFrom(payload)));
}

function notHere(): Response {
  return new Response(null, { status: 404 });
}

async function serveRecords(
  app: CloudApp,
  fn: CloudFunction,
  { Records: records }: SqsPayload,
  driver: AwsDriver,
): Promise<SqsAnswer> {
  const failed = await failedOf(app, fn, records, driver);
  const back = records.filter(({ messageId }) => failed.includes(messageId));
  // One that cannot be put back comes again by itself, later.
  await Promise.allSettled(back.map((one) => driver.queue().putBack(one.receiptHandle, attemptOf(one))));
  return { batchItemFailures: back.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

/** @returns the ids of the messages that have to come again */
async function failedOf(
  app: CloudApp,
  fn: CloudFunction,
  records: readonly SqsRecord[],
  driver: AwsDriver,
): Promise<readonly string[]> {
  switch (fn.trigger.type) {
    case 'queue': {
      const hops = Math.max(0, ...records.map(hopsOf));
      const messages = records.map((record) => ({
        id: record.messageId,
        body: messageBody(record.body),
        attempt: attemptOf(record),
        sentTime: new Date(Number(record.attributes.SentTimestamp)).toISOString(),
      }));
      return serveMessages({ ...app, answer: driver.answerAt(hops + 1) }, fn, messages);
    }
    case 'upload':
      return whichFail(records, (record) => serveNotice(app, fn, record, driver));
    case 'timer':
      return whichFail(records, async (record) => {
        const { scheduledTime } = JSON.parse(record.body) as TimerNotice;
        const time = new Date(scheduledTime).toISOString();
        const came = { id: record.messageId, time, attempt: attemptOf(record) };
        return (await serveTimer(app, fn, came)).isOk;
      });
    default:
      throw new Error(`${fn.name} antwoordt op HTTP, en kreeg een bericht.`);
  }
}

async function whichFail(
  records: readonly SqsRecord[],
  serve: (record: SqsRecord) => Promise<boolean>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const record of records) if (!(await serve(record))) failed.push(record.messageId);
  return failed;
}

async function serveNotice(
  app: CloudApp,
  fn: CloudFunction,
  record: SqsRecord,
  driver: AwsDriver,
): Promise<boolean> {
  const { Records: put = [] } = JSON.parse(record.body) as S3Notice;
  let isOk = true;
  for (const { eventTime, s3 } of put) {
    const key = keyOf(s3.object.key);
    // S3 tells neither what kind of file it is nor what led to it. One that is gone by now was there when this was told.
    const head = await driver.bucket().head(key);
    const hops = head?.hops ?? 0;
    if (hops > MOST_HOPS) {
      await driver.queue().bury(record.body);
      continue;
    }
    const contentType = head?.contentType ?? 'application/octet-stream';
    const object = { key, size: s3.object.size ?? head?.size ?? 0, contentType };
    const came = {
      id: record.messageId,
      time: new Date(eventTime).toISOString(),
      attempt: attemptOf(record),
    };
    const outcome = await serveUpload({ ...app, answer: driver.answerAt(hops + 1) }, fn, came, object);
    isOk &&= outcome.isOk;
  }
  return isOk;
}

const attemptOf = ({ attributes }: SqsRecord) => Number(attributes.ApproximateReceiveCount);
const hopsOf = ({ messageAttributes }: SqsRecord) => Number(messageAttributes[HOPS]?.stringValue ?? 0);
