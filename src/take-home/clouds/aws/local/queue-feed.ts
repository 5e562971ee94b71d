/**
 * What Lambda does between a queue and a function (an event source mapping), on the reader's computer: it asks SQS for
 * messages, hands them over as a batch, and deletes those that the function does not name as failed. All that a queue
 * itself does, the emulator does: hiding, counting deliveries, and the queue for what is given up.
 */

import type { SqsAnswer, SqsRecord } from '../lambda/lambda-payload.ts';
import type { FeedSettings } from '../lambda/lambda-settings.ts';
import type { Client, ReceivedMessage, SqsSdk } from '../stores/aws-sdk.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** How many batches are handed over at once: with how many readers Lambda begins. */
const BATCHES_AT_ONCE = 5;
const LONGEST_POLL_S = 20;
/** SQS gives no more in one answer. */
const MOST_A_POLL = 10;

export interface FeedPlace {
  readonly queueUrl: string;
  readonly queueArn: string;
}

export class QueueFeed {
  readonly #sdk: SqsSdk;
  readonly #client: Client;
  readonly #place: FeedPlace;
  readonly #settings: FeedSettings;
  readonly #target: LambdaFunction;
  readonly #ending = new AbortController();
  readonly #handing = new Set<Promise<void>>();
  readonly #polling: Promise<void>;

  constructor(sdk: SqsSdk, client: Client, place: FeedPlace, settings: FeedSettings, target: LambdaFunction) {
    this.#sdk = sdk;
    this.#client = client;
    this.#place = place;
    this.#settings = settings;
    this.#target = target;
    this.#polling = this.#poll();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#polling;
  }

  async #poll(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const batch = await this.#gather();
      if (batch.length === 0) continue;
      const handing = this.#hand(batch).finally(() => this.#handing.delete(handing));
      this.#handing.add(handing);
      if (this.#handing.size >= BATCHES_AT_ONCE) await Promise.race(this.#handing);
    }
  }

  /** A batch leaves when it is full, or when its first message has waited as long as the window is. */
  async #gather(): Promise<SqsRecord[]> {
    const { batchSize, batchWindowS } = this.#settings;
    const records = await this.#receive(batchSize, LONGEST_POLL_S);
    const untilMs = performance.now() + batchWindowS * 1_000;
    while (records.length > 0 && records.length < batchSize && !this.#ending.signal.aborted) {
      const leftS = Math.ceil((untilMs - performance.now()) / 1_000);
      if (leftS <= 0) break;
      records.push(...(await this.#receive(batchSize - records.length, leftS)));
    }
    return records;
  }

  async #receive(most: number, waitS: number): Promise<SqsRecord[]> {
    const command = new this.#sdk.ReceiveMessageCommand({
      QueueUrl: this.#place.queueUrl,
      MaxNumberOfMessages: Math.min(most, MOST_A_POLL),
      WaitTimeSeconds: waitS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    try {
      const { Messages: messages = [] } = await this.#client.send(command, {
        abortSignal: this.#ending.signal,
      });
      return messages.map((message) => recordOf(message, this.#place.queueArn));
    } catch (error) {
      if (this.#ending.signal.aborted) return [];
      throw error;
    }
  }

  async #hand(records: readonly SqsRecord[]): Promise<void> {
    const result = await this.#target.invoke({ Records: records });
    if (!result.isOk) return;
    const { batchItemFailures = [] } = (result.answer ?? {}) as Partial<SqsAnswer>;
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const done = records.filter(({ messageId }) => !failed.has(messageId));
    await Promise.all(done.map(({ receiptHandle }) => this.#delete(receiptHandle)));
  }

  #delete(receiptHandle: string): Promise<object> {
    const command = new this.#sdk.DeleteMessageCommand({
      QueueUrl: this.#place.queueUrl,
      ReceiptHandle: receiptHandle,
    });
    return this.#client.send(command);
  }
}

/** As Lambda writes a message down: the same values, under names in lower case. */
function recordOf(message: ReceivedMessage, queueArn: string): SqsRecord {
  const { MessageId = '', ReceiptHandle = '', Body = '', MD5OfBody = '', Attributes = {} } = message;
  const messageAttributes = Object.entries(message.MessageAttributes ?? {}).map(
    ([name, { StringValue, DataType }]) =>
      [name, { ...(StringValue !== undefined && { stringValue: StringValue }), dataType: DataType }] as const,
  );
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes as unknown as SqsRecord['attributes'],
    messageAttributes: Object.fromEntries(messageAttributes),
    ...{ md5OfBody: MD5OfBody, eventSourceARN: queueArn, awsRegion: 'eu-west-1' },
    eventSource: 'aws:sqs',
  };
}
