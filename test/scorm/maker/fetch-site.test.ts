/** The files of the site as a browser gets them, and what is said of one that does not come. */
import { expect, test } from 'vitest';
import { FileMissing, siteReader } from '../../../src/scorm/maker/fetch-site.ts';
import { newsInWords } from '../../../src/scorm/maker/words.ts';

const BASE = 'https://x.test/cursus/';

test('a page is asked for by its folder, since hosts send on who asks for the file', async () => {
  const asked: string[] = [];
  const read = siteReader(BASE, async (address) => {
    asked.push(String(address));
    return new Response('x');
  });
  for (const file of ['index.html', 'lessen/een/index.html', '_astro/a b.js']) await read(file);
  expect(asked).toEqual([BASE, `${BASE}lessen/een/`, `${BASE}_astro/a%20b.js`]);
});

async function problemOf(ask: typeof fetch): Promise<FileMissing['problem']> {
  const error: unknown = await siteReader(BASE, ask)('a.js').catch((reason: unknown) => reason);
  if (!(error instanceof FileMissing)) throw new Error('no problem');
  return error.problem;
}

test('without a network, and of a site that was built anew', async () => {
  const offline = await problemOf(async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(offline).toEqual({ code: 'NO_ANSWER', detail: `${BASE}a.js` });
  expect(await problemOf(async () => new Response('', { status: 504 }))).toMatchObject({ code: 'NO_ANSWER' });
  expect(await problemOf(async () => new Response('', { status: 404 }))).toMatchObject({
    code: 'OTHER_BUILD',
  });
  expect(newsInWords({ type: 'failed', problem: offline })).toMatch(/Controleer je verbinding/);
  expect(newsInWords({ type: 'files', ready: 3, of: 240 })).toBe('3 van 240 bestanden klaar');
});
