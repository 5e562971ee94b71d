/**
 * A tape, run again: the platform goes by the moments of the tape, and the code really runs. Each report of an
 * instance is awaited before the platform is told of it, with the times that were measured then. Bindings and services give the
 * answers that they gave. So only the code can differ, and where it does the reader is told.
 */
import type { BindingCall, BindingResult } from '../../contract/bindings.ts';
import type { CreateHost, Host, Report, SettledResult } from '../../contract/host.ts';
import { type Command, createState, type Input, type PlatformEvent, step } from '../../platform/index.ts';
import type { Clock } from '../types.ts';
import type { AnsweredCall, Tape } from './tape.ts';

/** Something that is not as it was. */
export interface Difference {
  readonly kind: /** It started and does not, or the other way round. */
    | 'start'
    /** An answer, a returned value or a failure. */
    | 'result'
    | 'log'
    /** It asked its bindings or a service something else. */
    | 'call'
    /** Nothing came within `PATIENCE_MS`, or the instance ended. */
    | 'silent';
  readonly instanceId: number;
  /** Null: outside of all invocations. */
  readonly invocationId: string | null;
  /** As text, for show. */
  readonly recorded: string;
  readonly now: string;
}

export interface LabReplay {
  readonly events: readonly PlatformEvent[];
  readonly differences: readonly Difference[];
}

export interface ReplayOptions {
  readonly createHost: CreateHost;
  readonly clock: Clock;
  /** Is told of what happened, input by input. */
  readonly onEvents?: (events: readonly PlatformEvent[]) => void;
  /** Ends it; what was replayed by then is the answer. */
  readonly signal?: AbortSignal;
}

/** Much longer than anything in a lab takes, timeouts included. */
export const PATIENCE_MS = 15_000;

const NO_ANSWER: BindingResult = { ok: false, failure: { code: 'INVOCATION_OVER' } };

/** @throws PlatformError when the inputs of the tape cannot be */
export async function replayInLab(tape: Tape, options: ReplayOptions): Promise<LabReplay> {
  const lab = new ReplayedLab(tape, options);
  try {
    return await lab.run();
  } finally {
    lab.dispose();
  }
}

class ReplayedLab {
  readonly #tape: Tape;
  readonly #options: ReplayOptions;
  readonly #host: Host;
  readonly #differences: Difference[] = [];
  /** What came and what is waited for, by `start <instance>` or `settled <invocation>`. */
  readonly #came = new Map<string, PromiseWithResolvers<Report>>();
  readonly #logs = new Map<string, string[]>();
  readonly #calls: Map<string, AnsweredCall[]>;
  readonly #instanceOf = new Map<string, number>();

  constructor(tape: Tape, options: ReplayOptions) {
    this.#tape = tape;
    this.#options = options;
    this.#calls = Map.groupBy(tape.calls, ({ instanceId, invocationId }) => `${instanceId} ${invocationId}`);
    this.#host = options.createHost((report) => this.#hear(report));
  }

  async run(): Promise<LabReplay> {
    const { inputs, maxInstances } = this.#tape;
    const state = createState(maxInstances === null ? {} : { maxInstances });
    const events: PlatformEvent[] = [];
    for (const input of inputs) {
      if (this.#options.signal?.aborted) return { events, differences: this.#differences };
      await this.#awaitWhatTells(input);
      const done = step(state, input);
      events.push(...done.events);
      this.#options.onEvents?.(done.events);
      for (const command of done.commands) this.#obey(command);
    }
    this.#compareLogs();
    return { events, differences: this.#differences };
  }

  dispose(): void {
    this.#host.dispose();
  }

  async #awaitWhatTells(input: Input): Promise<void> {
    if (input.type === 'ready') {
      const { instanceId } = input;
      const report = await this.#await(`start ${instanceId}`);
      if (report?.type === 'ready') return;
      this.#differ('start', instanceId, null, 'started', report === null ? 'nothing' : textOf(report));
    }
    if (input.type === 'ended') {
      const { instanceId, initMs } = input;
      // One that could not load does so again; one that was lost in another way may well live on here.
      const report = initMs === undefined ? null : await this.#await(`start ${instanceId}`);
      if (report?.type === 'ready') this.#differ('start', instanceId, null, 'not loaded', 'started');
      this.#host.kill(instanceId);
    }
    if (input.type === 'settled') {
      const { instanceId, invocationId } = input;
      const report = await this.#await(`settled ${invocationId}`);
      const recorded = this.#tape.results.find((one) => one.invocationId === invocationId);
      const was = recorded === undefined ? 'nothing' : resultText(recorded.result);
      if (report?.type !== 'settled') {
        this.#differ('silent', instanceId, invocationId, was, report === null ? 'nothing' : textOf(report));
        return;
      }
      const is = resultText(report.result);
      if (is !== was) this.#differ('result', instanceId, invocationId, was, is);
    }
  }

  #obey(command: Command): void {
    const { instanceId } = command;
    switch (command.type) {
      case 'startInstance': {
        const found = this.#tape.instances.find((one) => one.instanceId === instanceId);
        if (found === undefined) break;
        const { code, ...spec } = found;
        this.#host.start({ ...spec, files: this.#tape.codes[code] ?? [] });
        break;
      }
      case 'invoke': {
        const { invocationId } = command;
        const given = this.#tape.invocations.find(
          ({ invocation }) => invocation.invocationId === invocationId,
        );
        if (given === undefined) break;
        this.#instanceOf.set(invocationId, instanceId);
        this.#host.invoke(instanceId, given.invocation);
        break;
      }
      case 'killInstance':
        this.#host.kill(instanceId);
        break;
    }
  }

  #hear(report: Report): void {
    const { instanceId } = report;
    switch (report.type) {
      case 'ready':
        this.#waiting(`start ${instanceId}`).resolve(report);
        break;
      case 'ended':
        this.#waiting(`start ${instanceId}`).resolve(report);
        for (const [invocationId, of] of this.#instanceOf) {
          if (of === instanceId) this.#waiting(`settled ${invocationId}`).resolve(report);
        }
        break;
      case 'settled':
        this.#waiting(`settled ${report.invocationId}`).resolve(report);
        break;
      case 'log': {
        const key = `${instanceId} ${report.invocationId}`;
        const lines = report.lines.map(({ level, text }) => `${level}: ${text}`);
        this.#logs.set(key, [...(this.#logs.get(key) ?? []), ...lines]);
        break;
      }
      case 'call':
        this.#answer(report);
        break;
      case 'abandoned':
      case 'waiting':
        break;
    }
  }

  #answer({ instanceId, invocationId, callId, call }: Extract<Report, { type: 'call' }>): void {
    const recorded = this.#calls.get(`${instanceId} ${invocationId}`) ?? [];
    const at = recorded.findIndex((one) => callText(one.call) === callText(call));
    const [found] = at === -1 ? [] : recorded.splice(at, 1);
    if (found === undefined) {
      const was = recorded[0] === undefined ? 'nothing' : callText(recorded[0].call);
      this.#differ('call', instanceId, invocationId, was, callText(call));
    }
    this.#host.reply(instanceId, callId, found?.result ?? NO_ANSWER);
  }

  /** Of what came to an end: an invocation that was killed has said as much as the computer was fast. */
  #compareLogs(): void {
    const settled = new Set(this.#tape.results.map(({ invocationId }) => invocationId));
    for (const invocationId of settled) {
      const instanceId = this.#instanceOf.get(invocationId);
      if (instanceId === undefined) continue;
      const logged = this.#tape.logs.find((one) => one.invocationId === invocationId)?.lines ?? [];
      const was = logged.map(({ level, text }) => `${level}: ${text}`).join('\n');
      const is = (this.#logs.get(`${instanceId} ${invocationId}`) ?? []).join('\n');
      if (is !== was) this.#differ('log', instanceId, invocationId, was, is);
    }
  }

  #waiting(key: string): PromiseWithResolvers<Report> {
    const waiting = this.#came.get(key) ?? Promise.withResolvers<Report>();
    this.#came.set(key, waiting);
    return waiting;
  }

  async #await(key: string): Promise<Report | null> {
    const { clock } = this.#options;
    const patience = Promise.withResolvers<null>();
    const takeBack = clock.setTimer(clock.nowMs() + PATIENCE_MS, () => patience.resolve(null));
    const report = await Promise.race([this.#waiting(key).promise, patience.promise]);
    takeBack();
    return report;
  }

  #differ(
    kind: Difference['kind'],
    instanceId: number,
    invocationId: string | null,
    recorded: string,
    now: string,
  ): void {
    this.#differences.push({ kind, instanceId, invocationId, recorded, now });
  }
}

function textOf(report: Report): string {
  return report.type === 'ended' ? `ended: ${report.failure.code}` : report.type;
}

const asText = new TextDecoder();

function callText(call: BindingCall): string {
  return JSON.stringify(call, (_, value) => (value instanceof Uint8Array ? asText.decode(value) : value));
}

/** What a reader could see of a result. Where in the code a failure arose is not compared: hosts name that in different ways. */
function resultText(result: SettledResult): string {
  if (!result.ok) {
    const { code, error } = result.failure;
    return error === undefined ? code : `${code}: ${error.name}: ${error.message}`;
  }
  if (!('response' in result)) return result.returned ?? 'nothing';
  const { status, headers, body } = result.response;
  const head = headers.map((pair) => pair.join(': ')).join('\n');
  return `${status}\n${head}\n\n${asText.decode(body)}`;
}
