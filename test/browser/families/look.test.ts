/** What a reader's eyes find is what Playwright finds, which has the rules of ARIA from the specification. */
import { LESSON_1 } from '../reader.ts';
import { expect, test } from '../site.ts';
import { type Found, look } from './look.ts';

const ROLES = [
  'button',
  'link',
  'heading',
  'textbox',
  'combobox',
  'radio',
  'group',
  'region',
  'navigation',
  'list',
  'table',
  'log',
  'status',
] as const;

test.for(['', LESSON_1, 'oefeningen/groet-iedereen/', 'lessen/werk-in-de-wachtrij/'])(
  'roles and names on /%s',
  async (address, { openPage }) => {
    const page = await openPage(address);
    await page.getByRole('button', { name: 'Voer uit', disabled: false }).first().waitFor();
    for (const role of ROLES) {
      const all: Found[] = await page.evaluate(`(${look})(${JSON.stringify([{ role, name: null }])}, null)`);
      // What has no name cannot be meant by a reader.
      const found = all.filter(({ name }) => name !== '');
      const names = [...new Set(found.map(({ name }) => name))];
      const ours = names.map((name) => [name, found.filter((one) => one.name === name).length]);
      const theirs = await Promise.all(
        names.map(async (name) => {
          const same = await page.getByRole(role, { name, exact: true }).count();
          // A summary is pressed as a button is, though the specification gives it no role.
          const summaries = role === 'button' ? await page.locator('summary:visible').allInnerTexts() : [];
          return [name, same + summaries.filter((text) => text.trim() === name).length];
        }),
      );
      expect(ours, role).toEqual(theirs);
      const named = await page.getByRole(role, { name: /\S/ }).count();
      const summaries = role === 'button' ? await page.locator('summary:visible').count() : 0;
      expect(found.length, role).toBe(named + summaries);
    }
  },
);
