/**
 * The Node host as a process: `node main.ts`, in the folder that holds the projects. It reads messages from its
 * standard input and writes them to its standard output (`protocol.ts`, `wire.ts`), and ends with its input.
 */
import { join } from 'node:path';
import process from 'node:process';
import { READY_LINE } from './protocol.ts';
import { Serving } from './serving.ts';
import { Threads } from './threads.ts';

const serving = new Serving({
  threadsOf: (project, report) => new Threads(join(process.cwd(), project), report),
  write: (text) => void process.stdout.write(text),
});

// A line in a cooked terminal is cut at 4,095 characters, and echoed.
if (process.stdin.isTTY) process.stdin.setRawMode(true);
process.stdin.setEncoding('latin1');
process.stdin.on('data', (chunk: string) => serving.receive(chunk));
process.stdin.on('end', () => process.exit());
process.stdout.write(`${READY_LINE}\n`);
