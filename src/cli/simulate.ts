/**
 * `npm run -s simulate`: a scenario as JSON on standard input, and as JSON on standard output what came of it, with a bill
 * under each tariff that it names, without free tier unless `--free-tier` is given. Wrong input ends with status 2, and says
 * which field is wrong.
 *
 * With `--tape FILE` it replays a tape instead, which a playground saved: what happened, as one event a line, from what the platform
 * was told then. Its code does not run.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { receipt, type Tariff, type UsageRecord } from '../billing/index.ts';
import { readTape } from '../engine/index.ts';
import { replay } from '../platform/index.ts';
import {
  readScenario,
  type Scenario,
  ScenarioError,
  sayScenarioError,
  startRun,
  type TraceCalls,
  traceReader,
} from '../simulation/index.ts';
import { loadPrices } from '../tool/bill/tariff-folder.ts';

/** Arrivals and deadlines at a time; nothing else waits for this process. */
const BUDGET = 1_000_000;
/** Of a trace, read at a time. */
const PIECE_BYTES = 1 << 20;

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** @param json what stood on standard input */
export function simulate(json: string, tariffs: readonly Tariff[], freeTier: boolean): Outcome {
  try {
    const scenario = readScenario(parse(json), { readTrace });
    const billed = findTariffs(scenario, tariffs);
    const run = startRun(scenario);
    while (!run.advance(BUDGET));
    const { usage, openUs, ...counts } = run.result();
    const bills = billed.map((tariff) => billOf(tariff, usage, freeTier));
    return { stdout: `${JSON.stringify({ ...counts, bills }, null, 2)}\n`, stderr: '', status: 0 };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { stdout: '', stderr: `${sayScenarioError(error)}\n`, status: 2 };
  }
}

const NO_TAPE = 'Dit is geen opname van Functielab die hier kan worden afgespeeld.';

/** @param file what stood in the file of a tape */
export function replayTape(file: string): Outcome {
  const tape = readTape(file);
  if (tape === null) return refuse(NO_TAPE);
  const { maxInstances, inputs } = tape;
  try {
    const events = replay(maxInstances === null ? {} : { maxInstances }, inputs);
    return { stdout: events.map((event) => `${JSON.stringify(event)}\n`).join(''), stderr: '', status: 0 };
  } catch {
    // Of the right shape, but of inputs that no platform was ever told.
    return refuse('In deze opname staat iets wat niet kan gebeuren.');
  }
}

function replayFile(path: string | undefined): Outcome {
  if (path === undefined) return refuse('Zet achter --tape het bestand van een opname.');
  try {
    return replayTape(readFileSync(path, 'utf8'));
  } catch {
    return refuse(`Het bestand ${path} kan niet worden gelezen.`);
  }
}

const refuse = (sentence: string): Outcome => ({ stdout: '', stderr: `${sentence}\n`, status: 2 });

/** The file that a scenario names, from the folder in which the command runs; in pieces, since it may be larger than memory. */
function readTrace(path: string): TraceCalls {
  const reader = traceReader();
  const decoder = new TextDecoder();
  const piece = new Uint8Array(PIECE_BYTES);
  const file = open(path);
  try {
    for (let bytes = readSync(file, piece); bytes > 0; bytes = readSync(file, piece)) {
      reader.push(decoder.decode(piece.subarray(0, bytes), { stream: true }));
    }
    reader.push(decoder.decode());
    return reader.end();
  } finally {
    closeSync(file);
  }
}

/** @throws ScenarioError `NO_SUCH_FILE` */
function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch {
    throw new ScenarioError('NO_SUCH_FILE', 'arrivals.file');
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ScenarioError('NOT_AN_OBJECT', '');
  }
}

/** @throws ScenarioError `UNKNOWN_KIND` */
function findTariffs(scenario: Scenario, tariffs: readonly Tariff[]): Tariff[] {
  return scenario.tariffs.map((id, at) => {
    const found = tariffs.find((tariff) => tariff.id === id);
    if (found !== undefined) return found;
    throw new ScenarioError('UNKNOWN_KIND', `tariffs.${at}`, { expected: tariffs.map((one) => one.id) });
  });
}

function billOf(tariff: Tariff, usage: readonly UsageRecord[], freeTier: boolean) {
  return { tariff: tariff.id, totalUsd: receipt(tariff, usage, { freeTier }).totalUsd };
}

if (
  import.meta.url === pathToFileURL(process.argv[1] ?? '').href ||
  process.argv[1] === fileURLToPath(import.meta.url)
) {
  // A run throws much away and keeps little. Where room for new objects may not grow, a hundred million calls take 140 MB
  // instead of 230, for a twentieth more time.
  setFlagsFromString('--semi-space-growth-factor=1');
  const tapeAt = process.argv.indexOf('--tape');
  const outcome =
    tapeAt === -1
      ? simulate(await text(process.stdin), loadPrices().tariffs, process.argv.includes('--free-tier'))
      : replayFile(process.argv[tapeAt + 1]);
  process.stderr.write(outcome.stderr);
  process.stdout.write(outcome.stdout);
  process.exitCode = outcome.status;
}
