/** A teacher marks a class whose hand-ins brought predictions and recordings: what went wrong, before the class, and the class as traffic. */
import { GREETERS } from '../classroom/overview/planted.ts';
import { violations } from './axe.ts';
import { CLASS_EXERCISE, classZip, greetingOf } from './class-zip.ts';
import { RIGHT_GREETING } from './reader.ts';
import { expect, test } from './site.ts';

/** Two of each misconception, one of each wording. */
const WRONG = GREETERS.flatMap(({ wordings }) => wordings);
const FIRST_NAMES = [
  'Mila',
  'Noah',
  'Ali',
  'Louise',
  'Emma',
  'Arthur',
  'Fien',
  'Sam',
  'Lotte',
  'Jef',
  'Nour',
  'Wout',
];
/** One cold call, and one a second later. */
const calls = [
  { atMs: 0, durationMs: 300, isCold: true, startMs: 120, status: 200 },
  { atMs: 1_000, durationMs: 300, isCold: false, startMs: 0, status: 200 },
];

function handedIn(first: string, text: string, said: number): string {
  const name = `${first} Peeters`;
  return greetingOf(name, `// Van ${name}\n${text}`, {
    predictions: [{ id: 'wachten-op-de-database', said, came: 800, isRight: said === 1 }],
    traffic: [{ exercise: CLASS_EXERCISE, calls }],
    twelve: [],
  });
}

test('what a class did not understand is read, shown without names, and played as traffic', async ({
  openPage,
}) => {
  const all = [
    ...WRONG.map((text, at) => [FIRST_NAMES[at] ?? '', text] as const),
    ['Bo', RIGHT_GREETING] as const,
  ];
  const zip = classZip(
    Object.fromEntries(
      all.map(([first, text], at) => [`${first}/werk.json`, handedIn(first, text, at % 3 === 0 ? 1 : 0)]),
    ),
  );
  const page = await openPage('docent/nakijken/');
  await page.getByLabel('Kies inleveringen').setInputFiles(zip);
  await page.getByText('13 inleveringen nagekeken.').waitFor();
  await page.getByRole('tab', { name: 'De klas' }).click();
  const overview = page.getByRole('region', { name: 'De klas', exact: true });
  await overview.getByText('Helemaal goed: 1 van de 13 inleveringen.').waitFor();
  const bars = overview.getByRole('list', { name: 'Hoe vaak elke controle misging' });
  expect(await bars.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('mis bij 2 van 13'),
    expect.stringContaining('mis bij 4 van 13'),
    expect.stringContaining('mis bij 6 van 13'),
  ]);

  const group = overview.getByRole('article');
  const seen: string[] = [];
  for (let at = 1; at <= 6; at += 1) {
    await overview.getByText(`groep ${at} van 6`).waitFor();
    await group.getByRole('heading', { name: /^Bij 2 studenten ging mis: “/ }).waitFor();
    seen.push(await group.locator('pre').innerText());
    if (at < 6) await overview.getByRole('button', { name: 'Volgende groep' }).click();
  }
  const shortest = GREETERS.map(({ wordings: [text] }) => text);
  expect(seen.map((code) => code.trim().split('\n').slice(1).join('\n')).sort()).toEqual(shortest.toSorted());
  expect(await overview.getByRole('button', { name: 'Volgende groep' }).isDisabled()).toBe(true);
  await group.getByText('Wie dit zijn').click();
  expect(await group.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/\(dit is het voorbeeld\)$/),
    expect.not.stringContaining('voorbeeld'),
  ]);

  await overview.getByText(/13 studenten die het vrijwillig mee/).waitFor();
  await overview.getByRole('heading', { name: /twee keer 400 ms/ }).waitFor();
  await overview.getByText('8 van 13 zaten ernaast.').waitFor();

  const traffic = page.getByRole('region', { name: 'De klas is het verkeer' });
  await traffic.scrollIntoViewIfNeeded();
  const figures = traffic.getByRole('region', { name: 'De klas naast ieder apart' });
  const row = (name: string) => figures.getByRole('row', { name }).getByRole('cell').allInnerTexts();
  expect(await row('Aanroepen')).toEqual(['26', '26']);
  expect(await row('Instanties, maximaal tegelijk')).toEqual(['1', '10']);
  expect(await row('Koude starts')).toEqual(['13', '10']);
  // Three of the thirteen find no place, each time.
  expect(await row('Geweigerd (429)')).toEqual(['0', '6']);
  await traffic.getByRole('radio', { name: 'Alles samengeperst in één minuut' }).check();
  await traffic.getByRole('img', { name: /6 aanroepen geweigerd/ }).waitFor();
  expect(await violations(page)).toEqual([]);

  await overview.getByRole('button', { name: 'Toon aan de klas' }).click();
  const projector = page.getByRole('dialog', { name: 'Voor de klas' });
  await projector.getByRole('article').nth(5).waitFor();
  const shown = await projector.innerText();
  for (const first of FIRST_NAMES) expect(shown).not.toMatch(new RegExp(`\\b${first}\\b`));
  expect(shown).not.toContain('Peeters');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await projector.getByRole('article').first().isVisible()).toBe(true);
  expect(await overview.getByRole('heading', { name: 'Wat de klas niet begreep' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await projector.waitFor({ state: 'hidden' });

  // On a phone in the dark the same page has no side that one has to scroll to.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
