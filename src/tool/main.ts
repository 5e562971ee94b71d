/** Where the process of `functielab` begins: what a command is given of it, and the status with which it ends. */
import process from 'node:process';
import { loadPrices } from './bill/tariff-folder.ts';
import { runTool } from './command-line.ts';
import { loadPageFiles } from './server/page-files.ts';

/** The files that go along: beside a bundle of this file, or in the course. */
const CONTENT = new URL(import.meta.url.endsWith('.ts') ? '../../content/' : './', import.meta.url);

let stop: (() => void) | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Nobody ends by himself here, or was asked before: who asks twice does not want to wait.
    if (stop === null) process.exit(130);
    stop();
    stop = null;
  });
}

// Who no longer listens, such as a `head` behind it, is not to end it in the middle of a write.
process.stdout.on('error', () => {});

const status = await runTool(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  isStdinTyped: process.stdin.isTTY,
  cwd: process.cwd(),
  stopped: () =>
    new Promise((resolve) => {
      stop = resolve;
    }),
  prices: () => loadPrices(new URL('tariffs/', CONTENT)),
  templates: new URL('templates/', CONTENT),
  today: new Date(),
  page: () => loadPageFiles(new URL('lab/', CONTENT)),
});
process.exitCode = status;
