/** Makes a tape of one lab, from its first moment: it hears what the platform is told, and listens in on the host. */
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost, Host, InstanceSpec, Report } from '../../contract/host.ts';
import type { Input } from '../../platform/index.ts';
import type { EngineOptions } from '../types.ts';
import type {
  AnsweredCall,
  GivenInvocation,
  InstanceLog,
  InvocationResult,
  StartedInstance,
  Tape,
} from './tape.ts';

/** More than a lesson's laboratory sees in an afternoon; what goes on longer is not kept at all. */
export const MOST_INPUTS = 20_000;
/** Of all code, bodies and lines of the log together, about. */
const MOST_KEPT = 4 * 1024 * 1024;

type Call = Extract<Report, { type: 'call' }>;

export class TapeRecorder {
  readonly #maxInstances: number | null;
  readonly #inputs: Input[] = [];
  /** Each once, however many instances run it. */
  readonly #codes: (readonly SourceFile[])[] = [];
  readonly #instances: StartedInstance[] = [];
  readonly #invocations: GivenInvocation[] = [];
  readonly #asked = new Map<string, Call>();
  readonly #calls: AnsweredCall[] = [];
  readonly #results: InvocationResult[] = [];
  readonly #logs = new Map<string, InstanceLog>();
  #isFull = false;
  #kept = 0;

  /** @param options of the engine that is made with what `options` gives back */
  constructor(options: Pick<EngineOptions, 'limits'> = {}) {
    this.#maxInstances = options.limits?.maxInstances ?? null;
  }

  /** The options of an engine that is recorded: the same, and this recorder between it and its host. */
  options<Options extends EngineOptions>(options: Options): Options {
    return {
      ...options,
      createHost: this.listenIn(options.createHost),
      onInput: (input: Input) => this.#hear(input),
    };
  }

  /** For a host that an engine is given later. */
  listenIn(createHost: CreateHost): CreateHost {
    return (report) => {
      const host = createHost((told) => {
        this.#heard(told);
        report(told);
      });
      return this.#between(host);
    };
  }

  /** What was recorded so far; null when too much went on. */
  tape(): Tape | null {
    if (this.#isFull) return null;
    return {
      maxInstances: this.#maxInstances,
      inputs: [...this.#inputs],
      codes: [...this.#codes],
      instances: [...this.#instances],
      invocations: [...this.#invocations],
      calls: [...this.#calls],
      results: [...this.#results],
      logs: [...this.#logs.values()],
    };
  }

  #hear(input: Input): void {
    if (this.#inputs.length >= MOST_INPUTS) this.#giveUp();
    if (!this.#isFull) this.#inputs.push(input);
  }

  #weigh(size: number): void {
    this.#kept += size;
    if (this.#kept > MOST_KEPT) this.#giveUp();
  }

  /** Half a tape would tell something else; nothing of it needs to be kept then. */
  #giveUp(): void {
    this.#isFull = true;
    const lists = [this.#inputs, this.#codes, this.#instances, this.#invocations, this.#calls, this.#results];
    for (const list of lists) list.length = 0;
    this.#asked.clear();
    this.#logs.clear();
  }

  #between(host: Host): Host {
    return {
      start: (spec) => {
        this.#start(spec);
        host.start(spec);
      },
      invoke: (instanceId, invocation) => {
        if ('request' in invocation) this.#weigh(invocation.request.body?.byteLength ?? 0);
        if (!this.#isFull) this.#invocations.push({ instanceId, invocation });
        host.invoke(instanceId, invocation);
      },
      reply: (instanceId, callId, result) => {
        const key = `${instanceId} ${callId}`;
        const asked = this.#asked.get(key);
        this.#asked.delete(key);
        if (asked && !this.#isFull) {
          const { invocationId, call } = asked;
          this.#calls.push({ instanceId, invocationId, call, result });
        }
        host.reply(instanceId, callId, result);
      },
      kill: (instanceId) => host.kill(instanceId),
      dispose: () => host.dispose(),
    };
  }

  #start({ files, ...others }: InstanceSpec): void {
    const known = this.#codes.findIndex((code) => newIn(files, code) === 0 && newIn(code, files) === 0);
    // Files that did not change since are shared with the code before.
    if (known === -1) this.#weigh(newIn(files, this.#codes.at(-1) ?? []));
    if (this.#isFull) return;
    const code = known === -1 ? this.#codes.push(files) - 1 : known;
    this.#instances.push({ ...others, code });
  }

  #heard(report: Report): void {
    if (this.#isFull) return;
    if (report.type === 'call') this.#asked.set(`${report.instanceId} ${report.callId}`, report);
    if (report.type === 'settled') {
      const { result } = report;
      if (result.ok && 'response' in result) this.#weigh(result.response.body?.byteLength ?? 0);
      if (this.#isFull) return;
      this.#results.push({ invocationId: report.invocationId, result: report.result });
    }
    if (report.type === 'log') {
      const { instanceId, invocationId, lines } = report;
      this.#weigh(lines.reduce((sum, { text }) => sum + text.length, 0));
      if (this.#isFull) return;
      const key = `${instanceId} ${invocationId ?? ''}`;
      const before = this.#logs.get(key)?.lines ?? [];
      this.#logs.set(key, { instanceId, invocationId, lines: [...before, ...lines] });
    }
  }
}

/** @returns characters of files that are not, just so, among those of before; an empty one counts for one, so that 0 is no news */
function newIn(files: readonly SourceFile[], before: readonly SourceFile[]): number {
  const isKnown = ({ path, text }: SourceFile) =>
    before.some((file) => file.path === path && file.text === text);
  return files.reduce((sum, file) => sum + (isKnown(file) ? 0 : Math.max(1, file.text.length)), 0);
}
