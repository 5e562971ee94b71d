/**
 * What a reader sets off with a request: one call, many at once, or so many a second. Before each, what the reader
 * has now is deployed; what is wrong with it is told in the place of an answer.
 */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame, Failure } from '../../contract/failure.ts';
import type { Sample } from '../../course/sample.ts';
import type { Answer } from '../../engine/index.ts';
import type { LabOwner } from '../code/origin.ts';
import type { HostChoice } from '../hosts/choice.ts';
import type { Install } from '../hosts/webcontainer/install.ts';
import { BURST_CALLS, type Burst, BurstCount, burstOf } from './burst.ts';
import { deploymentsOf } from './deploying.ts';
import type { Feed } from './feed.ts';
import type { Lab, OpenedLab } from './lab.ts';
import type { ProblemCode } from './problems.ts';
import type { Trigger } from './request-form.ts';
import type { Settings } from './settings.ts';
import { SteadyTrafficModel } from './steady-traffic.ts';

/** What is deployed, where, and who is told what comes of it. */
export interface RunParts {
  readonly sample: Sample;
  readonly owner: LabOwner;
  /** What is deployed; null when the copy that ran here is gone. */
  readonly code: () => readonly SourceFile[] | null;
  readonly settings: Settings;
  readonly trigger: Trigger;
  readonly host: HostChoice;
  readonly install: Install;
  readonly lab: OpenedLab;
  readonly feed: Feed;
  /** In the place of the sample's own; null when it has no timer. */
  readonly cron: () => string | null;
}

const NEVER_STOPPED = new AbortController().signal;

/** Lets the browser draw what a press changed: on a slow computer a reader sees that it was heard before the work for it begins. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

export const RunsModel = createModel((parts: RunParts) => {
  const { sample, owner, code, settings, trigger, host, install, lab, feed, cron } = parts;
  const answer = signal<Answer | null>(null);
  /** What came back last, each call's own: of one, of many at once, or of steady traffic. */
  const answers = signal<readonly Answer[]>([]);
  /** What the reader set off last: a request has an answer, an event has deliveries. */
  const lastTrigger = signal<'http' | 'event'>(sample.request === null ? 'event' : 'http');
  const burstCalls = signal(BURST_CALLS);
  /** What many calls at once came to; null when the last was one call. */
  const burst = signal<Burst | null>(null);
  /** The calls of `burst` came one after another. */
  const isSteady = signal(false);
  /** What is wrong with the request itself, before anything ran. */
  const problem = signal<Failure<ProblemCode> | null>(null);
  /** Where in the code the reader is led; a fresh object each time, so that the same place can be shown twice. */
  const place = signal<CodeFrame | null>(null);
  const running = signal<AbortController | null>(null);

  /** Nothing runs: the request or its surroundings are wrong. */
  function refuse(why: Failure<ProblemCode>): null {
    batch(() => {
      answer.value = null;
      burst.value = null;
      problem.value = why;
    });
    return null;
  }

  /** @returns null when the reader has been told what is wrong with it */
  function request() {
    const composed = trigger.request();
    return 'code' in composed ? refuse({ code: composed.code, details: { text: composed.text } }) : composed;
  }

  async function call(times: number): Promise<void> {
    if (running.peek()) return;
    const composed = request();
    if (composed === null) return;
    const mine = new AbortController();
    running.value = mine;
    try {
      await turn();
      const opened = await deployAll(mine.signal);
      if (opened === null) return;
      lastTrigger.value = 'http';
      feed.expectNoDelivery();
      const calls = Array.from({ length: times }, () =>
        opened.engine.request(composed, { signal: mine.signal }),
      );
      const results = await Promise.all(calls);
      const [only = null] = results;
      feed.catchUp();
      batch(() => {
        answers.value = results;
        answer.value = times === 1 ? only : null;
        burst.value = times === 1 ? null : burstOf(results);
        isSteady.value = false;
        feed.pick(times === 1 ? (only?.invocationId ?? null) : null);
      });
    } finally {
      if (running.peek() === mine) running.value = null;
    }
  }

  /** @returns the lab with what the reader has now deployed in it, or null when the reader has been told why not */
  async function deployAll(stopped: AbortSignal): Promise<Lab | null> {
    const env = settings.env();
    if ('code' in env) return refuse({ code: env.code, details: { text: env.text } });
    const coming = host.arrive(stopped);
    if (coming !== null) await coming;
    if (stopped.aborted) return null;
    const container = host.ready()?.container ?? null;
    const somewhere = host.placeFor(sample.name);
    if (sample.needsNode && container === null) {
      return refuse({ code: owner === 'stranger' ? 'STRANGER_NEEDS_NODE' : 'NODE_NEEDED' });
    }
    batch(() => {
      problem.value = null;
      place.value = null;
    });
    const opened = await lab.open().catch(() => null);
    if (!opened) return refuse({ code: 'LAB_UNAVAILABLE' });
    const files = code();
    if (files === null) return null;
    if (sample.needsNode && container !== null) {
      const project = container.project(sample.name);
      const failure = await install.run(project, files, stopped);
      if (failure !== null) return refuse(failure);
    }
    opened.runIn(somewhere);
    const deployments = deploymentsOf(sample, {
      files,
      memoryMb: settings.memoryMb.peek(),
      timeoutMs: settings.timeoutMs.peek(),
      concurrencyLimit: settings.concurrencyLimit.peek(),
      env: env.values,
      cron: cron(),
    });
    for (const deployment of deployments) opened.engine.deploy(deployment);
    return opened;
  }

  /** Answers of steady traffic, counted as they come. */
  let steady = new BurstCount();
  const traffic = new SteadyTrafficModel(() => {
    const composed = trigger.request();
    const opened = lab.current.peek();
    if ('code' in composed || opened === null) return;
    const mine = steady;
    void opened.engine.request(composed).then((result) => {
      mine.add(result);
      answers.value = [result];
      if (mine === steady) burst.value = mine.burst();
    });
  });

  /** Of what the reader last wanted of the traffic: what was wanted before it may still wait for a lab that comes late. */
  let wish = 0;

  function stopTraffic(): void {
    wish += 1;
    traffic.stop();
  }

  /** @param perSecond 0 ends it */
  async function setTraffic(perSecond: number): Promise<void> {
    if (perSecond === 0) return stopTraffic();
    wish += 1;
    const mine = wish;
    if (request() === null || (await deployAll(NEVER_STOPPED)) === null || mine !== wish) return;
    if (traffic.perSecond.peek() === 0) steady = new BurstCount();
    batch(() => {
      lastTrigger.value = 'http';
      isSteady.value = true;
      answer.value = null;
      feed.pick(null);
    });
    traffic.set(perSecond);
  }

  function stop(): void {
    stopTraffic();
    running.peek()?.abort();
  }

  function show(target: CodeFrame): void {
    place.value = { ...target };
  }

  return {
    answer,
    answers,
    lastTrigger,
    burstCalls,
    burst,
    isSteady,
    problem,
    place,
    traffic,
    isRunning: computed(() => running.value !== null),
    refuse,
    /** Deploys what the reader has now, for something that is no request. */
    deploy: () => deployAll(NEVER_STOPPED),
    run: () => call(1),
    /** As one press of the button sends: all at once, whatever the limit. */
    runBurst: () => call(burstCalls.peek()),
    setTraffic,
    stopTraffic,
    stop,
    show,
    /** The reader set off an event. */
    beginEvent: () => {
      lastTrigger.value = 'event';
      feed.pickNextDelivery();
    },
    forgetAnswers: () => {
      answer.value = null;
      burst.value = null;
      problem.value = null;
    },
  };
});
