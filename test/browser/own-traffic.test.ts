/** Traffic of a reader's own, from a file: in every family refused with its line, run, and asked for again; and one that is too large. */
import { expect } from 'vitest';
import { expectAccessible } from './families/axe.ts';
import { path } from './families/index.ts';
import { test } from './site.ts';

const PAGE = 'verkeer/';
const OWN = 'Je eigen verkeer';

/** 600 calls, one a second, of 250 ms: four of the first ones come at once. */
const CALLS = ['atMs,durationMs', ...Array.from({ length: 4 }, () => '0,250')].concat(
  Array.from({ length: 596 }, (_, at) => `${(at + 1) * 1_000},250`),
);

path(
  'a bad file is refused with its line, a good one runs, and its address asks for it again',
  async ({ newReader }) => {
    const reader = await newReader(PAGE);
    const fragment = () => reader.evaluate('location.hash');
    const give = (name: string, text: string) =>
      reader.give('button', 'Kies een CSV', { name, mimeType: 'text/csv', text });
    const came = reader.within('group', 'Uitkomst');
    await reader.sees('group', OWN);
    await give('stuk.csv', `${CALLS.slice(0, 40).join('\n')}\n-5,250\n`);
    const refused = /stuk\.csv is niet gebruikt\. Regel 41, `?atMs`?: dit kan niet minder dan 0/;
    await reader.sees('alert', '', refused);
    expect(await fragment()).not.toContain('bestand');
    await expectAccessible(reader);

    await give('eigen.csv', CALLS.join('\n'));
    await reader.sees('group', OWN, '600 aanroepen met hun duur gelezen uit eigen.csv.');
    await reader.within('group', OWN).seesCount('alert', null, 0);
    await reader.press('button', /^Draai /);
    await came.sees('row', /^Aanroepen/, /\b600\b/);
    await came.sees('row', /^Koude starts/, /\b4 \(/);
    await expectAccessible(reader);

    const scenario = JSON.parse((await reader.saves('button', 'Bewaar het scenario')).text);
    expect(scenario.arrivals).toEqual({ kind: 'trace', file: 'eigen.csv' });

    await reader.fill('textbox', 'Maximaal tegelijk', '2');
    await reader.press('button', 'Kopieer een link naar deze maand');
    await reader.sees('main', '', 'Je bestand gaat niet mee');
    expect(await fragment()).toContain('bestand=eigen.csv');
    await reader.reload();
    await reader.sees('alert', '', 'Een adres neemt geen bestand mee: kies het hier opnieuw');
    await expectAccessible(reader);
    await give('eigen.csv', CALLS.join('\n'));
    await reader.sees('group', OWN, '600 aanroepen');
    await reader.press('button', /^Draai /);
    await came.sees('row', /^Geweigerd/, /\b2 \(/);

    await reader.press('button', 'Ga terug naar het verhaal');
    await reader.seesCount('group', 'Uitkomst', 0);
    expect(await fragment()).not.toContain('bestand');
  },
);

test('a large file is read while the page goes on, and can be stopped; nothing of it is sent', async ({
  openPage,
}) => {
  const page = await openPage(PAGE);
  const zone = page.getByRole('group', { name: OWN });
  await zone.waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.postData() ?? ''}`));
  // Made in the page: some calls, and so many empty lines that nobody sees the end of them, however late the hand comes that stops it.
  await zone.evaluate((element) => {
    const many = (parts: Blob) => new Blob(Array.from({ length: 100 }, () => parts));
    const calls = `atMs,durationMs\n${'0,1\n'.repeat(250_000)}`;
    const file = new File([calls, many(many(new Blob(['\n'.repeat(1_000_000)])))], 'groot.csv');
    const dropped = new DataTransfer();
    dropped.items.add(file);
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  const progress = zone.getByRole('progressbar', { name: 'groot.csv gelezen' });
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await zone.getByRole('button', { name: 'Annuleer het lezen' }).click();
  await zone.getByText(/Het lezen is gestopt/).waitFor();
  expect(await progress.count()).toBe(0);
  expect(asked.filter((one) => !one.startsWith('GET ') || one.length > 4)).toEqual([]);
});
