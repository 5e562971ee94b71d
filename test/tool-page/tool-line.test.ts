/** The line from the page to the tool: one thing after another, again when it breaks, and not with a key that is no good. */
import { expect, test } from 'vitest';
import { encodeLine } from '../../src/host/node/wire.ts';
import type { FromTool } from '../../src/tool/lab/protocol.ts';
import { type LineState, ToolLine } from '../../src/tool-page/tool-line.ts';

const GONE: FromTool = { type: 'problems', sentences: ['zó'] };

function lineWith(answers: ((init: RequestInit) => Promise<Response>)[], key: string | null = 'sleutel') {
  const asked: [address: string, init: RequestInit][] = [];
  const states: LineState[] = [];
  const messages: FromTool[] = [];
  const line = new ToolLine({
    key,
    desk: '/_functielab/',
    header: 'x-functielab',
    fetch: (address, init = {}) => {
      asked.push([String(address), init]);
      return (answers.shift() ?? (() => Promise.resolve(new Response(null, { status: 401 }))))(init);
    },
    pause: () => Promise.resolve(),
    onState: (state) => states.push(state),
    onMessage: (message) => messages.push(message),
  });
  return { line, asked, states, messages };
}

test('what is told comes whole, also in pieces, and a line that breaks is tried again', async () => {
  const bytes = new TextEncoder().encode(encodeLine(GONE));
  const inPieces = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      }),
    );
  const { line, asked, states, messages } = lineWith([
    inPieces,
    () => Promise.reject(new Error('refused')),
    inPieces,
  ]);
  await line.follow();
  expect(messages).toEqual([GONE, GONE]);
  expect(states).toEqual(['live', 'gone', 'gone', 'live', 'gone', 'refused']);
  expect(asked).toHaveLength(4);
  for (const [address, { headers }] of asked) {
    expect([address, headers]).toEqual([
      expect.stringMatching(/^\/_functielab\/line\?page=[a-z0-9]{8,40}$/),
      { 'x-functielab': 'sleutel' },
    ]);
  }
});

test('without a key nobody is asked', async () => {
  const { line, asked, states } = lineWith([], null);
  await line.follow();
  expect([asked, states]).toEqual([[], ['refused']]);
});

test('what is said goes in its order, and what waits meanwhile goes together', async () => {
  const bodies: unknown[] = [];
  const { promise: first, resolve: answerFirst } = Promise.withResolvers<Response>();
  const { promise: sentAll, resolve: sent } = Promise.withResolvers<void>();
  const { line } = lineWith([
    ({ body }) => {
      bodies.push(body);
      return first;
    },
    async ({ body }) => {
      bodies.push(body);
      sent();
      return new Response(null, { status: 204 });
    },
  ]);
  for (const text of ['a\n', 'b\n', 'c\n']) line.send(text);
  expect(bodies).toEqual(['a\n']);
  answerFirst(new Response(null, { status: 204 }));
  await sentAll;
  expect(bodies).toEqual(['a\n', 'b\nc\n']);
});
