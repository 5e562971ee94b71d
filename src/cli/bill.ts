/**
 * `npm run -s bill`: usage records in, a receipt out. Reads logs of AWS Lambda, CSV and JSON from standard input;
 * with `--tariff <id>` it prints that receipt, without it compares all tariffs, cheapest first.
 *
 * Exit status 0, or 2 for input or options that are wrong: then nothing is on standard output, and each problem is on
 * standard error with its line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { inDollars } from '../billing/in-dollars.ts';
import {
  compareRatios,
  type ExchangeRate,
  printAmount,
  printLines,
  printQuantity,
  type Receipt,
  ratioOf,
  receipt,
  type Tariff,
} from '../billing/index.ts';
import { parsePriceFile } from '../billing/parse-tariff.ts';
import { readUsageText } from '../billing/reading/index.ts';
import { isOld, tariffName } from '../till/index.ts';
import { usageMessage } from '../till/own-logs/words.ts';
import { comparisonCsv, receiptCsv } from '../till/receipt/csv.ts';
import { assumptionWords, unitWords, whatWords } from '../till/receipt/words.ts';

export interface Prices {
  readonly tariffs: readonly Tariff[];
  readonly rate: ExchangeRate;
}

export interface Outcome {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

interface Bill {
  readonly tariff: Tariff;
  readonly receipt: Receipt;
}

const USAGE = `Gebruik: npm run -s bill -- [--tariff <id>] [--free-tier] [--json | --csv] < gebruik.csv
Het leest REPORT-regels van AWS Lambda, CSV met kolomnamen (durationMs, memoryMb, …) of JSON.
Zonder --tariff vergelijkt het alle tarieven. Zonder --free-tier telt er geen gratis tegoed mee.
`;

/** @param today decides which prices are marked as old */
export function bill(
  args: readonly string[],
  input: string,
  { tariffs, rate }: Prices,
  today: Date,
): Outcome {
  const options = readOptions(args);
  if (typeof options === 'string') return refused(`${options}\n\n${USAGE}`);
  const chosen = options.tariff === undefined ? tariffs : tariffs.filter(({ id }) => id === options.tariff);
  if (chosen.length === 0) {
    const ids = tariffs.map(({ id }) => `  ${id}`).join('\n');
    return refused(`Het tarief ${options.tariff} ken ik niet. Kies een van deze:\n${ids}\n`);
  }
  if (input.trim() === '') {
    return refused(`Er kwam niets binnen. Geef het gebruik op standard input.\n\n${USAGE}`);
  }
  const reading = readUsageText(input);
  if (reading.problems.length > 0) {
    return refused(reading.problems.map((one) => `regel ${one.line}: ${usageMessage(one)}\n`).join(''));
  }
  const bills = chosen
    .map((tariff) => ({ tariff, receipt: receipt(tariff, reading.records, { freeTier: options.freeTier }) }))
    .sort(cheapestFirst);
  const [only] = bills;
  const isOne = options.tariff !== undefined && only !== undefined;
  return {
    status: 0,
    stderr: '',
    stdout: isOne ? printOne(only, options, rate, today) : printAll(bills, options, rate, today),
  };
}

interface Options {
  readonly tariff: string | undefined;
  readonly freeTier: boolean;
  readonly format: 'text' | 'json' | 'csv';
}

/** @returns the options, or what is wrong with them */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tariff: { type: 'string' },
        'free-tier': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
      },
    });
    if (values.json && values.csv) return 'Kies --json of --csv, niet allebei.';
    return {
      tariff: values.tariff,
      freeTier: values['free-tier'],
      format: values.json ? 'json' : values.csv ? 'csv' : 'text',
    };
  } catch (error) {
    const isUnknown =
      error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    if (isUnknown) {
      const known = ['--tariff', '--free-tier', '--json', '--csv'];
      const wrong = args.find((one) => one.startsWith('-') && !known.includes(one.split('=')[0] ?? ''));
      return `De optie ${wrong ?? ''} ken ik niet.`;
    }
    return 'Deze opties kan ik niet lezen. Na --tariff komt de naam van een tarief; losse woorden horen er niet bij.';
  }
}

function refused(stderr: string): Outcome {
  return { status: 2, stdout: '', stderr };
}

function cheapestFirst(a: Bill, b: Bill): number {
  const difference = compareRatios(
    ratioOf(a.receipt.totalUsd, 'total'),
    ratioOf(b.receipt.totalUsd, 'total'),
  );
  return difference === 0 ? a.tariff.id.localeCompare(b.tariff.id, 'en') : difference;
}

function asJson({ tariff, receipt }: Bill) {
  return {
    tariff: tariff.id,
    lines: receipt.lines.map((line) => ({
      what: line.what,
      quantity: line.quantity,
      unit: line.unit,
      unitPriceUsd: line.unitPriceUsd,
      amountUsd: line.amountUsd,
      rule: line.rule,
      source: line.source,
      freeQuantity: line.freeQuantity,
      discountUsd: line.discountUsd,
    })),
    totalUsd: receipt.totalUsd,
    assumptions: receipt.assumptions,
  };
}

function printOne(one: Bill, { format }: Options, rate: ExchangeRate, today: Date): string {
  if (format === 'json') return `${JSON.stringify(asJson(one), null, 2)}\n`;
  if (format === 'csv') return receiptCsv(one.tariff, one.receipt, rate);
  const { tariff, receipt } = one;
  const euro = { currency: 'EUR', usdPerEur: rate.usdPerEur } as const;
  const amounts = receipt.lines.map(({ amountUsd }) => amountUsd);
  const printed = printLines(amounts, euro);
  const rows = receipt.lines.map((line, at): [string, string] => [
    `${whatWords[line.what]}: ${printQuantity(line.quantity)} ${unitWords[line.unit]} × $ ${printQuantity(line.unitPriceUsd)}${line.freeQuantity === '0' ? '' : ` (${printQuantity(line.freeQuantity)} gratis)`}`,
    printed.lines[at] ?? '',
  ]);
  const dollars = printAmount(receipt.totalUsd, { currency: 'USD' });
  return [
    `${tariffName(tariff)}, ${tariff.region}`,
    '',
    ...aligned([...rows, ['Samen', printed.total]]),
    `In dollars: ${dollars}`,
    '',
    ...receipt.assumptions.map((assumption) => assumptionWords[assumption]),
    `Prijzen: ${tariff.source}, gelezen ${tariff.readDate ?? 'op een onbekende dag'}${oldMark(tariff, today)}`,
    `Koers: 1 euro = ${rate.usdPerEur} dollar (${rate.date})`,
    '',
  ].join('\n');
}

function printAll(bills: readonly Bill[], { format }: Options, rate: ExchangeRate, today: Date): string {
  if (format === 'json') return `${JSON.stringify(bills.map(asJson), null, 2)}\n`;
  if (format === 'csv') return comparisonCsv(bills, rate);
  const euro = { currency: 'EUR', usdPerEur: rate.usdPerEur } as const;
  const rows = bills.map(({ tariff, receipt }): [string, string] => [
    `${tariffName(tariff)}, ${tariff.region} [${tariff.id}]${oldMark(tariff, today)}`,
    printAmount(receipt.totalUsd, euro, { decimals: 2 }),
  ]);
  return [
    'Hetzelfde gebruik bij elk tarief, het goedkoopste bovenaan:',
    '',
    ...aligned(rows),
    '',
    'Met --tariff <id> zie je hoe een bedrag tot stand komt.',
    '',
  ].join('\n');
}

function oldMark({ readDate }: Tariff, today: Date): string {
  return isOld(readDate, today) ? ' (prijs van meer dan een jaar oud)' : '';
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([what]) => what.length));
  const right = Math.max(...rows.map(([, amount]) => amount.length));
  return rows.map(([what, amount]) => `${what.padEnd(left)}  ${amount.padStart(right)}`);
}

/** All tariffs of `content/tariffs`, in dollars. @throws Error naming the file and field that is wrong */
export function loadPrices(folder: URL = new URL('../../content/tariffs/', import.meta.url)): Prices {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parsePriceFile(`content/tariffs/${name}`, readFileSync(new URL(name, folder), 'utf8')));
  const rate = files.find((file) => file.kind === 'currency');
  if (rate === undefined) throw new Error('content/tariffs: no exchange rate');
  const tariffs = files
    .map((file) => inDollars(file, rate.usdPerEur))
    .filter((file) => file.kind === 'faas')
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return { tariffs, rate };
}

async function main(): Promise<void> {
  if (process.stdin.isTTY) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const outcome = bill(process.argv.slice(2), await text(process.stdin), loadPrices(), new Date());
  process.stderr.write(outcome.stderr);
  process.stdout.write(outcome.stdout);
  process.exitCode = outcome.status;
}

if (
  import.meta.url === pathToFileURL(process.argv[1] ?? '').href ||
  process.argv[1] === fileURLToPath(import.meta.url)
) {
  await main();
}
