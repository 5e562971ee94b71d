/** Puts a function's files and packages in the container, as part of deploying it: npm runs when it has to. */
import { createModel, signal } from '@preact/signals';
import type { SourceFile } from '../host/contract.ts';
import type { Failure } from '../host/failure.ts';
import type { Container, Running } from '../host/webcontainer/index.ts';
import { plainText } from './plain-text.ts';

/** Three minutes: a school's line is slow, and the reader may stop it. */
const INSTALL_LIMIT_MS = 180_000;
/** The end of what npm printed says what went wrong. */
const SAID_CHARACTERS = 300;

export const InstallModel = createModel((name: string, lessonFiles: readonly SourceFile[]) => {
  /** What npm printed last, while it is at work; null when it is not. */
  const working = signal<string | null>(null);
  const manifestOf = (files: readonly SourceFile[]) =>
    files.find(({ path }) => path === 'package.json')?.text;

  /** @returns null when all that the function needs is there */
  async function run(
    container: Container,
    files: readonly SourceFile[],
    stopped: AbortSignal,
  ): Promise<Failure<'INSTALL_FAILED' | 'INSTALL_STOPPED'> | null> {
    const project = container.project(name);
    let said = '';
    const failed = () => ({ code: 'INSTALL_FAILED', details: { said: said.trim() } }) as const;
    if (!project.needsInstall(files)) {
      return project.write(files).then(() => null, failed);
    }
    // A lockfile belongs to the manifest that it was made from.
    const isPristine = manifestOf(files) === manifestOf(lessonFiles);
    working.value = '';
    const interruption = interrupted(container, stopped);
    let running: Running | null = null;
    try {
      running = await project.install(files, isPristine, {
        onOutput: (text) => {
          said = (said + plainText(text)).slice(-SAID_CHARACTERS);
          working.value = said.trimEnd().split('\n').at(-1) ?? '';
        },
      });
      const code = await Promise.race([running.exit, interruption.happened]);
      if (stopped.aborted) return { code: 'INSTALL_STOPPED' };
      return code === 0 ? null : failed();
    } catch {
      return failed();
    } finally {
      running?.kill();
      interruption.forget();
      working.value = null;
    }
  }

  return { working, run };
});

/** The reader stops it, it takes too long, or the container is gone: then its end may never be told. */
function interrupted(container: Container, stopped: AbortSignal) {
  let tell = () => {};
  const happened = new Promise<null>((resolve) => {
    tell = () => resolve(null);
  });
  const limit = setTimeout(tell, INSTALL_LIMIT_MS);
  const unsubscribe = container.onLost(tell);
  stopped.addEventListener('abort', tell);
  return {
    happened,
    forget() {
      clearTimeout(limit);
      unsubscribe();
      stopped.removeEventListener('abort', tell);
    },
  };
}
