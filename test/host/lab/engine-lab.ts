/**
 * An engine on a real host, for the rules that platform, engine and host keep together: triggers, bindings, delivery.
 * What comes out survives JSON, since it may have to leave a page.
 */

import type { BindingCall, BindingResult } from '../../../src/contract/bindings.ts';
import type { HttpRequestData } from '../../../src/contract/data.ts';
import type { CreateHost } from '../../../src/contract/host.ts';
import {
  type Deployment,
  Engine,
  type EngineOptions,
  type Entry,
  type MessageView,
  realClock,
} from '../../../src/engine/index.ts';

export type LabFunction = Pick<Deployment, 'functionName' | 'source' | 'grants' | 'routes'> & {
  readonly code: string;
};

export interface LabAnswer {
  readonly status: number;
  readonly text: string;
  readonly failure: string | null;
}

/** The outside world of an engine; the lab's own has none. */
export type LabWorld = Pick<EngineOptions, 'services' | 'serviceWaits'>;

/** What was measured outside the learner's realm. */
export interface Measured {
  /** Of each invocation that ended, in that order. */
  readonly durationsMs: readonly number[];
  readonly calls: readonly {
    readonly asked: string;
    readonly outcome: string;
    readonly status: number | null;
    readonly waitedMs: number;
  }[];
}

/** What is there when all is quiet. */
export interface LabState {
  readonly kv: Readonly<Record<string, unknown>>;
  /** As text. */
  readonly objects: Readonly<Record<string, string>>;
  readonly messages: readonly {
    readonly messageId: string;
    readonly state: string;
    readonly reason: string | null;
  }[];
  /** Ends of event invocations, in their order. */
  readonly ends: readonly {
    readonly functionName: string;
    readonly outcome: string;
    readonly isCold: boolean;
    readonly returned: string | null;
    readonly failure: string | null;
    /** Of a binding that refused. */
    readonly refused: string | number | null;
  }[];
  readonly lines: readonly string[];
  readonly sent: readonly { readonly messageId: string; readonly causedBy: string | null }[];
  readonly delivered: readonly {
    readonly messageId: string;
    readonly attempt: number;
    readonly invocationId: string;
  }[];
}

/** Dead, or in a queue that nobody reads. */
const isAtRest = ({ state, functionName }: MessageView) => state === 'dead' || functionName === null;

/**
 * The timeout is nowhere the subject here: ten workers at once, or five megabytes, take a busy machine longer than the
 * lab's three seconds.
 */
const SETTINGS = { entry: 'functie.js', memoryMb: 128, timeoutMs: 60_000, idleTimeoutMs: 180_000 };
/** A chain that never ends fails the test instead of holding it. */
const MOST_JUMPS = 200;

export class EngineLab {
  readonly engine: Engine;
  readonly #createHost: CreateHost;
  #news: () => void = () => {};

  constructor(createHost: CreateHost, world: LabWorld = {}) {
    this.#createHost = createHost;
    this.engine = new Engine({ createHost, hostName: 'eerste', clock: realClock, ...world });
    this.engine.subscribe(() => this.#news());
  }

  deploy(functions: readonly LabFunction[], changes: Partial<Deployment> = {}): void {
    for (const { code, ...one } of functions) {
      const files = [{ path: 'functie.js', text: code }];
      this.engine.deploy({ ...SETTINGS, concurrencyLimit: 10, ...one, ...changes, files });
    }
  }

  async request(method: string, path: string, body: string | null = null): Promise<LabAnswer> {
    const request: HttpRequestData = {
      method,
      url: `https://proef.functie.test${path}`,
      headers: [['content-type', 'application/json']],
      body: body === null ? null : new TextEncoder().encode(body),
    };
    const { status, response, failure } = await this.engine.request(request);
    return { status, text: new TextDecoder().decode(response?.body), failure: failure?.code ?? null };
  }

  /** `text` in the place of an object's body. */
  put(key: string, text: string, contentType = 'text/plain'): BindingResult {
    return this.engine.bindings.perform({
      op: 'bucket.put',
      key,
      body: new TextEncoder().encode(text),
      contentType,
    });
  }

  send(body: unknown): BindingResult {
    return this.engine.bindings.perform({
      op: 'queue.send',
      body: JSON.stringify(body),
      delayMs: 0,
    } satisfies BindingCall);
  }

  /** New instances on another host of the same kind. */
  changeHost(): void {
    this.engine.useHost('tweede', this.#createHost);
  }

  /** Until nothing runs and every message is done or dead; what has to wait for its moment is jumped to. */
  async quiet(): Promise<LabState> {
    for (let jumps = 0; jumps < MOST_JUMPS; ) {
      if (this.#isAtWork()) await this.#somethingNew();
      else if (this.engine.bindings.messages.list().every(isAtRest)) return this.state();
      else if (this.engine.skipToNext()) jumps += 1;
      // A batch that is not full yet waits for its window.
      else await this.#somethingNew();
    }
    throw new Error('It never came to rest');
  }

  /** After so many writes or ends of invocations: everything that runs is killed, as a crash would. */
  async killAfter(entries: number): Promise<void> {
    let seen = 0;
    await new Promise<void>((resolve) => {
      const end = this.engine.subscribe((all) => {
        seen += all.filter(({ type }) => type === 'stored').length;
        if (seen < entries) return;
        end();
        this.engine.clear();
        resolve();
      });
    });
  }

  measured(): Measured {
    const entries = this.engine.entries();
    return {
      durationsMs: entries.flatMap((entry) =>
        entry.type === 'invocationEnded' ? [entry.usage.durationMs] : [],
      ),
      calls: entries.flatMap((entry) => {
        if (entry.type !== 'serviceCall') return [];
        const { method, url, outcome, status, waitedMs } = entry;
        return [{ asked: `${method} ${url}`, outcome, status, waitedMs }];
      }),
    };
  }

  state(): LabState {
    const entries = this.engine.entries();
    const failures = new Map<string, Extract<Entry, { type: 'result' }>>();
    for (const entry of entries) if (entry.type === 'result') failures.set(entry.invocationId, entry);
    return {
      kv: Object.fromEntries(
        this.engine.bindings.kvEntries().map(({ key, value }) => [key, JSON.parse(value)]),
      ),
      objects: Object.fromEntries(
        this.engine.bindings
          .objects()
          .map(({ key }) => [key, new TextDecoder().decode(this.engine.bindings.object(key)?.body)]),
      ),
      messages: this.engine.bindings.messages
        .list()
        .map(({ messageId, state, deadReason }) => ({ messageId, state, reason: deadReason })),
      ends: entries.flatMap((entry) => {
        const result = entry.type === 'invocationEnded' ? failures.get(entry.invocationId) : undefined;
        if (entry.type !== 'invocationEnded' || result === undefined) return [];
        const { functionName, outcome, isCold } = entry;
        const { returned, failure } = result;
        const refused = failure?.details?.['refused'] ?? null;
        return [{ functionName, outcome, isCold, returned, failure: failure?.code ?? null, refused }];
      }),
      lines: entries.flatMap((entry) => (entry.type === 'log' ? entry.lines.map(({ text }) => text) : [])),
      sent: entries.flatMap((entry) =>
        entry.type === 'messageSent' ? [{ messageId: entry.messageId, causedBy: entry.causedBy }] : [],
      ),
      delivered: entries.flatMap((entry) =>
        entry.type === 'messagesDelivered'
          ? entry.messages.map((message) => ({ ...message, invocationId: entry.invocationId }))
          : [],
      ),
    };
  }

  dispose(): void {
    this.engine.dispose();
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.#news = resolve;
    });
  }

  #isAtWork(): boolean {
    return this.engine.instances().some(({ openInvocations }) => openInvocations > 0);
  }
}
