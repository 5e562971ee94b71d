/** A request as a check sends it, and how it is told. */
import { inWords, quoted } from './in-words.ts';

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  /** Sent as JSON text. */
  readonly json?: unknown;
}

/** A request as `LabDriver.request` takes it. */
export type LabRequest = readonly [method: string, path: string, options?: RequestOptions];

export function sentInWords({ headers, body, json }: RequestOptions): string {
  const sent = [
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(json === undefined ? [] : [inWords(json)]),
    ...(body === undefined ? [] : [quoted(body)]),
  ];
  return sent.length === 0 ? '' : ` met ${sent.join(' en ')}`;
}
