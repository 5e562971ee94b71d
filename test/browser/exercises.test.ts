/** A learner's way through an exercise, and every exercise in the real sandbox. */

import type { Locator } from 'playwright-core';
import { exerciseFromDisk, exerciseNames } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { PATIENCE_MS, testSettings } from '../../src/cli/test-settings.ts';
import { violations } from './axe.ts';
import { inLooks, playground, RIGHT_GREETING, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'oefeningen/groet-iedereen/';

/** What the score says from now on, each text once. */
function scoresOf(panel: Locator) {
  return panel.evaluateHandle((element) => {
    const seen: string[] = [];
    const note = () => {
      const text = element.querySelector('.checks__score')?.textContent ?? '';
      if (text !== '' && text !== seen.at(-1)) seen.push(text);
    };
    new MutationObserver(note).observe(element, { childList: true, characterData: true, subtree: true });
    return seen;
  });
}

inLooks(1, (look, name) => {
  test(`an exercise is checked, hinted at, made, and remembered (${name})`, async ({ openPage }) => {
    const page = await openPage(GREET, look);
    const region = playground(page, 'Groet iedereen');
    const panel = region.getByRole('group', { name: 'Controle' });
    const scores = await scoresOf(panel);
    await panel.getByRole('button', { name: 'Controleer' }).click();
    // Start code that nobody touched earns nothing, and the check that it passes says so.
    await panel.getByText('0 van 3 goed').waitFor();
    await panel.getByText('Was al goed bij het begin: telt mee zodra er iets bij komt.').waitFor();
    expect(await panel.locator('.check--passed').count()).toBe(0);
    expect(await panel.getByRole('status').innerText()).toBe(
      '0 van 3 controles zijn goed. Wat nu goed is, was bij het begin ook al goed. Dat telt pas mee als er iets bij komt.',
    );
    // While checks run, nothing stands there that reads as a result.
    expect((await scores.jsonValue()).slice(0, -1)).toContain('Bezig: 0 van 3 gecontroleerd');
    expect((await scores.jsonValue()).slice(0, -1).filter((text) => text.includes('goed'))).toEqual([]);
    await panel.getByText('bij GET /groet: de tekst "Dag allemaal!"').waitFor();
    expect(await violations(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Hint' }).click();
    await panel
      .getByRole('list', { name: 'Hints' })
      .getByText(/Wat geeft/)
      .waitFor();

    await write(page, region, 'groet.js', RIGHT_GREETING);
    await panel.getByRole('button', { name: 'Controleer' }).click();
    await panel.getByText('3 van 3 goed').waitFor();
    expect(await panel.getByRole('status').innerText()).toBe('3 van 3 controles zijn goed.');
    // What was learned, this code beside the solution, and the way on.
    const solved = panel.getByRole('group', { name: 'Opgelost' });
    await solved.getByText(/Wat in het adres staat, is invoer van buiten/).waitFor();
    await solved.locator('pre ins').first().waitFor();
    await solved.locator('pre del').first().waitFor();
    expect(await solved.getByRole('link').allInnerTexts()).toEqual([
      expect.stringContaining('betalen per gebruik'),
    ]);
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);

    // Remembered here, and in the list.
    await page.reload();
    await expect.poll(() => panel.locator('.check--before').count()).toBe(3);
    await page.getByRole('link', { name: 'Alle oefeningen' }).click();
    await page.getByRole('link', { name: /Groet iedereen.*gemaakt/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

test('an error of the code leads to its line', async ({ openPage }) => {
  const page = await openPage(GREET);
  const region = playground(page, 'Groet iedereen');
  await write(page, region, 'groet.js', 'export default function groet() {\n  return onbekend();\n}');
  await region.getByRole('button', { name: 'Controleer' }).click();
  await region
    .getByText(/ReferenceError/)
    .first()
    .waitFor();
  await region.getByRole('button', { name: 'Ga naar groet.js, regel 2' }).first().click();
  const caretLine = () =>
    page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('.cm-line')?.textContent ?? '');
  await expect.poll(caretLine).toContain('onbekend');
});

/**
 * The build has shown that start codes fail and solutions pass; what only a browser can show is that each exercise can be made in
 * one. In `npm test` that is each third of them, another third for another seed.
 */
const { seed, breadth } = testSettings();
const madeHere = exerciseNames().filter((_, at) => breadth > 1 || (at + seed) % 3 === 0);

test('the solution of every exercise passes in the sandbox', async ({ openPage }) => {
  const all = await Promise.all(madeHere.map(async (name) => [name, await exerciseFromDisk(name)] as const));
  const exercises = new Map(
    all.map(([name, { solution }]) => [
      name,
      Object.fromEntries(solution.map(({ path, text }) => [path, text])),
    ]),
  );
  const page = await openPage('docent/nakijken/');
  await page.getByLabel('Kies inleveringen').setInputFiles({
    name: 'oplossingen.functielab.json',
    mimeType: 'application/json',
    buffer: Buffer.from(handInFile({ name: 'Oplossingen', exercises })),
  });
  await page.getByText('1 inlevering nagekeken.').waitFor({ timeout: PATIENCE_MS * breadth });
  const marks = await page
    .getByRole('region', { name: 'Resultaten' })
    .getByRole('button', { name: /^Oplossingen, / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(marks.toSorted()).toEqual(
    all
      .map(
        ([, { sample, checks }]) =>
          `Oplossingen, ${sample.title}: ${checks.length} van ${checks.length} goed`,
      )
      .toSorted(),
  );
});
