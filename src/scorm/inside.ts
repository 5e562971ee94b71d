/** In a page of a package: what is done there goes to the shell around it, and links name the file that they lead to. */
import { effect } from '@preact/signals';
import { pathInSite } from '../course/paths.ts';
import { addProgress, lastTried, progress, type Tried } from '../progress/index.ts';
import { followReading } from '../progress/reading.ts';
import type { TriedCheck } from './session/interactions.ts';
import type { Shell } from './shell.ts';

export function joinShell(): void {
  const shell = shellAround();
  if (shell) {
    addProgress(shell.progress);
    effect(() => shell.report(progress.value));
    effect(() => {
      const tried = lastTried.value;
      if (tried) shell.tried(tried.exercise, triedChecks(tried.results));
    });
    const tell = () => shell.at(pathInSite(location.pathname), location.hash);
    tell();
    addEventListener('hashchange', tell);
  }
  followReading();
  for (const type of ['click', 'auxclick'] as const) {
    document.addEventListener(type, ({ target }) => nameFile(target), { capture: true });
  }
}

/** Who changed nothing passes what was right at the start: that is not right yet. What waits for the marking is left out. */
function triedChecks(results: Tried['results']): readonly TriedCheck[] {
  const hasChanged = results.some(({ isPassed, passesAtStart }) => isPassed && passesAtStart !== true);
  const came = results.filter(
    ({ isPassed, problem, atMarking }) => isPassed || problem !== null || !atMarking,
  );
  return came.map(({ id, isPassed, problem }) => ({
    id,
    isPassed: isPassed && hasChanged,
    response: problem?.received ?? '',
  }));
}

function shellAround(): Shell | undefined {
  try {
    return (parent as unknown as typeof globalThis).functielabShell;
  } catch {
    // The page stands by itself in a frame of another site.
    return undefined;
  }
}

/** A learning environment gives files, and no `index.html` for the address of a folder. */
function nameFile(target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.origin !== location.origin || !link.pathname.endsWith('/')) return;
  if (link.pathname.startsWith(globalThis.functielabBase ?? '/')) link.pathname += 'index.html';
}
