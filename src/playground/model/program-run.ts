/**
 * One program that stays on, apart from how it looks: the learner's code, the process in the container, what it
 * prints, where it listens, and how long it has been on. A server costs money for as long as it is on.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { Failure } from '../../contract/failure.ts';
import type { ProgramSample } from '../../course/sample.ts';
import type { Container, Running } from '../../host/webcontainer/index.ts';
import { EditsModel } from '../code/edits.ts';
import { aborted, HostChoiceModel } from '../hosts/choice.ts';
import { strangersStarters } from '../hosts/closed.ts';
import type { Starters } from '../hosts/table.ts';
import { InstallModel } from '../hosts/webcontainer/install.ts';
import { PrintedLines } from '../hosts/webcontainer/printed-lines.ts';
import type { ProblemCode } from './problems.ts';

export type ProgramPhase = 'off' | 'preparing' | 'on';

/** A chatty program must not make the page draw for each chunk. */
const DRAW_EVERY_MS = 50;

export function createProgram(sample: ProgramSample, starters: Starters, nowMs = () => performance.now()) {
  const edits = new EditsModel(`programma-${sample.name}`, sample.files);
  const host = new HostChoiceModel(starters);
  const install = new InstallModel(sample.files);
  const phase = signal<ProgramPhase>('off');
  const problem = signal<Failure<ProblemCode> | null>(null);
  /** How the last one ended by itself; null when the reader stopped it, or it has not ended. */
  const exitCode = signal<number | null>(null);
  /** Where the preview can look; null while nothing listens. */
  const server = signal<{ readonly port: number; readonly url: string } | null>(null);
  const printed = new PrintedLines();
  const lines = signal(printed.lines());
  /** What runs is this code. */
  const startedFiles = signal<string | null>(null);
  /** Time on before the current start, and when that was. */
  const earlierMs = signal(0);
  const onSinceMs = signal<number | null>(null);
  let stopped = new AbortController();
  /** Kept when the last process has really gone. */
  let lastExit: Promise<unknown> = Promise.resolve();
  let drawing: ReturnType<typeof setTimeout> | undefined;

  /** While a stranger's code is shown: a program needs real Node, and that is where such code never goes. */
  const closedHost = new HostChoiceModel(strangersStarters(starters));

  const snapshot = () => JSON.stringify(edits.ownTexts.value);

  async function start(): Promise<void> {
    if (phase.peek() !== 'off') return;
    if (edits.isCopy.peek()) return giveUp({ code: 'STRANGER_NEEDS_NODE' });
    const mine = new AbortController();
    stopped = mine;
    batch(() => {
      phase.value = 'preparing';
      problem.value = null;
      exitCode.value = null;
    });
    await host.arrive(mine.signal);
    const container = host.ready()?.container ?? null;
    if (container === null || mine.signal.aborted)
      return giveUp(mine.signal.aborted ? null : { code: 'NODE_NEEDED' });
    // So that it finds its port free. A process that is told to end does, however long that takes on a busy machine, or goes with
    // its container; who will not wait for it stops this start too.
    await Promise.race([lastExit, aborted(mine.signal)]);
    const project = container.project(sample.name);
    const failure = await install.run(project, edits.ownFiles(), mine.signal);
    if (failure !== null || mine.signal.aborted) return giveUp(failure);
    await launch(container, mine.signal);
  }

  function giveUp(why: Failure<ProblemCode> | null): void {
    batch(() => {
      phase.value = 'off';
      problem.value = why;
    });
  }

  async function launch(container: Container, ended: AbortSignal): Promise<void> {
    let isOver = false;
    let program: Running | null = null;
    const unsubscribe = container.onServer((port, url) => {
      if (url !== null) server.value = { port, url };
      else if (server.peek()?.port === port) server.value = null;
    });
    const finish = (code: number | null) => {
      if (isOver) return;
      isOver = true;
      unsubscribe();
      ended.removeEventListener('abort', stopIt);
      turnOff(code);
    };
    function stopIt(): void {
      program?.kill();
      finish(null);
    }
    ended.addEventListener('abort', stopIt);
    clearPrinted();
    try {
      const begun = await container.project(sample.name).run('npm', ['start', '--silent'], {
        onOutput: (text) => {
          if (!isOver) print(text);
        },
      });
      program = begun;
      lastExit = begun.exit.catch(() => undefined);
      if (isOver) return begun.kill();
      batch(() => {
        phase.value = 'on';
        startedFiles.value = snapshot();
        onSinceMs.value = nowMs();
      });
      // Rejected when the container went: the program is off, and the note about the container says why.
      begun.exit.then(finish, () => finish(null));
    } catch {
      if (!isOver) problem.value = { code: 'PROGRAM_FAILED' };
      finish(null);
    }
  }

  function print(text: string): void {
    printed.add(text);
    drawing ??= setTimeout(draw, DRAW_EVERY_MS);
  }

  function draw(): void {
    clearTimeout(drawing);
    drawing = undefined;
    lines.value = printed.lines();
  }

  function clearPrinted(): void {
    printed.clear();
    draw();
  }

  function turnOff(code: number | null): void {
    draw();
    batch(() => {
      phase.value = 'off';
      exitCode.value = code;
      server.value = null;
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
    clearPrinted();
    batch(() => {
      problem.value = null;
      exitCode.value = null;
      earlierMs.value = 0;
      if (onSinceMs.peek() !== null) onSinceMs.value = nowMs();
    });
  }

  // A reader who chooses the browser leaves the container, and what runs in it for this playground. A copy has no program
  // of its own to show, and beside it the reader's would pass for one.
  const stopWatching = effect(() => {
    const isComing = host.isAwaited.value;
    if ((host.phase.value.kind !== 'ready' && !isComing) || edits.isCopy.value) stop();
  });

  return {
    sample,
    edits,
    host,
    shownHost: computed(() => (edits.isCopy.value ? closedHost : host)),
    install,
    phase,
    problem,
    exitCode,
    server,
    lines,
    onSinceMs,
    /** What runs is not what the editor shows. */
    isStale: computed(() => startedFiles.value !== null && startedFiles.value !== snapshot()),
    /** How long it has been on, all starts together. */
    onMs,
    start,
    stop,
    restart,
    clear,
    dispose: () => {
      stopWatching();
      stop();
    },
  };
}

export type Program = ReturnType<typeof createProgram>;
