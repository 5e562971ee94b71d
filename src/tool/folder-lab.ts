/**
 * The platform of the course around a folder: the engine on the Node host. A new version is deployed on the engine that runs; where
 * functions come, go or are set off in another way, another engine takes over what is stored and under way.
 *
 * Versions are written in a folder of their own outside the project, with a link to its packages: nothing appears between a reader's
 * files. Node is no sandbox (`host/node/index.ts`): what runs here is what the person at the keyboard named.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BindingResult, StoreOrQueueCall } from '../contract/bindings.ts';
import type { HttpRequestData, SourceFile } from '../contract/data.ts';
import { type Answer, Engine, type Entry, type InvokeOptions, realClock } from '../engine/index.ts';
import { createNodeHost, Threads } from '../host/node/index.ts';
import { deploymentsOf } from '../playground/model/deploying.ts';
import { modulesAbove, type OwnFolder } from './folder/own-folder.ts';
import type { StoredState } from './stored-state.ts';

export interface LabOptions {
  /** Of the project: packages are looked up from there. */
  readonly folder: string;
  readonly state: StoredState;
  readonly isClockOn: boolean;
  /** See `Terminal`. */
  readonly workerUrl: URL | undefined;
  readonly onEntries: (entries: readonly Entry[]) => void;
}

/** Of what happened before a page was opened. */
const SHOWN_ENTRIES = 5_000;

/** What the Node host needs of a folder to start one of its functions. */
export interface Deployable {
  readonly functions: readonly { readonly name: string; readonly entry: string }[];
  readonly files: readonly SourceFile[];
  readonly env: Readonly<Record<string, string>>;
}

export class FolderLab {
  readonly #options: LabOptions;
  readonly #workFolder: string;
  #engine: Engine | null = null;
  /** Of the engine that runs, among those that there were. */
  #number = 0;
  #shape = '';

  constructor(options: LabOptions) {
    this.#options = options;
    this.#workFolder = mkdtempSync(join(tmpdir(), 'functielab-'));
    const [modules] = modulesAbove(options.folder);
    if (modules !== undefined) symlinkSync(modules, join(this.#workFolder, 'node_modules'), 'junction');
  }

  /** Makes these the newest versions. What is as it was stays warm. */
  deploy({ sample, files }: OwnFolder): Deployable {
    const { memoryMb, timeoutMs, concurrencyLimit, env, services, functions } = sample;
    const forNode = asModules(files);
    const settings = { files: forNode, memoryMb, timeoutMs, concurrencyLimit, env, cron: null };
    const deployments = deploymentsOf(sample, settings);
    const shape = JSON.stringify([
      services,
      deployments.map(({ functionName, source, routes }) => [functionName, source, routes]),
    ]);
    const engine = shape === this.#shape ? this.#running : this.#startAnew(sample.services);
    this.#shape = shape;
    for (const deployment of deployments) engine.deploy(deployment);
    if (this.#options.isClockOn) engine.startClock();
    return { functions, files: forNode, env };
  }

  /** Threads beside those of the engine here, for an engine elsewhere: the same code, in the same folder. */
  threadsOf(report: ConstructorParameters<typeof Threads>[1]): Threads {
    return new Threads(this.#workFolder, report, this.#options.workerUrl);
  }

  request(request: HttpRequestData, options: InvokeOptions = {}): Promise<Answer> {
    return this.#running.request(request, options);
  }

  /** Does what the person at the keyboard asks of the stores and the queue. */
  perform(call: StoreOrQueueCall): BindingResult {
    return this.#running.bindings.perform(call);
  }

  /** For a page that shows it: which engine this is, what time it has there, and what happened to its newest invocations. */
  outside() {
    const engine = this.#running;
    return { engine: this.#number, nowMs: engine.nowMs(), entries: engine.entries().slice(-SHOWN_ENTRIES) };
  }

  get engine(): Engine {
    return this.#running;
  }

  /** @returns whether there was a planned moment to jump to, and nothing ran */
  skipToNext(): boolean {
    const engine = this.#running;
    if (!this.#options.isClockOn) engine.startClock();
    const hasSkipped = engine.skipToNext();
    if (!this.#options.isClockOn) engine.stopClock();
    return hasSkipped;
  }

  dispose(): void {
    this.#engine?.dispose();
    this.#options.state.close();
    rmSync(this.#workFolder, { recursive: true, force: true });
  }

  get #running(): Engine {
    if (this.#engine === null) throw new Error('Nothing was deployed yet');
    return this.#engine;
  }

  #startAnew(services: OwnFolder['sample']['services']): Engine {
    const { state, onEntries, workerUrl } = this.#options;
    this.#engine?.dispose();
    const engine = new Engine({
      createHost: createNodeHost(this.#workFolder, workerUrl),
      clock: realClock,
      services,
      keep: (changes) => state.keep(changes),
    });
    engine.subscribe(onEntries);
    engine.restore(state.saved);
    this.#engine = engine;
    this.#number += 1;
    return engine;
  }
}

/**
 * A manifest that does not say which kind of module its files are: those of the older kind, to Node 20. Ours are of the newer kind, and
 * a folder of somebody who never heard of that has to run.
 */
function asModules(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map((file) => {
    if (file.path !== 'package.json') return file;
    const manifest = JSON.parse(file.text) as Record<string, unknown>;
    return 'type' in manifest ? file : { ...file, text: JSON.stringify({ ...manifest, type: 'module' }) };
  });
}
