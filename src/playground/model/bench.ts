/**
 * What runs one version of a playground's code, and what came of it: its settings, what sets it off, its lab, and the log,
 * the stores and the receipt of that lab. The reader's own version has one, for as long as the playground is on the page; a
 * stranger's copy has one of its own, which ends with it (`playground.ts`). They share nothing but the sample.
 *
 *     settings, trigger, code, host ─▶ runs ──▶ lab: engine and sandbox, fetched before the first run
 *                              events ─▶  │        │ entries
 *                                         ▼        ▼
 *                                        what a view shows ◀── feed: ledger, sales, the bill of the visit
 */
import { batch, computed, signal } from '@preact/signals';
import type { SourceFile } from '../../contract/data.ts';
import type { RequestExample, Sample } from '../../course/sample.ts';
import type { Edits } from '../code/edits.ts';
import type { LabOwner } from '../code/origin.ts';
import { HostChoiceModel } from '../hosts/choice.ts';
import { browserOnlyStarters, strangersStarters } from '../hosts/closed.ts';
import type { Starters } from '../hosts/table.ts';
import { InstallModel } from '../hosts/webcontainer/install.ts';
import type { PlaygroundAlarm } from './alarm-model.ts';
import { EventsModel } from './event-triggers.ts';
import { FeedModel } from './feed.ts';
import { LabModel, type OpenLab } from './lab.ts';
import { TriggerModel } from './request-form.ts';
import { RunsModel } from './runs.ts';
import { SettingsModel } from './settings.ts';

/** For a playground that no request sets off: its form is not shown. */
const NO_REQUEST = { method: 'GET', path: '/', headers: {}, body: '' };

/** On the bill of the visit, where what a stranger's code used counts like any run. */
const strangersTitle = (title: string) => `${title} (code van iemand anders)`;

export interface BenchParts {
  readonly sample: Sample;
  readonly edits: Edits;
  readonly owner: LabOwner;
  /** What runs here; null when there is nothing to run any more. */
  readonly code: () => readonly SourceFile[] | null;
  readonly openLab: OpenLab;
  readonly starters: Starters;
  /** Tells one bench of a playground from the next, for a view that has to begin anew. */
  readonly number: number;
}

export function createBench({ sample, edits, owner, code, openLab, starters, number }: BenchParts) {
  const isStrangers = owner === 'stranger';
  const own = sample.needsBrowser ? browserOnlyStarters(starters) : starters;
  const host = new HostChoiceModel(isStrangers ? strangersStarters(starters) : own);
  const install = new InstallModel(sample.files);
  const trigger = new TriggerModel(sample.name, sample.request ?? NO_REQUEST);
  const settings = new SettingsModel(sample);
  const feed = new FeedModel(isStrangers ? strangersTitle(sample.title) : sample.title);
  const open = () => openLab(sample, owner);
  const lab = new LabModel(open, (opened) => {
    feed.follow(opened);
    opened.engine.subscribe(events.watch);
    alarm.value = opened.makeAlarm({ settings, feed, runs });
  });
  const cron = (): string | null => (events.hasTimer.peek() ? events.cron.peek() : null);
  const runs = new RunsModel({ sample, owner, code, settings, trigger, host, install, lab, feed, cron });
  const events = new EventsModel(sample, {
    ready: runs.deploy,
    refuse: runs.refuse,
    begin: runs.beginEvent,
    lab: lab.current,
  });

  /** Null until the lab is open. */
  const alarm = signal<PlaygroundAlarm | null>(null);

  /** The file that a reader chose by choosing what to ask of it; another object each time. */
  const chosenFile = signal<{ readonly path: string } | null>(null);

  /** An example stands in the form, and beside it the code that answers it. */
  function fill(example: RequestExample): void {
    trigger.fill(example);
    chosenFile.value = { path: example.file };
  }

  /** `Maak leeg`: no instances, no log, an empty receipt, nothing stored. What was spent stays on the bill of the visit. */
  function clear(): void {
    runs.stopTraffic();
    events.stopClock();
    lab.current.peek()?.engine.empty();
    batch(() => {
      feed.empty();
      runs.forgetAnswers();
      events.uploadNote.value = null;
    });
  }

  /** Nothing begins by itself any more: no timer, no steady traffic. What is under way ends as it would. */
  function rest(): void {
    runs.stopTraffic();
    if (events.isClockOn.peek()) events.stopClock();
  }

  return {
    sample,
    edits,
    owner,
    number,
    host,
    install,
    trigger,
    fill,
    chosenFile,
    settings,
    events,
    alarm,
    lab: lab.current,
    prepare: lab.prepare,

    ledger: feed.ledger,
    sales: feed.sales,
    picked: feed.picked,
    startedAtMs: feed.startedAtMs,
    clockStepMs: feed.clockStepMs,
    changes: feed.changes,
    pick: feed.pick,

    answer: runs.answer,
    answers: runs.answers,
    lastTrigger: runs.lastTrigger,
    burstCalls: runs.burstCalls,
    burst: runs.burst,
    isSteady: runs.isSteady,
    problem: runs.problem,
    place: runs.place,
    traffic: runs.traffic,
    isRunning: runs.isRunning,
    run: runs.run,
    runBurst: runs.runBurst,
    setTraffic: runs.setTraffic,
    stop: runs.stop,
    deploy: runs.deploy,
    /** Other files came from elsewhere: they take the place of what is deployed, where something is. Nothing runs. */
    redeploy: async () => {
      if (lab.current.peek() !== null) await runs.deploy();
    },
    show: runs.show,

    /** Whether `Maak leeg` has anything to empty. */
    hasSomething: computed(() => {
      void feed.changes.value;
      if (feed.ledger.value.current.tracks.instances.length > 0) return true;
      return lab.current.value?.engine.bindings.holdsSomething ?? false;
    }),
    nowMs: () => lab.current.peek()?.nowMs() ?? 0,
    /** As the reader has set it now, for a project to take home. */
    asSet: () => settings.asSet({ method: trigger.method.peek(), path: trigger.path.peek() }),
    clear,
    rest,
    dispose: () => {
      runs.stop();
      alarm.peek()?.clear();
      // What ran until now is on the bill of the visit all the same: the feed hears of its end.
      lab.dispose();
    },
  };
}

export type Bench = ReturnType<typeof createBench>;
