/**
 * The Node host at the end of a line: what a page asks is done here, and what comes of it goes back. A process of its own speaks by its
 * streams (`main.ts`); the tool speaks by HTTP, and lets run what it has itself.
 */
import process from 'node:process';
import type { InstanceSpec, Report } from '../../contract/host.ts';
import { type FromNode, PROJECT_NAME, type ToNode } from './protocol.ts';
import { nodeClockStepMs, type TellReport, type Threads } from './threads.ts';
import { decodeLine, encodeLine, LineReader, markOf } from './wire.ts';

export interface ServingParts {
  /** The instances of one host; called once for each. @param project name of the folder in which the function's packages are */
  readonly threadsOf: (project: string, report: TellReport) => Threads;
  readonly write: (text: string) => void;
  /** What really starts; null when this may not. What was asked for if absent. */
  readonly specOf?: (project: string, spec: InstanceSpec) => InstanceSpec | null;
}

export class Serving {
  readonly #parts: ServingParts;
  readonly #reader = new LineReader();
  readonly #hosts = new Map<string, Threads>();
  #mark: string | null = null;
  #outbox: string[] = [];

  constructor(parts: ServingParts) {
    this.#parts = parts;
  }

  /** What the other end wrote, in pieces as they come. */
  receive(chunk: string): void {
    for (const line of this.#reader.push(chunk)) {
      const message = decodeLine(line);
      // Both ends of this line are ours; what is no message is noise of a terminal.
      if (typeof message === 'object' && message !== null && 'type' in message) this.#obey(message as ToNode);
    }
  }

  /** Ends all that runs. */
  close(): void {
    for (const threads of this.#hosts.values()) threads.killAll();
    this.#hosts.clear();
    this.#mark = null;
  }

  #obey(message: ToNode): void {
    switch (message.type) {
      case 'hello':
        // Once: what an instance could write to our input must not change who is believed.
        if (this.#mark !== null) break;
        this.#mark = markOf(message.secret);
        this.#send({ type: 'hello', nodeVersion: process.version, clockStepMs: nodeClockStepMs() });
        break;
      case 'start':
        if (PROJECT_NAME.test(message.project)) this.#start(message.host, message.project, message.spec);
        break;
      case 'invoke':
        this.#hosts.get(message.host)?.invoke(message.instanceId, message.invocation);
        break;
      case 'reply':
        this.#hosts.get(message.host)?.reply(message.instanceId, message.callId, message.result);
        break;
      case 'kill':
        this.#hosts.get(message.host)?.kill(message.instanceId);
        break;
      case 'dispose':
        this.#hosts.get(message.host)?.killAll();
        this.#hosts.delete(message.host);
        break;
      case 'ping':
        this.#send({ type: 'pong' });
        break;
      default:
        message satisfies never;
    }
  }

  #start(host: string, project: string, asked: InstanceSpec): void {
    const { specOf } = this.#parts;
    const spec = specOf === undefined ? asked : specOf(project, asked);
    if (spec === null) {
      const { instanceId } = asked;
      this.#report(host, { type: 'ended', instanceId, failure: { code: 'HOST_UNAVAILABLE' } });
      return;
    }
    const threads = this.#hosts.get(host) ?? this.#begun(host, project);
    threads.start(spec);
  }

  #begun(host: string, project: string): Threads {
    const threads = this.#parts.threadsOf(project, (report) => this.#report(host, report));
    this.#hosts.set(host, threads);
    return threads;
  }

  #report(host: string, report: Report): void {
    this.#send({ type: 'report', host, report });
  }

  /** Everything of one moment goes out as one chunk. */
  #send(message: FromNode): void {
    if (this.#mark === null) return;
    if (this.#outbox.length === 0) setImmediate(() => this.#flush());
    this.#outbox.push(this.#mark + encodeLine(message));
  }

  #flush(): void {
    const chunk = this.#outbox.join('');
    this.#outbox = [];
    this.#parts.write(chunk);
  }
}
