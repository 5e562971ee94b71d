/** Which ports of one container are in use, and where each can be seen from outside. */
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { listenOn } from './listen.ts';
import { openPreview, type Preview } from './preview-proxy.ts';

export interface Ports {
  /** Where the programs report, at 127.0.0.1. */
  readonly registryPort: number;
  close(): Promise<void>;
}

type Report =
  | { readonly type: 'claim' | 'close'; readonly port: number }
  | { readonly type: 'open'; readonly port: number; readonly real: number };

/** @param emit hears `port` and `server-ready` with the arguments that the client hands on */
export async function openPorts(emit: (name: string, args: readonly unknown[]) => void): Promise<Ports> {
  const previews = new Map<number, Promise<Preview>>();
  const claimed = new Set<number>();
  const sockets = new Set<Socket>();

  async function open(port: number, real: number): Promise<void> {
    claimed.add(port);
    const opening = openPreview(real);
    previews.set(port, opening);
    const { url } = await opening;
    if (previews.get(port) !== opening) return;
    emit('port', [port, 'open', url]);
    emit('server-ready', [port, url]);
  }

  async function close(port: number): Promise<void> {
    claimed.delete(port);
    const closing = previews.get(port);
    previews.delete(port);
    const preview = await closing;
    if (preview === undefined) return;
    emit('port', [port, 'close', preview.url]);
    await preview.close();
  }

  const registry = createServer((socket) => {
    const own = new Set<number>();
    sockets.add(socket);
    createInterface(socket).on('line', (line) => {
      const report = JSON.parse(line) as Report;
      if (report.type === 'claim') {
        const isFree = !claimed.has(report.port);
        if (isFree) own.add(report.port);
        claimed.add(report.port);
        socket.write(`${JSON.stringify({ port: report.port, isFree })}\n`);
      } else if (report.type === 'open') {
        own.add(report.port);
        open(report.port, report.real);
      } else {
        own.delete(report.port);
        close(report.port);
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      for (const port of own) close(port);
    });
  });

  return {
    registryPort: await listenOn(registry, '127.0.0.1'),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => registry.close(() => resolve()));
      await Promise.all([...previews.keys()].map(close));
    },
  };
}
