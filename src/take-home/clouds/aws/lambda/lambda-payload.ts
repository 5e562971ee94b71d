/**
 * The events with which Lambda calls a handler, and what it wants back: payload 2.0 of a function URL or an HTTP API, and a
 * batch of SQS. Sources: AWS Lambda developer guide, "Invoking function URLs" and "Using Lambda with Amazon SQS", and the
 * samples of `sam local generate-event`, read 2026-11-29.
 */
import type { HttpRequestData, HttpResponseData } from '../../../../contract/data.ts';

export interface HttpPayload {
  readonly version: '2.0';
  readonly rawPath: string;
  /** Without its `?`; still encoded. */
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  /** Lower case; what came more than once is joined by commas. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly requestContext: {
    readonly domainName: string;
    readonly http: { readonly method: string };
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

export interface HttpPayloadAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export interface SqsRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: {
    readonly ApproximateReceiveCount: string;
    /** In ms since 1970. */
    readonly SentTimestamp: string;
  };
  readonly messageAttributes: Readonly<Record<string, { readonly stringValue?: string } | undefined>>;
  readonly eventSource: 'aws:sqs';
}

export interface SqsPayload {
  readonly Records: readonly SqsRecord[];
}

export interface SqsAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** What S3 tells a queue about an object that was put; what it tells first, to try the queue, has no records. */
export interface S3Notice {
  readonly Records?: readonly {
    /** RFC 3339. */
    readonly eventTime: string;
    readonly s3: {
      readonly object: {
        /** Encoded as in a form: a space is a plus. */
        readonly key: string;
        readonly size?: number;
      };
    };
  }[];
}

/** What the schedule of `template.yaml` puts in a queue. */
export interface TimerNotice {
  /** RFC 3339, of a whole second. */
  readonly scheduledTime: string;
}

export function requestFrom({
  rawPath,
  rawQueryString,
  cookies = [],
  headers,
  requestContext,
  body,
  isBase64Encoded,
}: HttpPayload): HttpRequestData {
  const protocol = headers['x-forwarded-proto'] ?? 'https';
  const host = headers['host'] ?? requestContext.domainName;
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  const list = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || (name === 'cookie' && cookies.length > 0) ? [] : [[name, value] as const],
  );
  return {
    method: requestContext.http.method,
    url: new URL(`${protocol}://${host}${safePath(rawPath)}${query}`).href,
    headers: cookies.length > 0 ? [...list, ['cookie', cookies.join('; ')]] : list,
    body: body ? bytesOf(body, isBase64Encoded) : null,
  };
}

/** An HTTP API has decoded the path, a function URL has not: what would end a path is encoded, the rest `URL` does itself. */
function safePath(path: string): string {
  return path.replace(/%(?![\dA-Fa-f]{2})/g, '%25').replace(/[?#]/g, encodeURIComponent);
}

export function answerFrom({ status, headers, body }: HttpResponseData): HttpPayloadAnswer {
  const joined: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of headers) {
    if (name === 'set-cookie') cookies.push(value);
    else joined[name] = joined[name] === undefined ? value : `${joined[name]}, ${value}`;
  }
  return { statusCode: status, headers: joined, cookies, ...textOrBase64(body) };
}

/** What is UTF-8 goes as it is; anything else, a picture for one, in base64. */
export function textOrBase64(bytes: Uint8Array): { body: string; isBase64Encoded: boolean } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { body: text, isBase64Encoded: false };
  } catch {
    return { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
  }
}

export function bytesOf(body: string, isBase64Encoded: boolean): Uint8Array {
  return new Uint8Array(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

/** A key as S3 writes it in what it tells. */
export function keyOf(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}
