import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';

async function share(page: Page): Promise<Locator> {
  await playground(page, GREET).getByRole('button', { name: 'Deel' }).click();
  return page.getByRole('dialog', { name: 'Deel je code' }).getByRole('group', { name: /^Opname/ });
}

async function openTape(desk: Locator, file: string | { name: string; text: string }): Promise<void> {
  const given =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) };
  await desk.getByLabel('Open een opname').setInputFiles(given);
}

test('a failure is saved as a file that says what it was, and played by somebody else at a click', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', "export default () => { throw new Error('stuk'); };");
  await region.getByRole('button', { name: 'Voer uit' }).click();
  const answer = region.getByRole('group', { name: 'Antwoord' });
  await answer.getByText('Meld een fout').click();
  await answer.getByText(/Er wordt niets verstuurd\. Geef dit bestand aan je docent\./).waitFor();
  expect(await violations(page)).toEqual([]);
  // As on a site that was built with an address for questions.
  await page.locator('[data-version]').evaluate((foot) => {
    foot.setAttribute('data-contact', 'mailto:help@voorbeeld.nl');
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  const downloading = page.waitForEvent('download');
  await answer.getByRole('button', { name: 'Bewaar de foutmelding' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.foutmelding\.json$/);
  await answer.getByText(/is bewaard\. Er is niets verstuurd\./).waitFor();
  expect(asked.filter((method) => method !== 'GET')).toEqual([]);
  const address = answer.getByRole('link', { name: 'help@voorbeeld.nl' });
  expect(await address.getAttribute('href')).toBe('mailto:help@voorbeeld.nl');

  const other = await openPage(LESSON_1);
  const theirs = await share(other);
  await openTape(theirs, await download.path());
  await theirs
    .getByText(/^Dit is een foutmelding uit “Begroet een bezoeker”: .*\(HANDLER_ERROR\)$/)
    .waitFor();
  await theirs.getByText(/^Ingesteld was: .* MB, een timeout van .* s, maximaal .* tegelijk/).waitFor();
  await theirs.getByText(/^Functielab \d+\.\d+\.\d+, in Mozilla/).waitFor();
  expect(await theirs.getByRole('table').count()).toBe(0);
  await theirs.getByRole('button', { name: 'Speel af' }).click();
  await theirs.getByText('Afgespeeld: alles ging precies zoals toen.').waitFor();
});

test('a tape that is too long for a link says so, and a link that was cut too', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  // These digits hardly pack, and the answer is on the tape.
  const digits = "Array.from({ length: 900 }, (_, at) => Math.sin(at)).join('')";
  await write(page, region, 'begroet.js', `export default () => new Response(${digits});`);
  await run(region);
  const desk = await share(page);
  await desk.getByRole('button', { name: 'Maak een link van de opname' }).click();
  await desk.getByText(/^Deze opname is te lang voor een link/).waitFor();
  expect(await desk.getByRole('textbox').count()).toBe(0);

  const other = await openPage(LESSON_1);
  await other.evaluate(() => {
    location.hash = '#opname=begroet.abc';
  });
  await other
    .getByRole('dialog', { name: 'Deel je code' })
    .getByText('Dit is geen opname van Functielab die hier kan worden afgespeeld.')
    .waitFor();
});

test('a file that is no tape, and a playground in which nothing happened', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const desk = await share(page);
  await desk.getByRole('button', { name: 'Bewaar een opname' }).click();
  await desk.getByText('Er is hier nog niets gebeurd, of te veel voor één opname.').waitFor();
  for (const text of ['geen JSON', '{"functielab":"opname","v":1}']) {
    await openTape(desk, { name: 'stuk.json', text });
    await desk.getByText('Dit is geen opname van Functielab die hier kan worden afgespeeld.').waitFor();
  }
  // Of the right shape, but of a call to a function that nobody deployed.
  const empty = {
    maxInstances: null,
    codes: [],
    instances: [],
    invocations: [],
    calls: [],
    results: [],
    logs: [],
  };
  const impossible = { type: 'request', atMs: 1, functionName: 'niemand', invocationId: 'i1' };
  await openTape(desk, {
    name: 'kan-niet.json',
    text: JSON.stringify({ functielab: 'opname', v: 1, ...empty, inputs: [impossible] }),
  });
  await desk.getByText('Dit is geen opname van Functielab die hier kan worden afgespeeld.').waitFor();
  expect(await desk.getByRole('button', { name: 'Speel af' }).count()).toBe(0);
});
