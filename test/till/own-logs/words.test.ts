/** What a reader is told of each bad input, word for word: the sentence stands on the page and in the shell. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readUsageBytes, readUsageText } from '../../../src/billing/reading/index.ts';
import { EXAMPLE_CSV, EXAMPLE_LOG } from '../../../src/till/own-logs/examples.ts';
import { readInWords, readingNotes, spanInWords, usageMessage } from '../../../src/till/own-logs/words.ts';

async function firstMessage(input: string | Uint8Array): Promise<string> {
  async function* bytes() {
    yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
  }
  const { problems } = await readUsageBytes(bytes(), {
    gunzip: () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('broken')) }),
    }),
  });
  const [first] = problems;
  return first === undefined ? '' : `Regel ${first.line}: ${usageMessage(first)}`;
}

describe('one sentence for each bad input', () => {
  const cut = 'REPORT RequestId: x\tDuration: 12.4 ms\tBilled Dur';
  test.each([
    [cut, 'Regel 1: In deze REPORT-regel kunnen we Memory Size niet lezen. Is de hele regel overgenomen?'],
    [
      '@duration,@billedDuration\n1,2\n',
      'Regel 1: In de eerste regel ontbreken kolommen: @memorySize. Zet daar de namen van de kolommen, met @duration en @memorySize erbij.',
    ],
    [
      '@duration,@memorySize\n1,128\n',
      'Regel 2: @memorySize is geen geheugen in bytes, zoals 134217728 of 1.28E8. Neem de kolom over zoals Logs Insights die geeft.',
    ],
    [
      'durationMs,memory\n1,128\n',
      'Regel 1: In de eerste regel ontbreken kolommen: memoryMb. Zet daar de namen van de kolommen, met durationMs en memoryMb erbij.',
    ],
    [
      'durationMs;memoryMb;durationMs\n',
      'Regel 1: durationMs staat er twee keer. Laat er één weg: nu is niet te zien welke telt.',
    ],
    [
      'durationMs,memoryMb\n"1,128\n',
      'Regel 2: Hier begint een aanhalingsteken dat nergens eindigt. Deze regel telt niet mee.',
    ],
    [
      '[{"durationMs":1,"memoryMb":128},\n{"durationMs"',
      'Regel 2: Wat hier begint, een lijst of een object, heeft geen einde. Is het hele bestand overgenomen? Wat volledig is, telt mee.',
    ],
    [
      '{"durationMs":1,"memoryMb":1}\n{x}',
      'Regel 2: Dit is geen geldige JSON. Kijk naar aanhalingstekens en komma’s.',
    ],
    ['[1]', 'Regel 1: Dit is geen object met velden zoals durationMs en memoryMb.'],
    [
      '{"ScriptName":"x","WallTimeMs":7}',
      'Regel 1: CPUTimeMs ontbreekt, of is geen tijd. Zet dat veld aan in de export, of laat de regel weg.',
    ],
    [
      '{"logName":"a/requests","insertId":"1","httpRequest":{"status":200}}',
      'Regel 1: httpRequest.latency ontbreekt, of is geen tijd. Zet dat veld aan in de export, of laat de regel weg.',
    ],
    [
      'timestamp,duration,resultCode\n2026,,200\n',
      'Regel 2: duration ontbreekt, of is geen tijd. Zet dat veld aan in de export, of laat de regel weg.',
    ],
    [
      'zomaar wat tekst',
      'Regel 1: Hier staat geen gebruik in. Geef logs van AWS Lambda, Azure, Google Cloud of Cloudflare, CSV met kolomnamen of JSON.',
    ],
    [
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
      'Regel 1: Dit bestand is gezipt als zip. Pak het eerst uit, of gebruik gzip (.gz): dat wordt wel gelezen. Ook een Excel-bestand is van binnen een zip: bewaar het dan als CSV.',
    ],
    [
      new TextEncoder().encode('PAR1'),
      'Regel 1: Dit is een parquet-bestand. Exporteer het log als tekst, CSV of JSON.',
    ],
    [
      new Uint8Array(200).map((_, at) => 128 + (at % 60)),
      'Regel 1: Dit bestand is geen tekst. Exporteer het log als tekst, CSV of JSON.',
    ],
    [
      new Uint8Array(gzipSync('x')),
      'Regel 1: Dit bestand is gezipt met gzip, maar niet compleet: het houdt halverwege op, of er staat nog iets achter. Pak het uit en probeer het opnieuw.',
    ],
  ])('%j', async (input, sentence) => {
    expect(await firstMessage(input)).toBe(sentence);
  });
});

describe('what was skipped, supposed and not known', () => {
  const notesOf = (text: string) => readingNotes(readUsageText(text), 512);
  const report = (fields: string) =>
    `REPORT RequestId: x\tDuration: 99.2 ms\tMemory Size: 128 MB\t${fields}\n`;

  test.each([
    [`START\n${report('')}`, '1 andere regel overgeslagen.'],
    [`${report('')}REPORT RequestId: y`, '1 regel kan niet worden gelezen en telt niet mee.'],
    [
      report('Billed Duration: 119 ms\tRestore Duration: 20 ms'),
      'Bij 1 regel bracht AWS zelf een andere tijd in rekening. Zijn die van voor augustus 2025? Toen was opstarten meestal gratis.',
    ],
    [
      report('Restore Duration: 20 ms'),
      '1 start kwam uit een snapshot (SnapStart). De prijs daarvan telt niet mee.',
    ],
    [
      'durationMs,memoryMb,initDurationMs,kosten\n1,128,300,2\n',
      'Deze namen kennen we niet, en ze tellen niet mee: initDurationMs (bedoel je initMs?), kosten.',
    ],
    [
      'Function execution took 58 ms, finished',
      'Bij 1 aanroep staat geen geheugen in het log. Er is gerekend met 512 MB.',
    ],
  ])('%j', (text, note) => {
    expect(notesOf(text)).toContain(note);
  });

  test('nothing to tell is nothing told', () => {
    expect(notesOf(report('Billed Duration: 100 ms'))).toEqual([]);
  });
});

test.each([
  ['2026-11-20T09:12:01Z', '2026-11-20T09:12:59Z', 'van 20 november 2026, 09:12 (UTC)'],
  ['2026-11-20T09:12:01Z', '2026-11-20T17:05:00Z', 'van 20 november 2026, 09:12 tot 17:05 (UTC)'],
  [
    '2026-11-01T00:00:00Z',
    '2026-11-30T23:59:59Z',
    'van 1 november 2026, 00:00 tot 30 november 2026, 23:59 (UTC)',
  ],
])('from %s to %s is %s', (from, to, words) => {
  expect(spanInWords({ fromMs: Date.parse(from), toMs: Date.parse(to) })).toBe(words);
  const report = 'REPORT RequestId: x\tDuration: 1 ms\tMemory Size: 128 MB\n';
  expect(readInWords(readUsageText(`${from} ${report}${to} ${report}`))).toBe(
    `Gelezen als logs van AWS Lambda: 2 aanroepen, ${words}.`,
  );
});

test('our own examples are read whole: the log, and the CSV that a reader can save', () => {
  const log = readUsageText(EXAMPLE_LOG);
  expect(readInWords(log)).toBe('Gelezen als logs van AWS Lambda: 2 aanroepen.');
  expect(log.problemCount).toBe(0);
  const csv = readUsageText(EXAMPLE_CSV);
  expect(readInWords(csv)).toBe('Gelezen als CSV met kolommen: 1.002.000 aanroepen.');
  expect([csv.problems, csv.unknownColumns]).toEqual([[], []]);
  expect(csv.records[1]).toMatchObject({ initMs: 812.5 });
});
