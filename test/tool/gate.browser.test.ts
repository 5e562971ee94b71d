/** The gate in a real browser: who opens a function in a tab is in, and a page of somebody else calls nothing. */
import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchQuickChromium } from '../support/quick-chromium.ts';
import { ask, folderWith, start } from './running.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchQuickChromium();
});
afterAll(() => browser.close());

const PAGE = {
  // A busy machine may take long to start an instance.
  'functielab.json': JSON.stringify({
    version: 1,
    functions: { pagina: { entry: 'pagina.js', trigger: { type: 'http' } } },
    timeoutMs: 30_000,
  }),
  'pagina.js': `export default async (request) => {
  if (request.method === 'POST') return Response.json({ body: await request.text() });
  return new Response('<!doctype html><title>Pagina</title><h1>Mijn pagina</h1>', { headers: { 'content-type': 'text/html' } });
};`,
};

async function withBrowser() {
  const tool = await start(folderWith(PAGE));
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const origin = `http://localhost:${tool.port}`;
  await page.goto(tool.tabAddress);
  await page.getByRole('heading', { name: 'Mijn pagina' }).waitFor();
  const calls = async () => (await tool.call('/_functielab/usage')).text.trim().split('\n').length;
  return { ...tool, page, origin, calls };
}

test('its address opens a function, and the key stays in no address and in reach of no script', async () => {
  const { page, origin, calls, tabKey } = await withBrowser();
  expect(page.url()).toBe(`${origin}/`);
  expect(await page.evaluate('document.cookie + location.href + document.referrer')).not.toContain(tabKey);
  await page.reload();
  const posted = await page.evaluate(
    `fetch('/', { method: 'POST', body: 'van de pagina' }).then((answer) => answer.json())`,
  );
  expect(posted).toEqual({ body: 'van de pagina' });
  expect(await calls()).toBe(3);
});

/**
 * Each from a page on another port of this computer: to a browser that is the same site, so the cookie goes along. `TO` is where it
 * wants to go; a page that stays where it is tells whether it got through.
 */
const FROM_ELSEWHERE: readonly (readonly [what: string, body: string, script: string])[] = [
  [
    'a picture',
    '',
    'const i = new Image(); i.src = TO; return await i.decode().then(() => true, () => false);',
  ],
  [
    'a fetch that reads',
    '',
    'return await fetch(TO, { credentials: "include" }).then(() => true, () => false);',
  ],
  [
    'a fetch that asks for leave',
    '',
    'return await fetch(TO, { method: "PUT", credentials: "include" }).then(() => true, () => false);',
  ],
  [
    'a frame',
    '',
    'const f = document.createElement("iframe"); f.src = TO; document.body.append(f); await new Promise((go) => { f.onload = go; });',
  ],
  ['a form', '<form method="post" action="TO"><button>x</button></form>', 'document.forms[0].submit();'],
  ['a link', '<a href="TO">x</a>', 'document.querySelector("a").click();'],
];

test.each(FROM_ELSEWHERE)('%s on a page of somebody else runs nothing', async (_, body, script) => {
  const { page, origin, calls } = await withBrowser();
  const to = `${origin}/kwaad`;
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(body.replaceAll('TO', to));
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void elsewhere.close());
  const address = elsewhere.address();
  await page.goto(`http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`);
  const leaves = body !== '';
  const left = leaves ? page.waitForResponse(to) : null;
  const trying = page.evaluate(`(async () => { ${script.replaceAll('TO', JSON.stringify(to))} })()`);
  // A page that goes elsewhere takes its script along.
  if (leaves) await trying.catch(() => {});
  else expect(await trying).not.toBe(true);
  if (left !== null) expect((await left).status()).toBe(403);
  expect(await calls()).toBe(1);
});

test('a name that was made to point at this computer reaches nothing', async () => {
  const { page, port, calls, tabKey } = await withBrowser();
  const answer = await page.goto(`http://kwaad.localhost:${port}/?functielab=${tabKey}`);
  expect(answer?.status()).toBe(403);
  expect(await calls()).toBe(1);
});

test('a server on another port reads a cookie that opens functions, and no key to the laboratory', async () => {
  const { page, port, origin, token, tabKey } = await withBrowser();
  let read = '';
  const elsewhere = createServer(({ headers }, response) => {
    read += `${headers.cookie} ${JSON.stringify(headers)}`;
    response.end('ok');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, resolve));
  onTestFinished(() => void elsewhere.close());
  const address = elsewhere.address();
  const other = typeof address === 'object' && address !== null ? address.port : 0;
  for (const name of ['localhost', '127.0.0.1']) await page.goto(`http://${name}:${other}/`);
  expect(read).toContain(tabKey);
  expect(read).not.toContain(token);
  const desk = await ask(port, '/_functielab/usage', {
    headers: { host: new URL(origin).host, cookie: `functielab-${port}=${tabKey}` },
  });
  expect(desk.status).toBe(401);
});
