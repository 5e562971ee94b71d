/** `context.queue` on SQS, and how long an event that failed waits in its queue before it comes again. */
import type { BindingResult, StoreOrQueueCall } from '../../../../contract/bindings.ts';
import { RETRY_WAITS_MS } from '../../../../contract/lab-defaults.ts';
import type { Client, SqsSdk } from './aws-sdk.ts';
import { HOPS, MOST_HOPS } from './hops.ts';
import type { PlaceOf } from './places.ts';

export type QueueCall = Extract<StoreOrQueueCall, { op: 'queue.send' }>;

/** SQS refuses U+FFFE and U+FFFF, which may stand in JSON, and fauxqs 2.4.1 also what lies beyond them. */
const REFUSED = /[\uD800-\uDFFF\uFFFE\uFFFF]/g;

export class SqsQueue {
  readonly #sdk: SqsSdk;
  readonly #client: Client;
  readonly #place: PlaceOf;

  constructor(sdk: SqsSdk, client: Client, place: PlaceOf) {
    this.#sdk = sdk;
    this.#client = client;
    this.#place = place;
  }

  /** @param hops of this message: one that is too far down a chain is a dead letter at once */
  async answer({ body, delayMs }: QueueCall, hops: number): Promise<BindingResult> {
    const isLoop = hops > MOST_HOPS;
    const message = {
      QueueUrl: this.#place(isLoop ? 'FUNCTIELAB_DEAD_URL' : 'FUNCTIELAB_QUEUE_URL'),
      MessageBody: forSqs(body),
      // Whole seconds: rather later than asked than earlier.
      DelaySeconds: isLoop ? 0 : Math.ceil(delayMs / 1_000),
      MessageAttributes: { [HOPS]: { DataType: 'Number', StringValue: String(hops) } },
    };
    const { MessageId: id = '' } = await this.#client.send(new this.#sdk.SendMessageCommand(message));
    return { ok: true, value: id };
  }

  /** An event that came too far down a chain is a dead letter too. */
  async bury(body: string): Promise<void> {
    const message = { QueueUrl: this.#place('FUNCTIELAB_DEAD_URL'), MessageBody: body };
    await this.#client.send(new this.#sdk.SendMessageCommand(message));
  }

  /**
   * Lets an event of the function's own queue come again as the lab does, and not when its time in flight is over.
   *
   * @param attempt that has just failed; after the last one the queue itself buries it
   */
  async putBack(receiptHandle: string, attempt: number): Promise<void> {
    const change = {
      QueueUrl: this.#place('FUNCTIELAB_EVENTS_URL'),
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: Math.ceil((RETRY_WAITS_MS[attempt - 1] ?? 0) / 1_000),
    };
    await this.#client.send(new this.#sdk.ChangeMessageVisibilityCommand(change));
  }
}

/** @param json as escapes these mean the same there */
export function forSqs(json: string): string {
  return json.replace(REFUSED, escaped);
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;
