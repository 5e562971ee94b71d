/**
 * Where one playground's functions run. The reader chooses once: what is chosen is kept on the device, and every playground uses it
 * from then on, until the reader chooses otherwise or it fails. It starts at the first run of a page and never by itself, and a
 * playground falls back on the browser's sandbox, which is there at once and always.
 */
import { batch, computed, createModel, effect, signal } from '@preact/signals';
import type { Place, ReadyHost, Starter, StartState } from './starter.ts';
import { HOME, type HostKind, hosts, kinds, type StartedKind, type Starters, startedKinds } from './table.ts';

/** What there is to see of the choice, beside the choice itself. */
export type ChoicePhase =
  /** It runs where it began: there is nothing to see. */
  | { readonly kind: 'home' }
  /** Where a host comes from is said before anything is loaded from there. */
  | { readonly kind: 'notice' }
  /** It was chosen, on this page or an earlier one, and starts when something is run. */
  | { readonly kind: 'waiting' }
  | Exclude<StartState, { kind: 'off' }>;

const OFF: StartState = { kind: 'off' };

export const HostChoiceModel = createModel((starters: Starters) => {
  /** What there is to choose on this page. */
  const offered = (): readonly HostKind[] =>
    kinds.filter((kind) => kind === HOME || starters[kind] !== undefined);
  /** The host that was started or used here: its notice, its stages and its end are shown in this playground. */
  const asked = signal<StartedKind | null>(null);
  /** A run set it off and waits for it; else the browser goes on working meanwhile. */
  const isAwaited = signal(false);

  /** As kept; one that cannot be had now is as good as not chosen. */
  const kept = computed<StartedKind | null>(
    () => startedKinds.find((kind) => starters[kind]?.isKept.value && obstacleOf(kind) === null) ?? null,
  );
  const wanted = computed<HostKind>(() => asked.value ?? kept.value ?? HOME);

  const phase = computed<ChoicePhase>(() => {
    if (wanted.value === HOME) return { kind: 'home' };
    const isKept = kept.value === wanted.value;
    const state = starters[wanted.value]?.state.value ?? OFF;
    if (state.kind === 'ready') return isKept ? state : { kind: 'home' };
    if (asked.value === null) return isKept ? { kind: 'waiting' } : { kind: 'home' };
    if (state.kind !== 'off') return state;
    return isKept ? { kind: 'waiting' } : { kind: 'notice' };
  });
  const chosen = computed<HostKind>(() => {
    const { kind } = phase.value;
    return kind === 'home' || kind === 'failed' ? HOME : wanted.value;
  });

  /** What stands in the way of choosing a host, and of which; one that is there needs no network. */
  const obstacles = computed<ReadonlyMap<HostKind, string>>(
    () => new Map(startedKinds.flatMap((kind) => obstacleOf(kind) ?? [])),
  );

  function obstacleOf(kind: StartedKind): [[HostKind, string]] | null {
    const starter = starters[kind];
    const code = starter?.obstacle.value ?? null;
    if (starter === undefined || code === null) return null;
    const started: { needsNetwork(code: string): boolean } = hosts[kind].started;
    return starter.state.value.kind === 'ready' && started.needsNetwork(code) ? null : [[kind, code]];
  }

  function choose(kind: HostKind): void {
    if (kind === HOME) {
      batch(() => {
        asked.value = null;
        for (const starter of Object.values(starters)) starter.keep(false);
      });
      return;
    }
    if (obstacles.peek().has(kind)) return;
    const starter = starters[kind];
    if (starter === undefined) return;
    starter.dismiss();
    // Who has read where it comes from has said yes with the choice itself.
    if (starter.isNoticeRead.peek() || starter.state.peek().kind === 'ready') void begin(kind);
    else asked.value = kind;
  }

  /** The reader has read the notice, or wants to try again. */
  function start(): void {
    const kind = asked.peek();
    if (kind === null) return;
    starters[kind]?.dismiss();
    void begin(kind);
  }

  /** Keeps the choice, and starts it here. Its failure stays here to be read. */
  async function begin(kind: StartedKind): Promise<void> {
    const starter = starters[kind];
    if (starter === undefined) return;
    batch(() => {
      asked.value = kind;
      starter.keep(true);
    });
    void starter.start();
    await settled(starter);
    batch(() => {
      isAwaited.value = false;
      // Stopped, here or in another playground.
      if (starter.state.peek().kind === 'off' && asked.peek() === kind) asked.value = null;
    });
  }

  /**
   * For a run: starts the kept choice if that has not been done on this page, and waits until it is there or is not to be had. While
   * the reader starts one by hand there is nothing to wait for: the browser goes on working.
   *
   * @returns null when there is nothing to wait for
   */
  function arrive(stopped: AbortSignal): Promise<void> | null {
    const kind = wanted.peek();
    if (kind === HOME) return null;
    const isWaiting = phase.peek().kind === 'waiting';
    if (phase.peek().kind === 'ready') asked.value = kind;
    if (!isWaiting && !isAwaited.peek()) return null;
    isAwaited.value = true;
    const starter = starters[kind];
    if (starter === undefined) return null;
    const begun = isWaiting ? begin(kind) : settled(starter);
    return Promise.race([begun, aborted(stopped)]);
  }

  /** Back to where it began, also while the host is on its way. */
  function stopWaiting(): void {
    const kind = asked.peek();
    choose(HOME);
    if (kind !== null) starters[kind]?.stopWaiting();
  }

  /** The chosen host once it is there; null while everything runs where it began. */
  function ready(): ReadyHost | null {
    const now = phase.peek();
    return now.kind === 'ready' ? now : null;
  }

  /** Where the chosen host runs a playground; null where it began. */
  function placeFor(project: string): Place | null {
    const now = ready();
    return now && { name: `${wanted.peek()} ${now.number}`, ...now.placeFor(project) };
  }

  return {
    offered,
    wanted,
    chosen,
    phase,
    isAwaited,
    obstacles,
    choose,
    start,
    arrive,
    stopWaiting,
    ready,
    placeFor,
  };
});

export type HostChoice = InstanceType<typeof HostChoiceModel>;

/** Once it is not on its way any more, whatever came of it. */
function settled({ state }: Starter): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stopLooking = effect(() => {
    if (state.value.kind !== 'booting') resolve();
  });
  return promise.finally(stopLooking);
}

/** @param signal not aborted yet */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
