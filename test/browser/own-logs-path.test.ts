/** A log of one's own in every family of browsers: each reads a file as a stream in its own way. */
import { gzipSync } from 'node:zlib';
import { path } from './families/index.ts';

/** More than the page puts into its text field, so that it is read as a file. */
const LINES = 2_500;
const LINE =
  'REPORT RequestId: 8f5a\tDuration: 12.41 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\n';

path('a log that is dropped is read where it lies, and billed', async ({ newReader }) => {
  const reader = await newReader('eigen-rekening/');
  await reader.sees('button', 'Toon een voorbeeld');
  await reader.drop('group', 'Je eigen gebruik', {
    name: 'export.log',
    mimeType: 'text/plain',
    text: LINE.repeat(LINES),
  });
  const own = reader.within('group', 'Je eigen gebruik');
  await reader.sees(
    'group',
    'Je eigen gebruik',
    /export\.log.*Gelezen als logs van AWS Lambda: 2\.500 aanroepen/,
  );
  await own.sees('group', 'Kassabon', /2\.500 aanroepen/);
  await own.press('button', 'Maak leeg');
  await own.press('button', 'Ongedaan maken');
  await own.sees('group', 'Kassabon', /2\.500 aanroepen/);
});

const REPORT =
  'REPORT RequestId: 8f5a\tDuration: 1058.15 ms\tBilled Duration: 2366 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\tInit Duration: 1307.68 ms\n';

path(
  'logs of one’s own cloud: read here, billed under every tariff, the bad line told',
  async ({ newReader }) => {
    const reader = await newReader('eigen-rekening/');
    await reader.fill(
      'textbox',
      'Wat je cloud logt',
      `START x\n${REPORT}REPORT RequestId: stuk Duration: veel ms\n`,
    );
    await reader.press('button', 'Reken uit');
    const use = 'Je eigen gebruik';
    await reader.sees('group', use, 'Gelezen als logs van AWS Lambda: 1 aanroep.');
    const own = reader.within('group', use);
    await own.sees(
      'list',
      'Wat is overgeslagen of aangenomen',
      /1 andere regel overgeslagen\..*1 regel kan niet worden gelezen en telt niet mee\./,
    );
    await own.press('button', '1 regel niet gelezen');
    await reader.sees('group', use, /Regel 3: In deze REPORT-regel kunnen we Duration niet lezen/);
    // 2,366 ms of 128 MB and one request: $ 0.000005129176525 ÷ 1.1133.
    await own.sees('group', 'Kassabon', '1 aanroep € 0,000 004 607');
    await own.press('radio', /Netlify Functions/);
    await own.sees('group', 'Kassabon', '1 aanroep € 17,96');
    await own.within('group', 'Kassabon').press('button', /^Let op/);
    await own.sees('group', 'Kassabon', 'Het vaste bedrag is voor een hele maand');
    await own.press('button', 'Maak leeg');
    await own.press('button', 'Ongedaan maken');
    await reader.sees('group', use, 'Gelezen als logs van AWS Lambda');
    await own.seesIn('textbox', 'Wat je cloud logt', '8f5a');
  },
);

path(
  'a packed file of 100,000 lines is read where it lies, and its name stands for it',
  async ({ newReader }) => {
    const reader = await newReader('eigen-rekening/');
    const use = 'Je eigen gebruik';
    const bytes = gzipSync(REPORT.repeat(100_000));
    await reader.sees('button', 'Toon een voorbeeld');
    await reader.drop('group', use, { name: 'export.log.gz', mimeType: 'application/gzip', bytes });
    await reader.sees('group', use, /export\.log\.gz.*100\.000 aanroepen\./);

    // A year ago starting was free: what AWS billed then stands beside what it would be now.
    const text = REPORT.replace('2366', '1059');
    await reader.drop('group', use, { name: 'oud.txt', mimeType: 'text/plain', text });
    // By hand: 0.0000002 + 1.059 s × 0.125 GB × 0.0000166667 = $ 0.0000024062544125.
    await reader.sees(
      'group',
      use,
      /Bij 1 regel bracht AWS zelf een andere tijd in rekening.*Met de tijd die AWS zelf in rekening bracht, is het € 0,000 002 161 \(\$ 0,000 002 406\)/,
    );
  },
);
