/**
 * Where one playground's functions run: in the browser's sandbox, or in the page's container. The browser host is
 * there at once and always, so a playground stays on it until the container is ready, and falls back on it when
 * the container is gone.
 */
import { computed, createModel, signal } from '@preact/signals';
import type { ContainerState, Containers } from './containers.ts';

export type HostKind = 'browser' | 'webcontainer';

/** What there is to see of the choice, beside the choice itself. */
export type ChoicePhase =
  | { readonly kind: 'browser' }
  /** Where the container comes from is said before anything is loaded from there. */
  | { readonly kind: 'notice' }
  | Exclude<ContainerState, { kind: 'off' }>;

export const HostChoiceModel = createModel((containers: Containers) => {
  const wantsContainer = signal(false);

  const phase = computed<ChoicePhase>(() => {
    const state = containers.state.value;
    if (!wantsContainer.value) return { kind: 'browser' };
    return state.kind === 'off' ? { kind: 'notice' } : state;
  });
  const chosen = computed<HostKind>(() => {
    const { kind } = phase.value;
    return kind === 'browser' || kind === 'failed' ? 'browser' : 'webcontainer';
  });

  /** What stands in the way of choosing it; a container that is there needs no network. */
  const obstacle = computed(() => {
    const isThere = containers.state.value.kind === 'ready';
    return isThere && containers.obstacle.value === 'OFFLINE' ? null : containers.obstacle.value;
  });

  function choose(kind: HostKind): void {
    if (kind === 'browser') {
      wantsContainer.value = false;
      return;
    }
    if (obstacle.peek() !== null) return;
    containers.dismiss();
    wantsContainer.value = true;
    // Who has read where it comes from has said yes with the choice itself.
    if (containers.isNoticeRead.peek()) void containers.start();
  }

  /** The reader has read the notice, or wants to try again. */
  function start(): void {
    containers.dismiss();
    void containers.start();
  }

  /** Back to the browser, also while the container is on its way. */
  function stopWaiting(): void {
    wantsContainer.value = false;
    containers.stopWaiting();
  }

  /** The container to run on, or null for the browser. */
  function ready(): Extract<ContainerState, { kind: 'ready' }> | null {
    const now = phase.peek();
    return now.kind === 'ready' ? now : null;
  }

  return { chosen, phase, obstacle, choose, start, stopWaiting, ready };
});

export type HostChoice = InstanceType<typeof HostChoiceModel>;
