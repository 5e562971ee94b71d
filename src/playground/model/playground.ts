/**
 * One playground, apart from how it looks: the learner's code, what sets it off, the lab that runs it, and what came
 * of it. A test drives this without a page.
 *
 *     settings, trigger, edits, host ─▶ runs ──▶ lab: engine and sandbox, fetched before the first run
 *                              events ─▶  │        │ entries
 *                                         ▼        ▼
 *                                        what a view shows ◀── feed: ledger, sales, the bill of the visit
 *
 * This folder is the state of playgrounds and programs, and knows no view. All that shows something imports it, and what
 * deploys a sample elsewhere takes `deploying.ts` and `request-form.ts`. Begin here, then `runs.ts` and `feed.ts`.
 */
import { batch, computed } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import { EditsModel } from '../code/edits.ts';
import { HostChoiceModel } from '../hosts/choice.ts';
import type { Starters } from '../hosts/table.ts';
import { InstallModel } from '../hosts/webcontainer/install.ts';
import { EventsModel } from './event-triggers.ts';
import { FeedModel } from './feed.ts';
import { LabModel, type OpenLab } from './lab.ts';
import { TriggerModel } from './request-form.ts';
import { RunsModel } from './runs.ts';
import { SettingsModel } from './settings.ts';

/** For a playground that no request sets off: its form is not shown. */
const NO_REQUEST = { method: 'GET', path: '/', headers: {}, body: '' };

export function createPlayground(sample: Sample, openLab: OpenLab, starters: Starters) {
  const edits = new EditsModel(sample.name, sample.files);
  const host = new HostChoiceModel(starters);
  const install = new InstallModel(sample.files);
  const trigger = new TriggerModel(sample.name, sample.request ?? NO_REQUEST);
  const settings = new SettingsModel(sample);
  const feed = new FeedModel(sample.title);
  const lab = new LabModel(sample, openLab, (opened) => {
    feed.follow(opened);
    opened.engine.subscribe(events.watch);
  });
  const cron = (): string | null => (events.hasTimer.peek() ? events.cron.peek() : null);
  const runs = new RunsModel({ sample, edits, settings, trigger, host, install, lab, feed, cron });
  const events = new EventsModel(sample, {
    ready: runs.deploy,
    refuse: runs.refuse,
    begin: runs.beginEvent,
    lab: lab.current,
  });

  /** `Maak leeg`: no instances, no log, an empty receipt, nothing stored. What was spent stays on the bill of the visit. */
  function clear(): void {
    runs.traffic.stop();
    events.stopClock();
    lab.current.peek()?.engine.empty();
    batch(() => {
      feed.empty();
      runs.forgetAnswers();
      events.uploadNote.value = null;
    });
  }

  return {
    sample,
    edits,
    host,
    install,
    trigger,
    settings,
    events,
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
    dispose: () => {
      runs.traffic.stop();
      lab.dispose();
    },
  };
}

export type Playground = ReturnType<typeof createPlayground>;
