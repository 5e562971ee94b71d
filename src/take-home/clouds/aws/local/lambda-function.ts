/** One function of Lambda on the reader's computer: as many execution environments as it needs at once, each kept for the next. */
import { type LambdaResult, Sandbox, type SandboxOptions } from './lambda-sandbox.ts';

/** A computer is no data centre: what comes more waits. */
const MOST_SANDBOXES = 10;

interface Waiting {
  readonly payload: unknown;
  readonly resolve: (result: LambdaResult) => void;
}

export class LambdaFunction {
  readonly #options: SandboxOptions;
  readonly #sandboxes = new Set<Sandbox>();
  readonly #waiting: Waiting[] = [];
  #starting = 0;
  #busy = 0;

  constructor(options: SandboxOptions) {
    this.#options = options;
  }

  /** Whether an invocation waits or is under way. */
  get isBusy(): boolean {
    return this.#busy > 0;
  }

  async invoke(payload: unknown): Promise<LambdaResult> {
    this.#busy += 1;
    try {
      return await new Promise<LambdaResult>((resolve) => {
        this.#waiting.push({ payload, resolve });
        this.#serve();
      });
    } finally {
      this.#busy -= 1;
    }
  }

  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all([...this.#sandboxes].map((sandbox) => sandbox.stop()));
  }

  #serve(): void {
    for (const sandbox of this.#sandboxes) {
      if (sandbox.isGone) this.#sandboxes.delete(sandbox);
      const next = sandbox.isFree ? this.#waiting.shift() : undefined;
      if (next !== undefined) void this.#hand(sandbox, next);
    }
    while (this.#waiting.length > this.#starting && this.#sandboxes.size + this.#starting < MOST_SANDBOXES) {
      this.#starting += 1;
      void this.#grow();
    }
  }

  async #grow(): Promise<void> {
    const sandbox = await Sandbox.start(this.#options);
    this.#starting -= 1;
    this.#sandboxes.add(sandbox);
    this.#serve();
  }

  async #hand(sandbox: Sandbox, { payload, resolve }: Waiting): Promise<void> {
    resolve(await sandbox.invoke(payload));
    this.#serve();
  }
}
