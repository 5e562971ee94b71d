/**
 * The page of a reader's own logs: what is pasted, picked or dropped is read in the page, however large, and billed; what was
 * skipped, supposed or not read is told beside it.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';

const logs = (name: string) => fileURLToPath(new URL(`../billing/logs/${name}`, import.meta.url));
const REPORT =
  'REPORT RequestId: 8f5a\tDuration: 1058.15 ms\tBilled Duration: 2366 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\tInit Duration: 1307.68 ms\n';

test('logs of one’s own cloud: read here, billed under every tariff, the bad line told', async ({
  openPage,
}) => {
  const page = await openPage('eigen-rekening/');
  const text = page.getByRole('textbox', { name: 'Wat je cloud logt' });
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await text.fill(`START x\n${REPORT}REPORT RequestId: stuk Duration: veel ms\n`);
  await page.getByRole('button', { name: 'Reken uit' }).click();
  await page.getByText('Gelezen als logs van AWS Lambda: 1 aanroep.').waitFor();
  const notes = page.getByRole('list', { name: 'Wat is overgeslagen of aangenomen' });
  await notes.getByText('1 andere regel overgeslagen.').waitFor();
  await notes.getByText('1 regel kan niet worden gelezen en telt niet mee.').waitFor();
  await page.getByText('1 regel niet gelezen').click();
  await page.getByText(/Regel 3: In deze REPORT-regel kunnen we Duration niet lezen/).waitFor();
  const receipt = page.getByRole('group', { name: 'Kassabon', exact: true });
  // 2,366 ms of 128 MB and one request.
  expect(await receipt.locator('tfoot data').getAttribute('value')).toBe('0.000005129176525');
  await page.getByRole('radio', { name: /Netlify Functions/ }).check();
  await expect.poll(() => receipt.locator('tfoot data').getAttribute('value')).toBe('20');
  // What the log makes doubtful stands on the receipt, and not only in the table beside it.
  expect(await receipt.getByText('Het vaste bedrag is voor een hele maand').count()).toBe(1);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Maak leeg' }).click();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText(/Gelezen als logs van AWS Lambda/).waitFor();
  expect(await text.inputValue()).toContain('8f5a');
});

test('a packed file of 100,000 lines is read where it lies, and its name stands for it', async ({
  openPage,
}) => {
  const page = await openPage('eigen-rekening/');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'export.log.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(REPORT.repeat(100_000)),
  });
  await page.getByText(/100\.000 aanroepen\./).waitFor();
  await page.getByText('export.log.gz').waitFor();

  // A year ago starting was free: what AWS billed then stands beside what it would be now.
  await page.locator('input[type="file"]').setInputFiles({
    name: 'oud.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(REPORT.replace('2366', '1059')),
  });
  await page.getByText(/Bij 1 regel bracht AWS zelf een andere tijd in rekening/).waitFor();
  const theirs = page.getByText(/Met de tijd die AWS zelf in rekening bracht/);
  // By hand: 0.0000002 + 1.059 s × 0.125 GB × 0.0000166667.
  expect(await theirs.locator('data').getAttribute('value')).toBe('0.0000024062544125');
});

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
  expect(await page.getByRole('radio', { name: /Flex Consumption/ }).isChecked()).toBe(true);
  expect(await violations(page)).toEqual([]);

  await page.locator('input[type="file"]').setInputFiles({
    name: 'log.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
  });
  await page.getByText(/Regel 1: Dit bestand is gezipt als zip\./).waitFor();
});
