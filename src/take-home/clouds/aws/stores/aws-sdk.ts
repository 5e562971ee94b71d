/**
 * What is used of the AWS SDK, which is on every Lambda with Node: its modules are handed over by the few lines around the
 * reader's file, so that the course itself does not have it.
 */

/** Carries the type of what comes of it, and nothing else. */
export interface Command<Output> {
  readonly gives?: Output;
}

export interface Client {
  send<Output>(command: Command<Output>, options?: { readonly abortSignal?: AbortSignal }): Promise<Output>;
}

type Make<Made> = new (given: object) => Made;
type Makes<Output> = Make<Command<Output>>;

/** A value in DynamoDB: text, or a number as text. */
export type Attribute =
  | { readonly S: string; readonly N?: never }
  | { readonly N: string; readonly S?: never };
export type Item = Readonly<Record<string, Attribute>>;

/** `@aws-sdk/client-dynamodb` */
export interface DynamoSdk {
  readonly DynamoDBClient: Make<Client>;
  readonly GetItemCommand: Makes<{ readonly Item?: Item }>;
  readonly UpdateItemCommand: Makes<{ readonly Attributes?: Item }>;
  readonly QueryCommand: Makes<{ readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Item }>;
  readonly CreateTableCommand: Makes<object>;
}

interface Head {
  readonly ContentLength?: number;
  readonly ContentType?: string;
  readonly ETag?: string;
  readonly Metadata?: Readonly<Record<string, string>>;
}

/** `@aws-sdk/client-s3` */
export interface S3Sdk {
  readonly S3Client: Make<Client>;
  readonly HeadObjectCommand: Makes<Head>;
  readonly GetObjectCommand: Makes<
    Head & { readonly Body?: { transformToByteArray(): Promise<Uint8Array> } }
  >;
  readonly PutObjectCommand: Makes<object>;
  readonly DeleteObjectCommand: Makes<object>;
  readonly ListObjectsV2Command: Makes<{
    readonly Contents?: readonly { readonly Key?: string }[];
    readonly NextContinuationToken?: string;
  }>;
}

export interface ReceivedMessage {
  readonly MessageId?: string;
  readonly ReceiptHandle?: string;
  readonly Body?: string;
  readonly MD5OfBody?: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<
    Record<string, { readonly StringValue?: string; readonly DataType?: string }>
  >;
}

/** `@aws-sdk/client-sqs` */
export interface SqsSdk {
  readonly SQSClient: Make<Client>;
  readonly SendMessageCommand: Makes<{ readonly MessageId?: string }>;
  readonly ChangeMessageVisibilityCommand: Makes<object>;
  readonly ReceiveMessageCommand: Makes<{ readonly Messages?: readonly ReceivedMessage[] }>;
  readonly DeleteMessageCommand: Makes<object>;
}

/** What a function needs: of a store that it may not use, its module is not even loaded. */
export interface AwsSdk {
  readonly dynamodb?: DynamoSdk;
  readonly s3?: S3Sdk;
  readonly sqs?: SqsSdk;
}
