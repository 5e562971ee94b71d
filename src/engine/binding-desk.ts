/**
 * Where a call of `context.kv`, `context.bucket` and `context.queue` is looked at and done. The runtime beside the
 * learner's code has looked at it too, so that the words come at once; here nothing of that is believed.
 */
import { checkCall } from '../contract/binding-rules.ts';
import type { BindingCall, BindingName, BindingResult } from '../contract/bindings.ts';
import { objectCreated } from './messages/mail.ts';
import type { PostOffice } from './messages/post-office.ts';
import { type Performed, refused, type StoreCall, type Stores } from './stores/index.ts';
import type { Entry } from './types.ts';

/** The one queue of a playground that its functions share. */
export const QUEUE = 'wachtrij';

export interface UploadSource {
  /** Name of the queue of the function's events. */
  readonly queueName: string;
  readonly prefix: string;
}

export interface DeskOptions {
  readonly stores: Stores;
  readonly office: PostOffice;
  readonly append: (entry: Entry) => void;
  readonly newMessageId: () => string;
  readonly nowMs: () => number;
  /** In ms since 1970. */
  readonly wallMs: () => number;
  readonly uploadSources: () => readonly UploadSource[];
  /** Makes the shared queue, if no function reads it. */
  readonly openQueue: () => void;
}

/** Who calls. */
export interface Caller {
  /** Null for the reader. */
  readonly functionName: string | null;
  readonly invocationId: string | null;
  readonly grants: readonly BindingName[];
}

export const READER: Caller = {
  functionName: null,
  invocationId: null,
  grants: ['kv', 'bucket', 'queue'],
};

export class BindingDesk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Whatever is wrong with the call, it is answered; a write that is refused has changed nothing. */
  perform(call: BindingCall, caller: Caller): BindingResult {
    const binding = call.op.slice(0, call.op.indexOf('.')) as BindingName;
    if (!caller.grants.includes(binding))
      return refused({ code: 'BINDING_NOT_GRANTED', details: { binding } });
    const failure = checkCall(call);
    if (failure !== null) return refused(failure);
    if (call.op === 'queue.send') return this.#send(call, caller);
    if (call.op === 'bucket.put') return this.#putObject(call, caller);
    return this.#store(call, caller).result;
  }

  /** What the reader took away comes back, and sets nothing off: it did so when it came. */
  putBack(call: StoreCall): BindingResult {
    return this.#store(call, READER).result;
  }

  #send(call: Extract<BindingCall, { op: 'queue.send' }>, { invocationId }: Caller): BindingResult {
    const { office, newMessageId, wallMs, openQueue } = this.#options;
    if (office.room < 1) return this.#queueFull();
    openQueue();
    const messageId = newMessageId();
    const sentTime = new Date(wallMs()).toISOString();
    office.send(
      QUEUE,
      messageId,
      { kind: 'queue', body: call.body, sentTime },
      { delayMs: call.delayMs, causedBy: invocationId ?? undefined },
    );
    return { ok: true, value: messageId };
  }

  /** An object that arrives is an event for every function that watches its place: the same for a reader and a function. */
  #putObject(call: Extract<BindingCall, { op: 'bucket.put' }>, caller: Caller): BindingResult {
    const { office, newMessageId, wallMs, uploadSources } = this.#options;
    const watching = uploadSources().filter(({ prefix }) => call.key.startsWith(prefix));
    if (office.room < watching.length) return this.#queueFull();
    const { result, written } = this.#store(call, caller);
    if (written === null) return result;
    const time = new Date(wallMs()).toISOString();
    const object = { key: call.key, size: call.body.byteLength, contentType: call.contentType };
    for (const { queueName } of watching) {
      const id = newMessageId();
      office.send(queueName, id, objectCreated(id, time, object), {
        causedBy: caller.invocationId ?? undefined,
      });
    }
    return result;
  }

  #store(call: StoreCall, { functionName, invocationId }: Caller): Performed {
    const { stores, append, nowMs } = this.#options;
    const performed = stores.perform(call);
    if (performed.written !== null) {
      append({ type: 'stored', atMs: nowMs(), functionName, invocationId, ...performed.written });
    }
    return performed;
  }

  #queueFull(): BindingResult {
    return refused({ code: 'QUEUE_FULL', details: { limit: this.#options.office.limit } });
  }
}
