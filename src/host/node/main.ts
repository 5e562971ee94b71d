/**
 * The Node host as a process: `node main.ts`, in the folder that holds the projects. It reads messages from its
 * standard input and writes them to its standard output (`protocol.ts`, `wire.ts`), and ends with its input.
 */
import { join } from 'node:path';
import process from 'node:process';
import { type FromNode, PROJECT_NAME, READY_LINE, type ToNode } from './protocol.ts';
import { nodeClockStepMs, Threads } from './threads.ts';
import { decodeLine, encodeLine, LineReader, markOf } from './wire.ts';

let mark: string | null = null;
let outbox: string[] = [];
const hosts = new Map<string, Threads>();

/** Everything of one moment goes out as one chunk. */
function send(message: FromNode): void {
  if (mark === null) return;
  if (outbox.length === 0) setImmediate(flush);
  outbox.push(mark + encodeLine(message));
}

function flush(): void {
  const chunk = outbox.join('');
  outbox = [];
  process.stdout.write(chunk);
}

function threadsOf(host: string, project: string): Threads {
  const known = hosts.get(host);
  if (known !== undefined) return known;
  const threads = new Threads(join(process.cwd(), project), (report) =>
    send({ type: 'report', host, report }),
  );
  hosts.set(host, threads);
  return threads;
}

function obey(message: ToNode): void {
  switch (message.type) {
    case 'hello':
      // Once: what an instance could write to our input must not change who is believed.
      if (mark !== null) break;
      mark = markOf(message.secret);
      send({ type: 'hello', nodeVersion: process.version, clockStepMs: nodeClockStepMs() });
      break;
    case 'start':
      if (PROJECT_NAME.test(message.project)) threadsOf(message.host, message.project).start(message.spec);
      break;
    case 'invoke':
      hosts.get(message.host)?.invoke(message.instanceId, message.invocation);
      break;
    case 'reply':
      hosts.get(message.host)?.reply(message.instanceId, message.callId, message.result);
      break;
    case 'kill':
      hosts.get(message.host)?.kill(message.instanceId);
      break;
    case 'dispose':
      hosts.get(message.host)?.killAll();
      hosts.delete(message.host);
      break;
    case 'ping':
      send({ type: 'pong' });
      break;
    default:
      message satisfies never;
  }
}

const reader = new LineReader();
// A line in a cooked terminal is cut at 4,095 characters, and echoed.
if (process.stdin.isTTY) process.stdin.setRawMode(true);
process.stdin.setEncoding('latin1');
process.stdin.on('data', (chunk: string) => {
  for (const line of reader.push(chunk)) {
    const message = decodeLine(line);
    // Both ends of this stream are ours; what is no message is noise of the terminal.
    if (typeof message === 'object' && message !== null && 'type' in message) obey(message as ToNode);
  }
});
process.stdin.on('end', () => process.exit());
process.stdout.write(`${READY_LINE}\n`);
