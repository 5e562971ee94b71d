/**
 * One execution environment of Lambda on the reader's computer: the Runtime API on a port of its own, and the process that
 * asks it for events. It does one invocation at a time, as on Lambda, and goes on until it is told to stop or ends by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

export type LambdaResult =
  | { readonly isOk: true; readonly answer: unknown }
  /** What Lambda writes in its log, and a caller never sees. */
  | { readonly isOk: false; readonly error: string };

export interface SandboxOptions {
  readonly folder: string;
  readonly functionName: string;
  /** `lambda/kassa.handler` */
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutS: number;
  readonly env: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

interface UnderWay {
  readonly id: string;
  readonly body: string;
  readonly resolve: (result: LambdaResult) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const PATH =
  /^\/2018-06-01\/runtime\/(?:invocation\/(next)|invocation\/([\w-]+)\/(response|error)|init\/(error))$/;

export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #server: Server;
  #child: ChildProcess | null = null;
  /** The process asks for the next event. */
  #asking: ServerResponse | null = null;
  #underWay: UnderWay | null = null;
  #initError: string | null = null;
  #isGone = false;

  private constructor(options: SandboxOptions) {
    this.#options = options;
    this.#server = createServer((incoming, outgoing) => void this.#hear(incoming, outgoing));
  }

  static async start(options: SandboxOptions): Promise<Sandbox> {
    const sandbox = new Sandbox(options);
    await new Promise<void>((resolve) => sandbox.#server.listen(0, '127.0.0.1', resolve));
    sandbox.#spawn();
    return sandbox;
  }

  get isFree(): boolean {
    return !this.#isGone && this.#underWay === null;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** It must be free. */
  invoke(payload: unknown): Promise<LambdaResult> {
    return new Promise((resolve) => {
      this.#underWay = { id: randomUUID(), body: JSON.stringify(payload), resolve, timer: undefined };
      this.#handOver();
    });
  }

  async stop(): Promise<void> {
    this.#isGone = true;
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #spawn(): void {
    const { folder, functionName, handler, memoryMb, env, say } = this.#options;
    const { port } = this.#server.address() as AddressInfo;
    const child = spawn(
      process.execPath,
      ['--import', './functielab/world.mjs', './functielab/bootstrap.mjs'],
      {
        cwd: folder,
        env: {
          ...withoutAccount(process.env),
          ...env,
          AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
          AWS_LAMBDA_FUNCTION_NAME: functionName,
          AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
          AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
          AWS_LAMBDA_LOG_STREAM_NAME: 'lokaal',
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
          LAMBDA_TASK_ROOT: folder,
          _HANDLER: handler,
          TZ: 'UTC',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.trimEnd().split('\n')) say(`${functionName}: ${line}`);
      });
    }
    // Who is ended by a signal takes the process along.
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', (code) => {
      process.removeListener('exit', end);
      this.#isGone = true;
      this.#settle({
        isOk: false,
        error: this.#initError ?? `Het proces van ${functionName} eindigde met ${code}.`,
      });
      this.#server.close();
      this.#server.closeAllConnections();
    });
  }

  async #hear(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const [, next, id, outcome, init] = PATH.exec(incoming.url ?? '') ?? [];
    if (next !== undefined) {
      this.#asking = outgoing;
      this.#handOver();
      return;
    }
    const isKnown = init !== undefined || (id !== undefined && id === this.#underWay?.id);
    outgoing.writeHead(isKnown ? 202 : 400).end();
    if (init !== undefined) this.#initError = body;
    else if (isKnown && outcome === 'response') this.#settle({ isOk: true, answer: JSON.parse(body) });
    else if (isKnown) this.#settle({ isOk: false, error: body });
  }

  /** When there is an event, and a process that asks for one. */
  #handOver(): void {
    const underWay = this.#underWay;
    const asking = this.#asking;
    if (underWay === null || asking === null) return;
    this.#asking = null;
    const { timeoutS, functionName, say } = this.#options;
    const timeoutMs = timeoutS * 1_000;
    asking.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': underWay.id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutMs),
      'lambda-runtime-invoked-function-arn': `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`,
    });
    asking.end(underWay.body);
    // Lambda ends the whole environment; the next invocation gets another.
    underWay.timer = setTimeout(() => {
      say(`${functionName}: Task timed out after ${timeoutS}.00 seconds`);
      this.#settle({ isOk: false, error: `Task timed out after ${timeoutS}.00 seconds` });
      void this.stop();
    }, timeoutMs);
  }

  #settle(result: LambdaResult): void {
    const underWay = this.#underWay;
    if (underWay === null) return;
    this.#underWay = null;
    clearTimeout(underWay.timer);
    underWay.resolve(result);
  }
}

/** The reader may have an account at AWS set up in this terminal. */
function withoutAccount(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}
