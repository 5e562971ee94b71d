/**
 * The stores and the queue of a project on AWS: `kv` on DynamoDB, `bucket` on S3, `queue` on SQS. A client is made when it is
 * first used, and kept for as long as the process lives.
 */
import type { AnswerCall } from '../../adapter/index.ts';
import type { AwsSdk } from './aws-sdk.ts';
import { DynamoKv } from './dynamo-kv.ts';
import type { PlaceOf } from './places.ts';
import { S3Bucket } from './s3-bucket.ts';
import { SqsQueue } from './sqs-queue.ts';

export interface AwsDriver {
  /** @param hops of what is sent and put: see `hops.ts` */
  answerAt(hops: number): AnswerCall;
  readonly bucket: () => S3Bucket;
  readonly queue: () => SqsQueue;
}

export function awsDriver(sdk: AwsSdk, place: PlaceOf): AwsDriver {
  const kv = once(() => {
    const dynamodb = given(sdk.dynamodb, 'client-dynamodb');
    return new DynamoKv(dynamodb, new dynamodb.DynamoDBClient({}), place('FUNCTIELAB_TABLE'));
  });
  const bucket = once(() => {
    const s3 = given(sdk.s3, 'client-s3');
    return new S3Bucket(s3, new s3.S3Client({}), place('FUNCTIELAB_BUCKET'));
  });
  const queue = once(() => {
    const sqs = given(sdk.sqs, 'client-sqs');
    return new SqsQueue(sqs, new sqs.SQSClient({}), place);
  });
  return {
    bucket,
    queue,
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
  };
}

function given<Module>(module: Module | undefined, name: string): Module {
  if (module === undefined) throw new Error(`Geef @aws-sdk/${name} mee aan lambda().`);
  return module;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
