/** The choice WebContainer, from the reader's side: asked first, the same bill, one container for all. */
import { containerIsThere, hostRadio, startContainer } from './container-reader.ts';
import { isRealService, test } from './container-site.ts';
import {
  answerOf,
  codeOf,
  giveTime,
  LESSON_1,
  LESSON_2,
  playground,
  run,
  totalUsd,
  write,
} from './reader.ts';
import { expect } from './site.ts';

const GREET = 'Begroet een bezoeker';
const IN_WHICH = "export default () => new Response(typeof process === 'undefined' ? 'de browser' : 'Node');";

test('nothing comes from elsewhere before the reader has said yes, and the notice says from where', async ({
  openLesson,
  siteUrl,
}) => {
  const page = await openLesson('');
  const foreign: string[] = [];
  page.context().on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(siteUrl).origin) foreign.push(request.url());
  });
  await page.goto(`${siteUrl}${LESSON_1}`);
  const region = playground(page, GREET);
  await run(region);
  await hostRadio(region, 'WebContainer').check();
  const notice = region.getByRole('group', { name: 'Voordat WebContainer start' });
  expect(await notice.innerText()).toContain('stackblitz.com');
  await run(region);
  await region.getByRole('button', { name: 'Blijf in de browser' }).click();
  expect(await hostRadio(region, 'Browser').isChecked()).toBe(true);
  await run(region);
  expect(foreign).toEqual([]);
  await startContainer(region);
  expect(foreign.length).toBeGreaterThan(0);
});

test('chosen once, a later page uses it: nothing boots by itself, and the first run waits for it', async ({
  openLesson,
  standIn,
}) => {
  const page = await openLesson(LESSON_1);
  await startContainer(playground(page, GREET));
  const boots = standIn?.boots;
  await page.reload();
  const region = playground(page, GREET);
  await region.getByText('WebContainer start zodra je hier iets uitvoert.').waitFor();
  expect(await hostRadio(region, 'WebContainer').isChecked()).toBe(true);
  expect(standIn?.boots).toBe(boots);
  await write(page, region, 'begroet.js', IN_WHICH);
  await giveTime(region);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('Node');
  await containerIsThere(region);

  // Who goes back to the browser is in the browser on every page.
  await hostRadio(playground(page, 'Maak groepjes'), 'Browser').check();
  await expect.poll(() => hostRadio(region, 'Browser').isChecked()).toBe(true);
  await page.reload();
  await giveTime(region);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('de browser');
});

test('what is stored, and what waits in the queue, goes on when the reader changes hosts', async ({
  openLesson,
}) => {
  const page = await openLesson('lessen/werk-in-de-wachtrij/');
  const region = playground(page, 'Bestellen met een wachtrij');
  const receipts = async () => {
    const text = await region.getByRole('group', { name: 'Opslag' }).innerText();
    return text.split('bonnen/').length - 1;
  };
  await giveTime(region);
  await run(region);
  await expect.poll(receipts).toBe(1);
  await startContainer(region);
  await run(region);
  await expect.poll(receipts).toBe(2);
  await hostRadio(region, 'Browser').check();
  await run(region);
  await expect.poll(receipts).toBe(3);
});

test('the same log, instances and receipt go on when the reader changes hosts', async ({ openLesson }) => {
  const page = await openLesson(LESSON_1);
  const region = playground(page, GREET);
  await write(
    page,
    region,
    'begroet.js',
    `let n = 0;
export default function hallo(request, context) {
  n += 1;
  console.log('keer ' + n + ' in ' + (typeof process === 'undefined' ? 'de browser' : 'Node'));
  return new Response('één ' + n + ' 😀');
}`,
  );
  await giveTime(region);
  await run(region);
  const first = Number(await totalUsd(region));
  await startContainer(region);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('één 1 😀');
  await run(region);
  const log = await region.getByRole('log', { name: 'Logboek' }).innerText();
  expect(log).toMatch(
    /keer 1 in de browser[\s\S]*er kwam een nieuwe versie[\s\S]*keer 1 in Node[\s\S]*keer 2 in Node/,
  );
  expect(Number(await totalUsd(region))).toBeGreaterThan(first);
  const table = region.getByRole('table', { name: 'Tijdlijn' });
  await table.getByRole('row', { name: /nr\. 2/ }).waitFor();
  await hostRadio(region, 'Browser').check();
  await run(region);
  expect(await answerOf(region).innerText()).toContain('één 1 😀');
  expect(await codeOf(region)).toContain("console.log('keer '");
});

test('one container for every playground of the page', async ({ openLesson, standIn }) => {
  const page = await openLesson(LESSON_2);
  const [first, second] = [
    playground(page, 'Tel bestellingen per stad (langzaam)'),
    playground(page, 'Tel bestellingen per stad (snel)'),
  ];
  const before = standIn?.boots ?? 0;
  await giveTime(second);
  await giveTime(first);
  await startContainer(first);
  await hostRadio(second, 'WebContainer').check();
  await containerIsThere(second);
  await run(first);
  await run(second);
  expect(await answerOf(second).innerText()).toContain('200');
  if (standIn) expect(standIn.boots - before).toBe(1);
});

test('starting can be stopped, and the browser works meanwhile', async ({ openLesson, standIn }) => {
  standIn?.set({ isBootHeld: true });
  try {
    const page = await openLesson(LESSON_1);
    const region = playground(page, GREET);
    await giveTime(region);
    await hostRadio(region, 'WebContainer').check();
    await region.getByRole('button', { name: 'Start WebContainer' }).click();
    const bar = region.getByRole('progressbar');
    await bar.waitFor();
    await run(region);
    expect(await answerOf(region).innerText()).toContain('Dag Mila!');
    await region.getByRole('button', { name: 'Annuleer het starten' }).click();
    expect(await hostRadio(region, 'Browser').isChecked()).toBe(true);
    standIn?.reset();
    // Once more: the boot that was under way is taken up again.
    await hostRadio(region, 'WebContainer').check();
    await containerIsThere(region);
  } finally {
    standIn?.reset();
  }
});

test('a loop without end, and one that fills the memory, end as they should; the next call works', async ({
  openLesson,
}) => {
  const page = await openLesson(LESSON_1);
  const region = playground(page, GREET);
  await startContainer(region);
  const alert = answerOf(region).getByRole('alert');
  await write(page, region, 'begroet.js', 'export default () => { for (;;); }');
  await giveTime(region, 10_000);
  await run(region);
  expect(await alert.getAttribute('data-code')).toBe('HANDLER_TIMEOUT');
  await giveTime(region);
  if (!isRealService) {
    await write(
      page,
      region,
      'begroet.js',
      'export default () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5)); }',
    );
    await run(region);
    expect(await alert.getAttribute('data-code')).toBe('INSTANCE_CRASHED');
  }
  await region.getByRole('button', { name: 'Herstel' }).click();
  await run(region);
  expect(await answerOf(region).innerText()).toContain('Dag Mila!');
});

test('a keyboard stays where it is: focus never falls back to the top of the page', async ({
  openLesson,
  standIn,
}) => {
  const page = await openLesson('lessen/van-server-naar-functies/');
  const region = playground(page, 'Takenlijst op een server');
  const isInside = () => region.evaluate((playground) => playground.contains(document.activeElement));
  const press = async (name: string) => {
    await region.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  // Off until the page listens; a choice that is off takes no focus.
  await expect.poll(() => hostRadio(region, 'WebContainer').isEnabled()).toBe(true);
  await hostRadio(region, 'WebContainer').focus();
  await page.keyboard.press('Space');
  standIn?.set({ isBootHeld: true });
  try {
    await press('Start WebContainer');
    await region.getByRole('progressbar').waitFor();
    expect(await isInside()).toBe(true);
  } finally {
    standIn?.reset();
  }
  await containerIsThere(region);
  expect(await isInside()).toBe(true);
  await press('Start');
  await region.getByText('De server staat aan').waitFor();
  expect(await isInside()).toBe(true);
  await press('Stop');
  await region.getByText('De server staat uit.').waitFor();
  expect(await isInside()).toBe(true);
});

test('without a network a container that is there goes on', async ({ openLesson }) => {
  const page = await openLesson(LESSON_1);
  const region = playground(page, GREET);
  await giveTime(region);
  await startContainer(region);
  await run(region);
  // Only what the page hears of it: cutting the network itself would cut the stand-in off, which is on it.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
    dispatchEvent(new Event('offline'));
  });
  await hostRadio(region, 'Browser').check();
  await hostRadio(region, 'WebContainer').check();
  await run(region);
  expect(await answerOf(region).innerText()).toContain('Dag Mila!');
});

test('the page says what is different there', async ({ openLesson }) => {
  const page = await openLesson(LESSON_1);
  const region = playground(page, GREET);
  await startContainer(region);
  await region.getByRole('button', { name: /wat is er anders/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Browser en WebContainer: de verschillen' });
  await dialog.getByText(/WebContainer draait Node \d+\.\d+/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});
