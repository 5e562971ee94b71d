/**
 * One playground, apart from how it looks: the learner's code, the trigger, the engine that runs it, and what
 * came of it. A test drives this without a page.
 */
import { batch, computed, signal } from '@preact/signals';
import type { CodeFrame, Failure } from '../../contract/failure.ts';
import type { Sample } from '../../course/sample.ts';
import type { Answer, Entry } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import { addToVisit } from '../../till/index.ts';
import { EditsModel } from '../code/edits.ts';
import { emptyLedger, type Ledger, post } from '../entries/ledger.ts';
import { HostChoiceModel } from '../hosts/choice.ts';
import type { ContainerState, Containers } from '../hosts/containers.ts';
import { InstallModel } from '../hosts/install.ts';
import { BURST_CALLS, type Burst, BurstCount, burstOf, CONCURRENCY_CHOICES } from './burst.ts';
import { deploymentsOf } from './deploying.ts';
import { type EnvProblem, formatEnv, parseEnv } from './env.ts';
import { type EventProblemCode, EventsModel } from './event-triggers.ts';
import type { Lab, OpenLab, Place } from './lab.ts';
import { onFrame } from './on-frame.ts';
import { TriggerModel, type TriggerProblem } from './request-form.ts';
import { SteadyTrafficModel } from './steady-traffic.ts';

type NewsListener = (entries: readonly Entry[] | null) => void;

/** What can be wrong before anything runs. */
export type ProblemCode =
  | TriggerProblem['code']
  | EnvProblem['code']
  | EventProblemCode
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

/** For a playground that no request sets off: its form is not shown. */
const NO_REQUEST = { method: 'GET', path: '/', headers: {}, body: '' };

const NEVER_STOPPED = new AbortController().signal;

function withOwn(choices: readonly number[], own: number): number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}

export function createPlayground(sample: Sample, openLab: OpenLab, containers: Containers) {
  const edits = new EditsModel(sample.name, sample.files);
  const host = new HostChoiceModel(containers);
  const install = new InstallModel(sample.files);
  const trigger = new TriggerModel(sample.name, sample.request ?? NO_REQUEST);
  const memoryMb = signal(sample.memoryMb);
  const timeoutMs = signal(sample.timeoutMs);
  const concurrencyLimit = signal(sample.concurrencyLimit);
  /** A setting a line: `NAAM=waarde`. */
  const envText = signal(formatEnv(sample.env));

  const answer = signal<Answer | null>(null);
  /** What the reader set off last: a request has an answer, an event has deliveries. */
  const lastTrigger = signal<'http' | 'event'>(sample.request === null ? 'event' : 'http');
  const burstCalls = signal(BURST_CALLS);
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
  const lab = signal<Lab | null>(null);
  /** Grows whenever something in the stores, the queue or the engine may have changed. */
  const changes = signal(0);
  const news: Entry[] = [];
  const listeners = new Set<NewsListener>();
  let opening: Promise<Lab> | null = null;
  let isDisposed = false;
  let hasStarted = false;
  /** The reader set off an event: what it leads to is what the receipt and the trace show. */
  let awaitsDelivery = false;

  /** Once a frame: a thousand invocations that end together are one change to see. */
  const readNews = onFrame(() => {
    const { current } = ledger.peek();
    const entries = news.splice(0);
    let hasChanged = false;
    const usages: InvocationUsage[] = [];
    let delivered: string | null = null;
    for (const entry of entries) {
      if (!hasStarted) {
        hasStarted = true;
        startedAtMs.value = entry.atMs;
      }
      hasChanged = post(current, entry) || hasChanged;
      if (entry.type === 'invocationEnded') usages.push(entry.usage);
      if (entry.type === 'messagesDelivered') delivered ??= entry.invocationId;
    }
    batch(() => {
      if (awaitsDelivery && delivered !== null) {
        awaitsDelivery = false;
        picked.value = delivered;
      }
      for (const listener of listeners) listener(entries);
      addToVisit(sample.title, usages);
      clockStepMs.value = lab.peek()?.clockStepMs() ?? clockStepMs.peek();
      if (hasChanged) ledger.value = { current };
      changes.value += 1;
    });
  });

  function onEntries(entries: readonly Entry[]): void {
    for (const entry of entries) {
      news.push(entry);
      if (entry.type === 'timerFired' || entry.type === 'timerSkipped') events.look();
    }
    readNews.soon();
  }

  /** @throws when the code of the lab cannot be fetched; the next call tries again */
  function open(): Promise<Lab> {
    opening ??= openLab(sample).then(
      (opened) => {
        lab.value = opened;
        changes.value += 1;
        opened.engine.subscribe(onEntries);
        if (isDisposed) opened.close();
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
  const runBurst = () => call(burstCalls.peek());

  async function call(times: number): Promise<void> {
    if (running.peek()) return;
    const request = trigger.request();
    if ('code' in request) return refuse({ code: request.code, details: { text: request.text } });
    const mine = new AbortController();
    running.value = mine;
    try {
      const opened = await deployAll(mine.signal);
      if (opened === null) return;
      lastTrigger.value = 'http';
      awaitsDelivery = false;
      const calls = Array.from({ length: times }, () =>
        opened.engine.request(request, { signal: mine.signal }),
      );
      const results = await Promise.all(calls);
      const [only = null] = results;
      // What is shown together changes together: the log of a run with its answer.
      readNews.now();
      batch(() => {
        answer.value = times === 1 ? only : null;
        burst.value = times === 1 ? null : burstOf(results);
        isSteady.value = false;
        picked.value = times === 1 ? (only?.invocationId ?? null) : null;
      });
    } finally {
      if (running.peek() === mine) running.value = null;
    }
  }

  /** @returns the lab with what the reader has now deployed in it, or null when the reader has been told why not */
  async function deployAll(stopped: AbortSignal): Promise<Lab | null> {
    const env = parseEnv(envText.peek());
    if ('code' in env) return refused({ code: env.code, details: { text: env.text } });
    const ready = host.ready();
    if (sample.needsNode && ready === null) return refused({ code: 'NODE_NEEDED' });
    batch(() => {
      problem.value = null;
      place.value = null;
    });
    const opened = await open().catch(() => null);
    if (!opened) return refused({ code: 'LAB_UNAVAILABLE' });
    const files = edits.files();
    if (sample.needsNode && ready !== null) {
      const project = ready.container.project(sample.name);
      const failure = await install.run(project, files, stopped);
      if (failure !== null) return refused(failure);
    }
    opened.runIn(ready === null ? null : placeOf(ready, sample.name));
    const deployments = deploymentsOf(sample, {
      files,
      memoryMb: memoryMb.peek(),
      timeoutMs: timeoutMs.peek(),
      concurrencyLimit: concurrencyLimit.peek(),
      env: env.values,
      cron: events.hasTimer.peek() ? events.cron.peek() : null,
    });
    for (const deployment of deployments) opened.engine.deploy(deployment);
    return opened;
  }

  function refused(why: Failure<ProblemCode>): null {
    refuse(why);
    return null;
  }

  const events = new EventsModel(sample, {
    ready: () => deployAll(NEVER_STOPPED),
    refuse,
    begin: () => {
      lastTrigger.value = 'event';
      picked.value = null;
      awaitsDelivery = true;
    },
    lab,
  });

  /** Answers of steady traffic, counted as they come. */
  let steady = new BurstCount();
  const isSteady = signal(false);
  const traffic = new SteadyTrafficModel(() => {
    const request = trigger.request();
    const opened = lab.peek();
    if ('code' in request || opened === null) return;
    const mine = steady;
    void opened.engine.request(request).then((result) => {
      mine.add(result);
      if (mine === steady) burst.value = mine.burst();
    });
  });

  /** @param perSecond 0 ends it */
  async function setTraffic(perSecond: number): Promise<void> {
    if (perSecond === 0) return traffic.stop();
    const request = trigger.request();
    if ('code' in request) return refuse({ code: request.code, details: { text: request.text } });
    if ((await deployAll(NEVER_STOPPED)) === null) return;
    if (traffic.perSecond.peek() === 0) steady = new BurstCount();
    batch(() => {
      lastTrigger.value = 'http';
      isSteady.value = true;
      answer.value = null;
      picked.value = null;
    });
    traffic.set(perSecond);
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
    traffic.stop();
    running.peek()?.abort();
  }

  /** `Maak leeg`: no instances, no log, an empty receipt, nothing stored. What was spent stays on the bill of the visit. */
  function clear(): void {
    traffic.stop();
    events.stopClock();
    lab.peek()?.engine.empty();
    readNews.now();
    batch(() => {
      ledger.value = { current: emptyLedger() };
      answer.value = null;
      burst.value = null;
      problem.value = null;
      picked.value = null;
      events.uploadNote.value = null;
      changes.value += 1;
    });
    // What the engine still has to tell is of what was thrown away.
    queueMicrotask(() => {
      news.length = 0;
      ledger.value = { current: emptyLedger() };
      for (const listener of listeners) listener(null);
    });
    hasStarted = false;
    awaitsDelivery = false;
  }

  /**
   * `listener` is told of new entries once a frame, and with null that all before is thrown away.
   *
   * @returns what ends it
   */
  function listen(listener: NewsListener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function show(target: CodeFrame): void {
    // A fresh object, so that asking for the same place twice shows it twice.
    place.value = { ...target };
  }

  function dispose(): void {
    isDisposed = true;
    traffic.stop();
    lab.peek()?.close();
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
    lastTrigger,
    burstCalls,
    isSteady,
    events,
    traffic,
    lab,
    changes,
    isRunning: computed(() => running.value !== null),
    /** Whether `Maak leeg` has anything to empty. */
    hasSomething: computed(() => {
      void changes.value;
      if (ledger.value.current.lanes.length > 0) return true;
      return lab.value?.engine.bindings.holdsSomething ?? false;
    }),
    nowMs: () => lab.peek()?.nowMs() ?? 0,
    /** As the reader has set it now, for a project to take home. */
    asSet: (): Sample => {
      const env = parseEnv(envText.peek());
      return {
        ...sample,
        memoryMb: memoryMb.peek(),
        timeoutMs: timeoutMs.peek(),
        concurrencyLimit: concurrencyLimit.peek(),
        env: 'code' in env ? sample.env : env.values,
        request: sample.request && {
          ...sample.request,
          method: trigger.method.peek(),
          path: trigger.path.peek(),
        },
      };
    },
    prepare,
    run,
    runBurst,
    setTraffic,
    stop,
    clear,
    listen,
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
