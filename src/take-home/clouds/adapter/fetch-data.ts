/** Between the web's own `Request` and `Response` and plain data, for a provider that speaks those. */
import type { HttpRequestData, HttpResponseData } from '../../../contract/data.ts';
import { STATUSES_WITHOUT_BODY } from '../../../contract/services.ts';

const NOT_MODIFIED = 304;

export async function requestDataOf(request: Request): Promise<HttpRequestData> {
  const { method, url } = request;
  return {
    method,
    url,
    headers: [...request.headers],
    body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
  };
}

export function responseOf({ status, statusText, headers, body }: HttpResponseData): Response {
  const hasBody = !STATUSES_WITHOUT_BODY.includes(status) && status !== NOT_MODIFIED;
  return new Response(hasBody ? new Uint8Array(body) : null, {
    status,
    statusText,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}
