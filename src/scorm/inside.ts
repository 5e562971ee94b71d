/** In a page of a package: its progress goes to the shell around it, and links name the file that they lead to. */
import { effect } from '@preact/signals';
import { addProgress, progress } from '../progress/index.ts';
import type { Shell } from './shell.ts';

export function joinShell(): void {
  const shell = shellAround();
  if (shell) {
    addProgress(shell.progress);
    effect(() => shell.report(progress.value));
  }
  for (const type of ['click', 'auxclick'] as const) {
    document.addEventListener(type, ({ target }) => nameFile(target), { capture: true });
  }
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
