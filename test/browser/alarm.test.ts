/** An alarm on a playground's bill, as a reader sets it: by keyboard and mouse, on either screen, and what it does when it rings. */
import { violations } from './axe.ts';
import { bringUp, giveTime, inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const LESSON = 'lessen/de-rekening-als-doelwit/';

inLooks(1, (look, name) => {
  test(`an alarm says how many calls its amount is, rings with what was spent, and stops the calls where that was asked for (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON, look);
    const region = playground(page, 'Verkoop een kaartje');
    await giveTime(region);
    await run(region);
    await region.getByText('Zet een alarm', { exact: true }).click();
    const amount = region.getByRole('textbox', { name: 'Boven hoeveel dollar?' });
    await region.getByText(/^Dat zijn ongeveer \d+ aanroepen zoals de laatste/).waitFor();
    await amount.fill('veel');
    const set = region.getByRole('button', { name: 'Zet het alarm' });
    await set.click();
    await region.getByText('Schrijf alleen een getal').waitFor();
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);

    await amount.fill('0,00001');
    await region.getByRole('combobox', { name: 'De cijfers komen binnen' }).selectOption('Meteen');
    await region.getByRole('checkbox', { name: 'En zet dan Maximaal tegelijk op 0' }).check();
    await set.click();
    await region.getByText('Met Maak leeg begint het opnieuw.').waitFor();
    // Who set it by keyboard goes on from there.
    expect(await set.evaluate((button) => button === document.activeElement)).toBe(true);

    const receipt = region.getByRole('group', { name: 'Kassabon' });
    await bringUp(region);
    await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
    await receipt.getByText(/^Alarm: je ging over/).waitFor();
    await receipt.getByText('elke nieuwe aanroep krijgt een 429').waitFor();
    await region.getByRole('status').getByText('Alarm: meer dan').waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    expect(await region.getByRole('combobox', { name: 'Maximaal tegelijk' }).inputValue()).toBe('0');
    await run(region);
    await region.getByRole('group', { name: 'Antwoord' }).getByText('429').first().waitFor();
    await receipt.getByRole('button', { name: 'Zet Maximaal tegelijk weer op 10' }).click();
    await run(region);
    await region.getByRole('group', { name: 'Antwoord' }).getByText('201').first().waitFor();
    await region.getByRole('button', { name: 'Haal het alarm weg' }).click();
    await expect.poll(() => receipt.getByText(/^Alarm: je ging over/).count()).toBe(0);
  });
});
