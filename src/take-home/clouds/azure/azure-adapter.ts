/**
 * The functions as Azure Functions calls them: `functielab/adapter.mjs` of a function app. The glue hands over the packages of
 * Azure, since those are the provider's and none of the course's.
 */
import process from 'node:process';
import { type CloudManifest, makeApp, serveRequest } from '../adapter/index.ts';
import { type AzureStorage, answerFrom, azureStores } from './azure-driver.ts';

/** What is used of Azure's `HttpRequest`. */
export interface AzureRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Iterable<[string, string]>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Azure's `HttpResponseInit`, as far as it is used. */
export interface AzureAnswer {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: Uint8Array;
}

export type AzureHandler = (request: AzureRequest) => Promise<AzureAnswer>;

export interface Azure extends AzureStorage {
  readonly app: { http(name: string, options: object): void };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** With the connection of the storage account of the function app; Azure makes it. */
const CONNECTION = 'AzureWebJobsStorage';

/** As one function, on every path: which of ours a request is for, its path and its method say. */
export function register(
  azure: Azure,
  manifest: CloudManifest,
  handlers: Readonly<Record<string, unknown>>,
): AzureHandler {
  const stores = azureStores(azure, process.env[CONNECTION] ?? '');
  const app = makeApp(manifest, handlers, process.env, answerFrom(stores));
  const handler: AzureHandler = async (request) => {
    const { method, url, headers } = request;
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await serveRequest(app, {
      method,
      url,
      headers: [...headers],
      body: body.byteLength === 0 ? null : body,
    });
    return {
      status: answer.status,
      headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
      body: answer.body,
    };
  };
  azure.app.http('functielab', { methods: METHODS, authLevel: 'anonymous', route: '{*pad}', handler });
  return handler;
}
