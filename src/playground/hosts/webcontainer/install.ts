/** Puts a project's files and packages in the container, as part of deploying it: npm runs when it has to. */
import { createModel, signal } from '@preact/signals';
import type { SourceFile } from '../../../contract/data.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { Project, Running } from '../../../host/webcontainer/index.ts';
import { plainText } from './plain-text.ts';

/** Three minutes: a school's line is slow, and the reader may stop it. */
const INSTALL_LIMIT_MS = 180_000;
/** The end of what npm printed says what went wrong. */
const SAID_CHARACTERS = 300;

type InstallFailure = Failure<'INSTALL_FAILED' | 'INSTALL_STOPPED'>;

export const InstallModel = createModel((lessonFiles: readonly SourceFile[]) => {
  /** What npm printed last, while it is at work; null when it is not. */
  const working = signal<string | null>(null);
  const manifestOf = (files: readonly SourceFile[]) =>
    files.find(({ path }) => path === 'package.json')?.text;

  /**
   * Ends when the reader stops it, when it takes too long, or when the container goes, whatever the container says.
   *
   * @returns null when all that the project needs is there
   */
  async function run(
    project: Project,
    files: readonly SourceFile[],
    stopped: AbortSignal,
  ): Promise<InstallFailure | null> {
    let said = '';
    let npm: Running | null = null;
    let isOver = false;
    const onOutput = (text: string) => {
      if (isOver) return;
      said = (said + plainText(text)).slice(-SAID_CHARACTERS);
      working.value = said.trimEnd().split('\n').at(-1) ?? '';
    };
    async function place(): Promise<number> {
      if (!project.needsInstall(files)) return project.write(files).then(() => 0);
      working.value = '';
      // A lockfile belongs to the manifest that it was made from.
      const isPristine = manifestOf(files) === manifestOf(lessonFiles);
      npm = await project.install(files, isPristine, { onOutput });
      if (isOver) npm.kill();
      return npm.exit;
    }
    const interruption = interrupted(stopped);
    try {
      const code = await Promise.race([place(), interruption.happened]);
      if (stopped.aborted) return { code: 'INSTALL_STOPPED' };
      return code === 0 ? null : { code: 'INSTALL_FAILED', details: { said: said.trim() } };
    } catch {
      return { code: 'INSTALL_FAILED', details: { said: said.trim() } };
    } finally {
      isOver = true;
      // Still at work only when it was interrupted.
      stop(npm);
      interruption.forget();
      working.value = null;
    }
  }

  return { working, run };
});

export type Install = InstanceType<typeof InstallModel>;

function stop(running: Running | null): void {
  running?.kill();
}

function interrupted(stopped: AbortSignal) {
  let tell = () => {};
  const happened = new Promise<null>((resolve) => {
    tell = () => resolve(null);
  });
  const limit = setTimeout(tell, INSTALL_LIMIT_MS);
  if (stopped.aborted) tell();
  stopped.addEventListener('abort', tell);
  return {
    happened,
    forget() {
      clearTimeout(limit);
      stopped.removeEventListener('abort', tell);
    },
  };
}
