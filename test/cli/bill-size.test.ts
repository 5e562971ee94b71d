/**
 * A log of any size goes through `npm run -s bill` in the same memory. It is generated while it is read, in a process with so
 * little room that it dies if records, lines or problems were kept.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';
import { testSettings } from '../../src/cli/test-settings.ts';

/** A tenth of the larger log would not fit in this, if it were kept. */
const HEAP_MB = 48;
const FEW = 30_000;
const MANY = 300_000;
/** Of the other shapes, whose way through is the same from their records on; in `test:deep` as many as of REPORT lines. */
const SOME = testSettings().breadth > 1 ? MANY : 90_000;
const SOME_MILLIONS = String(SOME / 1e6);

const moduleOf = (name: string) =>
  JSON.stringify(new URL(`../../src/tool/bill/${name}.ts`, import.meta.url).href);

/** Source of a program that bills so many generated calls and prints the number of requests and its peak of memory. */
function program(lineOf: string, calls: number, head = '', tariff = 'aws-lambda-x86-us-east-1'): string {
  return `
    import { bill } from ${moduleOf('bill-logs')};
    import { dutchBillWords } from ${moduleOf('bill-words')};
    import { loadPrices } from ${moduleOf('tariff-folder')};
    const lineOf = ${lineOf};
    async function* log() {
      yield new TextEncoder().encode(${JSON.stringify(head)});
      for (let from = 0; from < ${calls}; from += 500) {
        let part = '';
        for (let i = from; i < from + 500; i += 1) part += lineOf(i);
        yield new TextEncoder().encode(part);
      }
    }
    const args = ['--tariff', ${JSON.stringify(tariff)}, '--json'];
    const { stdout, stderr } = await bill(args, log(), loadPrices(), new Date('2026-11-28'), dutchBillWords('bill'));
    const line = JSON.parse(stdout || '{"lines":[]}').lines[0];
    console.log(JSON.stringify({
      millions: line?.quantity,
      last: stderr.split('\\n').at(-3),
      errors: stderr.split('\\n').length - 1,
      peakMb: process.resourceUsage().maxRSS / 1024,
    }));`;
}

function run(lineOf: string, calls: number, head?: string, tariff?: string) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      '--input-type=module',
      '--eval',
      program(lineOf, calls, head, tariff),
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { millions?: string; last?: string; errors: number; peakMb: number };
}

const report = `(i) => 'REPORT RequestId: 3604209a-e9a3-' + i + '\\tDuration: ' + (((i * 7919) % 120011) / 100).toFixed(2) +
  ' ms\\tMemory Size: 512 MB\\tMax Memory Used: ' + (60 + (i % 90)) + ' MB\\n'`;

test('ten times as many REPORT lines take no more memory', () => {
  const few = run(report, FEW);
  const many = run(report, MANY);
  expect([few.millions, many.millions]).toEqual(['0.03', '0.3']);
  // Most of it is Node itself, and how soon it tidies up differs by the machine.
  expect(many.peakMb / few.peakMb).toBeLessThan(1.5);
  expect(many.peakMb).toBeLessThan(300);
});

test.each([
  [
    'events of CloudWatch in one list',
    `(i) => '{"message":"REPORT RequestId: x\\\\tDuration: 7 ms\\\\tMemory Size: 128 MB"},\\n'`,
    '{"events":[',
  ],
  ['rows of a table', `(i) => (i % 9000) + ',128\\n'`, 'durationMs,memoryMb\n'],
  ['objects, one a line', `(i) => '{"durationMs":' + (i % 9000) + ',"memoryMb":128}\\n'`, ''],
])('%s', (name, lineOf, head) => {
  const { millions, errors } = run(lineOf, SOME, head);
  // The list has no end here, which is told, and then there is no bill.
  if (name.includes('list')) expect([millions, errors]).toEqual([undefined, 1]);
  else expect([millions, errors]).toEqual([SOME_MILLIONS, 0]);
});

test('a log of which every line is wrong is told of a thousand times, and counted', () => {
  expect(run(`(i) => '-' + i + ',0\\n'`, SOME, 'durationMs,memoryMb\n')).toMatchObject({ errors: 1_001 });
});

const CLOUD_RUN = 'gcp-cloud-run-request';
const PERIODS = 'durationMs,memoryMb,activePeriodId\n';

test('as many active periods as are kept fit, however often each comes back', () => {
  const lineOf = `(i) => (i % 900) + ',512,00bf4bf02d98fae7-' + (i % 50_000) + '\\n'`;
  expect(run(lineOf, SOME, PERIODS, CLOUD_RUN)).toMatchObject({ millions: SOME_MILLIONS, errors: 0 });
});

test('more of them are refused in the same memory, with what to do', () => {
  const lineOf = `(i) => '7,512,00bf4bf02d98fae7-' + i + '\\n'`;
  const { millions, last, errors } = run(lineOf, SOME, PERIODS, CLOUD_RUN);
  expect(millions).toBeUndefined();
  expect(errors).toBe(1_001);
  expect(last).toContain(
    'Er zijn meer dan 50.000 verschillende waarden van activePeriodId. Geef het log in delen, of laat activePeriodId weg: dan wordt elke aanroep apart afgerond.',
  );
  // A tariff that rounds each call has nothing to keep.
  expect(run(lineOf, SOME, PERIODS)).toMatchObject({ millions: SOME_MILLIONS, errors: 0 });
});
