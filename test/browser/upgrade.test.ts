/**
 * What readers of 0.1 had is there in this version. `made-by-0.1/` came from commit 993daa5, the first version: somebody changed a
 * function, made an exercise, used two stores, read a lesson, made a set, handed it in, kept progress in a file, and did a lesson in a
 * package. Nothing in it was changed but the address of the computer on which it was made.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { fromSuspend } from '../../src/scorm/session/suspend.ts';
import { answerOf, playground, run } from './reader.ts';
import { expect, type OpenPage, test } from './site.ts';

const at = (name: string) => new URL(`made-by-0.1/${name}`, import.meta.url);
const madeBy01 = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'));
const links = madeBy01('links.json') as { readonly share: string; readonly set: string };

/** In a browser in which only 0.1 was: put there before any page of this version opens. */
async function openAsBefore(openPage: OpenPage, allow: (pattern: RegExp) => void): Promise<Page> {
  // A text names no icon, so a whole browser asks for one where it used to be.
  allow(/\/favicon\.ico/);
  const page = await openPage('robots.txt');
  await page.evaluate(async ({ localStorage: kept, databases }) => {
    for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text);
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    for (const { name, version, stores } of databases) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onupgradeneeded = () => {
          for (const { name: store, indexes, rows } of stores) {
            const made = opening.result.createObjectStore(store);
            for (const index of indexes) made.createIndex(index, index);
            for (const [key, { playground: owner, value }] of rows) {
              const body = value.body === undefined ? {} : { body: bytesOf(value.body.$bytes) };
              made.put({ playground: owner, value: { ...value, ...body } }, key);
            }
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      });
    }
  }, madeBy01('stores.json') as Stores);
  return page;
}

interface Stores {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: readonly {
      readonly name: string;
      readonly indexes: readonly string[];
      readonly rows: readonly (readonly [
        string[],
        { readonly playground: string; readonly value: { readonly body?: { readonly $bytes: string } } },
      ])[];
    }[];
  }[];
}

test('code, stores and progress of 0.1 are there, and go on', async ({ openPage, siteUrl, watch }) => {
  const page = await openAsBefore(openPage, watch.allow);
  const go = (path: string) => page.goto(new URL(path, siteUrl).href);

  await go('lessen/wat-zijn-serverless-functions/');
  const greeting = playground(page, 'Begroet een bezoeker');
  await run(greeting);
  await answerOf(greeting).getByText('Hallo uit 0.1').waitFor();

  await go('lessen/toestand-bewaar-je-ergens-anders/');
  const likes = playground(page, 'Likes in de opslag');
  await run(likes);
  // Three of them were of 0.1.
  await expect.poll(() => answerOf(likes).innerText()).toMatch(/"likes": ?4\b/);

  await go('lessen/een-bestand-komt-binnen/');
  const sales = playground(page, 'Tel de verkoop per stad');
  // What it keeps is fetched when somebody is about to use it.
  await sales
    .getByRole('button', { name: /week 47/ })
    .first()
    .focus();
  const store = sales.getByRole('group', { name: 'Opslag', exact: true });
  await expect.poll(() => store.innerText()).toContain('totalen/week-47.json');

  await go('oefeningen/groet-iedereen/');
  const exercise = playground(page, 'Groet iedereen');
  await exercise.getByRole('button', { name: 'Controleer' }).click();
  await exercise.getByText('3 van 3 goed').waitFor();

  await go('voortgang/');
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Groet iedereen gemaakt');
});

test('a file with progress of 0.1 is read', async ({ openPage, siteUrl }) => {
  const page = await openPage('voortgang/');
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'voortgang.json',
      mimeType: 'application/json',
      buffer: readFileSync(at('voortgang.json')),
    });
  await page.getByRole('button', { name: 'Van mij' }).click();
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Groet iedereen gemaakt');
  await page.goto(new URL('lessen/wat-zijn-serverless-functions/', siteUrl).href);
  const greeting = playground(page, 'Begroet een bezoeker');
  await run(greeting);
  await answerOf(greeting).getByText('Hallo uit 0.1').waitFor();
});

test('a link with code and a link with a set, both of 0.1, open', async ({ openPage, siteUrl }) => {
  const page = await openPage(links.share);
  const greeting = playground(page, 'Begroet een bezoeker');
  await run(greeting);
  await answerOf(greeting).getByText('Hallo uit 0.1').waitFor();

  await page.goto(new URL(links.set, siteUrl).href);
  await page.getByRole('heading', { name: 'Klas 1B' }).waitFor();
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Inleveren: vrijdag, voor de les');
  await page
    .getByRole('link', { name: /Groet iedereen/ })
    .first()
    .waitFor();
});

test('a hand-in of 0.1 is marked', async ({ openPage }) => {
  const page = await openPage('docent/nakijken/');
  await page.getByLabel('Kies inleveringen').setInputFiles([
    {
      name: 'mila.functielab.json',
      mimeType: 'application/json',
      buffer: readFileSync(at('mila.functielab.json')),
    },
  ]);
  await page
    .getByRole('region', { name: 'Resultaten' })
    .getByRole('button', { name: /^Mila, Groet iedereen: 3 van 3 goed/ })
    .waitFor();
});

test.each([
  ['1.2', ['geen-naam', 'naam', 'te-lang']],
  ['2004', null],
])('what a learning environment kept of a package of 0.1 is read: SCORM %s', (version, passed) => {
  const kept = madeBy01(`scorm-${version}.json`) as Record<string, string>;
  const { progress } = fromSuspend(kept['cmi.suspend_data'] ?? '');
  expect(progress.lessons).toEqual({ 'wat-zijn-serverless-functions': true });
  expect(progress.exercises['groet-iedereen']?.passed ?? null).toEqual(passed);
});
