/** axe finds nothing in any state of the container that a reader gets to see. */
import { violations } from './axe.ts';
import { hostProblem, hostRadio, startContainer } from './container-reader.ts';
import { test } from './container-site.ts';
import { inLooks, LESSON_1, playground } from './reader.ts';
import { expect } from './site.ts';

inLooks(0, (look, name) => {
  test(`the notice, the boot, what is different, and a failure (${name})`, async ({
    openLesson,
    standIn,
  }) => {
    standIn?.set({ isBootHeld: true, buildError: 'Nu niet' });
    try {
      const page = await openLesson(LESSON_1, look);
      const region = playground(page, 'Begroet een bezoeker');
      await hostRadio(region, 'WebContainer').check();
      expect(await violations(page)).toEqual([]);
      await region.getByRole('button', { name: 'Start WebContainer' }).click();
      await region.getByRole('progressbar').waitFor();
      expect(await violations(page)).toEqual([]);
      if (standIn === null) return;
      standIn.set({ isBootHeld: false });
      await hostProblem(region);
      await region.getByText('Zit je op een netwerk van een school').click();
      await region.getByText('Wat WebContainer er zelf van zei').click();
      expect(await violations(page)).toEqual([]);
      standIn.reset();
      await region.getByRole('button', { name: 'Probeer opnieuw' }).click();
      await region.getByRole('button', { name: /wat is er anders/ }).click();
      expect(await violations(page)).toEqual([]);
    } finally {
      standIn?.reset();
    }
  });
});

inLooks(1, (look, name) => {
  test(`a project with its terminal, a server with its preview (${name})`, async ({ openLesson }) => {
    const page = await openLesson('lessen/van-server-naar-functies/', look);
    const region = playground(page, 'Takenlijst op een server');
    expect(await violations(page)).toEqual([]);
    await startContainer(region);
    await region.getByRole('button', { name: 'Start', exact: true }).click();
    await region.locator('iframe').waitFor();
    const terminal = region.getByRole('group', { name: 'Terminal' });
    await terminal.getByRole('button', { name: 'Open terminal' }).click();
    await terminal.getByRole('button', { name: 'Sluit terminal' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
