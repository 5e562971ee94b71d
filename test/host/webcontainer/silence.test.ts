/** When a process in a container counts as lost: an answer of megabytes takes a busy machine a while, and no pong overtakes it. */
import { expect, test } from 'vitest';
import type { FromNode, ToNode } from '../../../src/host/node/protocol.ts';
import { READY_LINE } from '../../../src/host/node/protocol.ts';
import { decodeLine, encodeLine, markOf } from '../../../src/host/node/wire.ts';
import { createLinkedHost } from '../../../src/host/webcontainer/linked-host.ts';
import { NodeLink } from '../../../src/host/webcontainer/node-link.ts';
import { PageLab } from '../lab/page-lab.ts';

const MARK_CHARACTERS = markOf('0'.repeat(32)).length;

/** A process that the test plays. */
function played() {
  let out: ReadableStreamDefaultController<string> | undefined;
  let mark = '';
  let onPing = () => {};
  const say = (text: string) => out?.enqueue(text);
  const output = new ReadableStream<string>({
    start(controller) {
      out = controller;
      say(`${READY_LINE}\n`);
    },
  });
  function hear(message: ToNode): void {
    if (message.type === 'ping') onPing();
    if (message.type === 'start') {
      const { instanceId } = message.spec;
      say(lineOf({ type: 'report', host: message.host, report: { type: 'ready', instanceId, initMs: 1 } }));
    }
    if (message.type !== 'hello') return;
    mark = markOf(message.secret);
    say(lineOf({ type: 'hello', nodeVersion: 'v22.12.0', clockStepMs: 1 }));
  }
  const lineOf = (message: FromNode) => mark + encodeLine(message);
  return {
    say,
    lineOf,
    atEachPing: (then: () => void) => {
      onPing = then;
    },
    process: {
      output,
      exit: new Promise<number>(() => {}),
      kill: () => {},
      write(text: string) {
        for (const line of text.trimEnd().split('\n')) hear(decodeLine(line) as ToNode);
      },
    },
  };
}

test.each([
  ['an answer of ours is a sign of life', 0, { type: 'settled' }],
  // What a function prints says nothing of the process that it runs in.
  ['noise is none', 1, { failure: { code: 'HOST_LOST' } }],
])('of what comes bit by bit, %s', async (_, from, expected) => {
  const { process, say, lineOf, atEachPing } = played();
  const link = await NodeLink.open(process, { pingEveryMs: 2, lostAfterPings: 3 });
  const lab = new PageLab(createLinkedHost(link, 'proef'));
  const instanceId = lab.start([{ path: 'functie.js', text: '' }]);
  await lab.started(instanceId);
  const invocationId = lab.invoke(instanceId);
  const response = { status: 200, statusText: '', headers: [], body: new Uint8Array(60) };
  const result = { ok: true, response } as const;
  const line = lineOf({
    type: 'report',
    host: 'host-1',
    report: { type: 'settled', instanceId, invocationId, durationMs: 1, result },
  });
  // Its mark comes in one piece, as each chunk of a stream is longer.
  let [at, next] = [from, MARK_CHARACTERS];
  atEachPing(() => {
    say(line.slice(at, next));
    [at, next] = [next, next + 1];
  });
  expect(await lab.answer(instanceId, invocationId)).toMatchObject(expected);
  link.close();
});
