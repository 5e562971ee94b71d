/**
 * A browser that lets no site keep anything, by Chromium's own setting: each kind of page comes to life without an error, and says so
 * where something would be lost. Beside the paths of a reader, and only when that condition is asked for.
 */
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { testSettings } from '../../../src/cli/test-settings.ts';
import type { Family } from '../families/family.ts';
import { Reader } from '../families/reader.ts';
import { LESSON_1 } from '../reader.ts';
import { openWithoutStorage } from './conditions/no-storage.ts';

const isAsked = testSettings().conditions.includes('no-storage');

/** An address, and what it says. */
const PAGES: readonly (readonly [address: string, says: string])[] = [
  ['', ''],
  [LESSON_1, 'Je browser bewaart hier niets'],
  ['oefeningen/groet-iedereen/', 'Je browser bewaart hier niets'],
  ['werkplaats/', 'Je browser bewaart hier niets'],
  ['voortgang/', 'Je browser bewaart hier niets'],
  ['herhaal/', 'Je browser bewaart hier niets'],
  ['weet-je-het/', 'Je browser bewaart hier niets'],
  ['docent/oefening/', 'Je browser bewaart hier niets'],
  ['docent/', 'Je browser bewaart hier niets'],
  ['docent/nakijken/', 'Deze browser bewaart niets'],
  ['docent/pakket/', ''],
  ['docent/periode/', ''],
  ['opdracht/', ''],
  ['eigen-rekening/', ''],
  ['maand/', ''],
  ['verkeer/', ''],
  ['tarieven/', ''],
  ['meenemen/', ''],
];

/** Expressions: what has to live when a page is there, and all that a reader can see of it. */
const ASLEEP = "document.querySelectorAll('astro-island[ssr]:not([client=visible])').length";
const TEXT = 'document.body.innerText';

let family: Family | undefined;
beforeAll(async () => {
  if (isAsked) family = await openWithoutStorage();
});
afterAll(() => family?.close());

test.runIf(isAsked).for(PAGES)('where nothing is kept, /%s works', async ([address, says]) => {
  const errors: string[] = [];
  const tab = await family?.newTab((error) => errors.push(error));
  if (tab === undefined) throw new Error('No browser');
  onTestFinished(() => tab.close());
  const reader = new Reader(tab, inject('siteUrl'));
  await reader.open(address);
  await reader.evaluate("void dispatchEvent(new PointerEvent('pointermove'))");
  await expect.poll(() => reader.evaluate(ASLEEP)).toBe(0);
  await expect.poll(() => reader.evaluate(TEXT)).toContain(says);
  expect(errors).toEqual([]);
});
