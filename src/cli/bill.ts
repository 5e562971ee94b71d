/**
 * `npm run -s bill`: usage in, a receipt out. Reads logs of clouds, CSV and JSON from standard input or from files, packed
 * with gzip or not, line by line, so that a log of any size fits; with `--tariff <id>` it prints that receipt, without it
 * compares all tariffs, cheapest first.
 *
 * Exit status 0, or 2 for input or options that are wrong: then nothing is on standard output, and each problem is on
 * standard error with its line. What was skipped or supposed is on standard error too, and is no error.
 */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { inDollars } from '../billing/in-dollars.ts';
import type { ExchangeRate, Tariff } from '../billing/index.ts';
import { parsePriceFile } from '../billing/parse-tariff.ts';
import { ASSUMED_MEMORY_MB, readUsageBytes, type UsageReading } from '../billing/reading/index.ts';
import { createOwnBilling, spanOf } from '../till/own-logs/own-bills.ts';
import { readingNotes, usageMessage } from '../till/own-logs/words.ts';
import { cheapestFirst, type PrintFormat, printAll, printOne } from './bill-print.ts';

export interface Prices {
  readonly tariffs: readonly Tariff[];
  readonly rate: ExchangeRate;
}

export interface Outcome {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where usage comes from: standard input, or a file by its name. */
interface Source {
  /** Null for standard input. */
  readonly name: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const USAGE = `Gebruik: npm run -s bill -- [opties] [bestand …]
         npm run -s bill -- [opties] < logs.txt

Het leest logs van AWS Lambda, Azure, Google Cloud en Cloudflare, CSV met kolomnamen
(durationMs, memoryMb, …) en JSON. Ook gezipt met gzip, en hoe groot ook.

  --tariff <id>   alleen dit tarief, regel voor regel; zonder vergelijkt het alle tarieven
  --free-tier     met gratis tegoed; zonder telt er geen mee
  --memory <MB>   het geheugen van aanroepen waarvan het log dat niet zegt; zonder is het ${ASSUMED_MEMORY_MB}
  --json, --csv   voor programma’s of een spreadsheet
  --help          deze uitleg
`;

/** A part of a file: more only costs memory, and less costs time. */
const BYTES_AT_ONCE = 128 * 1024;

/**
 * @param stdin what comes in when no file is named
 * @param today decides which prices are marked as old
 */
export async function bill(
  args: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  { tariffs, rate }: Prices,
  today: Date,
): Promise<Outcome> {
  const options = readOptions(args);
  if (typeof options === 'string') return refused(`${options}\n\n${USAGE}`);
  if (options.wantsHelp) return { status: 0, stdout: USAGE, stderr: '' };
  const chosen = options.tariff === undefined ? tariffs : tariffs.filter(({ id }) => id === options.tariff);
  if (chosen.length === 0) {
    const ids = tariffs.map(({ id }) => `  ${id}`).join('\n');
    return refused(`Het tarief ${options.tariff} ken ik niet. Kies een van deze:\n${ids}\n`);
  }
  const billing = createOwnBilling(chosen);
  const readings: UsageReading[] = [];
  let notes = '';
  let problems = '';
  for (const source of sourcesOf(options.files, stdin)) {
    const prefix = options.files.length > 1 ? `${source.name}: ` : '';
    let byteCount = 0;
    let reading: UsageReading;
    try {
      reading = await readUsageBytes(
        counted(source.bytes, (bytes) => {
          byteCount += bytes;
        }),
        { gunzip, memoryMb: options.memoryMb, onRecord: (_, usage) => billing.add(usage) },
      );
    } catch (error) {
      return refused(`${source.name ?? 'Standard input'} kan ik niet lezen: ${whyNot(error)}\n`);
    }
    if (byteCount === 0) {
      const nothing = source.name === null ? 'Er kwam niets binnen' : `${source.name} is leeg`;
      return refused(`${nothing}. Geef het gebruik op standard input, of noem een bestand.\n\n${USAGE}`);
    }
    readings.push(reading);
    problems += problemsOf(reading, prefix);
    notes += readingNotes(reading, options.memoryMb)
      .map((note) => `${prefix}${note}\n`)
      .join('');
  }
  if (problems !== '') return refused(problems);
  const bills = [...billing.bills(readings, { freeTier: options.freeTier })].sort(cheapestFirst);
  const [only] = bills;
  const isOne = options.tariff !== undefined && only !== undefined;
  const way = { format: options.format, rate, today, span: spanOf(readings) };
  return { status: 0, stderr: notes, stdout: isOne ? printOne(only, way) : printAll(bills, way) };
}

interface Options {
  readonly files: readonly string[];
  readonly wantsHelp: boolean;
  readonly tariff: string | undefined;
  readonly freeTier: boolean;
  readonly memoryMb: number;
  readonly format: PrintFormat;
}

const OPTIONS = {
  tariff: { type: 'string' },
  'free-tier': { type: 'boolean', default: false },
  memory: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @returns the options, or what is wrong with them */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.json && values.csv) return 'Kies --json of --csv, niet allebei.';
    const memoryMb = values.memory === undefined ? ASSUMED_MEMORY_MB : Number(values.memory);
    if (!Number.isInteger(memoryMb) || memoryMb < 1) {
      return 'Na --memory komt een heel aantal MB, zoals 512.';
    }
    return {
      files: positionals,
      wantsHelp: values.help,
      tariff: values.tariff,
      freeTier: values['free-tier'],
      memoryMb,
      format: values.json ? 'json' : values.csv ? 'csv' : 'text',
    };
  } catch (error) {
    const isUnknown =
      error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    if (isUnknown) {
      const known = Object.keys(OPTIONS).map((name) => `--${name}`);
      const wrong = args.find((one) => one.startsWith('-') && !known.includes(one.split('=')[0] ?? ''));
      return `De optie ${wrong ?? ''} ken ik niet.`;
    }
    return 'Deze opties kan ik niet lezen. Na --tariff komt de naam van een tarief, na --memory een aantal MB.';
  }
}

function* sourcesOf(files: readonly string[], stdin: AsyncIterable<Uint8Array>): Generator<Source> {
  if (files.length === 0) yield { name: null, bytes: stdin };
  for (const name of files) {
    yield { name, bytes: createReadStream(name, { highWaterMark: BYTES_AT_ONCE }) };
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (count: number) => void) {
  for await (const part of bytes) {
    onBytes(part.length);
    yield part;
  }
}

/** Node's own unpacks several files that were put one after another, as exports of CloudWatch often are. */
function gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: BYTES_AT_ONCE });
  const source = Readable.from(packed, { objectMode: false });
  source.on('error', (error) => unpacked.destroy(error));
  return source.pipe(unpacked);
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'het bestand is er niet. Klopt de naam?';
  if (code === 'EISDIR') return 'het is een map. Noem de bestanden zelf, zoals logs/*.gz.';
  if (code === 'EACCES' || code === 'EPERM') return 'je mag het niet lezen.';
  return `het lezen brak af (${String(code || error)}).`;
}

function problemsOf({ problems, problemCount }: UsageReading, prefix: string): string {
  const told = problems.map((one) => `${prefix}regel ${one.line}: ${usageMessage(one)}\n`).join('');
  const more = problemCount - problems.length;
  return more === 0 ? told : `${told}${prefix}en nog ${more.toLocaleString('nl')} andere regels.\n`;
}

function refused(stderr: string): Outcome {
  return { status: 2, stdout: '', stderr };
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
  const args = process.argv.slice(2);
  // Nobody types a log: without a file, and without anything piped in, this is a question.
  if (process.stdin.isTTY && args.every((one) => one.startsWith('-')) && !args.includes('--help')) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const outcome = await bill(args, process.stdin, loadPrices(), new Date());
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
