/**
 * `functielab [map]`: the functions of a folder behind a server on this computer. Saving a file deploys it and runs nothing; each
 * invocation is told with its receipt, and at the end what all of them cost.
 */
import { createHash } from 'node:crypto';
import { type FSWatcher, realpathSync, watch } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import {
  createMeter,
  type ExchangeRate,
  priceTotals,
  printAmount,
  receipt,
  type Tariff,
  type UsageRecord,
} from '../billing/index.ts';
import type { HttpRequestData, HttpResponseData } from '../contract/data.ts';
import type { SampleFunction } from '../course/sample.ts';
import type { Answer, Entry } from '../engine/index.ts';
import { nodeClockStepMs } from '../host/node/index.ts';
import { answerAtDesk } from './desk.ts';
import { hasProblems, type OwnFolder, readOwnFolder } from './folder/own-folder.ts';
import { folderStamp } from './folder/read-folder.ts';
import { FolderLab } from './folder-lab.ts';
import { LabPages } from './lab/lab-pages.ts';
import type { Greeting } from './lab/protocol.ts';
import { DESK_PATH, TOKEN_HEADER } from './server/gate.ts';
import { type LocalServer, PortTaken, startLocalServer } from './server/local-server.ts';
import { STATE_FOLDER, type StateProblem, StateUnusable, StoredState } from './stored-state.ts';
import { plainText, type Terminal, told } from './terminal.ts';

export interface RunOptions {
  /** As it was typed. */
  readonly folder: string;
  /** Null: the first free one. */
  readonly port: number | null;
  readonly tariff: Tariff;
  readonly rate: ExchangeRate;
  readonly keeps: boolean;
  readonly isClockOn: boolean;
}

/** An editor saves in several steps: this long after the first the last has been. */
const SAVING_MS = 60;
/** Of these the usage can be asked for; what came before only counts in the sum. */
const MOST_RECORDS = 200_000;
const ID_LENGTH = 16;
const NO_FREE_TIER = { freeTier: false } as const;

/** @returns the status with which the process ends, once it was stopped or could not begin */
export async function runFolder(options: RunOptions, terminal: Terminal): Promise<number> {
  const { words } = terminal;
  const folder = resolve(terminal.cwd, options.folder);
  const read = readOwnFolder(folder, words);
  if (hasProblems(read)) return refused(terminal, read.problems);
  const stopped = terminal.stopped();
  const state = openState(options.keeps ? folder : null);
  if (typeof state === 'string') return refused(terminal, [words.run.stateUnusable[state]]);
  const running = new RunningFolder(folder, read, state, options, terminal);
  try {
    const server = await startLocalServer({
      port: options.port,
      answer: (request) => running.answer(request),
      lab: { page: terminal.page(), ...running.lab },
      refusalWords: words.run.refusal,
      welcomeWords: words.run.welcome,
      failedWords: words.run.failed,
      noPageWords: words.run.noPage,
    });
    running.begin(server);
    await stopped;
    running.closePages();
    await server.close();
    running.tellTotal();
    return 0;
  } catch (error) {
    return refused(terminal, [whyNotListening(error, terminal)]);
  } finally {
    running.dispose();
  }
}

function refused({ err }: Terminal, sentences: readonly string[]): number {
  err(told(sentences));
  return 2;
}

function openState(folder: string | null): StoredState | StateProblem {
  try {
    return new StoredState(folder);
  } catch (error) {
    if (error instanceof StateUnusable) return error.code;
    throw error;
  }
}

function whyNotListening(error: unknown, { words }: Terminal): string {
  if (error instanceof PortTaken) return words.run.portTaken(error.first, error.last);
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    return words.run.cannotListen(String(error.code));
  }
  throw error;
}

class RunningFolder {
  readonly #folder: string;
  readonly #options: RunOptions;
  readonly #terminal: Terminal;
  readonly #lab: FolderLab;
  readonly #pages: LabPages;
  #server: LocalServer | null = null;
  readonly #usage: UsageRecord[] = [];
  readonly #meter;
  #calls = 0;
  #stamp: string;
  #watcher: FSWatcher | null = null;
  #saving: NodeJS.Timeout | null = null;
  #isOver = false;

  constructor(folder: string, read: OwnFolder, state: StoredState, options: RunOptions, terminal: Terminal) {
    this.#folder = folder;
    this.#options = options;
    this.#terminal = terminal;
    this.#meter = createMeter(options.tariff);
    this.#stamp = read.stamp;
    this.#lab = new FolderLab({
      folder,
      state,
      isClockOn: options.isClockOn,
      workerUrl: terminal.workerUrl,
      onEntries: (entries) => this.#tell(entries),
    });
    this.#pages = new LabPages({
      greeting: () => this.#greeting(),
      threadsOf: (report) => this.#lab.threadsOf(report),
      outside: () => this.#lab.outside(),
    });
    this.#deploy(read);
    terminal.out(told(read.notes));
    for (const one of read.sample.functions) terminal.out(told([this.#lineOf(one)]));
  }

  /** For the pages of the laboratory. */
  get lab(): Pick<LabPages, 'open' | 'receive'> {
    return {
      open: (name, outgoing) => {
        // Where nobody is told of a save, who opens it meets the newest code.
        this.#refresh();
        return this.#pages.open(name, outgoing);
      },
      receive: (name, text) => this.#pages.receive(name, text),
    };
  }

  begin(server: LocalServer): void {
    this.#server = server;
    const { words, out, cwd } = this.#terminal;
    const { keeps } = this.#options;
    const place = keeps ? relative(cwd, resolve(this.#folder, STATE_FOLDER)) : null;
    const { run } = words;
    out(
      told([
        '',
        run.ready(server.address),
        run.inTab(server.tabAddress),
        run.forPrograms(TOKEN_HEADER, server.token),
        run.stores(place),
        run.noSandbox,
        run.stopping,
        '',
      ]),
    );
    this.#watch();
  }

  async answer(request: HttpRequestData): Promise<HttpResponseData> {
    const { pathname, search } = new URL(request.url);
    // Where nobody is told of a save, such as on a disk elsewhere, the next request still meets the newest code.
    this.#refresh();
    if (pathname.startsWith(DESK_PATH)) return answerAtDesk(request, this.#lab, this.#usage);
    const answer = await this.#lab.request(request);
    if (!this.#isOver)
      this.#terminal.out(plainText(`${request.method} ${pathname}${search} → ${answer.status}\n`));
    return this.#responseOf(answer);
  }

  closePages(): void {
    this.#pages.close();
  }

  tellTotal(): void {
    const { tariff, rate } = this.#options;
    const { totalUsd } = priceTotals(tariff, this.#meter.totals(), NO_FREE_TIER);
    const { words, out } = this.#terminal;
    out(told([words.run.total(this.#calls, euros(totalUsd, rate), totalUsd, tariff.id)]));
  }

  dispose(): void {
    this.#isOver = true;
    this.#watcher?.close();
    if (this.#saving !== null) clearTimeout(this.#saving);
    this.#lab.dispose();
  }

  #responseOf({ status, response, failure }: Answer): HttpResponseData {
    if (response !== null) return response;
    const sentence = failure === null ? '' : this.#terminal.words.run.failure(failure);
    const allowed = failure?.details?.['allowed'];
    return {
      status,
      statusText: '',
      headers: [
        ['content-type', 'text/plain; charset=utf-8'],
        ...(typeof allowed === 'string' ? [['allow', allowed] as const] : []),
      ],
      body: new TextEncoder().encode(`${sentence}\n`),
    };
  }

  #lineOf({ name, trigger }: SampleFunction): string {
    const { run } = this.#terminal.words;
    switch (trigger.type) {
      case 'http':
        return run.functionLine(name, run.http(trigger.routes));
      case 'upload':
        return run.functionLine(name, run.upload(trigger.prefix));
      case 'timer':
        return run.functionLine(name, run.timer(trigger.cron, this.#options.isClockOn));
      case 'queue':
        return run.functionLine(name, run.queue);
    }
  }

  #tell(entries: readonly Entry[]): void {
    // After the sum comes nothing more: that its instances go is no news.
    if (this.#isOver) return;
    const { words, out } = this.#terminal;
    this.#pages.happened(entries);
    for (const entry of entries) {
      if (entry.type === 'result' && entry.failure !== null) {
        // What a function throws is its own text, and no line of the platform's.
        out(told([`    ${words.run.failure(entry.failure).replaceAll('\n', '\n    ')}`]));
      }
      out(told(words.run.entry(entry)));
      if (entry.type === 'invocationEnded') out(told([this.#bill(entry.usage)]));
    }
  }

  #bill(usage: UsageRecord): string {
    const { tariff, rate } = this.#options;
    this.#calls += 1;
    this.#meter.add(usage);
    this.#usage.push(usage);
    if (this.#usage.length > MOST_RECORDS) this.#usage.shift();
    const { totalUsd } = receipt(tariff, [usage], NO_FREE_TIER);
    return this.#terminal.words.run.receipt(euros(totalUsd, rate), totalUsd);
  }

  #watch(): void {
    try {
      this.#watcher = watch(this.#folder, { recursive: true }, () => this.#soon());
      // What can't be watched any more is looked at when it is asked for.
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      this.#watcher = null;
    }
  }

  #soon(): void {
    if (this.#saving !== null) return;
    this.#saving = setTimeout(() => {
      this.#saving = null;
      this.#refresh();
    }, SAVING_MS);
  }

  /** Deploys what was saved since; what is wrong is told, and the last version that was right goes on. */
  #refresh(): void {
    const stamp = folderStamp(this.#folder) ?? '';
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    const { words, err } = this.#terminal;
    const read = readOwnFolder(this.#folder, words);
    if (hasProblems(read)) {
      err(told([...read.problems, words.run.stillOld]));
      this.#pages.broken(read.problems);
    } else this.#deploy(read);
  }

  #deploy(read: OwnFolder): void {
    this.#pages.deployed(read, this.#lab.deploy(read));
  }

  #greeting(): Greeting {
    const place = realpathSync(this.#folder);
    const { tabOrigin = '', tabKey = '' } = this.#server ?? {};
    return {
      type: 'greeting',
      language: this.#terminal.words.language,
      id: `map-${createHash('sha256').update(place).digest('hex').slice(0, ID_LENGTH)}`,
      name: basename(place),
      tabOrigin,
      tabKey,
      clockStepMs: nodeClockStepMs(),
    };
  }
}

function euros(usd: string, { usdPerEur }: ExchangeRate): string {
  return printAmount(usd, { currency: 'EUR', usdPerEur });
}
