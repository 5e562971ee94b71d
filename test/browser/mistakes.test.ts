/** A beginner's mistake in a lesson: what went wrong and what to do, what JavaScript said, and the way to the line. */
import { violations } from './axe.ts';
import { answerOf, keptCode, LESSON_1, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const written = (code: string) => ({ before: keptCode('begroet', { 'begroet.js': code }) });

test('a mistake that is known is told with its remedy, JavaScript’s own words below it, and leads to its line', async ({
  openPage,
}) => {
  const code = `export default (request) => {
  const gegevens = request.json();
  return new Response(gegevens.naam.toUpperCase());
};`;
  const page = await openPage(LESSON_1, written(code));
  const region = playground(page, GREET);
  await run(region);
  const alert = answerOf(region).getByRole('alert');
  await alert.getByText('Er ontbreekt een await voor request.json().').waitFor();
  const said = alert.getByText(/TypeError: .*undefined/);
  expect(await said.isVisible()).toBe(false);
  await alert.getByText('Wat JavaScript zei').click();
  await said.waitFor();
  await alert.getByRole('button', { name: 'Ga naar begroet.js, regel 3' }).click();
  await region.locator('.cm-content').waitFor();
  expect(await violations(page)).toEqual([]);
});

test.for([
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
])(
  'the way to the line of a mistake is in sight in its panel ($width px)',
  async (viewport, { openPage }) => {
    const code = `export default (request) => {\n  return new Response(request.body.naam.toUpperCase());\n};`;
    const page = await openPage(LESSON_1, { ...written(code), viewport });
    const region = playground(page, GREET);
    await run(region);
    const panel = answerOf(region);
    const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
    const way = panel.getByRole('button', { name: 'Ga naar begroet.js, regel 2' });
    expect(await way.evaluate(bottomOf)).toBeLessThanOrEqual(await panel.evaluate(bottomOf));
  },
);

test('what JavaScript says of a mistake that nobody knows stands there open', async ({ openPage }) => {
  const code = `export default () => {\n  throw new Error('de bakker is dicht');\n};`;
  const page = await openPage(LESSON_1, written(code));
  const region = playground(page, GREET);
  await run(region);
  await answerOf(region).getByRole('alert').getByText('Error: de bakker is dicht').waitFor();
});

test('an answer that holds something that was still to come says so, and the answer of right code says nothing', async ({
  openPage,
}) => {
  const wrong = `export default (request) => new Response('Dag ' + request.text());`;
  const page = await openPage(LESSON_1, written(wrong));
  const region = playground(page, GREET);
  await run(region);
  await answerOf(region).getByText('Zet await voor request.text()').waitFor();
  await region.getByRole('button', { name: 'Herstel' }).click();
  await run(region);
  await answerOf(region).getByText('Dag Mila!').waitFor();
  expect(await answerOf(region).getByText('await').count()).toBe(0);
});

test('what took too long is tried again with more time, at one press', async ({ openPage }) => {
  const code = `export default async () => {
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  return new Response('toch klaar');
};`;
  const page = await openPage(LESSON_1, written(code));
  const region = playground(page, GREET);
  await run(region);
  await answerOf(region).getByRole('button', { name: 'Probeer het met 10 s' }).click();
  await answerOf(region).getByText('toch klaar').waitFor();
  await region.getByText('Headers, body en instellingen').click();
  expect(await region.getByLabel('Timeout').inputValue()).toBe('10000');
});
