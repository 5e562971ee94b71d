/**
 * The stores and the queue of a project on AWS: `kv` on DynamoDB, `bucket` on S3, `queue` on SQS. Where they are stands in the
 * environment, where `template.yaml` puts it; a client is made when it is first used.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AnswerCall } from '../adapter/index.ts';
import { DynamoKv } from './dynamo-kv.ts';
import type { PlaceName } from './places.ts';
import { S3Bucket } from './s3-bucket.ts';
import { bury, returnMessage, SqsQueue } from './sqs-queue.ts';

export interface AwsDriver {
  /** @param hops of what is sent and put: see `hops.ts` */
  answerAt(hops: number): AnswerCall;
  readonly bucket: () => S3Bucket;
  /** An event that came too far down a chain becomes a dead letter. */
  bury(body: string): Promise<void>;
  /** An event of the function's own queue failed: it comes again, after a wait that its attempt says. */
  putBack(receiptHandle: string, attempt: number): Promise<void>;
}

export function awsDriver(env: Readonly<Record<string, string | undefined>>): AwsDriver {
  const place = (name: PlaceName) => {
    const value = env[name];
    if (value === undefined) throw new Error(`${name} ontbreekt in de omgeving van deze functie.`);
    return value;
  };
  const sqs = once(() => new SQSClient());
  const kv = once(() => new DynamoKv(new DynamoDBClient(), place('FUNCTIELAB_TABLE')));
  const bucket = once(() => new S3Bucket(new S3Client(), place('FUNCTIELAB_BUCKET')));
  const queue = once(() => new SqsQueue(sqs(), place('FUNCTIELAB_QUEUE_URL'), place('FUNCTIELAB_DEAD_URL')));
  return {
    answerAt: (hops) => (call) => {
      switch (call.op) {
        case 'queue.send':
          return queue().answer(call, hops);
        case 'bucket.get':
        case 'bucket.put':
        case 'bucket.list':
        case 'bucket.delete':
          return bucket().answer(call, hops);
        default:
          return kv().answer(call);
      }
    },
    bucket,
    bury: (body) => bury(sqs(), place('FUNCTIELAB_DEAD_URL'), body),
    putBack: (receiptHandle, attempt) =>
      returnMessage(sqs(), place('FUNCTIELAB_EVENTS_URL'), receiptHandle, attempt),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
