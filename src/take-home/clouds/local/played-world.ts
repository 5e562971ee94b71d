/**
 * The outside world of the course, beside a project that runs on the reader's own computer: the services that its functions
 * ask exist nowhere else. An engine that can be told where a `fetch` goes calls `play`; a program in Node is started with
 * `world-main.ts`, which asks a server of this here.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceCall } from '../../../contract/bindings.ts';
import type { HttpResponseData } from '../../../contract/data.ts';
import type { ServiceSpec } from '../../../contract/services.ts';
import { Service } from '../../../engine/services/service.ts';
import type { PlayedReply, WorldQuestion } from './protocol.ts';

export class PlayedWorld {
  readonly #services: ReadonlyMap<string, Service>;

  constructor(specs: readonly ServiceSpec[]) {
    this.#services = new Map(specs.map((spec) => [spec.name, new Service(spec)]));
  }

  plays(url: string): boolean {
    return this.#services.has(new URL(url).origin);
  }

  /** Takes as long as the service does. @returns null when the connection drops, or nobody is there */
  async play(call: Omit<ServiceCall, 'op' | 'timeoutMs'>): Promise<HttpResponseData | null> {
    const service = this.#services.get(new URL(call.url).origin);
    if (service === undefined) return null;
    const { response, latencyMs } = service.ask(
      { op: 'service.fetch', timeoutMs: null, ...call },
      performance.now(),
    );
    await wait(latencyMs);
    return response;
  }
}

export interface WorldServer {
  /** For a program that asks it: see `world-main.ts`. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** On this computer alone. */
export async function serveWorld(specs: readonly ServiceSpec[]): Promise<WorldServer> {
  const world = new PlayedWorld(specs);
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const { body, ...asked } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as WorldQuestion;
    const response = await world.play({ ...asked, body: body === null ? null : Buffer.from(body, 'base64') });
    const reply: PlayedReply | null = response && {
      ...response,
      body: Buffer.from(response.body).toString('base64'),
    };
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // When the program that asks it does not start, nobody stops this: it must not keep the tests of a project from ending.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      FUNCTIELAB_WORLD: `http://127.0.0.1:${port}/`,
      FUNCTIELAB_SERVICES: specs.map(({ name }) => name).join(' '),
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
