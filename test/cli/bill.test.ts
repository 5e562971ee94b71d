/** `npm run -s bill`: what goes in, what comes out, and with which exit status. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { bill } from '../../src/tool/bill/bill-logs.ts';
import { dutchBillWords } from '../../src/tool/bill/bill-words.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';

const prices = loadPrices();
const words = dutchBillWords('npm run -s bill --');
const today = new Date('2026-11-25');
const AWS = 'aws-lambda-x86-us-east-1';
const month = 'count,durationMs,memoryMb\n3000000,120,1536\n';

/** Standard input that comes in one part. */
async function* bytesOf(input: string | Uint8Array) {
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input;
}
const run = (args: readonly string[], input: string | Uint8Array = month, day = today) =>
  bill(args, bytesOf(input), prices, day, words);

test('--json: the receipt, amounts as exact decimals', async () => {
  const { status, stdout, stderr } = await run(['--tariff', AWS, '--free-tier', '--json']);
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

test('without --free-tier none applies, and what a base fee includes does', async () => {
  expect(JSON.parse((await run(['--tariff', AWS, '--json'])).stdout).totalUsd).toBe('9.600018');
  const workers = await run(
    ['--tariff', 'cloudflare-workers-paid', '--json'],
    '{"count":15000000,"durationMs":50,"cpuMs":7,"memoryMb":128}',
  );
  expect(JSON.parse(workers.stdout).totalUsd).toBe('8');
});

test('the receipt in Dutch adds up as printed', async () => {
  const { stdout } = await run(['--tariff', AWS]);
  expect(stdout).toContain('AWS Lambda (x86_64), us-east-1');
  expect(stdout).toMatch(/Samen +€\s8,62/);
  const cents = [...stdout.matchAll(/€\s(\d+),(\d\d)/g)].map(([, euro, cent]) => Number(`${euro}${cent}`));
  expect(cents.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(cents.at(-1));
});

test('without a tariff all are compared, cheapest first', async () => {
  const bills: { tariff: string; totalUsd: string }[] = JSON.parse((await run(['--json'])).stdout);
  expect(bills.map(({ tariff }) => tariff).sort()).toEqual(prices.tariffs.map(({ id }) => id));
  const totals = bills.map(({ totalUsd }) => Number(totalUsd));
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect((await run([])).stdout).toContain('goedkoopste bovenaan');
});

test('--csv: a row a line, or a row a tariff', async () => {
  const rowsOf = (stdout: string) =>
    Papa.parse<Record<string, string>>(stdout.replace('\uFEFF', '').trim(), { header: true, delimiter: ';' })
      .data;
  expect(rowsOf((await run(['--tariff', AWS, '--csv'])).stdout)).toMatchObject([
    { Tarief: AWS, Regel: 'Aanroepen', 'Bedrag (USD)': '0,6' },
    { Tarief: AWS, Regel: 'Bezig zijn', 'Bedrag (USD)': '9,000018' },
    { Tarief: AWS, Regel: 'Samen', 'Bedrag (USD)': '9,600018', 'USD per EUR': '1,1133' },
  ]);
  expect(rowsOf((await run(['--csv'])).stdout)).toHaveLength(prices.tariffs.length);
});

test('a price that was read more than a year ago is marked, by the day that it is told', async () => {
  const mark = 'prijs van meer dan een jaar oud';
  expect((await run(['--tariff', AWS])).stdout).not.toContain(mark);
  expect((await run(['--tariff', AWS], month, new Date('2027-09-29'))).stdout).toContain(mark);
});

describe('bad input exits with 2, and nothing on standard output', () => {
  test.each([
    [['--tariff', 'nergens'], month, 'Het tarief nergens kennen we niet'],
    [['--tariff', 'nergens'], month, AWS],
    [['--gratis'], month, 'De optie --gratis kennen we niet'],
    [['--json', '--csv'], month, 'Kies --json of --csv'],
    [['--tariff'], month, 'Deze opties kunnen we niet lezen'],
    [['nergens.log'], '', 'nergens.log kunnen we niet lezen: het bestand is er niet'],
    [['src'], '', 'src kunnen we niet lezen: het is een map'],
    [['--memory', 'veel'], month, 'Na --memory komt een heel aantal MB'],
    [['--memory', '0'], month, 'Na --memory komt een heel aantal MB'],
    [[], '', 'Er kwam niets binnen'],
    [[], '  \n', 'regel 1: Hier staat geen gebruik in'],
    [[], 'durationMs,memoryMb\n1,128\n-4,128\n', 'regel 3: durationMs is minder dan nul'],
    [[], 'durationMs\n1\n', 'regel 1: In de eerste regel ontbreken kolommen: memoryMb'],
    [[], '{"durationMs":1,"memoryMb":128}\n{"durationMs":', 'regel 2: Dit is geen geldige JSON'],
    [[], 'REPORT RequestId: x Duration: oeps', 'regel 1: In deze REPORT-regel kunnen we Duration niet lezen'],
  ])('%j', async (args, input, message) => {
    const outcome = await run(args, input);
    expect([outcome.status, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).toContain(message);
  });
});

test('--help explains, and is no error', async () => {
  const { status, stdout, stderr } = await run(['--help'], '');
  expect([status, stderr]).toEqual([0, '']);
  for (const option of ['--tariff', '--free-tier', '--memory', '--json', '--csv', '--help']) {
    expect(stdout).toContain(option);
  }
});

describe('what was skipped or supposed is on standard error, and is no error', () => {
  const old = 'Duration: 99.2 ms\tBilled Duration: 119 ms\tMemory Size: 128 MB\tRestore Duration: 20 ms';
  test.each([
    [`START\nREPORT RequestId: x\t${old}\n`, '1 andere regel overgeslagen.'],
    [`REPORT RequestId: x\t${old}\n`, 'Bij 1 regel bracht AWS zelf een andere tijd in rekening.'],
    [`REPORT RequestId: x\t${old}\n`, '1 start kwam uit een snapshot (SnapStart).'],
    ['durationMs,memoryMb,initDurationMs\n1,128,2\n', 'initDurationMs (bedoel je initMs?)'],
    ['Function execution took 58 ms, finished', 'Er is gerekend met 512 MB.'],
  ])('%j', async (input, note) => {
    const { status, stdout, stderr } = await run(['--tariff', AWS], input);
    expect(status).toBe(0);
    expect(stdout).toContain('Samen');
    expect(stderr).toContain(note);
  });

  test('--memory is taken where the log does not tell', async () => {
    const google = 'Function execution took 1000 ms, finished';
    const totalOf = async (args: readonly string[]) =>
      Number(JSON.parse((await run(['--tariff', AWS, '--json', ...args], google)).stdout).totalUsd);
    const [half, whole] = [await totalOf([]), await totalOf(['--memory', '1024'])];
    // A request costs the same; a second of memory costs the double.
    expect((whole - 0.0000002) / (half - 0.0000002)).toBeCloseTo(2, 6);
    expect((await run(['--memory', '1024'], google)).stderr).toContain('Er is gerekend met 1.024 MB.');
  });
});

describe('what the provider says that it billed', () => {
  // By hand: 0.0000002 + 0.1 s × 0.125 GB × 0.0000166667, and the same with 0.119 s. 119 of its milliseconds against 100 of ours, of 128 MB.
  const log =
    'REPORT RequestId: x\tDuration: 99.2 ms\tBilled Duration: 119 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\n';

  test('stands beside our amount, on its own tariffs and nowhere else', async () => {
    const one = JSON.parse((await run(['--tariff', AWS, '--json'], log)).stdout);
    expect(one).toMatchObject({ totalUsd: '0.00000040833375', billedByProviderUsd: '0.0000004479171625' });
    const all: { tariff: string; billedByProviderUsd?: string }[] = JSON.parse(
      (await run(['--json'], log)).stdout,
    );
    const told = all.filter((bill) => bill.billedByProviderUsd !== undefined).map(({ tariff }) => tariff);
    const now = prices.tariffs.filter(({ provider, endedOn }) => provider === 'AWS' && endedOn === undefined);
    expect(told.sort()).toEqual(now.map(({ id }) => id));
    expect((await run(['--tariff', AWS], log)).stdout).toMatch(
      /Met de tijd die de provider zelf in rekening bracht, is het €\s0,000\s000\s402 \(\$\s0,000\s000\s448\)\./,
    );
  });

  test('is not told where it is the same', async () => {
    const { stdout } = await run(['--tariff', AWS, '--json'], log.replace('119', '100'));
    expect(JSON.parse(stdout)).not.toHaveProperty('billedByProviderUsd');
  });
});

describe('when the calls were', () => {
  const report = 'REPORT RequestId: x\tDuration: 99 ms\tMemory Size: 128 MB\n';
  const log = `2026-11-20T09:12:44Z ${report}2026-11-20T09:13:02Z ${report}`;
  const words = 'Aanroepen van 20 november 2026, 09:12 tot 09:13 (UTC).';

  test.each([
    ['a receipt', ['--tariff', 'cloudflare-workers-paid']],
    ['a comparison', []],
    ['a receipt for a spreadsheet', ['--tariff', 'cloudflare-workers-paid', '--csv']],
  ])('stands on %s, so that a fee of a month is not taken for the price of a minute', async (_, args) => {
    const { stdout } = await run(args, log);
    expect(stdout).toContain(words);
    expect(stdout).toContain('voor de hele maand');
  });

  test('is not said when a line does not tell it', async () => {
    expect((await run([], `${log}${report}`)).stdout).not.toContain('Aanroepen van');
  });

  test('is from the first of all files to the last', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'functielab-bill-'));
    try {
      const [late, early] = ['laat.log', 'vroeg.log'].map((name) => join(folder, name)) as [string, string];
      await writeFile(late, log);
      await writeFile(early, `2026-11-01T00:00:00Z ${report}`);
      expect((await run([late, early], '')).stdout).toContain(
        'Aanroepen van 1 november 2026, 00:00 tot 20 november 2026, 09:13 (UTC).',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('a comparison marks each amount that is not to be believed at once, and says why under it', async () => {
  const log =
    'REPORT RequestId: x\tDuration: 99 ms\tBilled Duration: 99 ms\tMemory Size: 512 MB\tMax Memory Used: 60 MB\n';
  const { stdout } = await run([], log);
  expect((await run(['--csv'], log)).stdout).toContain('Dat is hier in een andere cloud gemeten.');
  const marksOf = (id: string) => {
    const row = stdout.split('\n').find((line) => line.includes(`[${id}]`));
    const numbers = /\] \(([\d, ]+)\)/.exec(row ?? '')?.[1]?.split(', ') ?? [];
    return numbers
      .map((mark) => stdout.split('\n').find((line) => line.startsWith(`(${mark}) `)) ?? '')
      .join(' ');
  };
  expect(marksOf('aws-lambda-x86-us-east-1-2014')).toContain('het is niet meer te krijgen');
  expect(marksOf('cloudflare-workers-paid')).toContain('De processortijd is niet gemeten.');
  expect(marksOf('cloudflare-workers-paid')).toContain('Het vaste bedrag is voor een hele maand');
  expect(marksOf('azure-functions-consumption')).toContain('Dat is hier in een andere cloud gemeten.');
  // Three regions with one list of prices are one row.
  expect(stdout.match(/AWS Lambda \(x86_64\)/g)).toHaveLength(2);
});

test('files by name, packed or not, make one bill, and a bad line names its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'functielab-bill-'));
  try {
    const line = 'REPORT RequestId: x\tDuration: 99 ms\tBilled Duration: 99 ms\tMemory Size: 128 MB\n';
    const [plain, packed, wrong, empty] = ['een.log', 'twee.log.gz', 'fout.csv', 'leeg.log'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    await writeFile(plain, line);
    await writeFile(packed, gzipSync(`START\n${line}${line}`));
    await writeFile(wrong, 'durationMs,memoryMb\n1,0\n');
    await writeFile(empty, '');
    const both = await run(['--tariff', AWS, '--json', plain, packed], '');
    expect(JSON.parse(both.stdout).lines[0]).toMatchObject({ what: 'requests', quantity: '0.000003' });
    expect(both.stderr).toBe(`${packed}: 1 andere regel overgeslagen.\n`);
    expect((await run([plain, wrong], '')).stderr).toBe(
      `${wrong}: regel 2: memoryMb is nul. Er moet iets boven nul staan.\n`,
    );
    expect((await run([empty], '')).stderr).toContain(`${empty} is leeg.`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('as a process', () => {
  const script = fileURLToPath(new URL('../../src/cli/bill.ts', import.meta.url));
  const start = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });

  test('reads standard input and prints the receipt', async () => {
    const { status, stdout, stderr } = start(['--tariff', AWS, '--json'], month);
    expect([status, stderr, JSON.parse(stdout).totalUsd]).toEqual([0, '', '9.600018']);
  });

  test('tells on standard error what is wrong', async () => {
    const { status, stdout, stderr } = start([], 'durationMs,memoryMb\nx,1\n');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^regel 2: durationMs is geen getal/);
  });
});
