/** What is told of an exercise, and of a prediction with the playground under it, in each state. Begin at `kept.ts`. */
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { answerOf, playground, write } from '../reader.ts';
import { expect, test } from '../site.ts';
import { expectTree } from './kept.ts';

test('an exercise: new, not right yet, and made', async ({ openPage }) => {
  const page = await openPage('oefeningen/groet-iedereen/');
  const region = playground(page, 'Groet iedereen');
  const panel = region.getByRole('group', { name: 'Controle' });
  await panel.getByRole('button', { name: 'Controleer', disabled: false }).waitFor();
  await expectTree('exercise/before', [panel]);

  await panel.getByRole('button', { name: 'Controleer' }).click();
  await panel.getByText('0 van 3 goed').waitFor();
  await panel.getByRole('button', { name: 'Hint' }).click();
  await panel.getByRole('list', { name: 'Hints' }).waitFor();
  await expectTree('exercise/not-right-yet', [panel], ['again']);

  const { solution } = await exerciseFromDisk('groet-iedereen');
  await write(page, region, 'groet.js', solution[0]?.text ?? '');
  await panel.getByRole('button', { name: 'Controleer' }).click();
  await panel.getByText('3 van 3 goed').waitFor();
  // What comes after is fetched when it is seen.
  await panel.evaluate((checks) => checks.scrollIntoView(false));
  await panel.getByText('Je code is precies onze oplossing.').waitFor();
  await expectTree('exercise/made', [panel], ['again']);
});

test('a prediction: asked, said, and otherwise than it was said; the Machinekamer then, small and as large as the page', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const prediction = page.getByRole('group', { name: 'Voorspel: Vijftig kopers' });
  await prediction.scrollIntoViewIfNeeded();
  const field = prediction.getByRole('textbox', { name: /Hoeveel krijgen een kaartje/ });
  await field.fill('veel');
  await field.press('Enter');
  await prediction.getByRole('alert').waitFor();
  await expectTree('exercise/prediction-asked', [prediction]);
  await field.fill('35');
  await field.press('Enter');
  const status = prediction.getByRole('status');
  await expect.poll(() => status.innerText()).toContain('Doe nu de proef');
  await expectTree('exercise/prediction-said', [prediction]);
  const region = playground(page, 'Verkoop een kaartje');
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  await expect.poll(() => status.innerText()).toContain('Anders dan je dacht');
  await expectTree('exercise/prediction-otherwise', [prediction], ['tickets']);

  // Once more from the begin: ten starts at once take more than three seconds where the processor is busy.
  await region.getByText('Headers, body en instellingen').click();
  await region.getByLabel('Timeout').selectOption('30 s');
  await region.getByRole('button', { name: 'Maak leeg' }).click();
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  const machine = region.getByRole('group', { name: 'Machinekamer' });
  await machine.getByText(/^10 instanties wachten gratis/).waitFor();
  await expectTree('playground/fifty-at-once', [machine, answerOf(region)], ['span', 'amount']);
  // And once more: all of them are gone thirty seconds later, also where a tree takes that long to read.
  await region.getByRole('button', { name: 'Maak leeg' }).click();
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  await machine.getByText(/^10 instanties wachten gratis/).waitFor();
  await machine.getByRole('button', { name: 'Groot' }).click();
  const large = page.getByRole('dialog', { name: 'Machinekamer: Verkoop een kaartje' });
  await expect.poll(() => large.getByRole('table', { name: 'Kassabon' }).getByRole('row').count()).toBe(6);
  await expectTree('playground/machine-as-large-as-the-page', [large], ['span', 'amount']);
});
