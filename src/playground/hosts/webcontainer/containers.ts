/**
 * The one container of this page, apart from how it looks: whether there may be one, what it is doing, and who hears
 * of its end. A test gives it a container of its own.
 */
import { batch, createModel, signal } from '@preact/signals';
import type { BootProblem, BootStage, Obstacle } from '../../../host/webcontainer/index.ts';
import { BootError, obstacleTo } from '../../../host/webcontainer/support.ts';
import { readText, removeText, writeText } from '../../../kit/storage.ts';
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
/** There as long as the choice is. */
const CHOICE_KEY = 'functielab:webcontainer-gekozen';

type ContainerFailure = Extract<ContainerState, { kind: 'failed' }>;

const LOST: ContainerFailure = { kind: 'failed', code: 'LOST', said: '' };

export const ContainersModel = createModel(({ load, apiKey, coep }: ContainersOptions) => {
  const state = signal<ContainerState>({ kind: 'off' });
  /** Why there can be none here; null when it may work. Unknown until the page runs in a browser. */
  const obstacle = signal<Obstacle | null>('NOT_ISOLATED');
  /** Whether the reader has been told where the container comes from, in this or an earlier visit. */
  const isNoticeRead = signal(false);
  /** Whether it was chosen, in this or an earlier visit. */
  const isKept = signal(false);
  let boots = 0;
  let cancel: AbortController | null = null;

  /** Once the page is in a browser, and whenever the network comes or goes. */
  function look(found: Obstacle | null = obstacleTo()): void {
    obstacle.value = found;
    isNoticeRead.value = readText(NOTICE_KEY) !== null;
    isKept.value ||= isNoticeRead.value && readText(CHOICE_KEY) !== null;
  }

  function keep(is: boolean): void {
    isKept.value = is;
    if (is) writeText(CHOICE_KEY, '1');
    else removeText(CHOICE_KEY);
  }

  /** What failed is not tried again by itself: on this page, and unless another tab has it, on the next. */
  function fail(problem: ContainerFailure): void {
    batch(() => {
      state.value = problem;
      if (problem.code === 'OTHER_TAB') isKept.value = false;
      else keep(false);
    });
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
        fail({ kind: 'failed', code: 'CLIENT_UNAVAILABLE', said: '' });
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
        if (now.kind === 'ready' && now.number === number) fail(LOST);
      });
      const placeFor = (project: string) => ({
        createHost: library.createLinkedHost(container.link, project),
        clockStepMs: container.link.clockStepMs,
      });
      if (container.link.isLost) fail(LOST);
      else state.value = { kind: 'ready', container, number, placeFor };
    } catch (error) {
      if (!mine.signal.aborted) fail(failed(error));
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

  return { state, obstacle, isNoticeRead, isKept, keep, look, start, stopWaiting, dismiss };
});

export type Containers = InstanceType<typeof ContainersModel>;

function failed(error: unknown): ContainerFailure {
  const code = error instanceof BootError ? error.code : 'BOOT_FAILED';
  return { kind: 'failed', code, said: error instanceof Error ? error.message : '' };
}
