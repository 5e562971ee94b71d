/**
 * The page of a reader's own logs as axe sees it, and while a file without an end is read. What is pasted, picked and dropped is in
 * `own-logs-path.test.ts`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';

const logs = (name: string) => fileURLToPath(new URL(`../billing/logs/${name}`, import.meta.url));
const REPORT =
  'REPORT RequestId: 8f5a\tDuration: 1058.15 ms\tBilled Duration: 2366 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\tInit Duration: 1307.68 ms\n';

test('while a file is read the page tells how far it is, and goes on; it can be cancelled', async ({
  openPage,
}) => {
  // A file without an end: only a page that goes on can be told to stop.
  const page = await openPage('eigen-rekening/', {
    before: `Blob.prototype.stream = () => {
      const part = new TextEncoder().encode(${JSON.stringify(REPORT)}.repeat(1000));
      return new ReadableStream({ pull: (controller) => controller.enqueue(part) });
    };`,
  });
  await page.locator('input[type="file"]').setInputFiles({
    name: 'eindeloos.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(REPORT.repeat(10_000)),
  });
  const progress = page.getByRole('progressbar', { name: 'Gelezen' });
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await page.getByText('AWS Lambda', { exact: true }).click();
  await page.getByText(/aws logs filter-log-events/).waitFor();
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await page.getByText('Het lezen is geannuleerd.').waitFor();
  await expect.poll(() => progress.count()).toBe(0);
});

test('a log without memory asks for it; a file that is no log says what it is; an example can be saved', async ({
  openPage,
}) => {
  const page = await openPage('eigen-rekening/', { viewport: { width: 390, height: 844 } });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar een voorbeeld als CSV' }).click();
  const example = readUsageText(await readFile(await (await saved).path(), 'utf8'));
  expect([example.calls, example.problems]).toEqual([1_002_000, []]);

  await page.locator('input[type="file"]').setInputFiles(logs('azure-requests.csv'));
  const when = 'van 20 november 2026, 09:12 (UTC).';
  await page.getByText(`Gelezen als logs van Azure (Application Insights): 21 aanroepen, ${when}`).waitFor();
  const receipt = page.getByRole('group', { name: 'Kassabon', exact: true });
  await receipt.getByText(`Aanroepen ${when}`).waitFor();
  await page.getByText('Er is gerekend met 512 MB.').waitFor();
  const memory = page.getByRole('spinbutton', { name: 'Geheugen van die aanroepen, in MB' });
  await memory.fill('2048');
  await memory.press('Tab');
  await page.getByText('Er is gerekend met 2.048 MB.').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /Flex Consumption/ }).isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);

  await page.locator('input[type="file"]').setInputFiles({
    name: 'log.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
  });
  await page.getByText(/Regel 1: Dit bestand is gezipt als zip\./).waitFor();
});
