import { describe, expect, test } from 'vitest';
import { useClientLab } from './client-lab.ts';
import type { ClientPage } from './client-page.ts';
import type { Faults } from './index.ts';

/** What the page's own script puts there. */
declare const page: ClientPage;

const lab = useClientLab();

describe('a frame', () => {
  test.each<{ headless: Faults['headless']; status: number | undefined }>([
    { headless: 'hang', status: undefined },
    { headless: 'drop', status: undefined },
    { headless: 'error500', status: 500 },
    { headless: 'silent', status: 200 },
  ])('that does not come: $headless', async ({ headless, status }) => {
    lab.standIn.set({ headless });
    await lab.open();
    const { boots } = lab.standIn;
    const asking = lab.tab.waitForRequest((request) => request.url().includes('/headless'));
    await lab.tab.evaluate(() => {
      page.boot();
    });
    const request = await asking;
    if (headless === 'drop') await expect.poll(() => request.failure()).not.toBe(null);
    if (status !== undefined) expect((await request.response())?.status()).toBe(status);
    expect(lab.standIn.boots).toBe(boots);
  });
});

describe('a boot', () => {
  test('that fails says why, and the next one works', async () => {
    lab.standIn.set({ buildError: 'Geen geheugen' });
    await lab.open();
    const failed = await lab.tab.evaluate(() => page.boot().then(String, (error: Error) => error.message));
    expect(failed).toBe('Geen geheugen');
    lab.standIn.reset();
    const second = await lab.tab.evaluate(async () => (await page.boot()).workdir);
    expect(second).toMatch(/proef$/);
  });

  test('that is slow, of a page that leaves', async () => {
    lab.standIn.set({ bootDelayMs: 3_600_000 });
    await lab.open();
    const boots = lab.standIn.boots;
    await lab.tab.evaluate(() => {
      page.boot();
    });
    await expect.poll(() => lab.standIn.boots).toBe(boots + 1);
    // Another page in the same tab: the boot is nobody's any more, and nothing runs for it.
    lab.standIn.reset();
    await lab.tab.reload();
    expect(lab.standIn.processes()).toEqual([]);
    expect(await lab.tab.evaluate(async () => (await page.boot()).workdir)).toMatch(/proef$/);
  });

  test('listeners hear of an error', async () => {
    await lab.boot();
    const heard = lab.tab.evaluate(
      () =>
        new Promise((resolve) => {
          page.container.on('error', resolve);
          // An answer to this comes after the request to listen.
          page.container.fs.readdir('.').then(() => document.body.setAttribute('data-luistert', ''));
        }),
    );
    await lab.tab.waitForSelector('[data-luistert]', { state: 'attached' });
    lab.standIn.emitError('Stuk');
    expect(await heard).toEqual({ message: 'Stuk' });
  });
});

describe('a process', () => {
  test('that ends before it says anything', async () => {
    lab.standIn.set({ spawn: 'exitBeforeOutput' });
    await lab.boot();
    const seen = await lab.tab.evaluate(async () => {
      const { said, process } = await page.node('console.log(1)');
      return [await said.end(), await process.exit];
    });
    expect(seen).toEqual(['', 1]);
  });

  test('that hangs can be killed', async () => {
    lab.standIn.set({ spawn: 'hang' });
    await lab.boot();
    await lab.tab.evaluate(async () => {
      await page.node('console.log(1)');
    });
    expect(lab.standIn.processes()).toMatchObject([{ command: 'node' }]);
    const said = await lab.tab.evaluate(async () => {
      page.last.process.kill();
      await page.last.process.exit;
      return page.last.said.text;
    });
    expect(said).toBe('');
    expect(lab.standIn.processes()).toEqual([]);
  });

  test('that speaks after its end', async () => {
    lab.standIn.set({ spawn: 'lateOutput' });
    await lab.boot();
    const seen = await lab.tab.evaluate(async () => {
      const { said, process } = await page.node(`console.log('laatste woorden')`);
      await process.exit;
      const atExit = said.text;
      return [atExit, await said.end()];
    });
    expect(seen).toEqual(['', 'laatste woorden\r\n']);
  });

  test('whose characters are cut in two', async () => {
    lab.standIn.set({ splitOutputBytes: 1 });
    await lab.boot();
    const said = await lab.tab.evaluate(async () => (await page.node(`console.log('aé')`)).said.end());
    expect(said).toBe('a\uFFFD\uFFFD\r\n');
  });

  test('that freezes goes on where it was', async () => {
    await lab.boot();
    await lab.tab.evaluate(async () => {
      const { said } = await page.node(`
        process.stdin.setRawMode(true);
        process.stdin.on('data', (data) => process.stdout.write('terug:' + data));
        console.log('klaar');`);
      await said.until((text) => text.includes('klaar'));
    });
    // Several times, since `script` once stopped itself and never went on.
    for (const word of ['een', 'twee', 'drie']) {
      lab.standIn.stopAll();
      await lab.tab.evaluate(async (word) => {
        await page.last.type(word);
        await page.container.fs.readdir('.');
      }, word);
      expect(await lab.tab.evaluate(() => page.last.said.text)).not.toContain(word);
      lab.standIn.continueAll();
      await lab.tab.evaluate((word) => page.last.said.until((text) => text.includes(`terug:${word}`)), word);
    }
  });

  test('all can be killed at once', async () => {
    await lab.boot();
    await lab.tab.evaluate(async () => {
      for (const _ of [1, 2]) await page.start('node', ['-e', 'setInterval(() => {}, 1000)']);
    });
    expect(lab.standIn.processes()).toHaveLength(2);
    lab.standIn.killAll();
    expect(await lab.tab.evaluate(() => page.last.process.exit)).toBe(137);
    await expect.poll(() => lab.standIn.processes()).toEqual([]);
  });
});
