/** What Node tells of a thread does not come in the order in which it happened. */
import { expect, test } from 'vitest';
import type { Report } from '../../../src/contract/host.ts';
import { ThreadInstance } from '../../../src/host/node/thread-instance.ts';

/** As the runtime does it for a function that logs a line and closes itself. */
const closesItself = `
  const { parentPort } = await import('node:worker_threads');
  parentPort.once('message', (port) => {
    const lines = [{ level: 'log', text: 'dag', atMs: 0 }];
    port.postMessage({ type: 'log', invocationId: null, lines, dropped: 0 });
    port.postMessage({ type: 'closing' });
    process.exit();
  });`;

test('the last line of a thread is heard before its end, also when both come at once', async () => {
  const reports: Report[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const instance = new ThreadInstance(1, (report) => {
    reports.push(report);
    if (report.type === 'ended') end();
  });
  instance.start(new URL(`data:text/javascript,${encodeURIComponent(closesItself)}`), {
    type: 'load',
    files: [],
    entry: 'functie.js',
    entryUrl: 'data:,',
    timeoutMs: 3_000,
    functionName: 'proef',
    env: {},
    memoryMb: 128,
  });
  // This thread looks at nothing until the other is gone, so that its message and its end lie waiting side by side.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  await ended;
  expect(reports).toMatchObject([
    { type: 'log', lines: [{ text: 'dag' }] },
    { type: 'ended', failure: { code: 'INSTANCE_CLOSED' } },
  ]);
});
