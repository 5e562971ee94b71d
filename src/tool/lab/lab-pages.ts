/**
 * The pages of the laboratory that are open, each with a line to here: what is deployed, what came of calls from outside, and a Node host
 * of its own. What a page asks the host to start is looked up among what was read from the folder: the page names a version and a
 * function, and the text, the settings of its environment and the file where it begins are those of the folder.
 */
import type { ServerResponse } from 'node:http';
import type { InstanceSpec } from '../../contract/host.ts';
import type { Entry } from '../../engine/index.ts';
import { Serving, type Threads } from '../../host/node/index.ts';
import { encodeLine } from '../../host/node/wire.ts';
import type { OwnFolder } from '../folder/own-folder.ts';
import type { Deployable } from '../folder-lab.ts';
import { type FolderVersion, type FromTool, type Greeting, LINE_NAME, versionOf } from './protocol.ts';

/** A page that was just saved over may still ask for what it shows. */
const KEPT_VERSIONS = 20;
/** A page that reads no further, in a tab that sleeps for example, comes back by itself later. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

export interface LabPagesParts {
  readonly greeting: () => Greeting;
  readonly threadsOf: (report: ConstructorParameters<typeof Threads>[1]) => Threads;
  /** The engine of the calls from outside: its number, its time, and what happened in it until now, oldest first. */
  readonly outside: () => Outside;
}

export interface Outside {
  readonly engine: number;
  readonly nowMs: number;
  readonly entries: readonly Entry[];
}

interface OpenPage {
  readonly outgoing: ServerResponse;
  readonly serving: Serving;
}

export class LabPages {
  readonly #parts: LabPagesParts;
  readonly #open = new Map<string, OpenPage>();
  readonly #versions = new Map<string, Deployable>();
  #newest: FolderVersion | null = null;
  #problems: readonly string[] = [];

  constructor(parts: LabPagesParts) {
    this.#parts = parts;
  }

  /** @param deployable the same, as the Node host gets it */
  deployed({ project, files, notes }: OwnFolder, deployable: Deployable): void {
    const version = versionOf(files);
    // The newest one is the last to go.
    this.#versions.delete(version);
    this.#versions.set(version, deployable);
    for (const oldest of this.#versions.keys()) {
      if (this.#versions.size <= KEPT_VERSIONS) break;
      this.#versions.delete(oldest);
    }
    this.#newest = { type: 'version', version, project, files, notes };
    this.#problems = [];
    this.#tellAll(this.#newest);
  }

  broken(sentences: readonly string[]): void {
    this.#problems = sentences;
    this.#tellAll({ type: 'problems', sentences });
  }

  happened(entries: readonly Entry[]): void {
    if (this.#open.size > 0) this.#tellAll({ type: 'entries', ...this.#parts.outside(), entries });
  }

  /** @returns whether that is a name of a page */
  open(name: string, outgoing: ServerResponse): boolean {
    if (!LINE_NAME.test(name)) return false;
    this.#close(name);
    const serving = new Serving({
      threadsOf: (_, report) => this.#parts.threadsOf(report),
      specOf: (version, asked) => this.#specOf(version, asked),
      write: (text) => this.#tell(page, { type: 'host', text }),
    });
    const page: OpenPage = { outgoing, serving };
    this.#open.set(name, page);
    outgoing.once('close', () => {
      serving.close();
      if (this.#open.get(name) === page) this.#open.delete(name);
    });
    outgoing.writeHead(200, {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    this.#tell(page, this.#parts.greeting());
    if (this.#newest !== null) this.#tell(page, this.#newest);
    if (this.#problems.length > 0) this.#tell(page, { type: 'problems', sentences: this.#problems });
    this.#tell(page, { type: 'entries', ...this.#parts.outside() });
    return true;
  }

  /** @returns whether that page is open */
  receive(name: string, text: string): boolean {
    const page = this.#open.get(name);
    page?.serving.receive(text);
    return page !== undefined;
  }

  /** Ends each line, and what runs for it. */
  close(): void {
    for (const name of [...this.#open.keys()]) this.#close(name);
  }

  #close(name: string): void {
    const page = this.#open.get(name);
    if (page === undefined) return;
    this.#open.delete(name);
    page.serving.close();
    page.outgoing.end();
  }

  #specOf(version: string, asked: InstanceSpec): InstanceSpec | null {
    const known = this.#versions.get(version);
    const one = known?.functions.find(({ name }) => name === asked.functionName);
    if (known === undefined || one === undefined) return null;
    const { files, env } = known;
    return { ...asked, files, entry: one.entry, env };
  }

  #tellAll(message: FromTool): void {
    for (const page of this.#open.values()) this.#tell(page, message);
  }

  #tell({ outgoing }: OpenPage, message: FromTool): void {
    if (outgoing.writableLength > MOST_WAITING_BYTES) outgoing.destroy();
    else outgoing.write(encodeLine(message));
  }
}
