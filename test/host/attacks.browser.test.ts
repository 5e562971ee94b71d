/**
 * Escapes and thefts, each tried in every browser of this run: first where nobody guards, then in the sandbox.
 *
 * The first test is the proof that each can fail: in a worker without `refuse.ts`, without the frame's policy and with a runtime that
 * looks things up when it uses them (`victim`), every one of them gets what it wants.
 */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ESCAPES } from '../attacks/escapes.ts';
import { stealingFunction, stolenByPlain, THEFTS } from '../attacks/thefts.ts';
import { families } from '../browser/families/asked.ts';
import { browsers, type Lab, openLab, settled } from './lab/lab.ts';

/** Who came, by the last part of the address. */
const visits = new Set<string>();
const collector = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path.startsWith('/hit/')) visits.add(decodeURIComponent(path.slice(5)).replace(/\.js(on)?$/, ''));
  const type = path.endsWith('.json')
    ? 'application/json'
    : path.endsWith('.js')
      ? 'text/javascript'
      : 'text/html';
  response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' });
  response.end(path.endsWith('.js') ? '' : '1');
});
let origin = '';
let round = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const at = collector.address();
  origin = typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : '';
});
afterAll(() => void collector.close());

const addressOf = (name: string) => `${origin}/hit/${encodeURIComponent(`${round}-${name}`)}`;
const attempt = (name: string, body: string, patienceMs = 1_500) =>
  `const address = ${JSON.stringify(addressOf(name))};
   const attack = async () => { ${body} };
   const tried = () => Promise.race([attack().then((got) => got === true, () => false), new Promise((go) => setTimeout(go, ${patienceMs}, false))]);`;

/** What a family has no means for, guarded or not. */
const NOT_THERE: Readonly<Partial<Record<string, readonly string[]>>> = {
  Firefox: ['a bucket of storage of its own', 'a file system of the old kind', 'errors that tell who called'],
  // WebKitGTK gives a worker no files of its own either.
  WebKit: [
    'files of the site',
    'how much the site keeps',
    'a bucket of storage of its own',
    'a file system of the old kind',
    'errors that tell who called',
  ],
};

/** What a family does not refuse, and what is no way out by itself: it reaches no more than any other code there. */
const LET_THROUGH: Readonly<Partial<Record<string, readonly string[]>>> = {
  // WebKitGTK 2.50 compiles bytes whatever the policy says.
  WebKit: ['code from bytes'],
};

describe.each(browsers)('attacks in %s', (browser) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(browser);
    round += 1;
  });
  afterAll(() => lab?.close());

  test('each of them is one: a plain worker stops none', async () => {
    const open = families.get(browser);
    if (open === undefined) throw new Error(`No ${browser}`);
    const family = await open();
    const tab = await family.newTab(() => undefined);
    try {
      await tab.goto(`${origin}/`);
      const inWorker = (code: string) =>
        tab.evaluate(`new Promise((resolve) => {
          const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }));
          const worker = new Worker(url, { type: 'module' });
          worker.onmessage = ({ data }) => { if (typeof data === 'boolean') resolve(data); };
          worker.onerror = () => resolve(false);
          setTimeout(resolve, 30_000, false);
        })`);
      const harmless: string[] = [];
      for (const [name, body] of Object.entries(ESCAPES)) {
        const got = await inWorker(`${attempt(name, body, 20_000)} postMessage(await tried());`);
        if (got !== true) harmless.push(name);
      }
      for (const [name, theft] of Object.entries(THEFTS)) {
        const code = `const send = postMessage.bind(globalThis); const run = async () => { ${stolenByPlain(theft)} }; send(await run());`;
        if ((await inWorker(code)) !== true) harmless.push(name);
      }
      // Who came may come after the attack was done: a worker is not ended before the page is.
      const stopped = () => harmless.filter((name) => !visits.has(`${round}-${name}`));
      await expect.poll(() => stopped().sort()).toEqual([...(NOT_THERE[browser] ?? [])].sort());
    } finally {
      await tab.close();
      await family.close();
      visits.clear();
    }
  });

  test.each(Object.entries(ESCAPES))('no way out: %s', async (name, body) => {
    const { start, answers } = await lab.run(
      `${attempt(name, body)} export default async () => Response.json(await tried());`,
    );
    if (start.type === 'ended') expect(start.failure.code).toBe('IMPORT_FROM_WEB');
    else expect(settled(answers[0]).text).toBe(String(LET_THROUGH[browser]?.includes(name) ?? false));
    expect([...visits]).toEqual([]);
  });

  test.each(Object.entries(THEFTS))('nothing to steal by: %s', async (_, theft) => {
    const { answers } = await lab.run(stealingFunction(theft), {}, {});
    expect(answers.map((answer) => settled(answer).text)).toEqual(['niets', 'niets']);
  });

  test('what the device has is not for a function, nor what its own runtime has in hand', async () => {
    const { answers } = await lab.run(
      `const found = [];
       const look = async (name, fn) => { try { if (await fn()) found.push(name); } catch {} };
       export default async (request, context) => {
         await look('a graphics card', async () => (await navigator.gpu.requestAdapter()) !== null);
         await look('notifications', () => Notification.permission === 'granted');
         await look('the camera', async () => (await navigator.permissions.query({ name: 'camera' })).state === 'granted');
         await look('devices', async () => (await navigator.usb.getDevices()).length + (await navigator.hid.getDevices()).length > 0);
         await look('memory of others', () => crossOriginIsolated && new SharedArrayBuffer(1));
         const ours = [fetch, console.log, Response.json, postMessage, close, importScripts, context.constructor, Headers, Request];
         for (const fn of ours) for (const key of ['caller', 'arguments']) await look(key, () => (fn[key] ?? null) !== null);
         await look('a forged context', () => { context.kv = {}; return context.kv !== undefined; });
         return Response.json(found);
       };`,
    );
    expect(settled(answers[0]).text).toBe('[]');
  });

  test('after all of it the others still work, and nobody came', async () => {
    expect(await lab.othersStillWork()).toBe(true);
    expect([...visits]).toEqual([]);
  });
});
