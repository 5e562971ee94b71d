/** Boots the one container of this page, and keeps what belongs to that container together. */
import type { WebContainer, WebContainerProcess } from '@webcontainer/api';
import { firstAnswer } from './first-answer.ts';
import { HOST_SCRIPT, nodeFiles, PROJECTS_FOLDER } from './node-files.ts';
import { LinkError, type LinkOptions, NodeLink, type StreamProcess } from './node-link.ts';
import { Project } from './project.ts';
import { refusal, signsOfFrame } from './reach.ts';
import type { BootStage } from './stages.ts';
import { BootError, type BootProblem } from './support.ts';

export interface ContainerOptions {
  /** Which a commercial site needs; see the README. */
  readonly apiKey?: string;
  /** What the page's own `Cross-Origin-Embedder-Policy` says; the container has to say that too. */
  readonly coep: 'require-corp' | 'credentialless';
  readonly onStage?: (stage: BootStage) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  readonly limits?: { readonly bootMs?: number; readonly filesMs?: number } & LinkOptions;
}

/** Measured by others on slow lines: ten seconds and more. */
const BOOT_LIMIT_MS = 30_000;
const CLIENT_LIMIT_MS = 20_000;
const FILES_LIMIT_MS = 15_000;
const ANSWER_LIMIT_MS = 15_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Boots the container. This may be called again after it failed. After `BOOT_TIMEOUT` that only waits some more for the same boot, since the
 * client has one a page; when the network was closed, a new page has to try.
 *
 * @throws BootError
 */
export async function bootContainer(options: ContainerOptions): Promise<Container> {
  const { onStage = () => {}, signal, limits = {} } = options;
  const { bootMs = BOOT_LIMIT_MS, filesMs = FILES_LIMIT_MS } = limits;
  onStage('client');
  const importing = import('@webcontainer/api').catch(() => {
    throw new BootError('CLIENT_UNAVAILABLE');
  });
  const library = await within(CLIENT_LIMIT_MS, 'CLIENT_UNAVAILABLE', importing, signal);
  let release: (() => void) | null = null;
  let client: WebContainer | null = null;
  try {
    release = await claimForThisTab();
    if (release === null) throw new BootError('OTHER_TAB');
    // Nothing is asked of anybody for a reader who has changed his mind meanwhile.
    if (signal?.aborted) throw new BootError('CANCELLED');
    onStage('boot');
    if (options.apiKey) configureOnce(library, options.apiKey);
    client = await bootClient(library, {
      coep: options.coep,
      bootMs,
      signal,
      onSilence: () => onStage('silent'),
    });
    onStage('files');
    await within(filesMs, 'NODE_FAILED', client.mount(nodeFiles()), signal);
    onStage('node');
    const link = await startNode(client, limits, signal);
    onStage('answer');
    await within(ANSWER_LIMIT_MS, 'NODE_FAILED', firstAnswer(link), signal);
    return new Container(client, link, release);
  } catch (error) {
    // Not awaited: a container that hangs would not answer this either.
    if (client !== null) tearDown(client);
    release?.();
    throw error instanceof BootError ? error : new BootError('BOOT_FAILED', textOf(error));
  }
}

/** The container went while something was waited for. */
class LostError extends Error {}

export class Container {
  readonly link: NodeLink;
  readonly #client: WebContainer;
  readonly #release: () => void;
  readonly #projects = new Map<string, Project>();
  readonly #serverListeners = new Set<ServerListener>();
  #isOver = false;
  #nextWatcher = 1;

  constructor(client: WebContainer, link: NodeLink, release: () => void) {
    this.#client = client;
    this.link = link;
    this.#release = release;
    client.on('server-ready', (port, url) => this.#tellServer(port, url));
    client.on('port', (port, type) => {
      if (type === 'close') this.#tellServer(port, null);
    });
    link.onLost(() => this.dispose());
  }

  /** @returns the folder of that name; the same one each time */
  project(name: string): Project {
    const known = this.#projects.get(name) ?? new Project(this.#client, name, (work) => this.#during(work));
    this.#projects.set(name, known);
    return known;
  }

  /** @returns what ends the subscription */
  onServer(listener: ServerListener): () => void {
    this.#serverListeners.add(listener);
    return () => this.#serverListeners.delete(listener);
  }

  /** The container is not there any more, whatever ended it. @returns what ends the subscription */
  onLost(listener: () => void): () => void {
    return this.link.onLost(listener);
  }

  dispose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.link.close();
    tearDown(this.#client);
    this.#release();
  }

  /** While something is waited for, the container is asked whether it is still there; its end ends the waiting. */
  #during<Result>(work: Promise<Result>): Promise<Result> {
    const watcher = `werk-${this.#nextWatcher}`;
    this.#nextWatcher += 1;
    return new Promise((resolve, reject) => {
      if (this.link.isLost) return reject(new LostError());
      const end = (settle: () => void) => {
        unsubscribe();
        this.link.watch(watcher, false);
        settle();
      };
      const unsubscribe = this.link.onLost(() => end(() => reject(new LostError())));
      this.link.watch(watcher, true);
      work.then(
        (result) => end(() => resolve(result)),
        (error: unknown) => end(() => reject(error)),
      );
    });
  }

  #tellServer(port: number, url: string | null): void {
    for (const listener of this.#serverListeners) listener(port, url);
  }
}

/** `url` is null when nothing listens on that port any more. */
export type ServerListener = (port: number, url: string | null) => void;

type Library = typeof import('@webcontainer/api');

let isConfigured = false;

/** The client refuses a key once it has been asked to boot. */
function configureOnce({ configureAPIKey }: Library, key: string): void {
  if (!isConfigured) configureAPIKey(key);
  isConfigured = true;
}

/** The boot that is under way: it can't be stopped, and while it lasts the client starts no other. */
let booting: Promise<WebContainer> | null = null;
let waiting = 0;

interface ClientOptions extends Pick<ContainerOptions, 'coep'> {
  readonly bootMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onSilence: () => void;
}

async function bootClient(
  { WebContainer: Client }: Library,
  { coep, bootMs, signal, onSilence }: ClientOptions,
): Promise<WebContainer> {
  const over = new AbortController();
  booting ??= beginBoot(() => Client.boot({ coep, workdirName: 'functielab' }));
  waiting += 1;
  try {
    const coming = Promise.race([booting, refused(over.signal, onSilence)]);
    return await within(bootMs, 'BOOT_TIMEOUT', coming, signal);
  } finally {
    over.abort();
    waiting -= 1;
  }
}

/** The frame is asked for once a page and speaks once: a later boot goes by what is known of it. */
let hasSpoken = false;

/** @throws BootError `UNREACHABLE`; fulfilled never */
async function refused(over: AbortSignal, onSilence: () => void): Promise<never> {
  const signs = hasSpoken ? null : await signsOfFrame(over);
  if (signs === null) return new Promise(() => {});
  void signs.spoken.then(() => {
    hasSpoken = true;
  });
  return refusal({ ...signs, onSilence, over });
}

function beginBoot(boot: () => Promise<WebContainer>): Promise<WebContainer> {
  const begun = boot();
  const end = () => {
    booting = null;
  };
  begun.then((client) => {
    end();
    // The container came after everybody had stopped waiting.
    if (waiting === 0) tearDown(client);
  }, end);
  return begun;
}

async function startNode(
  client: WebContainer,
  limits: LinkOptions,
  signal: AbortSignal | undefined,
): Promise<NodeLink> {
  const process = await within(
    FILES_LIMIT_MS,
    'NODE_FAILED',
    client.spawn('node', [HOST_SCRIPT], { cwd: PROJECTS_FOLDER }),
    signal,
  );
  try {
    // The link has a limit of its own; this one is for the reader who changes his mind.
    return await within(
      LONGEST_WAIT_MS,
      'NODE_FAILED',
      NodeLink.open(streamProcess(process), limits),
      signal,
    );
  } catch (error) {
    process.kill();
    throw error instanceof LinkError ? new BootError('NODE_FAILED', error.noise) : error;
  }
}

function tearDown(client: WebContainer): void {
  try {
    client.teardown();
  } catch {
    // Torn down already.
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A process of the client library, as the line to it wants it. */
function streamProcess(process: WebContainerProcess): StreamProcess {
  const input = process.input.getWriter();
  return {
    output: process.output,
    exit: process.exit,
    write: (text) => {
      // A process that has ended takes nothing more; that it has ended is told by `exit`.
      input.write(text).catch(() => undefined);
    },
    kill: () => process.kill(),
  };
}

const LOCK_NAME = 'functielab:webcontainer';

/**
 * A browser carries about three containers in all, so one tab has one, and the others know.
 *
 * @returns what gives the lock back, or null when another tab has it. The end of a page gives it back too.
 */
function claimForThisTab(): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(LOCK_NAME, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(reject);
  });
}

/**
 * Nothing of a container is waited for without an end.
 *
 * @throws BootError with this code when the promise takes longer, and `CANCELLED` when the signal says so
 */
function within<Result>(
  limitMs: number,
  code: BootProblem,
  promise: Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      stop();
      reject(new BootError('CANCELLED'));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new BootError(code));
    }, limitMs);
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel);
    promise.then(resolve, reject).finally(stop);
  });
}
