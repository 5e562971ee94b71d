/** A classroom's whole way: a set, a learner's work, a file, and marking it with that of 29 others. */
import Papa from 'papaparse';
import { inject } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { openWithPuppeteer } from '../host/lab/lab.ts';
import { violations } from './axe.ts';
import { CLASS_EXERCISE, classZip, greetingOf } from './class-zip.ts';
import { path } from './families/index.ts';
import { looks, RIGHT_GREETING } from './reader.ts';
import { expect, test } from './site.ts';

const SET = { ...PLAIN_SET, title: 'Klas 1B', exercises: [], tariff: null, deadline: '', hints: true };
const SHORTEST = "export default () => new Response('Dag Mila!');";
const HOSTILE = '<img src=x onerror="document.title=1">';

path(
  'a set is made, opened elsewhere, solved, handed in, and marked with 29 others',
  async ({ newReader }) => {
    const teacher = await newReader('docent/');
    // The form is fetched when a reader comes to it, or has passed it.
    await teacher.bringUp('heading', 'Bij elke les');
    await teacher.press('checkbox', /^Groet iedereen/);
    await teacher.press('checkbox', /^Kies een instantie/);
    await teacher.press('button', 'Zet Kies een instantie eerder');
    await teacher.fill('textbox', 'Titel', 'Klas 1B');
    await teacher.fill('textbox', 'Inleveren, in eigen woorden', 'vrijdag, voor de les');
    await teacher.press('checkbox', 'Met hints');
    await teacher.sees('img', 'QR-code van de link naar de reeks');
    const link = await teacher.valueOf('textbox', 'Link voor je klas');

    const learner = await newReader(link);
    await learner.sees('heading', 'Klas 1B');
    await learner.sees('main', '', /Inleveren: vrijdag, voor de les.*Kies een instantie.*Groet iedereen/);
    await learner.fill('textbox', 'Je naam', 'Mila');
    await learner.press('button', 'Bewaar mijn inlevering');
    await learner.sees('main', '', 'nog geen code veranderd');
    await learner.within('main', '').press('link', 'Groet iedereen');
    const region = learner.within('region', 'Speeltuin: Groet iedereen');
    await region.fill('textbox', 'Code van groet.js', RIGHT_GREETING);
    await region.press('button', 'Controleer');
    await region.sees('group', 'Controle', '3 van 3 goed');
    await region.seesCount('button', 'Hint', 0);
    await learner.open(link);
    await learner.sees('main', '', '3 van 3 controles goed');
    await learner.fill('textbox', 'Je naam', 'Mila');
    const mine = await learner.saves('button', 'Bewaar mijn inlevering');

    const others = Array.from({ length: 29 }, (_, at) => {
      const text = at % 3 === 0 ? SHORTEST : `${RIGHT_GREETING}\n// ${at}`;
      return [`Student ${at}`, text] as const;
    });
    const zip = classZip(
      Object.fromEntries(
        others.map(([name, text]) => [`${name}/werk.functielab.json`, greetingOf(name, text)]),
      ),
    );
    const marking = await newReader('docent/nakijken/');
    await marking.fill('textbox', 'Link van de reeks', link);
    await marking.give(
      'button',
      'Kies inleveringen',
      { name: mine.name, mimeType: 'application/json', bytes: mine.bytes },
      zip,
    );
    await marking.sees('main', '', '30 inleveringen nagekeken.');
    const table = marking.within('region', 'Resultaten');
    await table.sees('button', /^Mila, Groet iedereen: 3 van 3 goed/);
    await table.seesCount('button', /: 3 van 3 goed/, 20);
    await table.seesCount('button', /gelijk aan een andere inlevering$/, 30);
    await table.press('button', /^Student 0, Groet iedereen/);
    await marking.sees(
      'group',
      'Uitwerking',
      /op namen, commentaar en opmaak na, als Student 3.*export default/,
    );
    const details = marking.within('group', 'Uitwerking');
    await details.press('button', 'Toon het verschil met de startcode');
    await marking.sees('group', 'Uitwerking', `+ ${SHORTEST}`);

    const again = /^Reken een uitslag na/;
    const seed = /startgetal (\d+)/.exec(await marking.sees('button', again))?.[1];
    await marking.press('button', again);
    await marking.sees('main', '', `npm run -s oefening -- ${CLASS_EXERCISE} --code mijn-map --seed ${seed}`);
    await marking.press('tab', 'Uitvoer');
    const { text: csv } = await marking.saves('button', 'Bewaar als CSV');
    const rows = Papa.parse<Record<string, string>>(csv.replace('\uFEFF', '').trim(), {
      header: true,
      delimiter: ';',
    }).data;
    expect(rows).toHaveLength(30);
    expect(rows.map(({ startgetal }) => startgetal)).toEqual(rows.map(() => seed));
    expect(rows[1]).toMatchObject({ naam: 'Student 0', 'map en bestand': 'Student 0/werk.functielab.json' });
    expect(rows[0]).toMatchObject({ naam: 'Mila', 'Groet iedereen (van 3)': '3', totaal: '3' });
  },
);

test('hostile work fails with a reason, and the others get their mark', async ({ openPage, allow }) => {
  const { sample } = await exerciseFromDisk(CLASS_EXERCISE);
  const file = (name: string, text: string, more: object = {}) => ({
    name: `${name.replaceAll(/\W/g, '')}.functielab.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        ...JSON.parse(greetingOf(name, text)),
        ...more,
      }),
    ),
  });
  const page = await openPage('docent/nakijken/', looks[3]);
  const link = page.getByRole('textbox', { name: 'Link van de reeks' });
  await link.fill('https://cursus.test/opdracht/#half');
  await page.getByText('In deze link staat geen complete reeks. Kopieer hem opnieuw.').waitFor();
  await link.fill('');

  allow(/alle\.json/);
  await page.route('**/oefeningen/alle.json', (route) => route.abort());
  await page.getByLabel('Kies inleveringen').setInputFiles([file('Mila', RIGHT_GREETING)]);
  await page.getByText(/^Het nakijken kon niet beginnen\. Controleer je verbinding/).waitFor();
  await page.unroute('**/oefeningen/alle.json');
  await page
    .getByLabel('Kies inleveringen')
    .setInputFiles([
      file('Begin', sample.files.find(({ path }) => path === 'groet.js')?.text ?? ''),
      file('Eindeloos', 'export default () => { for (;;); };'),
      file(HOSTILE, `export default () => new Response('${HOSTILE}');`),
      file('Vals', 'export default () => 1', { results: [{ isPassed: true }], score: 100 }),
      file('Mila', RIGHT_GREETING),
      { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
      { name: 'stuk.functielab.json', mimeType: 'application/json', buffer: Buffer.from('{') },
      { ...classZip({ 'bom.functielab.json': new Uint8Array(60 * 1024 * 1024) }), name: 'bom.zip' },
      classZip({ 'Noah Peeters_50002_assignsubmission_file/': new Uint8Array() }),
    ]);
  await page.getByText('5 inleveringen nagekeken.').waitFor();
  await page.getByText(/bom\.functielab\.json.*te groot/).waitFor();
  await page.getByText(/stuk\.functielab\.json.*een beschadigde inlevering/).waitFor();
  await page.getByText(/foto\.png.*geen inlevering van Functielab/).waitFor();
  await page.getByText(/Noah Peeters_50002_assignsubmission_file.*een lege map/).waitFor();
  const table = page.getByRole('region', { name: 'Resultaten' });
  await table.getByRole('row', { name: /^Noah Peeters.*niets ingeleverd/ }).waitFor();
  await table.getByRole('button', { name: 'Mila, Groet iedereen: 3 van 3 goed' }).waitFor();
  await table.getByRole('button', { name: 'Vals, Groet iedereen: 0 van 3 goed' }).click();
  await table.getByRole('button', { name: 'Begin, Groet iedereen: 0 van 3 goed, niet veranderd' }).click();
  const details = page.getByRole('group', { name: 'Uitwerking' });
  await details.getByText('De code is niet veranderd.').waitFor();
  await details.getByText(/^Goed: .* \(al goed bij het begin\)$/).waitFor();
  await table.getByRole('button', { name: 'Eindeloos, Groet iedereen: 0 van 3 goed' }).click();
  await page
    .getByText(/Je functie was na 3 s nog niet klaar|nog niet klaar/)
    .first()
    .waitFor();
  await page.getByText(/^Reken een uitslag na/).click();
  expect(await page.title()).toContain('Nakijken');
  expect(await page.locator('main img').count()).toBe(0);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Uitvoer' }).click();
  // A part of the site that does not come is said, and the next try may succeed.
  allow(/workbook/);
  await page.route('**/workbook*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Bewaar als Excel' }).click();
  await page
    .getByRole('alert')
    .getByText(/^Dat lukte niet/)
    .waitFor();
  await page.unroute('**/workbook*.js');
  const workbook = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als Excel' }).click();
  expect((await workbook).suggestedFilename()).toMatch(/\.xlsx$/);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open alles om af te drukken' }).click();
  const paper = await opened;
  await paper.getByRole('heading', { name: /^Feedback op .*: Mila$/ }).waitFor();
  await expect.poll(() => paper.getByRole('article').count()).toBeGreaterThan(4);
  expect(await paper.locator('img').count()).toBe(0);
  expect(await violations(paper)).toEqual([]);
  await page.getByText('De feedback staat in een nieuw tabblad.').waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test('a link that was cut says so', async ({ openPage }) => {
  const page = await openPage('opdracht/#set=abc');
  await page
    .getByRole('alert')
    .getByText(/geen complete reeks/)
    .waitFor();
  const empty = await openPage('opdracht/');
  await empty.getByText(/Open de link die je van je docent kreeg/).waitFor();
});

test('a submission that fills the memory fails, and the other gets its mark', async () => {
  const page = await openWithPuppeteer(`${inject('siteUrl')}docent/nakijken/`);
  const bomb =
    'export default () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5)); }';
  const files = [greetingOf('Bom', bomb), greetingOf('Mila', RIGHT_GREETING)];
  try {
    const marks = await page.evaluate(`(async () => {
      const until = async (look) => {
        for (const end = performance.now() + ${PATIENCE_MS}; performance.now() < end; ) {
          const found = look();
          if (found) return found;
          await new Promise(requestAnimationFrame);
        }
        throw new Error('Waited too long for ' + look);
      };
      const input = await until(() => document.querySelector('input[type=file]'));
      const given = new DataTransfer();
      ${JSON.stringify(files)}.forEach((text, at) => given.items.add(new File([text], at + '.functielab.json')));
      input.files = given.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => document.body.textContent.includes('2 inleveringen nagekeken.'));
      const buttons = [...document.querySelectorAll('[aria-label="Resultaten"] td button')];
      buttons[0].click();
      const details = await until(() => document.querySelector('[aria-label="Uitwerking"]'));
      return [...buttons.map((button) => button.getAttribute('aria-label')), details.textContent];
    })()`);
    expect(marks).toEqual([
      expect.stringMatching(/^Bom, Groet iedereen: 0 van 3 goed/),
      expect.stringMatching(/^Mila, Groet iedereen: 3 van 3 goed/),
      expect.stringMatching(/Niet goed.*Gekregen: \S+/s),
    ]);
  } finally {
    await page.close();
  }
});

test('a guide, its sheet, a set on paper, and the page for a school’s file', async ({ openPage }) => {
  const guide = await openPage('docent/lessen/koude-en-warme-starts/', looks[3]);
  expect(await violations(guide)).toEqual([]);
  await guide
    .getByText(/^Toon de oplossing van/)
    .first()
    .click();
  await guide
    .getByRole('region', { name: /^Oplossing: / })
    .first()
    .waitFor();
  expect(await violations(guide)).toEqual([]);
  expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await guide.getByRole('link', { name: 'Het werkblad om af te drukken' }).click();
  await guide.getByRole('heading', { level: 1, name: /^Werkblad bij les \d+/ }).waitFor();
  expect(await violations(guide)).toEqual([]);

  const paper = await openPage(`docent/afdruk/${setFragment({ ...SET, exercises: [CLASS_EXERCISE] })}`);
  await paper.getByRole('heading', { name: 'Klas 1B' }).waitFor();
  await paper.getByRole('img', { name: 'QR-code van de link naar de reeks' }).waitFor();
  expect(await paper.locator('.sheet__ticks li').count()).toBe(3);
  expect(await violations(paper)).toEqual([]);

  await paper.goto(`${inject('siteUrl')}docent/privacy/`);
  const requests = paper.getByRole('group', { name: 'Verzoeken van dit bezoek' });
  await requests.getByText(/en bij niemand anders/).waitFor();
  await requests.getByText('Toon alle adressen').click();
  // Of the page before as well.
  await requests.getByText(/docent\/afdruk\/$/).waitFor();
  expect(await violations(paper)).toEqual([]);
});

test('on the screen of a classroom: large, from page to page, until it is closed', async ({ openPage }) => {
  const page = await openPage('docent/');
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Zet schermweergave aan' }).click();
  expect(await size()).toBeGreaterThan(1.4 * before);
  await page.goto(`${inject('siteUrl')}opdracht/${setFragment({ ...SET, exercises: [CLASS_EXERCISE] })}`);
  await page.getByRole('img', { name: 'QR-code van de link naar de reeks' }).waitFor();
  await page.getByRole('group', { name: 'Kostenteller' }).waitFor();
  expect(await size()).toBeGreaterThan(1.4 * before);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sluit schermweergave' }).click();
  expect(await size()).toBe(before);
  await page.goto(`${inject('siteUrl')}docent/`);
  await page.getByRole('button', { name: 'Zet schermweergave aan' }).waitFor();
  // Nothing is billed on a page for a teacher.
  expect(await page.getByRole('group', { name: 'Kostenteller' }).count()).toBe(0);
});
