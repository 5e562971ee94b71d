/** What was typed after `functielab`: which command, with which options. Status 2, and nothing done, for what can't be. */

import { parseArgs } from 'node:util';
import { tariff as labTariff } from '../till/prices/lab-tariff.ts';
import { bill } from './bill/bill-logs.ts';
import { checkFolder } from './check-folder.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { newFolder } from './new-folder.ts';
import { runFolder } from './run-folder.ts';
import { plainText, type Terminal, told } from './terminal.ts';
import type { ToolWords } from './words.ts';

const LANGUAGES: ReadonlyMap<string, ToolWords> = new Map([
  ['nl', dutch],
  ['en', english],
]);
const LANGUAGE_OPTION = '--lang';

const OPTIONS = {
  port: { type: 'string' },
  tariff: { type: 'string' },
  keep: { type: 'boolean', default: false },
  clock: { type: 'boolean', default: false },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Asked = ReturnType<typeof parsed>;
type ParsedValues = Asked['values'];

/** @returns the status with which the process ends */
export async function runTool(args: readonly string[], process: Omit<Terminal, 'words'>): Promise<number> {
  const { language, rest } = languageIn(args);
  const words = LANGUAGES.get(language);
  if (words === undefined) {
    process.err(told([dutch.command.unknownLanguage(language), english.command.unknownLanguage(language)]));
    return 2;
  }
  const terminal: Terminal = { ...process, words };
  try {
    return await runCommand(rest, terminal);
  } catch (error) {
    process.err(told([words.command.unexpected(error instanceof Error ? error.message : String(error))]));
    return 1;
  }
}

async function runCommand(rest: readonly string[], terminal: Terminal): Promise<number> {
  // Its options are its own.
  if (rest[0] === 'bill') return billOf(rest.slice(1), terminal);
  const asked = read(rest, terminal);
  if (typeof asked === 'number') return asked;
  const { values, positionals } = asked;
  const [command, ...others] = positionals;
  switch (command) {
    case 'check':
      return checkFolder(others, terminal);
    case 'new':
      return newFolder(others, terminal);
    case 'export': {
      // Fetched only here: the parts of all platforms are in it.
      const { exportFolder } = await import('./export-folder.ts');
      return exportFolder(others, values.out ?? null, terminal);
    }
    default:
      return run(positionals, values, terminal);
  }
}

function languageIn(args: readonly string[]): {
  readonly language: string;
  readonly rest: readonly string[];
} {
  const at = args.findIndex((one) => one === LANGUAGE_OPTION || one.startsWith(`${LANGUAGE_OPTION}=`));
  const option = args[at];
  if (option === undefined) return { language: 'nl', rest: args };
  const isApart = option === LANGUAGE_OPTION;
  const language = isApart ? (args[at + 1] ?? '') : option.slice(LANGUAGE_OPTION.length + 1);
  return { language, rest: args.filter((_, index) => index !== at && !(isApart && index === at + 1)) };
}

function parsed(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** @returns a status when there is nothing more to do */
function read(args: readonly string[], { words, out, err }: Terminal): Asked | number {
  try {
    const asked = parsed(args);
    if (!asked.values.help) return asked;
    out(words.command.help);
    return 0;
  } catch (error) {
    const [, named] = /'(--?[\w-]+)/.exec(error instanceof Error ? error.message : '') ?? [];
    err(`${told([words.command.unknownOption(named ?? '')])}\n${words.command.help}`);
    return 2;
  }
}

async function billOf(args: readonly string[], terminal: Terminal): Promise<number> {
  const { words, stdin, isStdinTyped, out, err, today } = terminal;
  // Nobody types a log: without a file, and without anything piped in, this is a question.
  if (isStdinTyped && args.every((one) => one.startsWith('-')) && !args.includes('--help')) {
    err(words.bill.help);
    return 2;
  }
  const { status, stdout, stderr } = await bill(args, stdin, terminal.prices(), today, words.bill);
  // Names and lines of somebody else's log are in it.
  err(plainText(stderr));
  out(stdout);
  return status;
}

async function run(
  positionals: readonly string[],
  values: ParsedValues,
  terminal: Terminal,
): Promise<number> {
  const { words, err } = terminal;
  const refuse = (sentence: string) => {
    err(told([sentence]));
    return 2;
  };
  const [folder = '.', ...more] = positionals;
  if (more[0] !== undefined) return refuse(words.command.tooMany(more[0]));
  const port = portIn(values.port);
  if (port === undefined) return refuse(words.command.badPort(values.port ?? ''));
  const { tariffs, rate } = terminal.prices();
  const tariff = tariffs.find(({ id }) => id === (values.tariff ?? labTariff.id));
  if (tariff === undefined) {
    const ids = tariffs.map(({ id }) => `  ${id}`).join('\n');
    return refuse(words.command.unknownTariff(values.tariff ?? '', ids));
  }
  const { keep: keeps, clock: isClockOn } = values;
  return runFolder({ folder, port, tariff, rate, keeps, isClockOn }, terminal);
}

/** @returns null where none was named, undefined for what is none */
function portIn(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : undefined;
}
