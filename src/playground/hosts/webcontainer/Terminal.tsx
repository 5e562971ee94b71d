/** A shell in the container, in this playground's folder; before there is one, the place for it. */
import type { SourceFile } from '../../../contract/data.ts';
import { WhenSeen } from '../../../kit/WhenSeen.tsx';
import type { ReadyHost } from '../starter.ts';

interface Props {
  readonly name: string;
  /** Where it would run; null while there is no container. */
  readonly ready: ReadyHost | null;
  /** What has to be there when the shell opens. */
  readonly files: () => readonly SourceFile[];
}

const load = () => import('./TerminalShell.tsx').then(({ TerminalShell }) => TerminalShell);

export function Terminal({ name, ready, files }: Props) {
  const project = ready?.container?.project(name);
  if (ready && project) {
    // At once, seen or not: the reader chose the container.
    return (
      <WhenSeen load={load} props={{ project, number: ready.number, files }} name="De terminal" isForPrint />
    );
  }
  return (
    <div class="shell" role="group" aria-label="Terminal">
      <div class="shell__bar">
        <p class="panel-title">Terminal</p>
      </div>
      <p class="empty">Een terminal is er zodra WebContainer draait.</p>
    </div>
  );
}
