/** Brings a program's output and exit code to the frame, or makes a mess of it where a test asks for that. */
import type { Faults } from './faults.ts';
import type { Terminal } from './terminal.ts';

export interface Outlet {
  /** @param chunk null is the end */
  output(chunk: Uint8Array<ArrayBuffer> | null): Promise<void>;
  exit(code: number): Promise<void>;
}

/** Between the exit code and the words of `lateOutput`: they come through two ports, which do not wait for each other. */
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

/** All that it says is its last words: a wait of some milliseconds would let a slow machine's program speak before its end. */
async function relayLate(terminal: Terminal, send: (chunk: Buffer) => Promise<void>, outlet: Outlet) {
  const held: Buffer[] = [];
  for await (const chunk of terminal.output) held.push(chunk);
  await outlet.exit(await terminal.exit);
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  await send(Buffer.concat(held));
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
