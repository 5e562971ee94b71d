/** A port for a program that wants to be told one, which it takes a moment after it was found free. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import process from 'node:process';

/** No system gives one of these to who asks for any port (Linux begins at 32,768, others at 49,152), nor to a connection that goes out. */
const PORTS = { from: 10_000, count: 22_000 };
/** Workers that began one after another are further apart than what one of them opens. */
const APART = 37;
let tried = 0;

/** @returns a port on which nothing listens, and that nobody else comes upon before it is taken */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + ((process.pid * APART + tried) % PORTS.count);
    tried += 1;
    const server = createServer();
    if (await listensAt(server, port)) {
      server.close();
      await once(server, 'close');
      return port;
    }
  }
}

/** At every address of the machine, since a program may listen at another than the next. */
function listensAt(server: Server, port: number): Promise<boolean> {
  server.listen(port);
  return once(server, 'listening').then(
    () => true,
    () => false,
  );
}
