/**
 * The line to the process of the Node host: messages out, messages in, and a watch on whether it still answers.
 * It knows streams and nothing of containers, so that a test can give it a process of plain Node.
 */
import type { BindingResult } from '../../contract/bindings.ts';
import type { InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';
import { type FromNode, READY_LINE, type ToNode } from '../node/protocol.ts';
import { afterMark, decodeLine, encodeLine, LineReader, markOf } from '../node/wire.ts';

/** A process with a terminal's streams. */
export interface StreamProcess {
  readonly output: ReadableStream<string>;
  readonly exit: Promise<number>;
  write(text: string): void;
  kill(): void;
}

export interface LinkOptions {
  /** From the start of the process until it has answered its first message. */
  readonly helloLimitMs?: number;
  readonly pingEveryMs?: number;
  /** Pings without an answer after which the process counts as lost. */
  readonly lostAfterPings?: number;
}

export type LinkProblem =
  /** It ended before it said anything, or later. */
  | 'PROCESS_ENDED'
  /** It is there, and says nothing. */
  | 'PROCESS_SILENT';

export class LinkError extends Error {
  readonly code: LinkProblem;
  /** What it printed last, for whoever has to find out. */
  readonly noise: string;

  constructor(code: LinkProblem, noise: string) {
    super(`${code}: ${noise}`);
    this.code = code;
    this.noise = noise;
  }
}

/** Who uses the process as a host. */
interface Client {
  readonly onReport: (report: Report) => void;
  readonly onLost: () => void;
}

const HELLO_LIMIT_MS = 20_000;
const PING_EVERY_MS = 1_000;
const LOST_AFTER_PINGS = 6;
/** Lines without our mark that are kept, to tell what went wrong. */
const NOISE_LINES = 20;
const NOISE_CHARACTERS = 500;

export class NodeLink {
  readonly #process: StreamProcess;
  readonly #options: Required<LinkOptions>;
  readonly #mark: string;
  readonly #clients = new Map<string, Client>();
  readonly #watchers = new Set<string>();
  readonly #lostListeners = new Set<(problem: LinkProblem) => void>();
  readonly #noise: string[] = [];
  #outbox: string[] = [];
  #hello: { resolve: () => void; reject: (error: LinkError) => void } | null = null;
  #watch: ReturnType<typeof setInterval> | null = null;
  #unanswered = 0;
  #nextClient = 1;
  #problem: LinkProblem | null = null;
  #nodeVersion = '';
  #clockStepMs = 0;

  /** @throws LinkError when the process does not come up */
  static async open(process: StreamProcess, options: LinkOptions = {}): Promise<NodeLink> {
    const link = new NodeLink(process, options);
    await link.#begin();
    return link;
  }

  private constructor(process: StreamProcess, options: LinkOptions) {
    const {
      helloLimitMs = HELLO_LIMIT_MS,
      pingEveryMs = PING_EVERY_MS,
      lostAfterPings = LOST_AFTER_PINGS,
    } = options;
    this.#process = process;
    this.#options = { helloLimitMs, pingEveryMs, lostAfterPings };
    const secret = crypto.getRandomValues(new Uint8Array(16));
    this.#secret = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#mark = markOf(this.#secret);
  }

  readonly #secret: string;

  /** Such as `v22.12.0`. */
  get nodeVersion(): string {
    return this.#nodeVersion;
  }

  /** How fine the clock is with which the process measures. */
  get clockStepMs(): number {
    return this.#clockStepMs;
  }

  get isLost(): boolean {
    return this.#problem !== null;
  }

  /** @returns what ends the subscription */
  onLost(listener: (problem: LinkProblem) => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /** @returns a name under which this client's instances live */
  join(client: Client): string {
    const name = `host-${this.#nextClient}`;
    this.#nextClient += 1;
    this.#clients.set(name, client);
    return name;
  }

  start(host: string, project: string, spec: InstanceSpec): void {
    this.#send({ type: 'start', host, project, spec });
  }

  invoke(host: string, instanceId: number, invocation: InvocationSpec): void {
    this.#send({ type: 'invoke', host, instanceId, invocation });
  }

  reply(host: string, instanceId: number, callId: number, result: BindingResult): void {
    this.#send({ type: 'reply', host, instanceId, callId, result });
  }

  kill(host: string, instanceId: number): void {
    this.#send({ type: 'kill', host, instanceId });
  }

  /** Kills all instances of this client, and forgets it. */
  leave(host: string): void {
    this.watch(host, false);
    if (this.#clients.delete(host)) this.#send({ type: 'dispose', host });
  }

  /** Pings are sent while some client waits for an answer. */
  watch(host: string, isNeeded: boolean): void {
    if (isNeeded) this.#watchers.add(host);
    else this.#watchers.delete(host);
    const shouldWatch = this.#watchers.size > 0 && this.#problem === null;
    if (shouldWatch === (this.#watch !== null)) return;
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#unanswered = 0;
    this.#watch = shouldWatch ? setInterval(() => this.#ping(), this.#options.pingEveryMs) : null;
  }

  /** Ends the process; its clients are told that it is lost. */
  close(): void {
    this.#process.kill();
    this.#lose('PROCESS_ENDED');
  }

  #begin(): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#lose('PROCESS_SILENT'), this.#options.helloLimitMs);
      const settle = (how: () => void) => {
        clearTimeout(limit);
        this.#hello = null;
        how();
      };
      this.#hello = {
        resolve: () => settle(resolve),
        reject: (error) => settle(() => reject(error)),
      };
      void this.#read();
      this.#process.exit.then(
        () => this.#lose('PROCESS_ENDED'),
        () => this.#lose('PROCESS_ENDED'),
      );
    });
  }

  /** Output may still come after the process has ended; by then nobody is waiting. */
  async #read(): Promise<void> {
    const lines = new LineReader();
    const reader = this.#process.output.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        for (const line of lines.push(value)) this.#hear(line);
        // An answer of megabytes takes a busy machine longer than it may be silent, and no pong overtakes it.
        if (lines.hasBegun(this.#mark)) this.#unanswered = 0;
      }
    } catch {
      this.#lose('PROCESS_ENDED');
    }
  }

  #hear(line: string): void {
    if (this.#problem !== null) return;
    const json = afterMark(line, this.#mark);
    if (json === null) {
      this.#noise.push(line.slice(-NOISE_CHARACTERS));
      if (this.#noise.length > NOISE_LINES) this.#noise.shift();
      // Before this line its terminal still echoes, and cuts what is long.
      if (this.#hello !== null && line.endsWith(READY_LINE))
        this.#send({ type: 'hello', secret: this.#secret });
      return;
    }
    this.#unanswered = 0;
    const message = decodeLine(json);
    if (typeof message === 'object' && message !== null && 'type' in message)
      this.#receive(message as FromNode);
  }

  #receive(message: FromNode): void {
    switch (message.type) {
      case 'hello':
        this.#nodeVersion = String(message.nodeVersion);
        this.#clockStepMs = Number(message.clockStepMs);
        this.#hello?.resolve();
        break;
      case 'report':
        this.#clients.get(message.host)?.onReport(message.report);
        break;
      case 'pong':
        break;
      default:
        message satisfies never;
    }
  }

  /** All messages of one moment go as one write: each costs a round through the container's frame. */
  #send(message: ToNode): void {
    if (this.#problem !== null) return;
    if (this.#outbox.length === 0) queueMicrotask(() => this.#flush());
    this.#outbox.push(encodeLine(message));
  }

  #flush(): void {
    const text = this.#outbox.join('');
    this.#outbox = [];
    if (this.#problem === null) this.#process.write(text);
  }

  #ping(): void {
    if (this.#unanswered >= this.#options.lostAfterPings) {
      this.#process.kill();
      this.#lose('PROCESS_SILENT');
      return;
    }
    this.#unanswered += 1;
    this.#send({ type: 'ping' });
  }

  #lose(problem: LinkProblem): void {
    if (this.#problem !== null) return;
    this.#problem = problem;
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    this.#hello?.reject(new LinkError(problem, this.#noise.join('\n')));
    for (const client of [...this.#clients.values()]) client.onLost();
    this.#clients.clear();
    for (const listener of [...this.#lostListeners]) listener(problem);
  }
}
