/**
 * What bad code gets: a Dutch sentence with its code, while the page answers, the other playground on it still
 * works, and the reader's code is kept.
 */
import type { Locator, Page } from 'playwright-core';
import { answerOf, codeOf, giveTime, LESSON_1, playground, run, write } from './reader.ts';
import { expect, type OpenPage, test } from './site.ts';

const MEGABYTE = 1_048_576;

interface Opened {
  readonly page: Page;
  readonly region: Locator;
}

/** Both playgrounds of the lesson have all the time they need. */
async function open(openPage: OpenPage): Promise<Opened> {
  const page = await openPage(LESSON_1);
  await giveTime(playground(page, 'Maak groepjes'));
  const region = playground(page, 'Begroet een bezoeker');
  await giveTime(region);
  return { page, region };
}

async function runIn({ page, region }: Opened, code: string): Promise<void> {
  await write(page, region, 'begroet.js', code);
  await run(region);
}

async function runBad(openPage: OpenPage, code: string): Promise<Opened> {
  const opened = await open(openPage);
  await runIn(opened, code);
  return opened;
}

async function nothingElseBroke({ page, region }: Opened, code: string): Promise<void> {
  const perMillion = page.getByRole('button', { name: 'Per miljoen' });
  await perMillion.click();
  expect(await perMillion.getAttribute('aria-pressed')).toBe('true');
  const other = playground(page, 'Maak groepjes');
  await run(other);
  expect(await answerOf(other).innerText()).toContain('200 OK');
  expect(await codeOf(region)).toBe(code);
  await page.reload();
  const again = playground(page, 'Begroet een bezoeker');
  await again.locator('.cm-content').waitFor();
  expect(await codeOf(again)).toBe(code);
}

type Case = readonly [what: string, failure: string, code: string, timeoutMs?: number];

/** For what never ends: one second where nothing has to come before, and so long that a busy machine has surely started it. */
const [SHORT_MS, ENOUGH_MS] = [1_000, 10_000];

const cases: Readonly<Record<string, readonly Case[]>> = {
  'code that does not end': [
    [
      'an endless loop at module level',
      'INIT_TIMEOUT',
      'for (;;) {}\nexport default () => new Response()',
      SHORT_MS,
    ],
    ['an endless loop in the handler', 'HANDLER_TIMEOUT', 'export default () => { for (;;) {} }', ENOUGH_MS],
    [
      'a promise that never settles',
      'HANDLER_TIMEOUT',
      'export default () => new Promise(() => {})',
      ENOUGH_MS,
    ],
  ],
  'code that cannot be loaded': [
    ['a syntax error', 'SYNTAX_ERROR', 'export default () => {\n  return new Response("dag";\n}'],
    [
      'a throw at module level',
      'INIT_ERROR',
      'throw new Error("kapot");\nexport default () => new Response()',
    ],
    ['no default export', 'NO_DEFAULT_EXPORT', 'export const x = 1;'],
    ['a default export that is no function', 'DEFAULT_NOT_FUNCTION', 'export default 42;'],
    [
      'an import from the web',
      'IMPORT_FROM_WEB',
      'import x from "https://example.com/x.js";\nexport default () => new Response(x)',
    ],
  ],
  'an answer that is none': [
    ['a return that is no Response', 'NOT_A_RESPONSE', 'export default () => "dag"'],
    [
      'an answer of 50 MB',
      'RESPONSE_TOO_LARGE',
      `export default () => new Response(new Uint8Array(${50 * MEGABYTE}))`,
    ],
    ['recursion without end', 'HANDLER_ERROR', 'export default function f() { return f() + 1; }'],
    [
      'a worker that closes itself',
      'INSTANCE_CLOSED',
      'export default () => { self.close(); return new Promise(() => {}); }',
    ],
  ],
  'what a sandbox has no room for': [
    ['fetch', 'HANDLER_ERROR', 'export default async () => { await fetch("https://example.com/"); }'],
    ['WebSocket', 'HANDLER_ERROR', 'export default () => { new WebSocket("wss://example.com/"); }'],
    ['importScripts', 'HANDLER_ERROR', 'export default () => { importScripts("https://example.com/x.js"); }'],
    ['indexedDB', 'HANDLER_ERROR', 'export default () => { indexedDB.open("x"); }'],
    ['parent', 'HANDLER_ERROR', 'export default () => { parent.postMessage("x", "*"); }'],
    ['top', 'HANDLER_ERROR', 'export default () => { top.location = "https://example.com/"; }'],
    ['localStorage', 'HANDLER_ERROR', 'export default () => { localStorage.setItem("a", "b"); }'],
  ],
};

test.for(Object.entries(cases))(
  '%s is told, one after another on one page',
  async ([, rows], { openPage }) => {
    const opened = await open(openPage);
    const other = playground(opened.page, 'Maak groepjes');
    for (const [what, failure, code, timeoutMs] of rows) {
      if (timeoutMs !== undefined) await giveTime(opened.region, timeoutMs);
      await runIn(opened, code);
      const alert = answerOf(opened.region).getByRole('alert');
      expect(await alert.getAttribute('data-code'), what).toBe(failure);
      await run(other);
      expect(await answerOf(other).innerText(), what).toContain('200 OK');
    }
    await nothingElseBroke(opened, rows.at(-1)?.[2] ?? '');
  },
);

const refused = [
  'fetch("https://example.com/")',
  'new WebSocket("wss://x.example")',
  'importScripts("x")',
  'indexedDB',
  'localStorage',
  'parent',
  'top',
];
test('what a function may not do is refused in Dutch, with the reason', async ({ openPage }) => {
  const attempts = refused.map((attempt) => `() => ${attempt}`).join(', ');
  const code = `export default async () => {
  const words = [];
  for (const attempt of [${attempts}]) {
    try { await attempt(); words.push('GELUKT'); } catch (error) { words.push(error.message); }
  }
  return new Response(words.join('\\n'));
}`;
  const { region } = await runBad(openPage, code);
  const lines = (await answerOf(region).locator('pre').innerText()).split('\n');
  expect(lines).toHaveLength(refused.length);
  for (const line of lines) expect(line).toMatch(/\b(geen|niet|kan|mag)\b/);
});

test('a syntax error leads to its line', async ({ openPage }) => {
  const { page, region } = await runBad(openPage, 'export default () => {\n  return new Response("dag";\n}');
  await region.getByRole('button', { name: /^Ga naar begroet\.js, regel 2/ }).click();
  const caretLine = () =>
    page.evaluate(() => {
      const node = document.getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return element?.closest('.cm-line')?.textContent ?? '';
    });
  await expect.poll(caretLine).toContain('return new Response');
});

test('a body of 50 MB is refused before anything runs', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, 'Maak groepjes');
  await region.getByText('Headers, body en instellingen').click();
  await region.getByLabel('Body').evaluate((field: HTMLTextAreaElement, bytes) => {
    field.value = 'x'.repeat(bytes);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, 50 * MEGABYTE);
  await region.getByPlaceholder('Een body van 52.428.800 tekens').waitFor();
  await run(region);
  const alert = answerOf(region).getByRole('alert');
  expect(await alert.getAttribute('data-code')).toBe('REQUEST_TOO_LARGE');
  const other = playground(page, 'Begroet een bezoeker');
  await giveTime(other);
  await run(other);
  expect(await answerOf(other).innerText()).toContain('200 OK');
});

test('100,000 lines in the log', async ({ openPage }) => {
  const code = `export default () => {
  for (let i = 0; i < 100_000; i += 1) console.log('regel ' + i);
  return new Response('klaar');
}`;
  const opened = await runBad(openPage, code);
  expect(await answerOf(opened.region).innerText()).toContain('klaar');
  const log = opened.region.getByRole('log', { name: 'Logboek' });
  await expect.poll(() => log.innerText()).toContain('regels weggelaten: een aanroep mag 256 KB loggen');
  expect(await log.getByRole('listitem').count()).toBeLessThan(1_000);
  await nothingElseBroke(opened, code);
});

test('hostile HTML stays text', async ({ openPage }) => {
  const html = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const code = `export default () => new Response(${JSON.stringify(html)}, { headers: { 'content-type': 'text/html' } })`;
  const opened = await runBad(openPage, code);
  expect(await answerOf(opened.region).locator('pre').innerText()).toBe(html);
  expect(await answerOf(opened.region).locator('img, script').count()).toBe(0);
  expect(await opened.page.title()).toContain('Functielab');
});

test.for([
  ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
  [
    'forbidden',
    `for (const name of ['localStorage', 'sessionStorage'])
       Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });`,
  ],
] as const)(
  'storage that is %s: everything works, and a note says what is lost',
  async ([, before], { openPage }) => {
    const page = await openPage(LESSON_1, { before });
    const region = playground(page, 'Begroet een bezoeker');
    await region.getByText('Je browser bewaart hier niets').waitFor();
    await write(page, region, 'begroet.js', 'export default () => new Response("ook goed")');
    await giveTime(region);
    await run(region);
    expect(await answerOf(region).innerText()).toContain('ook goed');
    await page.getByLabel('Kleuren van de site').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  },
);

test('an exercise that fails: code in what to look at, and await without async told as that', async ({
  openPage,
}) => {
  const page = await openPage('oefeningen/groet-iedereen/');
  const region = playground(page, 'Groet iedereen');
  await region.getByRole('button', { name: 'Controleer' }).click();
  await region.getByText('Kijk hier').first().waitFor();
  await region.locator('.check__problem code', { hasText: /^naam$/ }).waitFor();
  expect(await region.locator('.checks').innerText()).not.toContain('`');
  expect(await page.locator('main').innerText()).not.toContain('README');
  await write(page, region, 'groet.js', 'export default function groet(request) {\n  await 1;\n}\n');
  await giveTime(region);
  await region.getByRole('button', { name: 'Voer uit' }).click();
  const refusal = answerOf(region).getByRole('alert').filter({ hasText: 'Zet async voor die functie' });
  await refusal.waitFor();
  expect(await refusal.getAttribute('data-code')).toBe('SYNTAX_ERROR');
});
