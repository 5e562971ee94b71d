/** Usage as people have it: what is read, and what is said of what can't be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsageBytes, readUsageText } from '../../src/billing/reading/index.ts';

const REPORT =
  'REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tDuration: 1058.15 ms\tBilled Duration: 2366 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\tInit Duration: 1307.68 ms\t';
const cold = { durationMs: 1058.15, memoryMb: 128, initMs: 1307.68, memoryUsedMb: 67 };

describe('REPORT lines of AWS Lambda', () => {
  test.each([
    ['as they are', REPORT],
    ['after a time', `2026-11-20T09:12:44.120Z ${REPORT}`],
    ['with spaces for tabs', REPORT.replaceAll('\t', '  ')],
    ['with one space for a tab', REPORT.replaceAll('\t', ' ')],
    ['in a CSV export of CloudWatch', `timestamp,message\n1795165964120,"${REPORT}\n"`],
    ['with Windows line ends', `START RequestId: x\r\n${REPORT}\r\n`],
    ['with a trace behind it', `${REPORT}\nXRAY TraceId: 1-5e1b\tSegmentId: 06b\tSampled: true`],
    ['with a status', `${REPORT}Status: timeout`],
  ])('%s', (_, text) => {
    const { format, records, problems } = readUsageText(text);
    expect([format, records, problems]).toEqual(['report', [cold], []]);
  });

  test('in their JSON form', () => {
    const line = JSON.stringify({
      time: '2026-11-20T09:12:44.120Z',
      type: 'platform.report',
      record: {
        requestId: 'x',
        metrics: {
          durationMs: 1058.15,
          billedDurationMs: 2366,
          memorySizeMB: 128,
          maxMemoryUsedMB: 67,
          initDurationMs: 1307.68,
        },
      },
    });
    expect(readUsageText(`{"type":"platform.start"}\n${line}`)).toMatchObject({
      records: [cold],
      problems: [],
      skipped: 1,
    });
  });

  test('other lines are skipped, counted and no problem', () => {
    const log = `INIT_START Runtime Version: nodejs\nSTART RequestId: x\nmijn Duration: 7 ms\n${REPORT}\nEND RequestId: x\n`;
    expect(readUsageText(log)).toMatchObject({ records: [cold], problems: [], skipped: 4 });
  });

  test('a line that is cut off is told with its number, and the others count', () => {
    const cut = 'REPORT RequestId: y\tDuration: 12.4 ms\tBilled Dur';
    expect(readUsageText(`${REPORT}\n${cut}\n${REPORT}`)).toMatchObject({
      records: [cold, cold],
      problems: [{ line: 2, code: 'UNREADABLE_REPORT', field: 'Memory Size' }],
    });
    expect(readUsageText(REPORT.replace('1058.15', 'NaN')).problems).toEqual([
      { line: 1, code: 'UNREADABLE_REPORT', field: 'Duration' },
    ]);
  });

  test('lines that were billed otherwise are counted: before August 2025 a start was free', () => {
    const then = REPORT.replace('2366', '1059');
    expect(readUsageText(`${REPORT}\n${then}\n${then}`)).toMatchObject({ billedOtherwise: 2 });
  });

  test('a start from a snapshot is counted too', () => {
    const restored = `${REPORT}Restore Duration: 301.2 ms\tBilled Restore Duration: 70 ms`;
    expect(readUsageText(restored)).toMatchObject({ records: [cold], restored: 1 });
  });
});

describe('CSV', () => {
  test('columns by name, in any order and any capitals, absent when empty', () => {
    const text = 'MEMORYMB,count,durationMs,initMs,extra\n128,3,1.5,,x\n256,,2,40.25,y\n';
    expect(readUsageText(text)).toMatchObject({
      format: 'csv',
      records: [
        { memoryMb: 128, count: 3, durationMs: 1.5 },
        { memoryMb: 256, durationMs: 2, initMs: 40.25 },
      ],
      problems: [],
      unknownColumns: ['extra'],
    });
  });

  test('semicolons and decimal commas, as a Dutch spreadsheet saves it', () => {
    const text = '\uFEFFdurationMs;memoryMb;reserved\n12,5;128;true\n';
    expect(readUsageText(text)).toMatchObject({
      records: [{ durationMs: 12.5, memoryMb: 128, reserved: true }],
      problems: [],
    });
  });

  test('line numbers stay right after a cell with a line end in it', () => {
    const text = 'durationMs,memoryMb,note\n1,128,"two\nlines"\nx,128,\n1,0,\n-1,128,\n1e999,128,\n1,128,\n';
    expect(readUsageText(text)).toMatchObject({
      records: [{}, {}],
      problems: [
        { line: 4, code: 'NOT_A_NUMBER', field: 'durationMs' },
        { line: 5, code: 'ZERO', field: 'memoryMb' },
        { line: 6, code: 'NEGATIVE', field: 'durationMs' },
        { line: 7, code: 'NOT_A_NUMBER', field: 'durationMs' },
      ],
    });
  });

  test('without the columns that a bill needs there is one problem, and it names them', () => {
    expect(readUsageText('duration,memoryMb\n1,128\n').problems).toEqual([
      { line: 1, code: 'MISSING_COLUMNS', field: 'durationMs' },
    ]);
  });
});

describe('JSON', () => {
  const record = { durationMs: 1, memoryMb: 128 };

  test.each([
    ['one object', JSON.stringify(record), 'json', 1],
    ['an object over several lines', JSON.stringify(record, null, 2), 'json', 1],
    ['a list', JSON.stringify([record, record]), 'json', 2],
    ['a line an object', `${JSON.stringify(record)}\n\n${JSON.stringify(record)}\n`, 'json-lines', 2],
  ])('%s', (_, text, format, count) => {
    const reading = readUsageText(text);
    expect([reading.format, reading.problems]).toEqual([format, []]);
    expect(reading.records).toEqual(Array.from({ length: count }, () => record));
  });

  test('what is wrong in it has its line', () => {
    expect(readUsageText('{"durationMs":1,"memoryMb":128}\n{"durationMs":\n7').problems).toEqual([
      { line: 2, code: 'NOT_JSON', field: '' },
      { line: 3, code: 'NOT_A_RECORD', field: '' },
    ]);
    const list =
      '[\n  {"durationMs":1, "activePeriodId":"[,\\"{"},\n\n  {\n    "durationMs":1\n  }, null,\n  [1,2]\n]';
    expect(readUsageText(list).problems).toEqual([
      { line: 2, code: 'MISSING', field: 'memoryMb' },
      { line: 4, code: 'MISSING', field: 'memoryMb' },
      { line: 6, code: 'NOT_A_RECORD', field: '' },
      { line: 7, code: 'NOT_A_RECORD', field: '' },
    ]);
    expect(
      readUsageText('[\n{"durationMs":1,"memoryMb":1},\n{"durationMs":1,\n"memoryMb":}]').problems,
    ).toEqual([{ line: 3, code: 'NOT_JSON', field: '' }]);
  });
});

test.each(['', '   \n', 'zomaar tekst', '<html>'])('%j holds nothing, and says so', (text) => {
  const { records, problems } = readUsageText(text);
  expect(records).toEqual([]);
  expect(problems).toHaveLength(1);
});

test('whatever comes in, nothing throws and no number is NaN', () => {
  const anyLine = fc.oneof(
    fc.string(),
    fc.constantFrom(REPORT, REPORT.slice(0, 90), 'durationMs,memoryMb', '1;2', '{"durationMs":1}', '[', '"'),
  );
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      const { records, problems } = readUsageText(lines.join('\n'));
      expect(records.length + problems.length).toBeGreaterThan(0);
      for (const { durationMs, memoryMb } of records) {
        expect(Number.isFinite(durationMs) && Number.isFinite(memoryMb)).toBe(true);
      }
    }),
  );
});

test('in parts of any size it reads the same, and gives the page its turn', async () => {
  const text = `${REPORT}\n`.repeat(9_000);
  const bytes = new TextEncoder().encode(text);
  for (const size of [7_777, 400_000, bytes.length]) {
    async function* parts() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    let pauses = 0;
    let count = 0;
    const reading = await readUsageBytes(parts(), {
      gunzip: (packed) => packed,
      pause: async () => {
        pauses += 1;
      },
      onRecord: (record) => {
        count += 1;
        expect(record).toEqual(cold);
      },
    });
    const { records, ...whole } = readUsageText(text);
    expect(reading).toEqual(whole);
    expect(count).toBe(records.length);
    expect(pauses).toBeGreaterThan(4);
  }
});
