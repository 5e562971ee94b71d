/** The forms of usage one by one: what each field may look like, where lines begin and end, and what is only nearly right. */
import { describe, expect, test } from 'vitest';
import { columnNamed, recordOf } from '../../src/billing/reading/columns.ts';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { createPieces } from '../../src/billing/reading/json-pieces.ts';
import { readReports } from '../../src/billing/reading/report-line.ts';

/** What a line with one report in it says; null for a line about something else. */
const readReportLine = (text: string) => readReports(text)[0] ?? null;
const line = (fields: string) => `REPORT RequestId: x\t${fields}`;
const good = 'Duration: 12.41 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB';

describe('a REPORT line', () => {
  test('says what ran, what was billed, and no start when there was none', () => {
    expect(readReportLine(line(good))).toEqual({
      record: { durationMs: 12.41, memoryMb: 128, memoryUsedMb: 67 },
      billedMs: 13,
      cloud: 'aws',
      isMemoryAssumed: false,
      atMs: null,
      isRestored: false,
    });
  });

  test('that leaves out what it can is still a record', () => {
    expect(readReportLine(line('Duration: 5 ms\tMemory Size: 256 MB'))).toEqual({
      record: { durationMs: 5, memoryMb: 256 },
      billedMs: null,
      cloud: 'aws',
      isMemoryAssumed: false,
      atMs: null,
      isRestored: false,
    });
  });

  test('tells each Duration by the words before it', () => {
    const text = line(
      'Billed Duration: 900 ms\tInit Duration: 300.5 ms\tRestore Duration: 20 ms\tDuration: 7 ms\tMemory Size: 128 MB',
    );
    expect(readReportLine(text)).toEqual({
      record: { durationMs: 7, memoryMb: 128, initMs: 300.5 },
      billedMs: 900,
      cloud: 'aws',
      isMemoryAssumed: false,
      atMs: null,
      isRestored: true,
    });
  });

  test.each([
    ['Billed Duration: 13 ms\tMemory Size: 128 MB', 'Duration'],
    ['Duration: 12,41 ms\tMemory Size: 128 MB', 'Duration'],
    ['Duration: 12.41 s\tMemory Size: 128 MB', 'Duration'],
    ['Duration: -1 ms\tMemory Size: 128 MB', 'Duration'],
    ['Duration: 12.41 ms', 'Memory Size'],
    ['Duration: 12.41 ms\tMax Memory Used: 67 MB', 'Memory Size'],
    ['Duration: 12.41 ms\tMemory Size: many MB', 'Memory Size'],
  ])('%s lacks %s', (fields, field) => {
    expect(readReportLine(line(fields))).toEqual({ code: 'UNREADABLE_REPORT', field });
  });

  test.each([
    'START RequestId: x Version: $LATEST',
    'REPORT of the day: Duration: 5 ms Memory Size: 128 MB',
    'my own platform.report without an object',
    '{"type":"platform.start"}',
  ])('%s is about something else', (text) => {
    expect(readReportLine(text)).toBeNull();
  });
});

test('a line of spaces is none, in a log and in JSON, and a run without a restore is no restore', () => {
  expect(readUsageText(`${line(good)}\n   \n`)).toEqual({
    format: 'report',
    cloud: 'aws',
    calls: 1,
    recordCount: 1,
    records: [{ durationMs: 12.41, memoryMb: 128, memoryUsedMb: 67 }],
    problems: [],
    problemCount: 0,
    skipped: 0,
    unknownColumns: [],
    billedOtherwise: 0,
    restored: 0,
    memoryAssumed: 0,
    billed: [{ count: 1, durationMs: 13, memoryMb: 128 }],
    span: null,
  });
  const record = '{"durationMs":1,"memoryMb":1}';
  expect(readUsageText(`${record}\n  \n${record}`)).toMatchObject({ records: [{}, {}], problems: [] });
});

describe('a platform.report', () => {
  const metrics = { durationMs: 12.41, memorySizeMB: 128 };
  const told = (record: unknown, type = 'platform.report') => JSON.stringify({ type, record });

  test('may stand behind a time, and says no more than it knows', () => {
    expect(readReportLine(`2026-11-20T09:12:44Z ${told({ metrics })}`)).toEqual({
      record: { durationMs: 12.41, memoryMb: 128 },
      billedMs: null,
      cloud: 'aws',
      isMemoryAssumed: false,
      atMs: Date.UTC(2026, 10, 20, 9, 12, 44),
      isRestored: false,
    });
  });

  test('tells of a restore, a start and what was billed', () => {
    const whole = {
      ...metrics,
      restoreDurationMs: 3,
      initDurationMs: 40,
      billedDurationMs: 53,
      maxMemoryUsedMB: 60,
    };
    expect(readReportLine(told({ metrics: whole }))).toEqual({
      record: { durationMs: 12.41, memoryMb: 128, initMs: 40, memoryUsedMb: 60 },
      billedMs: 53,
      cloud: 'aws',
      isMemoryAssumed: false,
      atMs: null,
      isRestored: true,
    });
  });

  test.each([
    [told({ metrics: { memorySizeMB: 128 } }), 'durationMs'],
    [told({ metrics: { ...metrics, durationMs: '12' } }), 'durationMs'],
    [told({ metrics: { durationMs: 12 } }), 'memorySizeMB'],
    [told({ metrics: 7 }), 'durationMs'],
    [told(null), 'durationMs'],
    [told({ metrics }).slice(0, -1), 'JSON'],
    ['{"type":"platform.report","record":{"metrics":{"durationMs":1e999,"memorySizeMB":1}}}', 'durationMs'],
  ])('%s lacks %s', (text, field) => {
    expect(readReportLine(text)).toEqual({ code: 'UNREADABLE_REPORT', field });
  });

  test('that only mentions the name is about something else', () => {
    expect(readReportLine(told({ metrics }, 'platform.reported'))).toBeNull();
    expect(readUsageText(told({ metrics }, 'platform.reported'))).toMatchObject({
      format: 'json',
      records: [],
      skipped: 1,
      problems: [{ line: 1, code: 'NOTHING_FOUND', field: '' }],
    });
  });
});

describe('what the platform billed', () => {
  const billed = (durationMs: string, ms: string, init = '') =>
    readUsageText(
      line(`Duration: ${durationMs} ms\t${ms && `Billed Duration: ${ms} ms\t`}Memory Size: 128 MB${init}`),
    ).billedOtherwise;

  test.each([
    ['12.41', '13', '', 0],
    ['12.41', '14', '', 1],
    ['12.00', '12', '', 0],
    ['0.00', '1', '', 0],
    ['0.00', '0', '', 1],
    // It does not say: nothing to compare.
    ['12.41', '', '', 0],
    ['12.41', '53', '\tInit Duration: 40 ms', 0],
    ['12.41', '13', '\tInit Duration: 40 ms', 1],
    // A tenth of a microsecond is none: a bill reckons in whole ones.
    ['12.0001', '12', '', 0],
    ['12.0009', '13', '', 0],
  ])('%s ms, billed as %s%s', (durationMs, ms, init, otherwise) => {
    expect(billed(durationMs, ms, init)).toBe(otherwise);
  });
});

describe('CSV', () => {
  const read = (text: string) => readUsageText(text);

  test('blank lines are no rows, and one lonely cell is a row that lacks the rest', () => {
    expect(read('durationMs,memoryMb\n1,128\n\n   \n5\n2,256\n')).toMatchObject({
      format: 'csv',
      records: [
        { durationMs: 1, memoryMb: 128 },
        { durationMs: 2, memoryMb: 256 },
      ],
      problems: [{ line: 5, code: 'MISSING', field: 'memoryMb' }],
      skipped: 0,
    });
  });

  test('a row of which the first cell is empty is a row', () => {
    expect(read('durationMs,memoryMb\n,128\n').problems).toEqual([
      { line: 2, code: 'MISSING', field: 'durationMs' },
    ]);
  });

  test('what stands between is what gives most names that we know, not most cells', () => {
    const { records, unknownColumns } = read('durationMs;memoryMb;a,b,c,d\n1,5;128;x\n');
    expect(records).toEqual([{ durationMs: 1.5, memoryMb: 128 }]);
    expect(unknownColumns).toEqual(['a,b,c,d']);
  });

  test('a column without a name is not told of, nor one that we know', () => {
    expect(read('durationMs,memoryMb,,kosten, \n1,128,a,b,c\n').unknownColumns).toEqual(['kosten']);
  });

  test.each([
    ['semicolons', 'durationMs;memoryMb\n1;128\n', 1],
    ['semicolons and decimal commas', 'durationMs;memoryMb\n1,5;128\n', 1.5],
    ['tabs', 'durationMs\tmemoryMb\n1\t128\n', 1],
    ['quotes around names', '"durationMs";"memoryMb"\r\n"1,5";"128"\r\n', 1.5],
  ])('a file of two columns and one row, with %s', (_, text, durationMs) => {
    expect(read(text)).toMatchObject({ records: [{ durationMs, memoryMb: 128 }], problems: [] });
  });

  test('tabs between, as cells copied from a Dutch spreadsheet have them', () => {
    expect(read('durationMs\tmemoryMb\n1.5\t128\n1,5\t128\n')).toMatchObject({
      records: [
        { durationMs: 1.5, memoryMb: 128 },
        { durationMs: 1.5, memoryMb: 128 },
      ],
      problems: [],
    });
  });

  test('both columns that a bill needs are named when both are missing', () => {
    expect(read('duration,memory').problems).toEqual([
      { line: 1, code: 'MISSING_COLUMNS', field: 'durationMs, memoryMb' },
    ]);
    for (const empty of ['', '  \n ', 'zomaar tekst', 'Geachte heer, hierbij het log']) {
      expect(read(empty).problems).toEqual([{ line: 1, code: 'NOTHING_FOUND', field: '' }]);
    }
    expect(read('durationMs,memoryMb\n').problems).toEqual([{ line: 1, code: 'NOTHING_FOUND', field: '' }]);
  });

  test('a header over two lines counts as two', () => {
    expect(read('durationMs,memoryMb,"a\nb"\nx,128,\n').problems).toMatchObject([{ line: 3 }]);
  });

  test.each([
    ['durationMs', '1e3', { durationMs: 1_000 }],
    ['durationMs', ' 12.5 ', { durationMs: 12.5 }],
    ['durationMs', '-3', { durationMs: -3 }],
    ['durationMs', '1.', { durationMs: '1.' }],
    ['durationMs', '0x10', { durationMs: '0x10' }],
    ['vcpu', '2,5', { vcpu: '2,5' }],
    ['reserved', 'TRUE', { reserved: true }],
    ['reserved', '1', { reserved: true }],
    ['onReserved', 'False', { onReserved: false }],
    ['onReserved', '0', { onReserved: false }],
    ['onReserved', 'ja', { onReserved: 'ja' }],
    ['activePeriodId', '7', { activePeriodId: '7' }],
    ['activePeriodId', '  ', {}],
  ] as const)('%s %j', (name, cell, fields) => {
    expect(recordOf(new Map([[name, cell]]), false)).toEqual(fields);
  });

  test('a decimal comma is one', () => {
    expect(recordOf(new Map([['vcpu', '2,5']]), true)).toEqual({ vcpu: 2.5 });
    expect(recordOf(new Map([['vcpu', '1,000,5']]), true)).toEqual({ vcpu: '1,000,5' });
  });

  test('columns go by name, whatever the capitals', () => {
    expect([columnNamed(' DURATIONms '), columnNamed('duration'), columnNamed('')]).toEqual([
      'durationMs',
      null,
      null,
    ]);
  });
});

describe('JSON', () => {
  test('what is no object is no record', () => {
    for (const text of ['[1]', '[null]', '[[]]', '["x"]', '[true]']) {
      expect(readUsageText(text).problems).toEqual([{ line: 1, code: 'NOT_A_RECORD', field: '' }]);
    }
    expect(readUsageText('[]').problems).toEqual([{ line: 1, code: 'NOTHING_FOUND', field: '' }]);
    expect(readUsageText('  \n[]').format).toBe('json');
    expect(readUsageText('\n {"durationMs":1,"memoryMb":1}').format).toBe('json');
  });

  test('a bracket too many, and a broken value, have the line on which they stand', () => {
    expect(readUsageText('[{"durationMs":1,\n"memoryMb":1}]]')).toMatchObject({
      records: [{ durationMs: 1, memoryMb: 1 }],
      problems: [{ line: 2, code: 'NOT_JSON', field: '' }],
    });
    expect(readUsageText('[{"durationMs":1,"memoryMb":1},\n\n{"a":}]').problems).toEqual([
      { line: 3, code: 'NOT_JSON', field: '' },
    ]);
  });

  test.each([
    ['[]', []],
    [
      '[1, 2]',
      [
        [1, '1'],
        [1, '2'],
      ],
    ],
    [
      '[\n1\n,\n\n2]',
      [
        [2, '1\n'],
        [5, '2'],
      ],
    ],
    [
      '[ "a,b]", "c\\",d" ]',
      [
        [1, '"a,b]"'],
        [1, '"c\\",d" '],
      ],
    ],
    [
      '["\\\\",7]',
      [
        [1, '"\\\\"'],
        [1, '7'],
      ],
    ],
    [
      '[{"a":[1,\n2]},[3,4]]',
      [
        [1, '{"a":[1,\n2]}'],
        [2, '[3,4]'],
      ],
    ],
    [
      '{"a":[1]}{"b":2}\n{"c":3}',
      [
        [1, '{"a":[1]}'],
        [1, '{"b":2}'],
        [2, '{"c":3}'],
      ],
    ],
    [
      '{"events": [1,\n[2]], "rest": [3]}',
      [
        [1, '1'],
        [2, '[2]'],
      ],
    ],
    ['{"a":"\\"events\\":", "x":[1]}', [[1, '{"a":"\\"events\\":", "x":[1]}']]],
  ] as const)('%j has the pieces %j, however it is cut', (text, pieces) => {
    for (const size of [1, 2, 3, text.length]) {
      const found: [number, string][] = [];
      const never = () => expect.unreachable();
      const cutter = createPieces({
        piece: (piece, at) => found.push([at, piece]),
        between: never,
        tooLarge: never,
        cutOff: never,
      });
      for (let at = 0; at < text.length; at += size) cutter.write(text.slice(at, at + size));
      cutter.end();
      expect(found).toEqual(pieces);
    }
  });

  test('what is cut off is told where it began, and what is whole counts', () => {
    for (const cut of ['[{"durationMs":1,"memoryMb":1},\n{"a":', '[{"durationMs":1,"memoryMb":1}\n']) {
      expect(readUsageText(cut)).toMatchObject({ recordCount: 1, problems: [{ code: 'CUT_OFF' }] });
    }
  });
});
