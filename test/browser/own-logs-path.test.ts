/** A log of one's own in every family of browsers: each reads a file as a stream in its own way. */
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
