/**
 * The one container of this page, apart from how it looks: whether there may be one, what it is doing, and who hears
 * of its end. A test gives it a container of its own.
 */
import { createModel, signal } from '@preact/signals';
import type { BootProblem, BootStage, Obstacle } from '../../../host/webcontainer/index.ts';
import { BootError, obstacleTo } from '../../../host/webcontainer/support.ts';
import { readText, writeText } from '../../../kit/storage.ts';
import type { SiteSettings, StartState } from '../starter.ts';

export type ContainerProblem =
  | BootProblem
  /** It was there, and then it was not. */
  | 'LOST';

export type ContainerState = StartState<BootStage, ContainerProblem>;

export interface ContainersOptions extends SiteSettings {
  /** Fetches what boots a container: at the reader's click, since it is large and mostly not needed. */
  readonly load: () => Promise<typeof import('../../../host/webcontainer/index.ts')>;
}

const NOTICE_KEY = 'functielab:webcontainer-gelezen';

export const ContainersModel = createModel(({ load, apiKey, coep }: ContainersOptions) => {
  const state = signal<ContainerState>({ kind: 'off' });
  /** Why there can be none here; null when it may work. Unknown until the page runs in a browser. */
  const obstacle = signal<Obstacle | null>('NOT_ISOLATED');
  /** Whether the reader has been told where the container comes from, in this or an earlier visit. */
  const isNoticeRead = signal(false);
  let boots = 0;
  let cancel: AbortController | null = null;

  /** Once the page is in a browser, and whenever the network comes or goes. */
  function look(found: Obstacle | null = obstacleTo()): void {
    obstacle.value = found;
    isNoticeRead.value = readText(NOTICE_KEY) !== null;
  }

  /** At the reader's click, after the notice. Does nothing while one is there, or on its way. */
  async function start(): Promise<void> {
    if (state.peek().kind === 'booting' || state.peek().kind === 'ready') return;
    isNoticeRead.value = true;
    writeText(NOTICE_KEY, '1');
    const mine = new AbortController();
    cancel = mine;
    state.value = { kind: 'booting', stage: 'client' };
    try {
      const library = await load().catch(() => null);
      if (mine.signal.aborted) return;
      if (library === null) {
        state.value = { kind: 'failed', code: 'CLIENT_UNAVAILABLE', said: '' };
        return;
      }
      const container = await library.bootContainer({
        ...(apiKey && { apiKey }),
        coep,
        signal: mine.signal,
        onStage: (stage) => {
          if (!mine.signal.aborted) state.value = { kind: 'booting', stage };
        },
      });
      boots += 1;
      const number = boots;
      container.onLost(() => {
        const now = state.peek();
        if (now.kind === 'ready' && now.number === number)
          state.value = { kind: 'failed', code: 'LOST', said: '' };
      });
      const placeFor = (project: string) => ({
        createHost: library.createLinkedHost(container.link, project),
        clockStepMs: container.link.clockStepMs,
      });
      state.value = container.link.isLost
        ? { kind: 'failed', code: 'LOST', said: '' }
        : { kind: 'ready', container, number, placeFor };
    } catch (error) {
      if (!mine.signal.aborted) state.value = failed(error);
    }
  }

  function stopWaiting(): void {
    cancel?.abort();
    if (state.peek().kind === 'booting') state.value = { kind: 'off' };
  }

  /** Puts the note away. */
  function dismiss(): void {
    if (state.peek().kind === 'failed') state.value = { kind: 'off' };
  }

  return { state, obstacle, isNoticeRead, look, start, stopWaiting, dismiss };
});

export type Containers = InstanceType<typeof ContainersModel>;

function failed(error: unknown): ContainerState {
  const code = error instanceof BootError ? error.code : 'BOOT_FAILED';
  return { kind: 'failed', code, said: error instanceof Error ? error.message : '' };
}
