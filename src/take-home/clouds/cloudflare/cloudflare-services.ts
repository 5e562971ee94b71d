/** The little that is used of Cloudflare's own objects, as its documentation describes them (developers.cloudflare.com, read 2026-11). */

export interface D1Statement {
  bind(...values: readonly unknown[]): D1Statement;
  all<Row>(): Promise<{ readonly results: readonly Row[] }>;
  run(): Promise<{ readonly meta: { readonly changes: number } }>;
}

export interface D1 {
  prepare(sql: string): D1Statement;
  /** One transaction. */
  batch(statements: readonly D1Statement[]): Promise<readonly { readonly results: readonly unknown[] }[]>;
}

export interface R2Object {
  readonly key: string;
  readonly size: number;
  readonly httpMetadata?: { readonly contentType?: string };
}

export interface R2 {
  head(key: string): Promise<R2Object | null>;
  get(key: string): Promise<(R2Object & { arrayBuffer(): Promise<ArrayBuffer> }) | null>;
  put(key: string, body: Uint8Array, options: { httpMetadata: { contentType: string } }): Promise<R2Object>;
  delete(key: string): Promise<void>;
  list(options: { prefix?: string; cursor?: string; include?: readonly string[] }): Promise<{
    readonly objects: readonly R2Object[];
    readonly truncated: boolean;
    readonly cursor?: string;
  }>;
}

export interface QueueProducer {
  send(body: unknown, options: { contentType: 'text'; delaySeconds?: number }): Promise<unknown>;
}

export interface QueueMessage {
  readonly id: string;
  readonly timestamp: Date;
  readonly body: unknown;
  /** 1 for its first delivery. */
  readonly attempts: number;
  ack(): void;
  retry(options: { delaySeconds: number }): void;
}

export interface MessageBatch {
  readonly queue: string;
  readonly messages: readonly QueueMessage[];
}

/** What the configuration of a project binds: only what its functions are granted. */
export interface WorkerEnv {
  readonly [setting: string]: unknown;
  readonly DB?: D1;
  readonly BUCKET?: R2;
  readonly QUEUE?: QueueProducer;
}
