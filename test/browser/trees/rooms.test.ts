/** What is told of the rooms beside the lessons, and of a classroom. Begin at `kept.ts`. */
import { PLAIN_SET, setFragment } from '../../../src/exercises/set.ts';
import { CLASS_EXERCISE, classZip, greetingOf } from '../class-zip.ts';
import { answerOf, giveTime, playground, RIGHT_GREETING, run } from '../reader.ts';
import { expect, test } from '../site.ts';
import { expectTree } from './kept.ts';

/** Lesson 2 was read in an earlier visit, and whatever is drawn by lot is always the same. */
const before = `if (self === top) localStorage.setItem('functielab:voortgang', JSON.stringify({
  v: 1, lessons: { 'betalen-per-gebruik': true }, exercises: {}, last: null,
}));
Math.random = () => 0.25;
Crypto.prototype.getRandomValues = (numbers) => numbers.fill(7);`;

test('the workplace, with a project that ran', async ({ openPage }) => {
  const page = await openPage('werkplaats/');
  const begin = page.getByRole('group', { name: 'Begin met een sjabloon' });
  await begin.getByRole('button', { name: 'CRUD met opslag', exact: true }).waitFor();
  await expectTree('rooms/workplace-to-begin', [begin]);
  await begin.getByRole('button', { name: 'CRUD met opslag', exact: true }).click();
  const region = playground(page, 'Takenlijst');
  await giveTime(region);
  await run(region);
  await answerOf(region).getByText('201').first().waitFor();
  await expectTree('rooms/workplace', [
    region.getByRole('tablist', { name: 'Bestanden' }),
    region.getByRole('group', { name: 'Voorbeelden' }),
  ]);
});

test('a month of traffic, before it ran and after', async ({ openPage }) => {
  const page = await openPage('verkeer/');
  const month = page.getByRole('group', { name: 'Een maand verkeer' });
  const press = month.getByRole('button', { name: 'Draai de maand', disabled: false });
  await press.waitFor();
  await expectTree('rooms/traffic-before', [month]);
  await press.click();
  // It is busy only once it has what it runs; only what ran to its end has an outcome.
  const outcome = month.getByRole('group', { name: 'Uitkomst' });
  await outcome.waitFor();
  await expect.poll(() => press.getAttribute('aria-busy')).toBe('false');
  await expectTree('rooms/traffic-outcome', [month.getByRole('group', { name: 'Machinekamer' }), outcome]);
});

test('a question that comes back, asked and answered', async ({ openPage }) => {
  const page = await openPage('herhaal/', { before });
  await page.getByRole('heading', { name: /^Vraag 1 van/ }).waitFor();
  const question = page.locator('main form');
  await expectTree('rooms/review-asked', [question]);
  await page.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Controleer' }).click();
  await question.getByRole('button', { name: /Volgende vraag|Klaar/ }).waitFor();
  await expectTree('rooms/review-told', [question]);
});

test('twelve questions, of which none has an answer yet', async ({ openPage }) => {
  const page = await openPage('weet-je-het/', { before });
  await page.getByRole('button', { name: 'Vooraf: nog voor les 1' }).click();
  await page.getByRole('button', { name: 'Bewaar mijn antwoorden' }).click();
  const missing = page.getByText(/^De vragen 1, 2, .* en 12 hebben nog geen antwoord/);
  await missing.waitFor();
  await expectTree('rooms/twelve', [page.getByRole('group', { name: /^1\. / }), missing]);
});

test('progress, of who has read one lesson', async ({ openPage }) => {
  const page = await openPage('voortgang/', { before });
  const main = page.getByRole('main');
  await main.getByRole('cell', { name: 'gelezen', exact: true }).waitFor();
  await expectTree('rooms/progress', [main.getByRole('table').first()]);
});

test('a set as its student sees it', async ({ openPage }) => {
  const set = { ...PLAIN_SET, title: 'Week 3', exercises: [CLASS_EXERCISE, 'lees-je-logs'] };
  const page = await openPage(`opdracht/${setFragment(set)}`);
  await page.getByRole('heading', { name: 'Week 3' }).waitFor();
  const bar = page.getByRole('navigation', { name: 'Je reeks' });
  await bar.getByText('2 oefeningen').waitFor();
  await expectTree('rooms/set', [page.getByRole('main'), bar]);
});

test('a marking of two hand-ins', async ({ openPage }) => {
  const page = await openPage('docent/nakijken/', { before });
  const zip = classZip({
    'mila.json': greetingOf('Mila', RIGHT_GREETING),
    'noah.json': greetingOf('Noah', 'export default () => new Response("Dag")'),
  });
  const marking = page.getByRole('group', { name: 'Nakijken', exact: true });
  await page.getByLabel('Kies inleveringen').setInputFiles(zip);
  await marking.getByText('2 inleveringen nagekeken.').waitFor();
  await expectTree('rooms/marking', [marking], ['day', 'seed']);
});
