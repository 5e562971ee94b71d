/** The terminal of a playground once its container is there: opened, closed, and told of. Its library is fetched when it is opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourceFile } from '../../../contract/data.ts';
import type { Project } from '../../../host/webcontainer/index.ts';
import { useKeptFocus } from '../../../kit/use-kept-focus.ts';
import type { OpenTerminal } from './xterm.ts';

export interface TerminalShellProps {
  /** This playground's folder. */
  readonly project: Project;
  /** Tells one start of the container from the next. */
  readonly number: number;
  /** What has to be there when the shell opens. */
  readonly files: () => readonly SourceFile[];
}

type Phase = 'closed' | 'opening' | 'open' | 'ended' | 'failed';

export function TerminalShell({ project, number, files }: TerminalShellProps) {
  const place = useKeptFocus<HTMLDivElement>();
  const screen = useRef<HTMLDivElement>(null);
  const open = useRef<OpenTerminal | null>(null);
  /** Counts openings: what an earlier one still brings is thrown away. */
  const turn = useRef(0);
  const [phase, setPhase] = useState<Phase>('closed');

  function close(): void {
    turn.current += 1;
    open.current?.dispose();
    open.current = null;
    setPhase('closed');
  }

  // A terminal belongs to one container: with that it ends.
  useEffect(() => close, [number]);

  async function begin(): Promise<void> {
    close();
    const mine = turn.current;
    const isMine = () => turn.current === mine;
    const settle = (next: Phase) => {
      if (isMine()) setPhase(next);
    };
    setPhase('opening');
    try {
      const { openTerminal } = await import('./xterm.ts');
      await project.write(files());
      if (!isMine() || !screen.current) return;
      const opened = await openTerminal(screen.current, project, () => settle('ended'));
      if (!isMine()) return opened.dispose();
      open.current = opened;
      settle('open');
    } catch {
      settle('failed');
    }
  }

  const isShown = phase === 'open' || phase === 'opening';
  return (
    <div ref={place} class="shell" role="group" aria-label="Terminal">
      <div class="shell__bar">
        <p class="panel-title">Terminal</p>
        <button type="button" class="quiet" onClick={isShown ? close : () => void begin()}>
          {isShown ? 'Sluit terminal' : phase === 'closed' ? 'Open terminal' : 'Open opnieuw'}
        </button>
      </div>
      {phase === 'opening' && <p class="empty">De terminal start …</p>}
      {phase === 'ended' && <p role="status">De terminal is gestopt. Je bestanden staan er nog.</p>}
      {phase === 'failed' && (
        <p role="alert">De terminal kon niet openen. Controleer je verbinding en probeer het opnieuw.</p>
      )}
      {phase === 'open' && (
        <p class="shell__help">Druk op Escape en dan op Tab om de terminal te verlaten.</p>
      )}
      <div ref={screen} class="shell__screen" hidden={!isShown} />
    </div>
  );
}
