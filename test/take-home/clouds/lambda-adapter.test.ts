/**
 * Events of a queue around a function: which messages come again, and after how long. The SDK here only writes down what it is
 * asked, and answers as it is told: that the stores do what they should is what the conformance run is for.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CloudEvent, Context } from '../../../src/contract/context.ts';
import type { CloudFunctionSpec, CloudTrigger } from '../../../src/take-home/clouds/adapter/index.ts';
import { lambda } from '../../../src/take-home/clouds/aws/lambda/lambda-adapter.ts';
import type { SqsPayload, SqsRecord } from '../../../src/take-home/clouds/aws/lambda/lambda-payload.ts';
import type { AwsSdk, Command } from '../../../src/take-home/clouds/aws/stores/aws-sdk.ts';

interface Asked {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** @param answers by the name of a command */
function recording(answers: Readonly<Record<string, unknown>> = {}) {
  const asked: Asked[] = [];
  class Client {
    async send<Output>(command: Command<Output>): Promise<Output> {
      const { name, input } = command as unknown as Asked;
      asked.push({ name, input });
      const answer = answers[name];
      if (answer instanceof Error) throw answer;
      return (answer ?? {}) as Output;
    }
  }
  const commandOf = (name: string) =>
    class {
      readonly name = name;
      readonly input: object;
      constructor(input: object) {
        this.input = input;
      }
    };
  const module = new Proxy({} as Record<string, unknown>, {
    get: (_, name: string) => (name.endsWith('Client') ? Client : commandOf(name)),
  });
  const sdk = { dynamodb: module, s3: module, sqs: module } as unknown as AwsSdk;
  return { asked, sdk };
}

const ENV = {
  FUNCTIELAB_TABLE: 'tabel',
  FUNCTIELAB_BUCKET: 'bucket',
  FUNCTIELAB_QUEUE_URL: 'https://sqs/wachtrij',
  FUNCTIELAB_DEAD_URL: 'https://sqs/mislukt',
  FUNCTIELAB_EVENTS_URL: 'https://sqs/eigen',
};

const QUEUE: CloudTrigger = { type: 'queue', batchSize: 5, batchWindowMs: 0, visibilityTimeoutMs: 30_000 };

function started(
  trigger: CloudTrigger,
  handler: (event: CloudEvent, context: Context) => unknown,
  sdk: AwsSdk,
) {
  const spec: CloudFunctionSpec = {
    name: 'boek',
    entry: 'boek.js',
    trigger,
    grants: ['kv', 'bucket', 'queue'],
    memoryMb: 128,
    timeoutMs: 3_000,
    env: {},
  };
  return lambda({ functions: [spec] }, 'boek', handler, sdk, ENV);
}

function record(id: string, body: string, { attempt = 1, hops }: { attempt?: number; hops?: number } = {}) {
  return {
    messageId: id,
    receiptHandle: `greep-${id}`,
    body,
    attributes: { ApproximateReceiveCount: String(attempt), SentTimestamp: '1764417600000' },
    messageAttributes: hops === undefined ? {} : { 'functielab-stap': { stringValue: String(hops) } },
    eventSource: 'aws:sqs',
  } satisfies SqsRecord;
}

const batch = (...records: SqsRecord[]): SqsPayload => ({ Records: records });
const failures = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  errors.mockRestore();
});

describe('messages', () => {
  test('come as the batch of the course, and none comes again', async () => {
    const { asked, sdk } = recording();
    const events: CloudEvent[] = [];
    const handler = started(QUEUE, (event) => void events.push(event), sdk);
    await expect(handler(batch(record('a', '{"n":1}'), record('b', 'los', { attempt: 2 })))).resolves.toEqual(
      failures(),
    );
    expect(asked).toEqual([]);
    expect(events[0]).toMatchObject({
      source: '/queue',
      data: {
        messages: [
          { id: 'a', body: { n: 1 }, attempt: 1, sentTime: '2025-11-29T12:00:00.000Z' },
          { id: 'b', body: 'los', attempt: 2 },
        ],
      },
    });
  });

  test('that are named as failed come again after 2 s, after 4 s, and then at once, to be buried', async () => {
    const { asked, sdk } = recording();
    const handler = started(QUEUE, () => ({ failed: ['a', 'b', 'c'] }), sdk);
    const records = [record('a', '1'), record('b', '2', { attempt: 2 }), record('c', '3', { attempt: 3 })];
    await expect(handler(batch(...records, record('d', '4')))).resolves.toEqual(failures('a', 'b', 'c'));
    expect(asked).toEqual(
      [2, 4, 0].map((VisibilityTimeout, at) => ({
        name: 'ChangeMessageVisibilityCommand',
        input: {
          QueueUrl: ENV.FUNCTIELAB_EVENTS_URL,
          ReceiptHandle: records[at]?.receiptHandle,
          VisibilityTimeout,
        },
      })),
    );
  });

  test('all come again when the function throws, and one that cannot be put back spoils nothing', async () => {
    const { sdk } = recording({ ChangeMessageVisibilityCommand: new Error('weg') });
    const handler = started(
      QUEUE,
      () => {
        throw new Error('kapot');
      },
      sdk,
    );
    await expect(handler(batch(record('a', '1'), record('b', '2')))).resolves.toEqual(failures('a', 'b'));
  });

  test.each([
    [undefined, 1, 'wachtrij'],
    [15, 16, 'wachtrij'],
    [16, 17, 'mislukt'],
  ])('sent from hop %s are at hop %i, and go to %s', async (hops, next, queue) => {
    const { asked, sdk } = recording({ SendMessageCommand: { MessageId: 'nieuw' } });
    const sent: unknown[] = [];
    const handler = started(
      QUEUE,
      async (_, { queue }) => void sent.push(await queue.send('\uFFFF 😀', { delaySeconds: 1.2 })),
      sdk,
    );
    await handler(batch(record('a', '1', hops === undefined ? {} : { hops })));
    expect(sent).toEqual([{ messageId: 'nieuw' }]);
    expect(asked).toEqual([
      {
        name: 'SendMessageCommand',
        input: {
          QueueUrl: `https://sqs/${queue}`,
          MessageBody: '"\\uffff \\ud83d\\ude00"',
          DelaySeconds: queue === 'mislukt' ? 0 : 2,
          MessageAttributes: { 'functielab-stap': { DataType: 'Number', StringValue: String(next) } },
        },
      },
    ]);
  });
});

describe('an upload', () => {
  const notice = (key: string) =>
    JSON.stringify({
      Records: [{ eventTime: '2026-11-29T12:00:00.000Z', s3: { object: { key, size: 3 } } }],
    });

  test('is told with its key as it is, and its content type', async () => {
    const { asked, sdk } = recording({ HeadObjectCommand: { ContentLength: 3, ContentType: 'text/csv' } });
    const events: CloudEvent[] = [];
    const handler = started({ type: 'upload', prefix: 'in/' }, (event) => void events.push(event), sdk);
    await expect(handler(batch(record('m', notice('in/a+b%2B.csv'))))).resolves.toEqual(failures());
    expect(events).toMatchObject([
      {
        id: 'm',
        subject: 'in/a b+.csv',
        time: '2026-11-29T12:00:00.000Z',
        data: { key: 'in/a b+.csv', size: 3, contentType: 'text/csv' },
      },
    ]);
    expect(asked).toEqual([{ name: 'HeadObjectCommand', input: { Bucket: 'bucket', Key: 'in/a b+.csv' } }]);
  });

  test('that is gone by now is told all the same; what S3 says to try the queue is not', async () => {
    const gone = Object.assign(new Error('weg'), { $metadata: { httpStatusCode: 404 } });
    const { sdk } = recording({ HeadObjectCommand: gone });
    const keys: unknown[] = [];
    const handler = started(
      { type: 'upload', prefix: 'in/' },
      ({ data }) => void keys.push((data as { key: string }).key),
      sdk,
    );
    const tried = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' });
    await expect(handler(batch(record('t', tried), record('m', notice('in/a'))))).resolves.toEqual(
      failures(),
    );
    expect(keys).toEqual(['in/a']);
  });

  test('that functions put for each other without end is buried', async () => {
    const { asked, sdk } = recording({ HeadObjectCommand: { Metadata: { 'functielab-stap': '17' } } });
    const handler = started({ type: 'upload', prefix: 'in/' }, () => expect.fail('it ran'), sdk);
    const body = notice('in/a');
    await expect(handler(batch(record('m', body)))).resolves.toEqual(failures());
    expect(asked.at(-1)).toEqual({
      name: 'SendMessageCommand',
      input: { QueueUrl: ENV.FUNCTIELAB_DEAD_URL, MessageBody: body },
    });
  });
});

test('a timer tells the moment that its schedule names, and which attempt it is', async () => {
  const { sdk } = recording();
  const seen: unknown[] = [];
  const handler = started(
    { type: 'timer', cron: '0 3 * * *' },
    ({ data }, { attempt }) => void seen.push(data, attempt),
    sdk,
  );
  await handler(batch(record('m', '{"scheduledTime":"2026-11-29T03:00:00Z"}', { attempt: 2 })));
  expect(seen).toEqual([{ cron: '0 3 * * *', scheduledTime: '2026-11-29T03:00:00.000Z' }, 2]);
});

test('a function that has no handler is told when Lambda loads it', () => {
  const { sdk } = recording();
  expect(() => started(QUEUE, 3 as never, sdk)).toThrow('In boek.js ontbreekt export default');
});
