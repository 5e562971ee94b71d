/**
 * Where one playground's functions run. The browser's sandbox is there at once and always, so a playground stays on it
 * until the host that the reader chose is ready, and falls back on it when that host is gone.
 */
import { computed, createModel, signal } from '@preact/signals';
import type { Place, ReadyHost, StartState } from './starter.ts';
import { HOME, type HostKind, hosts, type StartedKind, type Starters, startedKinds } from './table.ts';

/** What there is to see of the choice, beside the choice itself. */
export type ChoicePhase =
  /** It runs where it began: there is nothing to see. */
  | { readonly kind: 'home' }
  /** Where a host comes from is said before anything is loaded from there. */
  | { readonly kind: 'notice' }
  | Exclude<StartState, { kind: 'off' }>;

export const HostChoiceModel = createModel((starters: Starters) => {
  const wanted = signal<HostKind>(HOME);
  const starterOf = (kind: HostKind) => (kind === HOME ? null : starters[kind]);

  const phase = computed<ChoicePhase>(() => {
    const state = starterOf(wanted.value)?.state.value;
    if (state === undefined) return { kind: 'home' };
    return state.kind === 'off' ? { kind: 'notice' } : state;
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
    const { state, obstacle } = starters[kind];
    const code = obstacle.value;
    if (code === null) return null;
    const started: { needsNetwork(code: string): boolean } = hosts[kind].started;
    return state.value.kind === 'ready' && started.needsNetwork(code) ? null : [[kind, code]];
  }

  function choose(kind: HostKind): void {
    const starter = starterOf(kind);
    if (starter !== null) {
      if (obstacles.peek().has(kind)) return;
      starter.dismiss();
    }
    wanted.value = kind;
    // Who has read where it comes from has said yes with the choice itself.
    if (starter?.isNoticeRead.peek()) void starter.start();
  }

  /** The reader has read the notice, or wants to try again. */
  function start(): void {
    const starter = starterOf(wanted.peek());
    starter?.dismiss();
    void starter?.start();
  }

  /** Back to where it began, also while the host is on its way. */
  function stopWaiting(): void {
    const starter = starterOf(wanted.peek());
    wanted.value = HOME;
    starter?.stopWaiting();
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

  return { wanted, chosen, phase, obstacles, choose, start, stopWaiting, ready, placeFor };
});

export type HostChoice = InstanceType<typeof HostChoiceModel>;
