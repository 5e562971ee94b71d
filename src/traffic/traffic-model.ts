/**
 * What the page of traffic knows: the month that the reader set up, one or two settings to serve it by, what ran of each, and which
 * moments are looked at. State apart from view; a test drives it without a page.
 */
import { batch, computed, signal } from '@preact/signals';
import type { Tariff } from '../billing/index.ts';
import type { Scenario } from '../simulation/index.ts';
import { createOwnFile, trafficOfFile } from './own-file/own-file-model.ts';
import { around, moved, type ViewWindow, within, zoomed } from './picture/view-window.ts';
import { isSameScenario, type Known, scenarioOf, type TraceOfFile } from './scenario-of.ts';
import { createServersRun } from './servers/servers-run.ts';
import { createSideRun, type WorkerOfRun } from './side-run.ts';
import { findStory, stateOf } from './stories.ts';
import type { Peak, Settings, Timing, Traffic, TrafficState } from './traffic-state.ts';

export interface TrafficParts {
  readonly state: TrafficState;
  /** All under which a month is billed. */
  readonly tariffs: readonly Tariff[];
  /** Reads a file of measured traffic. @throws when it can't be fetched */
  readonly loadTrace: (file: string) => Promise<TraceOfFile>;
  readonly startWorker: () => WorkerOfRun;
  /** The tariff of the growing amount. */
  readonly tariffId: () => string;
  /** Of the server that is always on; none where servers are not shown. */
  readonly serverId?: string;
}

/** Supposed: a small machine that mostly waits for others. */
const PER_SERVER = 10;

export type SideName = 'settings' | 'compared';

export function createTraffic({
  state: start,
  tariffs,
  loadTrace,
  startWorker,
  tariffId,
  serverId: startServerId = '',
}: TrafficParts) {
  const storyId = signal(start.storyId);
  const traffic = signal<Traffic>(start.traffic);
  const untilMs = signal(start.untilMs);
  const timing = signal<Timing>(start.timing);
  const seed = signal(start.seed);
  const settings = signal<Settings>(start.settings);
  const compared = signal<Settings | null>(start.compared);
  /** Which of the two is changed. */
  const editing = signal<SideName>(start.compared === null ? 'settings' : 'compared');
  const trace = signal<TraceOfFile | null>(null);
  const hasTraceFailed = signal(false);

  const ownFile = createOwnFile(startWorker, ({ name, untilMs: until }) =>
    load({ ...state.peek(), traffic: { kind: 'file', name }, untilMs: until }),
  );
  const { ownTrace, missingFile, hasDurations } = trafficOfFile(ownFile, traffic);

  const view = signal<ViewWindow>({ fromMs: 0, toMs: start.untilMs });
  const atMs = signal(Math.min(findStory(start.storyId)?.moment.atMs ?? 0, start.untilMs));

  /** While it runs the newest moment is shown, until the reader marks another. */
  const isFollowing = signal(false);

  const sides = {
    settings: createSideRun(startWorker, tariffs),
    compared: createSideRun(startWorker, tariffs),
  };

  /** The servers that the first settings are held against, and how many calls one of them does at once. */
  const servers = createServersRun(startWorker);
  const perServer = signal(PER_SERVER);
  const serverId = signal(startServerId);

  const state = computed<TrafficState>(() => ({
    storyId: storyId.value,
    traffic: traffic.value,
    untilMs: untilMs.value,
    timing: timing.value,
    seed: seed.value,
    settings: settings.value,
    compared: compared.value,
  }));

  const known = computed<Known>(() => ({
    tariffs: tariffs.map(({ id }) => id),
    trace: traffic.value.kind === 'file' ? (ownTrace.value?.calls ?? null) : trace.value,
  }));
  const scenarios = computed<Readonly<Record<SideName, Scenario | null>>>(() => {
    const now = state.value;
    if (missingFile.value !== null) return { settings: null, compared: null };
    return {
      settings: scenarioOf(now, now.settings, known.value),
      compared: now.compared === null ? null : scenarioOf(now, now.compared, known.value),
    };
  });
  /** A run was asked for, and waits for the file of measured traffic. */
  const isFetching = signal(false);
  const isRunning = computed(
    () => isFetching.value || Object.values(sides).some(({ status }) => status.value === 'running'),
  );
  /** What was changed since a side ran: its picture is of what was set before. */
  const isStale = (name: SideName) => {
    const { status, scenario } = sides[name];
    const now = scenarios.value[name];
    void sides[name].version.value;
    return status.value !== 'empty' && now !== null && !isSameScenario(scenario(), now);
  };

  function load(next: TrafficState): void {
    batch(() => {
      sides.settings.clear();
      sides.compared.clear();
      servers.clear();
      storyId.value = next.storyId;
      traffic.value = next.traffic;
      untilMs.value = next.untilMs;
      timing.value = next.timing;
      seed.value = next.seed;
      settings.value = next.settings;
      compared.value = next.compared;
      editing.value = next.compared === null ? 'settings' : 'compared';
      view.value = { fromMs: 0, toMs: next.untilMs };
      atMs.value = next.traffic.kind === 'file' ? 0 : clampMoment(findStory(next.storyId)?.moment.atMs ?? 0);
    });
    // What is not run any more is not kept, nor read on.
    if (next.traffic.kind !== 'file') ownFile.clear();
    void fetchTrace();
  }

  /** Back to what the story brings, by the same settings. */
  function leaveFile(): void {
    const story = findStory(storyId.peek());
    if (story !== undefined)
      load({ ...state.peek(), traffic: story.arrivals, untilMs: stateOf(story, 0).untilMs });
  }

  /** What a function takes was measured or chosen by hand, and stays when another story is chosen. */
  function chooseStory(id: string): void {
    const story = findStory(id);
    if (story === undefined) return;
    const next = stateOf(story, seed.peek());
    const isOwn = timing.peek().kind === 'measured' && story.arrivals.kind !== 'trace';
    load(isOwn ? { ...next, timing: timing.peek() } : next);
  }

  async function fetchTrace(): Promise<void> {
    const { kind } = traffic.peek();
    hasTraceFailed.value = false;
    if (kind !== 'trace' || trace.peek() !== null) return;
    const { file } = traffic.peek() as Extract<Traffic, { kind: 'trace' }>;
    try {
      trace.value = await loadTrace(file);
    } catch {
      hasTraceFailed.value = true;
    }
  }

  function draw(perHour: readonly number[]): void {
    const now = traffic.peek();
    // As long as the story is: an address does not tell how long a file was.
    if (now.kind === 'file') leaveFile();
    traffic.value = { kind: 'day', perHour, peaks: now.kind === 'day' ? now.peaks : [] };
  }

  function setPeaks(peaks: readonly Peak[]): void {
    const now = traffic.peek();
    if (now.kind === 'day') traffic.value = { ...now, peaks };
  }

  function change(part: Partial<Settings>): void {
    if (editing.peek() === 'settings') settings.value = { ...settings.peek(), ...part };
    else if (compared.peek() !== null) compared.value = { ...(compared.peek() as Settings), ...part };
  }

  /** From now on a copy is changed, and what there was stays to be seen. */
  function compare(): void {
    batch(() => {
      compared.value = settings.peek();
      editing.value = 'compared';
    });
  }

  /** @param kept which of the two goes on */
  function stopComparing(kept: SideName = 'settings'): void {
    batch(() => {
      if (kept === 'compared' && compared.peek() !== null) {
        settings.value = compared.peek() as Settings;
        sides.settings.clear();
      }
      compared.value = null;
      editing.value = 'settings';
      sides.compared.clear();
    });
  }

  /** Runs what has not run as it is set now. */
  async function run(): Promise<void> {
    if (isFetching.peek()) return;
    isFetching.value = true;
    await fetchTrace();
    // Whoever stopped it meanwhile wants it no more.
    if (!isFetching.peek()) return;
    batch(() => {
      isFetching.value = false;
      if (hasTraceFailed.peek()) return;
      isFollowing.value = true;
      for (const name of ['settings', 'compared'] as const) {
        const scenario = scenarios.peek()[name];
        const side = sides[name];
        if (scenario === null) continue;
        const isOn = ['running', 'done'].includes(side.status.peek());
        const isThere = isOn && isSameScenario(side.scenario(), scenario);
        if (!isThere) side.run(scenario, tariffId());
      }
    });
  }

  function stop(): void {
    isFetching.value = false;
    ownFile.stop();
    servers.clear();
    for (const side of Object.values(sides)) side.stop();
  }

  function look(next: ViewWindow): void {
    view.value = within(next, untilMs.peek());
  }

  /** @param factor below 1 is closer, around the moment that is marked if that is in sight */
  function zoom(factor: number, around = atMs.peek()): void {
    const now = view.peek();
    const isInSight = around >= now.fromMs && around <= now.toMs;
    const middle = isInSight ? around : (now.fromMs + now.toMs) / 2;
    view.value = zoomed(now, factor, middle, untilMs.peek());
  }

  function lookAround(moment: number, widthMs: number): void {
    batch(() => {
      atMs.value = clampMoment(moment);
      view.value = around(moment, widthMs, untilMs.peek());
    });
  }

  /** Which moment of a side is shown: the marked one, or the newest of a run that is followed. */
  function shownMs(name: SideName): number {
    const { status, version, slices } = sides[name];
    void version.value;
    if (!isFollowing.value || status.value !== 'running') return atMs.value;
    return Math.max(0, slices().toMs - slices().sliceMs);
  }

  /** Until when something is known of a side. */
  function shownToMs(name: SideName): number {
    void sides[name].version.value;
    return sides[name].slices().toMs;
  }

  /** Marks a moment; the window follows where it would be lost. */
  function markMoment(moment: number): void {
    const at = clampMoment(moment);
    isFollowing.value = false;
    const { fromMs, toMs } = view.peek();
    batch(() => {
      atMs.value = at;
      if (at < fromMs) view.value = moved(view.peek(), at - fromMs, untilMs.peek());
      if (at > toMs) view.value = moved(view.peek(), at - toMs, untilMs.peek());
    });
  }

  function clampMoment(moment: number): number {
    return Math.min(Math.max(0, moment), untilMs.peek());
  }

  return {
    storyId,
    traffic,
    untilMs,
    timing,
    seed,
    settings,
    compared,
    editing,
    trace,
    hasTraceFailed,
    ownFile,
    missingFile,
    hasDurations,
    view,
    atMs,
    sides,
    servers,
    perServer,
    serverId,
    state,
    scenarios,
    isRunning,
    isFollowing,
    isStale,
    shownMs,
    shownToMs,
    load,
    chooseStory,
    fetchTrace,
    leaveFile,
    draw,
    setPeaks,
    change,
    compare,
    stopComparing,
    run,
    stop,
    look,
    zoom,
    lookAround,
    markMoment,
  };
}

export type TrafficModel = ReturnType<typeof createTraffic>;
