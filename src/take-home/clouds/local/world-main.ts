/**
 * Loaded before a program in Node (`node --import`), so that its `fetch` finds the services of the course: `functielab/world.mjs`.
 * The program itself knows nothing of it, and is deployed without it.
 */
import process from 'node:process';
import type { PlayedReply, WorldQuestion } from './protocol.ts';

const world = process.env['FUNCTIELAB_WORLD'] ?? '';
const names = (process.env['FUNCTIELAB_SERVICES'] ?? '').split(' ').filter((name) => name !== '');
const network = globalThis.fetch;

async function fetchPlayed(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (!names.includes(new URL(request.url).origin)) return network(request);
  const { method, url, headers, body, signal } = request;
  const question: WorldQuestion = {
    method,
    url,
    headers: [...headers],
    body: body === null ? null : Buffer.from(await request.arrayBuffer()).toString('base64'),
  };
  const answer = await network(world, { method: 'POST', body: JSON.stringify(question), signal });
  const reply = (await answer.json()) as PlayedReply | null;
  if (reply === null) throw new TypeError('fetch failed');
  const bytes = Buffer.from(reply.body, 'base64');
  const response = new Response(bytes.byteLength === 0 ? null : bytes, {
    status: reply.status,
    headers: reply.headers.map(([name, value]): [string, string] => [name, value]),
  });
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

if (world !== '') globalThis.fetch = fetchPlayed;

// Whoever started this is gone, perhaps with the window of a terminal: nobody can stop it any more, so it goes too.
process.once('disconnect', () => process.exit());
// That alone is no reason to stay.
process.channel?.unref();
