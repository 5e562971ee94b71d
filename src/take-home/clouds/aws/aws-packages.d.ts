/**
 * What is used of packages that the project itself does not have: the AWS SDK, which is on every Lambda with Node, and the
 * emulators of an exported project. Written down here, so that what we use is all that is typed.
 */

declare module '@aws-sdk/client-dynamodb' {
  type Attribute =
    | { readonly S: string; readonly N?: never }
    | { readonly N: string; readonly S?: never };
  export type Item = Readonly<Record<string, Attribute>>;
  interface Command<Output> {
    readonly output?: Output;
  }
  export class DynamoDBClient {
    constructor(options?: object);
    send<Output>(
      command: Command<Output>,
      options?: { readonly abortSignal?: AbortSignal },
    ): Promise<Output>;
    destroy(): void;
  }
  export class GetItemCommand implements Command<{ readonly Item?: Item }> {
    constructor(input: object);
    readonly output?: { readonly Item?: Item };
  }
  export class UpdateItemCommand implements Command<{ readonly Attributes?: Item }> {
    constructor(input: object);
    readonly output?: { readonly Attributes?: Item };
  }
  export class QueryCommand
    implements Command<{ readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Item }>
  {
    constructor(input: object);
    readonly output?: { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Item };
  }
  export class CreateTableCommand implements Command<object> {
    constructor(input: object);
    readonly output?: object;
  }
}

declare module '@aws-sdk/client-s3' {
  interface Command<Output> {
    readonly output?: Output;
  }
  export class S3Client {
    constructor(options?: object);
    send<Output>(
      command: Command<Output>,
      options?: { readonly abortSignal?: AbortSignal },
    ): Promise<Output>;
    destroy(): void;
  }
  interface Head {
    readonly ContentLength?: number;
    readonly ContentType?: string;
    readonly ETag?: string;
    readonly Metadata?: Readonly<Record<string, string>>;
  }
  export class HeadObjectCommand implements Command<Head> {
    constructor(input: object);
    readonly output?: Head;
  }
  interface Got extends Head {
    readonly Body?: { transformToByteArray(): Promise<Uint8Array> };
  }
  export class GetObjectCommand implements Command<Got> {
    constructor(input: object);
    readonly output?: Got;
  }
  export class PutObjectCommand implements Command<object> {
    constructor(input: object);
    readonly output?: object;
  }
  export class DeleteObjectCommand implements Command<object> {
    constructor(input: object);
    readonly output?: object;
  }
  interface Listed {
    readonly Contents?: readonly { readonly Key?: string; readonly Size?: number }[];
    readonly NextContinuationToken?: string;
  }
  export class ListObjectsV2Command implements Command<Listed> {
    constructor(input: object);
    readonly output?: Listed;
  }
}

declare module '@aws-sdk/client-sqs' {
  interface Command<Output> {
    readonly output?: Output;
  }
  export class SQSClient {
    constructor(options?: object);
    send<Output>(
      command: Command<Output>,
      options?: { readonly abortSignal?: AbortSignal },
    ): Promise<Output>;
    destroy(): void;
  }
  interface Sent {
    readonly MessageId?: string;
  }
  export class SendMessageCommand implements Command<Sent> {
    constructor(input: object);
    readonly output?: Sent;
  }
  export class ChangeMessageVisibilityCommand implements Command<object> {
    constructor(input: object);
    readonly output?: object;
  }
  interface Received {
    readonly Messages?: readonly {
      readonly MessageId?: string;
      readonly ReceiptHandle?: string;
      readonly Body?: string;
      readonly MD5OfBody?: string;
      readonly Attributes?: Readonly<Record<string, string>>;
      readonly MessageAttributes?: Readonly<
        Record<string, { readonly StringValue?: string; readonly DataType?: string }>
      >;
    }[];
  }
  export class ReceiveMessageCommand implements Command<Received> {
    constructor(input: object);
    readonly output?: Received;
  }
  export class DeleteMessageCommand implements Command<object> {
    constructor(input: object);
    readonly output?: object;
  }
}

declare module 'dynalite' {
  import type { Server } from 'node:http';
  export default function dynalite(options?: { readonly createTableMs?: number }): Server;
}

declare module 'fauxqs' {
  interface Held {
    readonly body: string;
  }
  interface Fauxqs {
    readonly port: number;
    createQueue(
      name: string,
      options?: { readonly attributes?: Readonly<Record<string, string>> },
    ): { readonly queueUrl: string; readonly queueArn: string };
    inspectQueue(name: string):
      | {
          readonly messages: {
            readonly ready: readonly Held[];
            readonly delayed: readonly Held[];
            readonly inflight: readonly { readonly message: Held }[];
          };
        }
      | undefined;
    stop(): Promise<void>;
  }
  export function startFauxqs(options: object): Promise<Fauxqs>;
}

declare module '@20minutes/s3rver' {
  /** As Amazon S3 tells it, but for the key, which is not encoded. */
  interface ObjectEvent {
    readonly Records: readonly {
      readonly eventName: string;
      readonly s3: { readonly object: { readonly key: string } };
    }[];
  }
  export default class S3rver {
    constructor(options: object);
    on(name: 'event', listener: (event: ObjectEvent) => void): this;
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
