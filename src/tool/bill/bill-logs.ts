/**
 * The bill of usage that somebody brings: logs of clouds, CSV and JSON, from standard input or from files, packed with gzip or not,
 * line by line, so that a log of any size fits. `npm run -s bill` and `functielab bill` are this, and so their receipts are the same.
 *
 * Status 0, or 2 for input or options that are wrong: then nothing is for standard output, and each problem is for standard error
 * with its line. What was skipped or supposed is for standard error too, and is no error.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { ASSUMED_MEMORY_MB, readUsageBytes, type UsageReading } from '../../billing/reading/index.ts';
import { createOwnBilling, spanOf } from '../../till/own-logs/own-bills.ts';
import { cheapestFirst, type PrintFormat, printAll, printOne } from './bill-print.ts';
import type { BillWords } from './bill-words.ts';
import type { Prices } from './tariff-folder.ts';

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
  words: BillWords,
): Promise<Outcome> {
  const options = readOptions(args, words);
  if (typeof options === 'string') return refused(`${options}\n\n${words.help}`);
  if (options.wantsHelp) return { status: 0, stdout: words.help, stderr: '' };
  const chosen = options.tariff === undefined ? tariffs : tariffs.filter(({ id }) => id === options.tariff);
  if (chosen.length === 0) {
    const ids = tariffs.map(({ id }) => `  ${id}`).join('\n');
    return refused(`${words.unknownTariff(options.tariff, ids)}\n`);
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
      return refused(`${words.unreadable(source.name, whyNot(error, words))}\n`);
    }
    if (byteCount === 0) return refused(`${words.isEmpty(source.name)}\n\n${words.help}`);
    readings.push(reading);
    problems += problemsOf(reading, prefix, words);
    notes += words
      .notes(reading, options.memoryMb)
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
function readOptions(args: readonly string[], words: BillWords): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.json && values.csv) return words.jsonOrCsv;
    const memoryMb = values.memory === undefined ? ASSUMED_MEMORY_MB : Number(values.memory);
    if (!Number.isInteger(memoryMb) || memoryMb < 1) return words.memoryIsNumber;
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
      return words.unknownOption(wrong ?? '');
    }
    return words.optionsUnreadable;
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

function whyNot(error: unknown, words: BillWords): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return words.reasons[code] ?? words.brokeOff(code || String(error));
}

function problemsOf({ problems, problemCount }: UsageReading, prefix: string, words: BillWords): string {
  const told = problems.map((one) => `${prefix}${words.line(one)}\n`).join('');
  const more = problemCount - problems.length;
  return more === 0 ? told : `${told}${prefix}${words.otherLines(more)}\n`;
}

function refused(stderr: string): Outcome {
  return { status: 2, stdout: '', stderr };
}
