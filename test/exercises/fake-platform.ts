/**
 * What a check needs in a test: a clock that turns by itself to the next thing that happens, and a host on which a function
 * is a few lines of the test. No worker starts and nobody waits, so that no machine is too slow.
 */
import type { BindingCall, BindingResult } from '../../src/contract/bindings.ts';
import type { CloudEvent, HttpRequestData, SourceFile } from '../../src/contract/data.ts';
import type { Failure, HostFailureCode } from '../../src/contract/failure.ts';
import type { CreateHost, Host, InstanceSpec, InvocationSpec, Report } from '../../src/contract/host.ts';
import type { Sample, SampleFunction } from '../../src/course/sample.ts';
import { ExerciseLab } from '../../src/exercises/lab/index.ts';
import { ManualClock, text } from '../engine/lab.ts';

/** Once all that can be said at this moment has been said, it is the moment of the next timer. */
export class TurningClock extends ManualClock {
  #isTurning = false;

  override setTimer(atMs: number, fn: () => void): () => void {
    const cancel = super.setTimer(atMs, fn);
    this.#turn();
    return cancel;
  }

  #turn(): void {
    if (this.#isTurning) return;
    this.#isTurning = true;
    setImmediate(() => {
      this.#isTurning = false;
      if (this.timers.size === 0) return;
      this.moveTo(Math.min(...[...this.timers].map(({ atMs }) => atMs)));
      this.#turn();
    });
  }
}

/** One invocation, as a function of a test sees it. */
export interface Call {
  /** Of HTTP. */
  readonly request: HttpRequestData;
  /** Of an event. */
  readonly event: CloudEvent;
  readonly isCold: boolean;
  /** 1 for the first invocation of this instance. */
  readonly nth: number;
  readonly spec: InstanceSpec;
  readonly log: (...lines: readonly string[]) => void;
  readonly ask: (call: BindingCall) => BindingResult;
}

/** What it comes to: an answer, what an event function returns as JSON text, or a failure. */
export type Outcome = { readonly takesMs?: number } & (
  | {
      readonly says?: string;
      readonly status?: number;
      readonly headers?: readonly (readonly [string, string])[];
    }
  | { readonly returned: string | null }
  /** `ends`: the instance is gone with it. */
  | { readonly failure: Failure; readonly ends?: boolean }
  /** It runs until its timeout. */
  | { readonly never: true }
  /** It asks all of these at once, and goes on when each has been answered: the only way to ask what is not answered at once. */
  | {
      readonly asks: readonly BindingCall[];
      readonly goOn: (results: readonly BindingResult[]) => Outcome;
      /** What it computes before it asks. */
      readonly afterMs?: number;
    }
);

export type FakeFunction = (call: Call) => Outcome;

/** A host on which the text of an entry file is the name of one of `functions`. */
export function fakeHost(functions: Readonly<Record<string, FakeFunction>>, clock: TurningClock): CreateHost {
  return (report) => new Fake(functions, clock, report);
}

interface Instance {
  readonly spec: InstanceSpec;
  invocations: number;
  /** Invocations and answers that it was given. */
  heard: number;
}

class Fake implements Host {
  readonly #functions: Readonly<Record<string, FakeFunction>>;
  readonly #clock: TurningClock;
  readonly #report: (report: Report) => void;
  readonly #instances = new Map<number, Instance>();
  readonly #replies = new Map<number, BindingResult>();
  /** By call, who wants to know that it was answered. */
  readonly #waiting = new Map<number, () => void>();
  #calls = 0;

  constructor(
    functions: Readonly<Record<string, FakeFunction>>,
    clock: TurningClock,
    report: (report: Report) => void,
  ) {
    this.#functions = functions;
    this.#clock = clock;
    this.#report = report;
  }

  start(spec: InstanceSpec): void {
    this.#instances.set(spec.instanceId, { spec, invocations: 0, heard: 0 });
    this.#after(0, spec.instanceId, () =>
      this.#report({ type: 'ready', instanceId: spec.instanceId, initMs: 0 }),
    );
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    const instance = this.#instances.get(instanceId);
    if (instance === undefined) throw new Error(`instance ${instanceId} is not there`);
    const { spec } = instance;
    instance.invocations += 1;
    instance.heard += 1;
    const run = this.#functions[spec.files.find(({ path }) => path === spec.entry)?.text ?? ''];
    if (run === undefined) throw new Error(`${spec.functionName} has no code that this test knows`);
    // Later, as in any host: what it asks and logs then finds an engine that listens.
    this.#after(0, instanceId, () => this.#run(run, instance, invocation));
  }

  #run(run: FakeFunction, instance: Instance, invocation: InvocationSpec): void {
    const { spec, invocations } = instance;
    const { instanceId } = spec;
    const { invocationId, isCold } = invocation;
    const outcome = run({
      request: 'request' in invocation ? invocation.request : noRequest,
      event: 'event' in invocation ? invocation.event : noEvent,
      isCold,
      nth: invocations,
      spec,
      log: (...lines) =>
        this.#report({
          type: 'log',
          instanceId,
          invocationId,
          lines: lines.map((line) => ({ level: 'log', text: line })),
          dropped: 0,
        }),
      ask: (call) => this.#ask(instanceId, invocationId, call),
    });
    this.#come(outcome, instance, invocation);
  }

  #come(outcome: Outcome, instance: Instance, invocation: InvocationSpec): void {
    if ('never' in outcome) return;
    const { instanceId } = instance.spec;
    const { invocationId } = invocation;
    if ('asks' in outcome) {
      this.#after(outcome.afterMs ?? 0, instanceId, () =>
        this.#askAll(outcome.asks, instance, invocationId, (results) =>
          this.#come(outcome.goOn(results), instance, invocation),
        ),
      );
      return;
    }
    const durationMs = outcome.takesMs ?? 1;
    this.#after(durationMs, instanceId, () => {
      if ('failure' in outcome && outcome.ends) {
        this.#instances.delete(instanceId);
        this.#report({ type: 'ended', instanceId, failure: outcome.failure });
        return;
      }
      this.#report({
        type: 'settled',
        instanceId,
        invocationId,
        durationMs,
        result: resultOf(outcome, 'request' in invocation),
      });
    });
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    const instance = this.#instances.get(instanceId);
    if (instance !== undefined) instance.heard += 1;
    this.#replies.set(callId, result);
    this.#waiting.get(callId)?.();
  }

  kill(instanceId: number): void {
    this.#instances.delete(instanceId);
  }

  dispose(): void {
    this.#instances.clear();
  }

  #after(ms: number, instanceId: number, fn: () => void): void {
    this.#clock.setTimer(this.#clock.nowMs() + ms, () => {
      if (this.#instances.has(instanceId)) fn();
    });
  }

  #askAll(
    calls: readonly BindingCall[],
    instance: Instance,
    invocationId: string,
    goOn: (results: readonly BindingResult[]) => void,
  ): void {
    const { instanceId } = instance.spec;
    const ids = calls.map(() => this.#nextCall());
    const look = () => {
      const results = ids.flatMap((id) => this.#replies.get(id) ?? []);
      // As a real worker: first it works on what it was given, and only then it says that it waits.
      if (results.length === ids.length) this.#after(0, instanceId, () => goOn(results));
      else this.#report({ type: 'waiting', instanceId, heard: instance.heard });
    };
    for (const [at, call] of calls.entries()) {
      const callId = ids[at] ?? 0;
      this.#report({ type: 'call', instanceId, invocationId, callId, call });
    }
    for (const id of ids) this.#waiting.set(id, look);
    look();
  }

  #nextCall(): number {
    this.#calls += 1;
    return this.#calls;
  }

  #ask(instanceId: number, invocationId: string, call: BindingCall): BindingResult {
    const callId = this.#nextCall();
    this.#report({ type: 'call', instanceId, invocationId, callId, call });
    const result = this.#replies.get(callId);
    if (result === undefined) throw new Error(`${call.op} was not answered`);
    return result;
  }
}

type Settled = Extract<Report, { type: 'settled' }>['result'];

function resultOf(
  outcome: Exclude<Outcome, { never: true } | { asks: readonly BindingCall[] }>,
  isRequest: boolean,
): Settled {
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  if ('returned' in outcome) return { ok: true, returned: outcome.returned };
  if (!isRequest) return { ok: true, returned: null };
  const { says = '', status = 200, headers = [] } = outcome;
  return {
    ok: true,
    response: { ...text(says, status), headers: headers.map(([key, value]) => [key, value]) },
  };
}

const noRequest: HttpRequestData = { method: '', url: '', headers: [], body: null };
const noEvent: CloudEvent = {
  specversion: '1.0',
  id: '',
  source: '',
  type: '',
  time: '',
  datacontenttype: 'application/json',
  data: null,
};

export const failure = (code: HostFailureCode, error?: Failure['error']): Failure => ({
  code,
  ...(error && { error }),
});

/** Code whose only file is called so, and does what the function of that name does. */
export const code = (name: string): readonly SourceFile[] => [{ path: 'a.js', text: name }];

const fn = (name: string, entry: string, trigger: SampleFunction['trigger']): SampleFunction => ({
  name,
  entry,
  grants: ['kv', 'bucket', 'queue'],
  trigger,
});

/** One function that answers every request. */
export const httpSample: Sample = {
  name: 'proef',
  title: 'Proef',
  files: code('start'),
  functions: [fn('proef', 'a.js', { type: 'http', routes: null })],
  request: null,
  examples: [],
  memoryMb: 128,
  timeoutMs: 3_000,
  idleTimeoutMs: 30_000,
  concurrencyLimit: 10,
  env: {},
  services: [],
  traffic: false,
  timeline: false,
  given: [],
  needsNode: false,
  needsBrowser: false,
};

const eventSample = (trigger: SampleFunction['trigger']): Sample => ({
  ...httpSample,
  functions: [fn('proef', 'a.js', { type: 'http', routes: null }), fn('werk', 'b.js', trigger)],
});

/** A function that answers, and `werk` that takes messages in batches of two: `b.js` is its code. */
export const queueSample = eventSample({
  type: 'queue',
  batchSize: 2,
  batchWindowMs: 5_000,
  visibilityTimeoutMs: 60_000,
  example: '{}',
  lostAcks: null,
});
export const timerSample = eventSample({ type: 'timer', cron: '0 3 * * *' });
export const uploadSample = eventSample({ type: 'upload', prefix: 'in/', accept: '', samples: [] });

/** Both files: of the function that answers, and of `werk`. */
export const pair = (web: string, work: string): readonly SourceFile[] => [
  { path: 'a.js', text: web },
  { path: 'b.js', text: work },
];

/** A lab on a fake host, that has begun with `files`. */
export function openLab(
  sample: Sample,
  functions: Readonly<Record<string, FakeFunction>>,
  files: readonly SourceFile[],
) {
  const clock = new TurningClock();
  const stopping = new AbortController();
  const lab = new ExerciseLab(fakeHost(functions, clock), sample, stopping.signal, clock);
  lab.begin(files);
  return { lab, clock, stopping };
}
