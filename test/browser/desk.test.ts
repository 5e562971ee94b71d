/** What is aimed at stays where it is, and what is new is in view. */
import { answerOf, codeOf, giveTime, keptCode, LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const SLOW = {
  before: keptCode('begroet', {
    'begroet.js': `export default async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return new Response('klaar');
};`,
  }),
};

test.for([
  [1280, 800],
  [390, 844],
] as const)(
  'Voer uit stays where it is before, during and after a run, and Stop has a place of its own (%i px)',
  async ([width, height], { openPage }) => {
    const page = await openPage(LESSON_1, { ...SLOW, viewport: { width, height } });
    const region = playground(page, GREET);
    const button = region.getByRole('button', { name: 'Voer uit' });
    const stop = region.getByRole('button', { name: 'Stop' });
    await giveTime(region);
    await button.scrollIntoViewIfNeeded();
    // In whole pixels: a page that was scrolled lies between them.
    const places = async () =>
      [await button.boundingBox(), await stop.boundingBox()].map((box) =>
        Object.values(box ?? {}).map(Math.round),
      );
    const before = await places();
    // A run may be over before a busy machine has asked for its places: the page itself looks when it begins.
    await button.evaluate((run: HTMLElement) => {
      new MutationObserver((_, begun) => {
        if (run.ariaBusy !== 'true') return;
        begun.disconnect();
        const boxes = [run, run.parentElement?.querySelector('.stop')].map((one) => {
          const { x, y, width, height } = one?.getBoundingClientRect() ?? new DOMRect();
          return [x, y, width, height].map(Math.round);
        });
        document.body.dataset['during'] = JSON.stringify(boxes);
      }).observe(run, { attributeFilter: ['aria-busy'] });
    });
    await button.dblclick();
    await answerOf(region).getByText('klaar').waitFor();
    expect(JSON.parse(await page.evaluate(() => document.body.dataset['during'] ?? ''))).toEqual(before);
    expect(await places()).toEqual(before);
  },
);

test('the log shows its newest line, until the reader scrolls up to read', async ({ openPage }) => {
  const code = `export default () => {
  for (let regel = 1; regel <= 30; regel++) console.log('regel ' + regel);
  return new Response('klaar');
};`;
  const page = await openPage(LESSON_1, { before: keptCode('begroet', { 'begroet.js': code }) });
  const region = playground(page, GREET);
  const log = region.getByRole('log');
  const top = () => log.evaluate((element) => element.scrollTop);
  await giveTime(region);
  await run(region);
  const first = await top();
  expect(first).toBeGreaterThan(0);
  await run(region);
  expect(await top()).toBeGreaterThan(first);
  await log.evaluate((element) => element.scrollTo(0, 40));
  await expect.poll(top).toBe(40);
  await run(region);
  expect(await top()).toBe(40);
});

test('Ctrl or Command and Enter in the code runs it, and changes nothing in it', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  const code = `export default () => new Response('met de toetsen');`;
  await giveTime(region);
  await write(page, region, 'begroet.js', code);
  await page.keyboard.press('ControlOrMeta+Enter');
  await answerOf(region).getByText('met de toetsen').waitFor();
  expect(await codeOf(region)).toBe(code);
});
