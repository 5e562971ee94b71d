/** The frame's end of the WebSocket: calls that are answered, and happenings that are handed on. */
import type { Call, CallName, Calls, Happening, ToFrame } from './protocol.ts';
import { pack, unpack } from './wire.ts';

export interface Link {
  call<Name extends CallName>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<Awaited<ReturnType<Calls[Name]>>>;
  close(): void;
}

/** @throws Error when the server does not answer */
export async function openLink(onHappening: (happening: Happening) => void): Promise<Link> {
  const socket = new WebSocket(`ws://${location.host}/container`);
  socket.binaryType = 'arraybuffer';
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The stand-in does not answer'));
  });

  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    const message = unpack(new Uint8Array(event.data)) as ToFrame;
    if (message.type !== 'result' && message.type !== 'failure') return onHappening(message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'result') asked?.resolve(message.result);
    else asked?.reject(Object.assign(new Error(message.failure.message), { name: message.failure.name }));
  };

  return {
    call<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>) {
      lastId += 1;
      const id = lastId;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      socket.send(pack({ id, call: name, args } satisfies Call));
      return answer.promise as Promise<Awaited<ReturnType<Calls[Name]>>>;
    },
    close: () => socket.close(),
  };
}
