/** `npm run -s bill`: what goes in, what comes out, and with which exit status. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { bill, loadPrices } from '../../src/cli/bill.ts';

const prices = loadPrices();
const today = new Date('2026-11-25');
const AWS = 'aws-lambda-x86-us-east-1';
const month = 'count,durationMs,memoryMb\n3000000,120,1536\n';

const run = (args: readonly string[], input = month, day = today) => bill(args, input, prices, day);

test('--json: the receipt, amounts as exact decimals', () => {
  const { status, stdout, stderr } = run(['--tariff', AWS, '--free-tier', '--json']);
  expect([status, stderr]).toEqual([0, '']);
  const receipt = JSON.parse(stdout);
  expect(Object.keys(receipt).slice(0, 3)).toEqual(['tariff', 'lines', 'totalUsd']);
  expect(Object.keys(receipt.lines[0]).slice(0, 7)).toEqual([
    'what',
    'quantity',
    'unit',
    'unitPriceUsd',
    'amountUsd',
    'rule',
    'source',
  ]);
  expect(receipt).toMatchObject({
    tariff: AWS,
    totalUsd: '2.733338',
    lines: [
      { what: 'requests', quantity: '2', unit: 'million-requests', unitPriceUsd: '0.20', amountUsd: '0.4' },
      { what: 'duration', quantity: '140000', rule: 'configured-memory-time', amountUsd: '2.333338' },
    ],
  });
});

test('without --free-tier none applies, and what a base fee includes does', () => {
  expect(JSON.parse(run(['--tariff', AWS, '--json']).stdout).totalUsd).toBe('9.600018');
  const workers = run(
    ['--tariff', 'cloudflare-workers-paid', '--json'],
    '{"count":15000000,"durationMs":50,"cpuMs":7,"memoryMb":128}',
  );
  expect(JSON.parse(workers.stdout).totalUsd).toBe('8');
});

test('the receipt in Dutch adds up as printed', () => {
  const { stdout } = run(['--tariff', AWS]);
  expect(stdout).toContain('AWS Lambda (x86_64), us-east-1');
  expect(stdout).toMatch(/Samen +€\s8,62/);
  const cents = [...stdout.matchAll(/€\s(\d+),(\d\d)/g)].map(([, euro, cent]) => Number(`${euro}${cent}`));
  expect(cents.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(cents.at(-1));
});

test('without a tariff all are compared, cheapest first', () => {
  const bills: { tariff: string; totalUsd: string }[] = JSON.parse(run(['--json']).stdout);
  expect(bills.map(({ tariff }) => tariff).sort()).toEqual(prices.tariffs.map(({ id }) => id));
  const totals = bills.map(({ totalUsd }) => Number(totalUsd));
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect(run([]).stdout).toContain('goedkoopste bovenaan');
});

test('--csv: a row a line, or a row a tariff', () => {
  const rowsOf = (stdout: string) =>
    Papa.parse<Record<string, string>>(stdout.replace('\uFEFF', '').trim(), { header: true, delimiter: ';' })
      .data;
  expect(rowsOf(run(['--tariff', AWS, '--csv']).stdout)).toMatchObject([
    { Tarief: AWS, Regel: 'Aanroepen', 'Bedrag (USD)': '0,6' },
    { Tarief: AWS, Regel: 'Rekenen', 'Bedrag (USD)': '9,000018' },
    { Tarief: AWS, Regel: 'Samen', 'Bedrag (USD)': '9,600018', 'USD per EUR': '1,1133' },
  ]);
  expect(rowsOf(run(['--csv']).stdout)).toHaveLength(prices.tariffs.length);
});

test('a price that was read more than a year ago is marked, by the day that it is told', () => {
  const mark = 'prijs van meer dan een jaar oud';
  expect(run(['--tariff', AWS]).stdout).not.toContain(mark);
  expect(run(['--tariff', AWS], month, new Date('2027-09-29')).stdout).toContain(mark);
});

describe('bad input exits with 2, and nothing on standard output', () => {
  test.each([
    [['--tariff', 'nergens'], month, 'Het tarief nergens ken ik niet'],
    [['--tariff', 'nergens'], month, AWS],
    [['--gratis'], month, 'De optie --gratis ken ik niet'],
    [['--json', '--csv'], month, 'Kies --json of --csv'],
    [['iets'], month, 'Deze opties kan ik niet lezen'],
    [[], '  \n', 'Er kwam niets binnen'],
    [[], 'durationMs,memoryMb\n1,128\n-4,128\n', 'regel 3: durationMs is minder dan nul'],
    [[], 'durationMs\n1\n', 'regel 1: In de eerste regel ontbreken kolommen: memoryMb'],
    [[], '{"durationMs":1,"memoryMb":128}\n{"durationMs":', 'regel 2: Dit is geen geldige JSON'],
    [[], 'REPORT RequestId: x Duration: oeps', 'regel 1: In deze REPORT-regel kan ik Duration niet lezen'],
  ])('%j', (args, input, message) => {
    const outcome = run(args, input);
    expect([outcome.status, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(message);
  });
});

describe('as a process', () => {
  const script = fileURLToPath(new URL('../../src/cli/bill.ts', import.meta.url));
  const start = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });

  test('reads standard input and prints the receipt', () => {
    const { status, stdout, stderr } = start(['--tariff', AWS, '--json'], month);
    expect([status, stderr, JSON.parse(stdout).totalUsd]).toEqual([0, '', '9.600018']);
  });

  test('tells on standard error what is wrong', () => {
    const { status, stdout, stderr } = start([], 'durationMs,memoryMb\nx,1\n');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^regel 2: durationMs is geen getal/);
  });
});
