/** What waiting for a service looks like on the timeline and on paper. That it is asked and paid for is in `lesson-paths.test.ts`. */
import { playground, run } from './reader.ts';
import { expect, test } from './site.ts';

test('the timeline says how long an invocation waited for a service, and paper which services there are', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  await run(region);
  const timeline = region.getByRole('group', { name: 'Tijdlijn', exact: true });
  await timeline.getByText('Als tabel').click();
  await expect
    .poll(() => timeline.getByRole('row').last().innerText())
    .toMatch(/gelukt, wachtte [\d.]*\d{3},\d ms op een dienst/);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const printed = (text: string) => page.getByText(text).filter({ visible: true }).count();
  await expect.poll(() => printed('https://bank.example antwoordt na 500 ms.')).toBe(1);
  // Of the sale, and of the exercise.
  await expect.poll(() => printed('Diensten die je code kan vragen')).toBe(2);
  expect(await printed('wordt opgehaald')).toBe(0);
});
