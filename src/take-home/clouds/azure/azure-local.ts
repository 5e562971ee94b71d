/**
 * The project on the reader's own computer: the handler in the test mode of Azure's package, in a process of its own, and its
 * stores in Azurite, Azure's emulator of a storage account: `functielab/local.mjs`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import type { BindingName } from '../../../contract/bindings.ts';
import { readRequest, writeResponse } from '../adapter/node-server.ts';
import { answering, LISTENS, settingsOf } from '../local/http-only.ts';
import type { CloudStores, StartLocalCloud } from '../local/local-cloud.ts';
import { readManifest } from '../local/manifest-file.ts';
import { startNode } from '../local/node-child.ts';
import { serveWorld } from '../local/played-world.ts';
import type { AzureAnswer, AzureHandler, AzureRequest } from './azure-adapter.ts';
import type { AzureStores } from './azure-driver.ts';
import { startAzurite } from './azurite.ts';

export const start: StartLocalCloud = async ({ folder, port = 0, log }) => {
  const { services, functions } = await readManifest(folder);
  const grants = new Set<BindingName>(functions.flatMap((one) => one.grants));
  const world = await serveWorld(services);
  const storage = await startAzurite(folder, grants);
  const starting = startNode({
    folder,
    args: ['functielab/serve.mjs'],
    env: {
      ...settingsOf(functions),
      ...world.env,
      PORT: String(port),
      AzureWebJobsStorage: storage.connection,
    },
    ...(log && { onLine: log }),
    ready: LISTENS,
  });
  const child = await starting.catch(async (error) => {
    await storage.stop();
    throw error;
  });
  const cloud = answering(`http://127.0.0.1:${child.told}`, async () => {
    await child.stop();
    await storage.stop();
    await world.stop();
  });
  return { ...cloud, stores: () => contentsOf(storage.stores, grants) };
};

async function contentsOf(stores: AzureStores, grants: ReadonlySet<BindingName>): Promise<CloudStores> {
  const entries = grants.has('kv') ? await (await stores.kv()).list('', Number.POSITIVE_INFINITY) : [];
  const objects = [];
  if (grants.has('bucket')) {
    const bucket = await stores.bucket();
    for (const { key } of await bucket.list('')) {
      const object = await bucket.get(key);
      if (object !== null) objects.push({ key, contentType: object.contentType, body: object.body });
    }
  }
  return { kv: entries.map(({ key, value }) => ({ key, value })), bucket: objects, dead: [] };
}

/** What is used of `@azure/functions` beside the functions: what it makes of a request, and of an answer. */
interface AzurePackage {
  readonly HttpRequest: new (init: object) => AzureRequest;
  readonly HttpResponse: new (
    init: AzureAnswer,
  ) => { readonly status: number; readonly headers: Headers; arrayBuffer(): Promise<ArrayBuffer> };
}

/** For `functielab/serve.mjs`, in that process: what Azure's host does between a caller and the handler. */
export function serve({ HttpRequest, HttpResponse }: AzurePackage, handler: AzureHandler): void {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const { method, url, headers, body } = await readRequest(incoming);
      const request = new HttpRequest({
        method,
        url,
        headers: Object.fromEntries(headers),
        ...(body && { body: { bytes: body } }),
      });
      const answer = new HttpResponse(await handler(request));
      writeResponse(outgoing, {
        status: answer.status,
        statusText: '',
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
      });
    } catch (error) {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(400);
      outgoing.end();
    }
  });
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
    console.log(`Luistert op poort ${(server.address() as AddressInfo).port}`);
  });
}
