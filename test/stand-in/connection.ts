/** The server's end of a frame's WebSocket: it builds one container, and answers what is asked of that. */
import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { type Container, openContainer } from './container.ts';
import type { Faults } from './faults.ts';
import type { BuildOptions, Call, Happening, ToFrame } from './protocol.ts';
import { pack, unpack } from './wire.ts';

/** How often a boot that is held looks whether it may go on. */
const LOOK_EVERY_MS = 20;

export interface Connection {
  /** Undefined until it is built. */
  readonly container: Container | undefined;
  emit(happening: Happening): Promise<void>;
  /** Breaks the connection and ends the container. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  faults(): Faults;
  onBoot(): void;
}

export function serveConnection(socket: WebSocket, { faults, onBoot }: ConnectionOptions): Connection {
  let building: Promise<Container> | undefined;
  let container: Container | undefined;

  /** Also settles when the frame is gone: whoever waits has nobody left to wait for. */
  const send = (message: ToFrame) =>
    new Promise<void>((resolve) => socket.send(pack(message), () => resolve()));

  async function build(options: BuildOptions): Promise<void> {
    onBoot();
    const { bootDelayMs, buildError } = faults();
    if (bootDelayMs > 0) await wait(bootDelayMs, undefined, { ref: false });
    while (faults().isBootHeld && socket.readyState === socket.OPEN)
      await wait(LOOK_EVERY_MS, undefined, { ref: false });
    if (socket.readyState !== socket.OPEN) throw new Error('The frame is gone');
    if (buildError !== null) throw new Error(buildError);
    building = openContainer(options, faults, send);
    container = await building;
  }

  async function answer({ call, args }: Call): Promise<unknown> {
    if (call === 'build') return build(args[0] as BuildOptions);
    if (container === undefined) throw new Error('No container was built');
    // The frame is ours and typed: what it sends fits.
    const called = container.calls[call] as (...args: readonly unknown[]) => Promise<unknown>;
    return called(...args);
  }

  socket.on('message', async (data: Buffer) => {
    const call = unpack(data) as Call;
    try {
      await send({ type: 'result', id: call.id, result: await answer(call) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      await send({ type: 'failure', id: call.id, failure: { name, message } });
    }
  });
  socket.on('error', () => socket.terminate());

  return {
    get container() {
      return container;
    },
    emit: send,
    async close() {
      socket.terminate();
      await (await building)?.close();
    },
  };
}
