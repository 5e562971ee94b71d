/**
 * Stands in for the frame of StackBlitz that the client `@webcontainer/api` opens, with real Node on this computer
 * behind it: so the real client can be tested without the internet. README.md says what that proves and what not.
 *
 * Point the client at it before it loads: `globalThis.WEBCONTAINER_API_IFRAME_URL = standIn.origin`.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { type Connection, serveConnection } from './connection.ts';
import { type Faults, NO_FAULTS } from './faults.ts';
import { listenOn } from './listen.ts';
import { servePages } from './pages.ts';
import type { Programs, RunningProgram } from './programs.ts';
import { clearLeftovers } from './workplace.ts';

export type { Faults } from './faults.ts';
export type { RunningProgram } from './programs.ts';

export interface StandIn {
  readonly origin: string;
  /** How often a page asked for a container, whether it got one or not. */
  readonly boots: number;
  /** What was asked over HTTP, in order: the path with its query, `/headless?version=1.6.4`. */
  requests(): readonly string[];
  /** What the page started and has not ended, in all containers. */
  processes(): readonly RunningProgram[];
  /** From now on. What is not named stays as it was. */
  set(faults: Partial<Faults>): void;
  /** Puts all faults back. */
  reset(): void;
  /** Kills every process, as a container that runs out of memory does. */
  killAll(): void;
  /** Freezes every process until `continueAll`, as a phone does with a page that is not seen. */
  stopAll(): void;
  continueAll(): void;
  /** The client's listeners for `error` hear this. */
  emitError(message: string): void;
  /** Ends every container and leaves nothing behind. */
  close(): Promise<void>;
}

/** A client mounts whole folders in one message. */
const MAX_MESSAGE_BYTES = 1024 ** 3;

/** @param initial faults from the start on, until `reset` */
export async function startStandIn(initial: Partial<Faults> = {}): Promise<StandIn> {
  let faults: Faults = { ...NO_FAULTS, ...initial };
  let boots = 0;
  const requests: string[] = [];
  const connections = new Set<Connection>();
  const ending = new Set<Promise<void>>();

  clearLeftovers();
  const pages = await servePages(() => faults);
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    pages(request, response);
  });
  const origin = `http://localhost:${await listenOn(server, 'localhost')}`;

  const sockets = new WebSocketServer({
    server,
    path: '/container',
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    // Programs run here: no other page that happens to be open in a browser may start one.
    verifyClient: ({ origin: asker }: { origin: string }) => asker === origin,
  });
  sockets.on('connection', (socket) => {
    const connection = serveConnection(socket, {
      faults: () => faults,
      onBoot: () => {
        boots += 1;
      },
    });
    connections.add(connection);
    socket.on('close', () => {
      connections.delete(connection);
      const end = connection.close().finally(() => ending.delete(end));
      ending.add(end);
    });
  });

  const all = (): Programs[] => [...connections].flatMap(({ container }) => container?.programs ?? []);
  return {
    origin,
    get boots() {
      return boots;
    },
    requests: () => requests,
    processes: () => all().flatMap((programs) => programs.alive()),
    set(changes) {
      faults = { ...faults, ...changes };
    },
    reset() {
      faults = NO_FAULTS;
    },
    killAll() {
      for (const programs of all()) programs.killAll();
    },
    stopAll() {
      for (const programs of all()) programs.stopAll();
    },
    continueAll() {
      for (const programs of all()) programs.continueAll();
    },
    emitError(message) {
      for (const { emit } of connections) emit({ type: 'event', name: 'error', args: [{ message }] });
    },
    async close() {
      await Promise.all([...connections].map((connection) => connection.close()));
      await Promise.all(ending);
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
