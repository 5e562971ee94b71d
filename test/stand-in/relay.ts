/** Brings a program's output and exit code to the frame, or makes a mess of it where a test asks for that. */
import type { Faults } from './faults.ts';
import type { Terminal } from './terminal.ts';

export interface Outlet {
  /** @param chunk null is the end */
  output(chunk: Uint8Array<ArrayBuffer> | null): Promise<void>;
  exit(code: number): Promise<void>;
}

/** How long `lateOutput` keeps what a program said; a program that ends within it has its last words come late. */
const LATE_MS = 100;

export async function relay(terminal: Terminal, faults: Faults, outlet: Outlet): Promise<void> {
  const send = (chunk: Buffer) => sendPieces(chunk, faults.splitOutputBytes, outlet);
  if (faults.spawn === 'lateOutput') return relayLate(terminal, send, outlet);
  for await (const chunk of terminal.output) {
    // Waits for the frame, so that a program that prints faster than the frame reads is held up, as at any terminal.
    if (faults.spawn !== 'hang') await send(chunk);
  }
  await outlet.output(null);
  await outlet.exit(await terminal.exit);
}

async function relayLate(terminal: Terminal, send: (chunk: Buffer) => Promise<void>, outlet: Outlet) {
  let held: Buffer[] = [];
  const release = () => {
    const chunks = held;
    held = [];
    return send(Buffer.concat(chunks));
  };
  let timer: NodeJS.Timeout | undefined;
  for await (const chunk of terminal.output) {
    held.push(chunk);
    clearTimeout(timer);
    timer = setTimeout(release, LATE_MS);
  }
  clearTimeout(timer);
  await outlet.exit(await terminal.exit);
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  await release();
  await outlet.output(null);
}

async function sendPieces(chunk: Buffer, atMostBytes: number | null, outlet: Outlet): Promise<void> {
  const size = atMostBytes ?? chunk.length;
  let sent: Promise<void> | undefined;
  for (let at = 0; at < chunk.length; at += size) {
    sent = outlet.output(Uint8Array.from(chunk.subarray(at, at + size)));
  }
  await sent;
}
