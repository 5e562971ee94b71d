/** The request that a reader composes, and what it becomes when it is sent. */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { HeaderList, HttpRequestData } from '../../contract/data.ts';
import type { RequestStart } from '../../course/sample.ts';

/** The methods that a `Request` may carry; the fetch standard forbids CONNECT, TRACE and TRACK. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** What is wrong with what the reader typed: the code of a message, and the line or text meant. */
export type TriggerProblem = {
  readonly code: 'REQUEST_BAD_PATH' | 'REQUEST_BAD_HEADER';
  readonly text: string;
};

export function parseHeaders(text: string): HeaderList | TriggerProblem {
  const list: [string, string][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    try {
      // The browser's own rules decide what a header may be.
      new Headers([[name, value]]);
    } catch {
      return { code: 'REQUEST_BAD_HEADER', text: line };
    }
    if (colon < 1) return { code: 'REQUEST_BAD_HEADER', text: line };
    list.push([name.toLowerCase(), value]);
  }
  return list;
}

/** `.test` never leads anywhere on the internet (RFC 2606): the address is only a name. */
export function requestUrl(functionName: string, path: string): string | null {
  const host = `https://${functionName}.functie.test`;
  const url = URL.canParse(path.startsWith('/') ? path : `/${path}`, host)
    ? new URL(path.startsWith('/') ? path : `/${path}`, host)
    : null;
  // A path such as `//elsewhere` would change the host.
  return url?.origin === host ? url.href : null;
}

/** As a reader writes them, and as `parseHeaders` reads them. */
export function headerLines(headers: RequestStart['headers']): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

export const TriggerModel = createModel((functionName: string, start: RequestStart) => {
  const method = signal<string>(start.method);
  const path = signal(start.path);
  const headers = signal(headerLines(start.headers));
  const body = signal(start.body);
  const takesBody = computed(() => method.value !== 'GET' && method.value !== 'HEAD');

  /** Puts another request in its place, as one of the examples does. */
  function fill(other: RequestStart): void {
    batch(() => {
      method.value = other.method;
      path.value = other.path;
      headers.value = headerLines(other.headers);
      body.value = other.body;
    });
  }

  /** Nothing of it was changed since. */
  function isFilledWith(other: RequestStart): boolean {
    return (
      method.value === other.method &&
      path.value === other.path &&
      body.value === other.body &&
      headers.value === headerLines(other.headers)
    );
  }

  function request(): HttpRequestData | TriggerProblem {
    const url = requestUrl(functionName, path.peek());
    if (url === null) return { code: 'REQUEST_BAD_PATH', text: path.peek() };
    const list = parseHeaders(headers.peek());
    if ('code' in list) return list;
    const hasBody = takesBody.peek() && body.peek() !== '';
    return {
      method: method.peek(),
      url,
      headers: list,
      body: hasBody ? new TextEncoder().encode(body.peek()) : null,
    };
  }

  return { method, path, headers, body, takesBody, fill, isFilledWith, request };
});

export type Trigger = InstanceType<typeof TriggerModel>;
