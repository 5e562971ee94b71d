/** `context.queue` on SQS, and how long a message that failed waits there before it comes again. */
import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { BindingResult, StoreOrQueueCall } from '../../../contract/bindings.ts';
import { RETRY_WAITS_MS } from '../../../contract/lab-defaults.ts';
import { HOPS, MOST_HOPS } from './hops.ts';

export type QueueCall = Extract<StoreOrQueueCall, { op: 'queue.send' }>;

/** SQS refuses these two, which may stand in JSON; as escapes they mean the same. */
const NONCHARACTERS = /[\uFFFE\uFFFF]/g;

export class SqsQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;
  readonly #deadUrl: string;

  constructor(client: SQSClient, queueUrl: string, deadUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
    this.#deadUrl = deadUrl;
  }

  /** @param hops of this message */
  async answer({ body, delayMs }: QueueCall, hops: number): Promise<BindingResult> {
    const isLoop = hops > MOST_HOPS;
    const { MessageId: id = '' } = await this.#client.send(
      new SendMessageCommand({
        QueueUrl: isLoop ? this.#deadUrl : this.#queueUrl,
        MessageBody: body.replace(NONCHARACTERS, escaped),
        // Whole seconds: rather later than asked than earlier.
        DelaySeconds: isLoop ? 0 : Math.ceil(delayMs / 1_000),
        MessageAttributes: { [HOPS]: { DataType: 'Number', StringValue: String(hops) } },
      }),
    );
    return { ok: true, value: id };
  }
}

/** Of an event that came too far down a chain. */
export async function bury(client: SQSClient, deadUrl: string, body: string): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl: deadUrl, MessageBody: body }));
}

/**
 * Lets a message that failed come again as the lab does, and not when its time in flight would be over.
 *
 * @param attempt that has just failed; after the last the queue itself buries it
 */
export async function returnMessage(
  client: SQSClient,
  queueUrl: string,
  receiptHandle: string,
  attempt: number,
): Promise<void> {
  const waitMs = RETRY_WAITS_MS[attempt - 1] ?? 0;
  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: Math.ceil(waitMs / 1_000),
    }),
  );
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;
