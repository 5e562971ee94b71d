/**
 * One playground, apart from how it looks: the learner's code, the trigger, the engine that runs it, and what
 * came of it. A test drives this without a page.
 */
import { batch, computed, signal } from '@preact/signals';
import type { Answer, Engine, Entry } from '../engine/index.ts';
import type { CreateHost } from '../host/contract.ts';
import type { CodeFrame, Failure } from '../host/failure.ts';
import { BURST_CALLS, type Burst, burstOf, CONCURRENCY_CHOICES } from './burst.ts';
import type { ContainerState, Containers } from './containers.ts';
import { EditsModel } from './edits.ts';
import { type EnvProblem, formatEnv, parseEnv } from './env.ts';
import { HostChoiceModel } from './host-choice.ts';
import { InstallModel } from './install.ts';
import { emptyLedger, type Ledger, post } from './ledger.ts';
import type { Sample } from './sample.ts';
import { TriggerModel, type TriggerProblem } from './trigger.ts';
import { addToVisit } from './visit.ts';

export interface Lab {
  readonly engine: Engine;
  /** The smallest step of the clock that measures durations. */
  readonly clockStepMs: () => number;
  readonly nowMs: () => number;
  /** Builds the sandbox beforehand: the first run then waits for its instance alone. */
  readonly prepare: () => void;
  /** New instances start there from now on; null is the browser's sandbox. Where they start already changes nothing. */
  readonly runIn: (place: Place | null) => void;
}

/** Somewhere else than the browser's sandbox. */
export interface Place {
  /** Tells it from any other place. */
  readonly name: string;
  readonly createHost: CreateHost;
  readonly clockStepMs: number;
}

/** Fetches and makes the engine and the sandbox: before the first run, so that a page that is only read has neither. */
export type OpenLab = () => Promise<Lab>;

/** What can be wrong before anything runs. */
export type ProblemCode =
  | TriggerProblem['code']
  | EnvProblem['code']
  /** The code of the lab could not be fetched: no network, or an older page than the site. */
  | 'LAB_UNAVAILABLE'
  /** It needs packages or parts of Node, and runs in the browser now. */
  | 'NODE_NEEDED'
  /** npm could not install the packages. `details.said`: the end of what it printed. */
  | 'INSTALL_FAILED'
  /** The reader stopped npm. */
  | 'INSTALL_STOPPED'
  /** A program could not be started at all. */
  | 'PROGRAM_FAILED';

const memoryChoices = [128, 256, 512, 1_024, 1_769, 2_048, 4_096, 10_240] as const;
const timeoutChoices = [1_000, 3_000, 10_000, 30_000] as const;

function withOwn(choices: readonly number[], own: number): number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}

export function createPlayground(sample: Sample, openLab: OpenLab, containers: Containers) {
  const edits = new EditsModel(sample.name, sample.files);
  const host = new HostChoiceModel(containers);
  const install = new InstallModel(sample.files);
  const trigger = new TriggerModel(sample.name, sample.trigger);
  const memoryMb = signal(sample.memoryMb);
  const timeoutMs = signal(sample.timeoutMs);
  const concurrencyLimit = signal(sample.concurrencyLimit);
  /** A setting a line: `NAAM=waarde`. */
  const envText = signal(formatEnv(sample.env));

  const answer = signal<Answer | null>(null);
  /** What many calls at once came to; null when the last was one call. */
  const burst = signal<Burst | null>(null);
  /** What is wrong with the request itself, before anything ran. */
  const problem = signal<Failure<ProblemCode> | null>(null);
  const running = signal<AbortController | null>(null);
  const ledger = signal<{ readonly current: Ledger }>({ current: emptyLedger() });
  const picked = signal<string | null>(null);
  const place = signal<CodeFrame | null>(null);
  const startedAtMs = signal(0);
  const clockStepMs = signal(0.1);
  let lab: Lab | null = null;
  let opening: Promise<Lab> | null = null;
  let isDisposed = false;
  let hasStarted = false;

  function onEntries(entries: readonly Entry[]): void {
    const { current } = ledger.peek();
    let hasChanged = false;
    for (const entry of entries) {
      if (!hasStarted) {
        hasStarted = true;
        startedAtMs.value = entry.atMs;
      }
      hasChanged = post(current, entry) || hasChanged;
      if (entry.type === 'invocationEnded') addToVisit(sample.title, entry.usage);
    }
    if (hasChanged) ledger.value = { current };
  }

  /** @throws when the code of the lab cannot be fetched; the next call tries again */
  function open(): Promise<Lab> {
    opening ??= openLab().then(
      (opened) => {
        lab = opened;
        lab.engine.subscribe(onEntries);
        if (isDisposed) lab.engine.dispose();
        return opened;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  }

  /** Nothing runs: the request or its surroundings are wrong. */
  function refuse(why: Failure<ProblemCode>): void {
    batch(() => {
      answer.value = null;
      burst.value = null;
      problem.value = why;
    });
  }

  const run = () => call(1);

  /** As one press of the button sends: all at once, whatever the limit. */
  const runBurst = () => call(BURST_CALLS);

  async function call(times: number): Promise<void> {
    if (running.peek()) return;
    const request = trigger.request();
    if ('code' in request) return refuse({ code: request.code, details: { text: request.text } });
    const env = parseEnv(envText.peek());
    if ('code' in env) return refuse({ code: env.code, details: { text: env.text } });
    const ready = host.ready();
    if (sample.needsNode && ready === null) return refuse({ code: 'NODE_NEEDED' });
    const mine = new AbortController();
    batch(() => {
      running.value = mine;
      problem.value = null;
      place.value = null;
    });
    try {
      const opened = await open().catch(() => null);
      if (!opened) return refuse({ code: 'LAB_UNAVAILABLE' });
      const files = edits.files();
      if (sample.needsNode && ready !== null) {
        const project = ready.container.project(sample.name);
        const failure = await install.run(project, files, mine.signal);
        if (failure !== null) return refuse(failure);
      }
      opened.runIn(ready === null ? null : placeOf(ready, sample.name));
      const { engine, clockStepMs: step } = opened;
      engine.deploy({
        functionName: sample.name,
        files,
        entry: sample.entry,
        memoryMb: memoryMb.peek(),
        timeoutMs: timeoutMs.peek(),
        idleTimeoutMs: sample.idleTimeoutMs,
        concurrencyLimit: concurrencyLimit.peek(),
        env: env.values,
      });
      const calls = Array.from({ length: times }, () =>
        engine.invoke(sample.name, request, { signal: mine.signal }),
      );
      const results = await Promise.all(calls);
      const [only = null] = results;
      batch(() => {
        answer.value = times === 1 ? only : null;
        burst.value = times === 1 ? null : burstOf(results);
        picked.value = times === 1 ? (only?.invocationId ?? null) : null;
        clockStepMs.value = step();
      });
    } finally {
      if (running.peek() === mine) running.value = null;
    }
  }

  /** The reader is about to run something. */
  function prepare(): void {
    // What goes wrong here is told when the reader runs something.
    open().then(
      (opened) => opened.prepare(),
      () => undefined,
    );
  }

  function stop(): void {
    running.peek()?.abort();
  }

  /** `Maak leeg`: no instances, no log, an empty receipt. What was spent stays on the bill of the visit. */
  function clear(): void {
    lab?.engine.clear();
    batch(() => {
      ledger.value = { current: emptyLedger() };
      answer.value = null;
      burst.value = null;
      problem.value = null;
      picked.value = null;
    });
    hasStarted = false;
  }

  function show(target: CodeFrame): void {
    // A fresh object, so that asking for the same place twice shows it twice.
    place.value = { ...target };
  }

  function dispose(): void {
    isDisposed = true;
    lab?.engine.dispose();
  }

  return {
    sample,
    edits,
    host,
    install,
    trigger,
    memoryMb,
    timeoutMs,
    concurrencyLimit,
    envText,
    memoryChoices: withOwn(memoryChoices, sample.memoryMb),
    timeoutChoices: withOwn(timeoutChoices, sample.timeoutMs),
    concurrencyChoices: withOwn(CONCURRENCY_CHOICES, sample.concurrencyLimit),
    answer,
    burst,
    problem,
    /** The ledger is written in place; the wrapper is new at each change. */
    ledger,
    picked,
    place,
    startedAtMs,
    clockStepMs,
    isRunning: computed(() => running.value !== null),
    nowMs: () => lab?.nowMs() ?? 0,
    /** As the reader has set it now, for a project to take home. */
    asSet: (): Sample => {
      const env = parseEnv(envText.peek());
      return {
        ...sample,
        memoryMb: memoryMb.peek(),
        timeoutMs: timeoutMs.peek(),
        concurrencyLimit: concurrencyLimit.peek(),
        env: 'code' in env ? sample.env : env.values,
        trigger: { ...sample.trigger, method: trigger.method.peek(), path: trigger.path.peek() },
      };
    },
    prepare,
    run,
    runBurst,
    stop,
    clear,
    show,
    pick: (invocationId: string) => {
      picked.value = invocationId;
    },
    dispose,
  };
}

function placeOf({ container, number, createHost }: ReadyContainer, project: string): Place {
  const { clockStepMs } = container.link;
  return { name: `webcontainer ${number}`, createHost: createHost(project), clockStepMs };
}

type ReadyContainer = Extract<ContainerState, { kind: 'ready' }>;

export type Playground = ReturnType<typeof createPlayground>;
