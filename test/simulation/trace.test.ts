/** Traces: both forms are read however the text is cut, and what is wrong is named with its line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenario, ScenarioError, sayScenarioError, traceReader } from '../../src/simulation/index.ts';

function readTrace(...pieces: readonly string[]) {
  const reader = traceReader();
  for (const piece of pieces) reader.push(piece);
  const { atMs, durationsMs } = reader.end();
  return {
    atMs: Array.from(atMs),
    ...(durationsMs === undefined ? {} : { durationsMs: Array.from(durationsMs) }),
  };
}

// The first rows of a slice of Azure's trace of 2021 (AzurePublicDataset, CC BY), with its names made short.
const AZURE = `app,func,end_timestamp,duration
7b2c,e3cd,0.07949090003967285,0.078
1573,337c,57.15786004066467,57.154
1573,48cc,59.13047790527344,59.125
f274,3d2a,6.2525410652160645,6.236
`;

test('Azure’s form: a call begins at its end less its duration, and it is sorted by that', () => {
  const { atMs, durationsMs } = readTrace(AZURE);
  expect(atMs.map((ms) => Math.round(ms * 1000))).toEqual([1491, 3860, 5478, 16_541]);
  expect(durationsMs).toEqual([78, 57_154, 59_125, 6236]);
});

test.each([
  ['a column without a header', '0\n1.5\n20\n', [0, 1.5, 20]],
  ['a header, blank lines at the end, and line ends of Windows', '"atMs"\r\n0\r\n1.5\r\n\r\n\r\n', [0, 1.5]],
  ['a decimal comma', 'naam;atMs\na;1,5\nb;2\n', [1.5, 2]],
  [
    'dates with a zone, from the first one on',
    '2026-10-25T02:30:00+02:00\n2026-10-25T02:30:00+01:00\n2026-10-25 01:31:00Z',
    [0, 3_600_000, 3_660_000],
  ],
])('%s', (_, text, atMs) => expect(readTrace(text)).toEqual({ atMs }));

test('however the text is cut, the calls are those that were written', () => {
  const calls = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)), { minLength: 1 });
  fc.assert(
    fc.property(calls, fc.array(fc.nat(40)), (intervals, cuts) => {
      let at = 0;
      const rows = intervals.map(([interval, duration]) => {
        at += interval;
        return [at / 1000, duration / 1000] as const;
      });
      const text = ['atMs,durationMs', ...rows.map((row) => row.join(','))].join('\n');
      const pieces: string[] = [];
      let rest = text;
      for (const cut of cuts) {
        pieces.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      expect(readTrace(...pieces, rest)).toEqual({
        atMs: rows.map(([moment]) => moment),
        durationsMs: rows.map(([, duration]) => duration),
      });
    }),
  );
});

describe('refused, with its line:', () => {
  const header = 'app,func,end_timestamp,duration\n';
  test.each([
    ['nothing', '', 'Het scenario: hier staat geen enkele aanroep in.'],
    ['only a header', header, 'Het scenario: hier staat geen enkele aanroep in.'],
    ['other columns', 'when,what\n1,2\n', 'Regel 1: hier horen de namen van de kolommen te staan'],
    ['a hole', `${header}a,b,1,0.5\na,b,,0.5\n`, 'Regel 3: op deze regel ontbreekt een waarde'],
    ['a line that is too short', `${header}a,b,1\n`, 'Regel 2: op deze regel ontbreekt'],
    ['a blank line between calls', 'atMs\n1\n\n2\n', 'Regel 3: op deze regel ontbreekt'],
    ['no number', 'atMs\n1\nNaN\n', 'Regel 3, `atMs`: hier hoort een eindig getal te staan.'],
    ['an infinity', 'atMs\n1\n1e999\n', 'Regel 3, `atMs`: dit is te groot'],
    ['a negative moment', 'atMs\n-1\n', 'Regel 2, `atMs`: dit kan niet minder dan 0 zijn.'],
    ['a negative duration', `${header}a,b,1,-2\n`, 'Regel 2, `duration`: dit kan niet minder dan 0 zijn.'],
    [
      'a call from before the beginning',
      `${header}a,b,1,2\n`,
      'Regel 2, `end_timestamp − duration`: dit kan niet minder dan 0 zijn.',
    ],
    ['calls out of order', 'atMs\n1\n3\n2\n', 'Regel 4, `atMs`: deze aanroep begint eerder dan die ervoor.'],
    ['local time', '2026-10-25T02:30:00\n', 'Regel 1, `atMs`: bij deze tijd staat geen tijdzone.'],
    [
      'a date that is none',
      '2026-10-25T02:30:00Z\n2026-13-25T02:30:00Z\n',
      'Regel 2, `atMs`: dit is geen tijdstip.',
    ],
    ['a line without end', `atMs\n${'1'.repeat(20_000)}`, 'Regel 2: deze regel is langer dan 10.000 tekens.'],
  ])('%s', (_, text, sentence) => {
    let said = 'let in';
    try {
      readTrace(text);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      said = sayScenarioError(error);
    }
    expect(said.slice(0, sentence.length)).toBe(sentence);
  });

  test('a file without end: after five million calls no more is kept', () => {
    const reader = traceReader();
    const piece = '7\n'.repeat(100_000);
    let pieces = 0;
    const pushAll = () => {
      for (; pieces < 1_000; pieces += 1) reader.push(piece);
    };
    expect(pushAll).toThrow('line 5000001');
    expect(pieces).toBe(50);
  });
});

test('a scenario that names a trace gets its calls from whoever can open it', () => {
  const scenario = readScenario(
    {
      arrivals: { kind: 'trace', file: 'calls.csv' },
      warmMs: { kind: 'constant', mean: 1 },
      coldMs: { kind: 'constant', mean: 1 },
      idleTimeoutMs: 1,
      concurrencyLimit: 1,
      untilMs: 1000,
      seed: 1,
    },
    { readTrace: (file) => (file === 'calls.csv' ? readTrace('atMs\n5\n') : { atMs: [] }) },
  );
  expect(scenario.arrivals).toEqual({ kind: 'trace', file: 'calls.csv', atMs: [5] });
});
