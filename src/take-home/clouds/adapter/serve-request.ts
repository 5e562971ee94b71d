/** A request that came in at the provider, answered as the engine of the lab answers it. */
import type { HttpRequestData, HttpResponseData } from '../../../contract/data.ts';
import { REQUEST_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { STATUS_OF_FAILURE } from '../../../engine/invocation-failure.ts';
import { findRoute } from '../../../engine/routes.ts';
import { readResponse } from '../../../host/instance/http/read-response.ts';
import type { CloudApp } from './cloud-function.ts';
import { invoke } from './invoke.ts';
import { type ToldFailure, toldFailures } from './words.ts';

type Read = Awaited<ReturnType<typeof readResponse>>;

/** Whatever the function does, there is an answer; what went wrong is in the log of the provider. */
export async function serveRequest(
  { functions, answer }: CloudApp,
  request: HttpRequestData,
): Promise<HttpResponseData> {
  const { pathname } = new URL(request.url);
  const routed = functions.flatMap(({ name, trigger }) =>
    trigger.type === 'http'
      ? [{ functionName: name, ...(trigger.routes && { routes: trigger.routes }) }]
      : [],
  );
  const found = findRoute(routed, request.method, pathname);
  if (found.kind === 'none') return failed('NO_ROUTE');
  if (found.kind === 'otherMethod') {
    return failed('METHOD_NOT_ALLOWED', [['allow', found.allowed.join(', ')]]);
  }
  if ((request.body?.byteLength ?? 0) > REQUEST_LIMIT_BYTES) return failed('REQUEST_TOO_LARGE');
  const fn = functions.find(({ name }) => name === found.functionName);
  if (fn === undefined) return failed('NO_ROUTE');
  const came = await invoke(fn, { request, params: found.params }, answer, readResponse);
  if (came.type === 'tookTooLong') return failed('HANDLER_TIMEOUT');
  if (came.type === 'threw') {
    console.error(came.thrown);
    return failed('HANDLER_ERROR');
  }
  const read = came.returned as Read;
  if (read.ok) return read.response;
  const { code } = read.failure;
  return failed(code === 'RESPONSE_TOO_LARGE' ? code : 'NOT_A_RESPONSE');
}

function failed(code: ToldFailure, headers: [string, string][] = []): HttpResponseData {
  // The caller hears nothing of the code: a stack on the open internet helps who means harm.
  if (code !== 'HANDLER_ERROR') console.error(`${code}: ${toldFailures[code]}`);
  return {
    status: STATUS_OF_FAILURE[code],
    statusText: '',
    headers: [['content-type', 'text/plain;charset=UTF-8'], ...headers],
    body: new TextEncoder().encode(`${toldFailures[code]}\n`),
  };
}
