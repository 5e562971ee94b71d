/** The course by keyboard alone, and on a phone: nothing out of reach, under the till, or off the screen. */
import type { Page } from 'playwright-core';
import { answerOf, codeOf, LESSON_1, playground } from './reader.ts';
import { expect, test } from './site.ts';

const PHONE = { width: 390, height: 844 };

interface Focused {
  readonly name: string;
  /** How much of it the till bar covers, in px of its height; 0 for what is in the bar itself. */
  readonly covered: number;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const till = document.querySelector('.till');
    const box = element.getBoundingClientRect();
    // Of what is taller than the window, the top counts: that is where the caret or the label is.
    const end = Math.min(box.bottom, box.top + 40);
    const isOfBar = till?.contains(element) || element === document.body;
    const covered = isOfBar ? 0 : Math.max(0, end - (till?.getBoundingClientRect().top ?? innerHeight));
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    return { name: `${element.tagName.toLowerCase()} ${label.slice(0, 40)}`, covered };
  });
}

test.for([{ width: 1280, height: 800 }, PHONE])(
  'Tab goes through a whole lesson and focus is never under the till ($width px)',
  async (viewport, { openPage }) => {
    const page = await openPage(LESSON_1, { viewport, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Voer uit', disabled: false }).first().waitFor();
    const seen: Focused[] = [];
    for (let step = 0; step < 240; step += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (now.name.startsWith('body')) break;
      seen.push(now);
      // The editor keeps Tab for itself; Escape and then Tab leaves it.
      if (now.name.includes('Code van')) {
        await page.locator('.cm-content:focus').waitFor();
        await page.keyboard.press('Escape');
      }
    }
    expect(seen.filter(({ covered }) => covered > 0)).toEqual([]);
    const names = seen.map(({ name }) => name).join('\n');
    for (const part of [
      'Ga naar inhoud',
      'Code van begroet.js',
      'Pad',
      'Voer uit',
      'Controleer',
      'Bon van dit bezoek',
    ]) {
      // `Controleer` waits for a choice, so the choice itself is what can be reached.
      expect(names).toContain(part === 'Controleer' ? 'input' : part);
    }
  },
);

test.for(['Maak leeg', 'Logboek'])(
  'focus stays where it is when what shows results comes late: %s',
  async (name, { openPage, siteUrl }) => {
    const page = await openPage('');
    const { promise: isLate, resolve: come } = Promise.withResolvers<void>();
    await page.route('**/Results.*.js', async (route) => {
      await isLate;
      await route.continue();
    });
    await page.goto(new URL(LESSON_1, siteUrl).href);
    const region = playground(page, 'Begroet een bezoeker');
    const part = region.getByRole(name === 'Logboek' ? 'log' : 'button', { name, exact: true });
    // It lives: what the reader does is heard.
    await region.getByRole('button', { name: 'Voer uit', disabled: false }).waitFor();
    const late = page.waitForRequest('**/Results.*.js');
    await region.getByLabel('Pad').focus();
    await late;
    const asBuilt = await part.elementHandle();
    await part.focus();
    come();
    await expect.poll(() => asBuilt?.evaluate((one) => one.isConnected)).toBe(false);
    expect(await part.evaluate((one) => one === document.activeElement)).toBe(true);
  },
);

test('a function is edited, run and read without a mouse', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, 'Begroet een bezoeker');
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).focus();
  await region.locator('.cm-content:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('export default () => new Response("zonder muis")');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).not.toContain('Code van');
  await region.getByLabel('Pad').focus();
  await page.keyboard.press('Enter');
  await answerOf(region).getByText('zonder muis').waitFor();
  const status = region.getByRole('status').last();
  await expect.poll(() => status.textContent()).toMatch(/^Klaar: status 200, na een koude start, in /);
});

test('after Escape a reader has all the time there is to leave the code, until another key is pressed', async ({
  openPage,
}) => {
  // The clock of the page, which can be put forward.
  const page = await openPage(LESSON_1, {
    before: 'globalThis.laterMs = 0; const now = Date.now; Date.now = () => now() + laterMs;',
  });
  const code = page.getByRole('textbox', { name: 'Code van begroet.js' });
  await code.focus();
  const live = page.locator('.cm-content:focus');
  await live.waitFor();
  const before = await codeOf(playground(page, 'Begroet een bezoeker'));
  const anHourLater = () => page.evaluate('laterMs += 3_600_000');
  await page.keyboard.press('Escape');
  await anHourLater();
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).not.toContain('Code van');
  // Whoever comes back begins anew, and so does whoever goes on writing.
  await page.keyboard.press('Shift+Tab');
  await live.waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toContain('Code van');
  expect(await codeOf(playground(page, 'Begroet een bezoeker'))).toBe(`  ${before}`);
});

test('the skip link leads past the menu, and the first run is within 15 presses', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await press('Tab');
  await press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#_top');
  for (let name = ''; name !== 'button Voer uit'; { name } = await focused(page)) {
    if (name.includes('Code van')) {
      await page.locator('.cm-content:focus').waitFor();
      await press('Escape');
    }
    await press('Tab');
    expect(presses).toBeLessThan(15);
  }
  await press('Enter');
  await answerOf(playground(page, 'Begroet een bezoeker')).getByText('Dag Mila!').waitFor();
});

test('on a phone the buttons of the till are on the screen or one press away, and the menu unfolds', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, { viewport: PHONE });
  const expectOnScreen = async (name: string) => {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= PHONE.width && box.y + box.height <= PHONE.height).toBe(
      true,
    );
  };
  await expectOnScreen('Bon van dit bezoek');
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await expectOnScreen('Per miljoen');
  await expectOnScreen('Welke server?');
  await page.keyboard.press('Escape');
  const second = page
    .getByRole('navigation', { name: 'Lessen' })
    .getByRole('link', { name: /Betalen per gebruik/ });
  expect(await second.isVisible()).toBe(false);
  await page.getByText('De cursus', { exact: true }).click();
  await second.click();
  await page.waitForURL(/betalen-per-gebruik/);
});
