/**
 * One program that stays on, apart from how it looks: the learner's code, the process in the container, what it
 * prints, where it listens, and how long it has been on. A server costs money for as long as it is on.
 */
import { batch, computed, signal } from '@preact/signals';
import type { Failure } from '../host/failure.ts';
import type { Running } from '../host/webcontainer/index.ts';
import type { ContainerState, Containers } from './containers.ts';
import { EditsModel } from './edits.ts';
import { HostChoiceModel } from './host-choice.ts';
import { InstallModel } from './install.ts';
import type { ProblemCode } from './model.ts';
import { PrintedLines } from './printed-lines.ts';
import type { ProgramSample } from './sample.ts';

export type ProgramPhase = 'off' | 'preparing' | 'on';

export function createProgram(
  sample: ProgramSample,
  containers: Containers,
  nowMs = () => performance.now(),
) {
  const edits = new EditsModel(`programma-${sample.name}`, sample.files);
  const host = new HostChoiceModel(containers);
  const install = new InstallModel(sample.name, sample.files);
  const phase = signal<ProgramPhase>('off');
  const problem = signal<Failure<ProblemCode> | null>(null);
  /** How the last one ended by itself; null when the reader stopped it, or it has not ended. */
  const exitCode = signal<number | null>(null);
  /** Where the preview can look; null while nothing listens. */
  const url = signal<string | null>(null);
  const printed = new PrintedLines();
  const lines = signal(printed.lines());
  /** What runs is this code. */
  const startedFiles = signal<string | null>(null);
  /** Time on before the current start, and when that was. */
  const earlierMs = signal(0);
  const onSinceMs = signal<number | null>(null);
  let stopped = new AbortController();
  let running: Running | null = null;
  let end = () => {};

  const snapshot = () => JSON.stringify(edits.texts.value);

  async function start(): Promise<void> {
    if (phase.peek() !== 'off') return;
    const ready = host.ready();
    if (ready === null) {
      problem.value = { code: 'NODE_NEEDED' };
      return;
    }
    const mine = new AbortController();
    stopped = mine;
    batch(() => {
      phase.value = 'preparing';
      problem.value = null;
      exitCode.value = null;
    });
    const failure = await install.run(ready.container, edits.files(), mine.signal);
    if (failure !== null || mine.signal.aborted) {
      batch(() => {
        phase.value = 'off';
        problem.value = failure;
      });
      return;
    }
    await launch(ready, mine.signal);
  }

  async function launch({ container }: ReadyContainer, signal: AbortSignal): Promise<void> {
    const unsubscribes = [
      container.onServer((port, address) => {
        if (port === sample.port) url.value = address;
      }),
      container.onLost(() => finish(null)),
    ];
    let isOver = false;
    const finish = (code: number | null) => {
      if (isOver) return;
      isOver = true;
      for (const unsubscribe of unsubscribes) unsubscribe();
      signal.removeEventListener('abort', stopIt);
      turnOff(code);
    };
    const stopIt = () => {
      running?.kill();
      finish(null);
    };
    signal.addEventListener('abort', stopIt);
    end = () => finish(null);
    try {
      printed.clear();
      lines.value = printed.lines();
      running = await container.project(sample.name).run('npm', ['start', '--silent'], {
        onOutput: (text) => {
          printed.add(text);
          lines.value = printed.lines();
        },
      });
      if (isOver) return running.kill();
      batch(() => {
        phase.value = 'on';
        startedFiles.value = snapshot();
        onSinceMs.value = nowMs();
      });
      void running.exit.then(finish);
    } catch {
      problem.value = { code: 'PROGRAM_FAILED' };
      finish(null);
    }
  }

  function turnOff(code: number | null): void {
    running = null;
    batch(() => {
      phase.value = 'off';
      exitCode.value = code;
      url.value = null;
      startedFiles.value = null;
      earlierMs.value = onMs();
      onSinceMs.value = null;
    });
  }

  function onMs(): number {
    const since = onSinceMs.peek();
    return earlierMs.peek() + (since === null ? 0 : nowMs() - since);
  }

  function stop(): void {
    stopped.abort();
  }

  async function restart(): Promise<void> {
    stop();
    await start();
  }

  /** `Maak leeg`: what was printed and what it cost so far. A program that runs goes on. */
  function clear(): void {
    printed.clear();
    batch(() => {
      lines.value = printed.lines();
      problem.value = null;
      exitCode.value = null;
      earlierMs.value = 0;
      if (onSinceMs.peek() !== null) onSinceMs.value = nowMs();
    });
  }

  return {
    sample,
    edits,
    host,
    install,
    phase,
    problem,
    exitCode,
    url,
    lines,
    onSinceMs,
    earlierMs,
    /** What runs is not what the editor shows. */
    isStale: computed(() => startedFiles.value !== null && startedFiles.value !== snapshot()),
    onMs,
    start,
    stop,
    restart,
    clear,
    dispose: () => {
      stop();
      end();
    },
  };
}

type ReadyContainer = Extract<ContainerState, { kind: 'ready' }>;

export type Program = ReturnType<typeof createProgram>;
