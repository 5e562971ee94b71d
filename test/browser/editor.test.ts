/** An editor that helps: it closes what is opened, finds and replaces in Dutch, and undoes each file by itself. */
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answerOf, codeOf, giveTime, inLooks, LESSON_1, looks, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const FOUR_FILES = 'lessen/gebeurtenisgedreven-applicaties/';

/** Puts the caret at the end of the code. */
async function toEnd(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+End');
}

/** Whether the ring around what has focus is seen at all four sides: the colour of the screen, just inside each edge. */
function ringOf(editor: Locator): Promise<string> {
  return editor.evaluate((element) => {
    const ring = getComputedStyle(element, '::after');
    // The line numbers lie in the layer of what scrolls.
    const scroller = element.querySelector('.cm-scroller');
    const isAbove = Number(ring.zIndex) > Number(scroller && getComputedStyle(scroller).zIndex);
    return `${ring.outlineWidth} ${ring.outlineStyle} ${ring.inset} ${isAbove ? 'above' : 'under'} the line numbers`;
  });
}

test('brackets and quotes close, find and replace speak Dutch, and the ring is whole', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', 'een dag, twee dagen\n');
  await toEnd(page);
  await page.keyboard.type("f(['a");
  await expect.poll(() => codeOf(region)).toBe("een dag, twee dagen\nf(['a'])");
  // What was closed is typed over, not doubled.
  await page.keyboard.type("'])");
  expect(await codeOf(region)).toBe("een dag, twee dagen\nf(['a'])");
  await expect.poll(() => ringOf(region.locator('.cm-editor'))).toBe('3px solid 0px above the line numbers');
  // Over a selection a bracket goes around it, and what else is typed takes its place; each is undone by itself.
  const lines = await codeOf(region);
  for (const [typed, code] of [
    ['{', `{${lines}}`],
    ['x', 'x'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(typed);
    await expect.poll(() => codeOf(region)).toBe(code);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => codeOf(region)).toBe(lines);
  }
  await toEnd(page);

  await page.keyboard.press('ControlOrMeta+f');
  const find = region.getByRole('textbox', { name: 'Zoek' });
  await page.keyboard.type('dag');
  await expect.poll(() => region.locator('.cm-searchMatch').count()).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => find.count()).toBe(0);
  await page.keyboard.press('Control+h');
  const replacement = region.getByRole('textbox', { name: 'Vervang door' });
  await expect.poll(() => replacement.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('week');
  await region.getByRole('button', { name: 'vervang alle' }).click();
  await expect.poll(() => codeOf(region)).toBe("een week, twee weeken\nf(['a'])");
  for (const name of ['volgende', 'vorige', 'kies alle', 'vervang', 'sluit'])
    expect(await region.getByRole('button', { name, exact: true }).count()).toBe(1);
});

test('each file keeps what can be undone while another is shown', async ({ openPage }) => {
  const page = await openPage(FOUR_FILES);
  const region = page.getByRole('region', { name: /^Speeltuin: / }).first();
  const tabs = region.getByRole('tab');
  const names = await tabs.allInnerTexts();
  const [first = '', second = ''] = names;
  const editorOf = (file: string) => region.getByRole('textbox', { name: `Code van ${file}` });
  const typeIn = async (file: string, text: string) => {
    await region.getByRole('tab', { name: file, exact: true }).click();
    await editorOf(file).focus();
    await region.locator(`[data-file="${file}"] .cm-content:focus`).waitFor();
    await toEnd(page);
    await page.keyboard.type(text);
  };
  await typeIn(first, '// eerste');
  await typeIn(second, '// tweede');
  await typeIn(first, '');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editorOf(first).innerText()).not.toContain('// eerste');
  await typeIn(second, '');
  expect(await editorOf(second).innerText()).toContain('// tweede');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editorOf(second).innerText()).not.toContain('// tweede');
});

/** Keeps what the editor says to a screen reader: it is gone a moment later. */
async function hear(region: Locator): Promise<void> {
  await region.locator('.cm-announced').evaluate((element) => {
    new MutationObserver(() => {
      document.body.dataset['said'] = `${document.body.dataset['said'] ?? ''} ${element.textContent}`;
    }).observe(element, { childList: true, subtree: true, characterData: true });
  });
}

const saidIn = (page: Page) => page.evaluate(() => document.body.dataset['said'] ?? '');

const PHONE = { width: 390, height: 844 };

inLooks(0, (look, name) => {
  test(`what cannot be read is marked with its sentence, and proposals speak Dutch (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON_1, look);
    const region = playground(page, GREET);
    await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
    await region.locator('.cm-content').waitFor();
    await hear(region);
    const code = 'export default async (request, context) => {\n  return new Response("dag";\n};\n';
    await write(page, region, 'begroet.js', code);
    const marked = region.locator('.cm-marked-line');
    await expect.poll(() => marked.allInnerTexts()).toEqual(['  return new Response("dag";']);
    // A screen reader hears it once; who goes to it by keyboard reads it there.
    await expect.poll(() => saidIn(page)).toMatch(/Regel 2: .*haakje/);
    await page.keyboard.press('F8');
    const words = region.locator('.cm-marked-words');
    await words.waitFor();
    expect(await words.innerText()).toMatch(/haakje/);
    expect(await violations(page)).toEqual([]);

    await write(page, region, 'begroet.js', 'export default async (request, context) => {\n  \n};\n');
    await expect.poll(() => marked.count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type('await context.kv.', { delay: 5 });
    const list = region.getByRole('listbox', { name: 'Voorstellen' });
    await list.waitFor();
    await expect
      .poll(() => list.getByRole('option').allInnerTexts())
      .toEqual([
        expect.stringMatching(/^delete gooit een sleutel/),
        expect.stringMatching(/^get haalt de waarde bij een sleutel op/),
        expect.stringMatching(/^getWithVersion/),
        expect.stringMatching(/^list/),
        expect.stringMatching(/^put/),
      ]);
    expect(await violations(page)).toEqual([]);
    // The first Escape closes the list; the second, with Tab, leaves the code.
    await page.keyboard.press('Escape');
    await expect.poll(() => list.count()).toBe(0);
    await page.keyboard.type('g');
    await list.waitFor();
    const chosen = list.getByRole('option', { selected: true });
    await expect.poll(() => chosen.innerText()).toMatch(/^get haalt/);
    await chosen.click();
    await expect.poll(() => codeOf(region)).toContain('await context.kv.get\n');
    const editor = region.getByRole('textbox', { name: 'Code van begroet.js' });
    const hasFocus = () => editor.evaluate((element) => element === document.activeElement);
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(hasFocus).toBe(false);
  });
});

test('the line at which a run failed is marked, until that line is changed', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await giveTime(region);
  await write(page, region, 'begroet.js', 'export default () => {\n  return naem.length;\n};\n');
  await run(region);
  const marked = region.locator('.cm-marked-line');
  await expect.poll(() => marked.allInnerTexts()).toEqual(['  return naem.length;']);
  await region.locator('.cm-marked').hover();
  await expect.poll(() => region.locator('.cm-marked-words').innerText()).toMatch(/naem/);
  await region.locator('.cm-marked').click();
  await page.keyboard.type('x');
  await expect.poll(() => marked.count()).toBe(0);
});

test('a paste of a megabyte stays calm, and is kept', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', 'export default () => new Response("groot");\n');
  await toEnd(page);
  const line = `// ${'x'.repeat(97)}\n`;
  const editor = region.getByRole('textbox', { name: 'Code van begroet.js' });
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, line.repeat(10_486));
  await page.keyboard.type('// achteraan', { delay: 5 });
  const kept = () =>
    page.evaluate(() => {
      const { files } = JSON.parse(localStorage.getItem('functielab:code:begroet') ?? '{"files":{}}');
      const text = String(files['begroet.js'] ?? '');
      return `${text.length > 1_048_576} ${text.slice(-12)}`;
    });
  await expect.poll(kept).toBe('true // achteraan');
  expect(await region.locator('.cm-line').count()).toBeLessThan(500);
  await giveTime(region);
  await run(region);
  await answerOf(region).getByText('groot').waitFor();
});

test('on a phone a row has the signs that code needs, and a reader’s own size of code is kept', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, { viewport: PHONE, isTouched: true });
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', 'x');
  const row = region.getByRole('toolbar', { name: 'Tekens voor code' });
  await row.waitFor();
  await row.getByRole('button', { name: 'haakje open', exact: true }).tap();
  await row.getByRole('button', { name: 'accolade open' }).tap();
  await expect.poll(() => codeOf(region)).toBe('x({})');
  await row.getByRole('button', { name: 'ongedaan maken' }).tap();
  await expect.poll(() => codeOf(region)).not.toBe('x({})');
  // The keyboard of the phone stays, since the focus does.
  expect(await region.locator('.cm-content').evaluate((one) => one === document.activeElement)).toBe(true);
  const box = await row.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= PHONE.width).toBe(true);
  expect(await violations(page)).toEqual([]);

  const sizeOf = () =>
    region
      .locator('.cm-line')
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize);
  const before = await sizeOf();
  const larger = region.getByRole('button', { name: 'Grotere code' });
  // The row goes with the focus, and lies over nothing any more.
  await larger.focus();
  await row.waitFor({ state: 'hidden' });
  await larger.tap();
  const wrap = region.getByRole('button', { name: 'Breek regels af' });
  await wrap.tap();
  await expect.poll(() => region.locator('.cm-lineWrapping').count()).toBe(1);
  const after = await sizeOf();
  expect(Number.parseFloat(after)).toBeGreaterThan(Number.parseFloat(before));
  await page.reload();
  // How much one undo takes back depends on how fast was typed: the code may be the lesson's own again, which waits for a focus.
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
  await region.locator('.cm-content').waitFor();
  expect(await sizeOf()).toBe(after);
  await expect.poll(() => wrap.getAttribute('aria-pressed')).toBe('true');
});

test.for(looks)(
  'the ring around each button under the code is whole ($colorScheme, $viewport.width px)',
  async (look, { openPage }) => {
    const page = await openPage(LESSON_1, look);
    const region = playground(page, GREET);
    await write(page, region, 'begroet.js', 'export default () => new Response("hoi");\n');
    const tools = region.getByRole('toolbar', { name: 'Code lezen' });
    for (const button of await tools.getByRole('button').all()) {
      await button.press('Shift');
      const cutOff = await button.evaluate((element) => {
        const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
        const room =
          outlineStyle === 'none' ? Number.NaN : parseFloat(outlineWidth) + parseFloat(outlineOffset);
        const { top, right, bottom, left } = element.getBoundingClientRect();
        const found: string[] = [];
        for (
          let box = element.parentElement;
          box !== null && box !== document.body;
          box = box.parentElement
        ) {
          if (getComputedStyle(box).overflowY === 'visible') continue;
          const around = box.getBoundingClientRect();
          const isWhole =
            top - room >= around.top &&
            right + room <= around.right &&
            bottom + room <= around.bottom &&
            left - room >= around.left;
          if (!isWhole) found.push(`${element.textContent} by ${box.className}`);
        }
        return found;
      });
      expect(cutOff).toEqual([]);
    }
  },
);
