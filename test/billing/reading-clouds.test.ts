/**
 * Logs as each cloud gives them, one file a form (`logs/`), and the usage in them. The two calls of AWS are those of its own
 * published log (init 1307.68 + 1058.15 → 2366 ms); names and nesting are those of the documents that
 * `src/billing/reading/report-line.ts` and `other-clouds.ts` name. Whose servers and requests they are is made up.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsageBytes, readUsageText } from '../../src/billing/reading/index.ts';

const log = (name: string) => readFileSync(new URL(`logs/${name}`, import.meta.url), 'utf8');
const minified = (name: string) => JSON.stringify(JSON.parse(log(name)));

const cold = { durationMs: 1058.15, memoryMb: 128, memoryUsedMb: 67, initMs: 1307.68 };
const warm = { durationMs: 12.41, memoryMb: 128, memoryUsedMb: 67 };

describe('CloudWatch', () => {
  test.each([
    ['a log stream', log('aws-report.txt'), 7],
    ['filter-log-events', log('aws-filter-log-events.json'), 2],
    ['filter-log-events, on one line', minified('aws-filter-log-events.json'), 2],
    [
      'filter-log-events, a part of it that was copied',
      log('aws-filter-log-events.json').split('[\n')[1]?.split('\n  ],')[0] ?? '',
      null,
    ],
    ['the JSON format', log('aws-json-format.ndjson'), 3],
    ['the JSON format, as a list', `[${log('aws-json-format.ndjson').trim().split('\n').join(',')}]`, 3],
    [
      'the JSON format, as a list over many lines',
      JSON.stringify(
        log('aws-json-format.ndjson')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
        null,
        2,
      ),
      3,
    ],
    ['the console’s CSV, with both formats in it', log('aws-console.csv'), 3],
    ['Logs Insights by field', log('aws-insights.csv'), 1],
    ['Logs Insights by field, on the command line', log('aws-insights-results.json'), 0],
    ['Logs Insights by field, on one line', minified('aws-insights-results.json'), 0],
  ])('%s', (_, text, skipped) => {
    const { records, problems, format, cloud, ...reading } = readUsageText(text);
    expect({ records, problems, format, cloud }).toEqual({
      records: [cold, warm],
      problems: [],
      format: 'report',
      cloud: 'aws',
    });
    if (skipped !== null) expect(reading.skipped).toBe(skipped);
    expect(reading.billed).toEqual([
      { count: 1, durationMs: 1_189, memoryMb: 128 },
      { count: 1, durationMs: 1_190, memoryMb: 128 },
    ]);
    expect(reading.billedOtherwise).toBe(0);
  });

  const [first = '', second = ''] = log('aws-report.txt')
    .split('\n')
    .filter((line) => line.startsWith('REPORT'));
  const esc = String.fromCharCode(27);

  test.each([
    ['two reports on a line', `${first}${second}`],
    [
      'colours, as sam logs prints them',
      `${first}\n${second.replaceAll('Duration', `${esc}[1mDuration${esc}[0m`)}`,
    ],
    [
      'spaces that do not break, as a web page copies tabs',
      `${first}\n${second.replaceAll('\t', '\u00a0\u00a0')}`,
    ],
    ['tabs that are written out', `${first.replaceAll('\t', '\\t')}\n${second}`],
    [
      'thousands in the English way',
      `${first.replace('1058.15', '1,058.15').replace('2366', '2,366')}\n${second}`,
    ],
    [
      'the JSON format, as aws logs tail prints it',
      [first, second]
        .map((_, at) =>
          log('aws-json-format.ndjson')
            .trim()
            .split('\n')
            .at(at - 2),
        )
        .map((json) => `2026-11-20T09:12:44.120000+00:00 2026/11/20/[$LATEST]3a3b ${json}`)
        .join('\n'),
    ],
    ['line ends of an old Mac', `${first}\r${second}\r`],
  ])('%s', (_, text) => {
    expect(readUsageText(text)).toMatchObject({ records: [cold, warm], problems: [] });
  });

  test('what was billed sums to the millisecond, whatever it was, a memory size at a time', () => {
    const text = [7, 8, 10]
      .map((ms) => `REPORT RequestId: x\tDuration: 6.2 ms\tBilled Duration: ${ms} ms\tMemory Size: 128 MB`)
      .join('\n');
    expect(readUsageText(`${text}\n${text.replaceAll('128 MB', '256 MB')}`)).toMatchObject({
      billedOtherwise: 4,
      billed: [
        { count: 2, durationMs: 8, memoryMb: 128 },
        { count: 1, durationMs: 9, memoryMb: 128 },
        { count: 2, durationMs: 8, memoryMb: 256 },
        { count: 1, durationMs: 9, memoryMb: 256 },
      ],
    });
  });
});

describe('Azure Application Insights: the memory is not in it, and a sampled request stands for several', () => {
  const usage = [
    { durationMs: 58.4321, memoryMb: 2_048, count: 1 },
    { durationMs: 1204.5, memoryMb: 2_048, count: 20 },
  ];
  test.each([
    ['the portal’s CSV', log('azure-requests.csv'), 0],
    ['the answer of a query', log('azure-query.json'), 0],
    ['the answer of a query, on one line', minified('azure-query.json'), 0],
    ['a diagnostic setting, other tables among it', log('azure-apprequests.ndjson'), 1],
  ])('%s', (_, text, skipped) => {
    expect(readUsageText(text, { memoryMb: 2_048 })).toMatchObject({
      format: 'azure',
      cloud: 'azure',
      records: usage,
      calls: 21,
      memoryAssumed: 21,
      problems: [],
      skipped,
      billed: [],
    });
  });

  test('saved anew by a Dutch spreadsheet, its numbers are Dutch', () => {
    const text = 'timestamp [UTC];duration;resultCode;itemCount\n20-11-2026 09:12;58,4321;200;1\n';
    expect(readUsageText(text)).toMatchObject({ records: [{ durationMs: 58.4321, count: 1 }], problems: [] });
  });
});

describe('Google Cloud: the memory is not in it', () => {
  test.each([
    ['Cloud Logging, requests of Cloud Run', log('google-run.json')],
    ['the same on one line', minified('google-run.json')],
    [
      'the same, an entry a line',
      (JSON.parse(log('google-run.json')) as unknown[]).map((one) => JSON.stringify(one)).join('\n'),
    ],
  ])('%s', (_, text) => {
    expect(readUsageText(text)).toMatchObject({
      format: 'google',
      records: [
        { durationMs: 58.432, memoryMb: 512, responseBytes: 5_120 },
        { durationMs: 1204.5, memoryMb: 512, responseBytes: 0 },
      ],
      memoryAssumed: 2,
      problems: [],
      skipped: 1,
    });
  });

  test('functions of the first generation, as text and as entries', () => {
    const text = log('google-functions-gen1.txt');
    const entries = text
      .trim()
      .split('\n')
      .map((line) => ({ insertId: 'x', logName: 'projects/les/logs/cloudfunctions', textPayload: line }));
    for (const one of [text, JSON.stringify(entries)]) {
      expect(readUsageText(one)).toMatchObject({
        format: 'google',
        records: [
          { durationMs: 58, memoryMb: 512 },
          { durationMs: 1204, memoryMb: 512 },
        ],
        problems: [],
        skipped: 3,
      });
    }
  });
});

describe('Cloudflare: CPU and wall time, and always 128 MB', () => {
  test.each([
    ['wrangler tail, as it prints them', log('cloudflare-tail.txt')],
    [
      'wrangler tail, an event a line',
      log('cloudflare-tail.txt').replaceAll(/\n\s*/g, '').replace('}{', '}\n{'),
    ],
    ['Logpush', log('cloudflare-logpush.ndjson')],
  ])('%s', (_, text) => {
    expect(readUsageText(text)).toMatchObject({
      format: 'cloudflare',
      records: [
        { durationMs: 58, cpuMs: 3, memoryMb: 128 },
        { durationMs: 1_204, cpuMs: 41, memoryMb: 128 },
      ],
      memoryAssumed: 0,
      problems: [],
      skipped: 0,
    });
  });
});

describe('our own names', () => {
  test('in any capitals; null is absent, and text that is a number is one', () => {
    const text = '{"DurationMs":10,"MEMORYMB":"128","Count":5,"cpuMs":null,"activePeriodId":"7"}';
    expect(readUsageText(text)).toMatchObject({
      records: [{ durationMs: 10, memoryMb: 128, count: 5, activePeriodId: '7' }],
      problems: [],
      unknownColumns: [],
    });
  });

  test('a name that is nearly one of them is told, and a number in Dutch is no number in JSON', () => {
    expect(readUsageText('{"durationMs":10,"memoryMb":128,"initDurationMs":300}').unknownColumns).toEqual([
      'initDurationMs',
    ]);
    expect(readUsageText('{"durationMs":"1.000","memoryMb":128}').problems).toEqual([
      { line: 1, code: 'NOT_A_NUMBER', field: 'durationMs' },
    ]);
  });

  test('what a program logs of its own accord is no usage, though it names a count or a duration', () => {
    const own = '{"level":"INFO","message":"klaar","durationMs":12,"count":3}';
    expect(readUsageText(`${own}\n{"durationMs":1,"memoryMb":128}`)).toMatchObject({
      records: [{ durationMs: 1, memoryMb: 128 }],
      skipped: 1,
      problems: [],
    });
  });

  test('a name twice is refused: nobody knows which of the two counts', () => {
    for (const text of [
      'durationMs;memoryMb;DurationMs\n1;128;2\n',
      '{"durationMs":1,"durationms":2,"memoryMb":1}',
    ]) {
      expect(readUsageText(text)).toMatchObject({
        records: [],
        problems: [{ line: 1, code: 'NAMED_TWICE', field: 'durationMs' }],
      });
    }
  });

  test.each([
    ['sep=;\r\ndurationMs;memoryMb\r\n12,5;128\r\n', 3],
    ['"sep=,"\ndurationMs,memoryMb\n12.5,128\n', 3],
    ['sep=\t\ndurationMs\tmemoryMb\n12,5\t128\n', 3],
  ])('%j names what stands between', (text, lines) => {
    expect(readUsageText(text)).toMatchObject({
      records: [{ durationMs: 12.5, memoryMb: 128 }],
      problems: [],
    });
    expect(readUsageText(`${text}x`).problems).toMatchObject([{ line: lines + 1 }]);
  });
});

test('however a file is cut into parts, it says the same', async () => {
  const names = readdirSync(new URL('logs/', import.meta.url));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      async (name, sizes) => {
        const bytes = new TextEncoder().encode(log(name));
        async function* parts() {
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            yield bytes.subarray(at, at + size);
            at += size;
          }
        }
        const found: unknown[] = [];
        const reading = await readUsageBytes(parts(), {
          gunzip: (packed) => packed,
          onRecord: (record) => found.push(record),
        });
        const { records, ...whole } = readUsageText(log(name));
        expect(reading).toEqual(whole);
        expect(found).toEqual(records);
        expect(records.length).toBeGreaterThan(1);
      },
    ),
  );
});
