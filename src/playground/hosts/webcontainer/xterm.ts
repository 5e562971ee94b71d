/** A terminal on the page with a shell of the container behind it. Imported when a reader opens one. */
import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import type { Project, Running } from '../../../host/webcontainer/index.ts';

export interface OpenTerminal {
  dispose(): void;
}

/** The shell of a WebContainer. */
const SHELL = 'jsh';

/** @throws when the shell does not start */
export async function openTerminal(
  place: HTMLElement,
  project: Project,
  onEnd: () => void,
): Promise<OpenTerminal> {
  const style = getComputedStyle(place);
  const terminal = new Terminal({
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    convertEol: false,
    fontFamily: style.fontFamily,
    fontSize: 14,
    // For a screen reader: what is printed is told, and can be walked through.
    screenReaderMode: true,
    theme: {
      background: '#0f1513',
      foreground: '#e7eeea',
      cursor: '#5fd0ba',
      selectionBackground: '#24483f',
    },
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(place);
  terminal.textarea?.setAttribute('aria-label', 'Invoer van de terminal');
  fit.fit();
  leaveWithEscape(terminal);

  let shell: Running;
  try {
    shell = await project.run(SHELL, [], {
      size: { cols: terminal.cols, rows: terminal.rows },
      onOutput: (text) => terminal.write(text),
    });
  } catch (error) {
    terminal.dispose();
    throw error;
  }
  const typed = terminal.onData((text) => shell.write(text));
  const resized = terminal.onResize((size) => shell.resize(size));
  const observer = new ResizeObserver(() => fit.fit());
  observer.observe(place);
  let isOver = false;
  const end = () => {
    if (!isOver) onEnd();
  };
  shell.exit.then(end, end);
  terminal.focus();
  // It opens under its button, which may be the last line in view; out of view it draws nothing.
  place.scrollIntoView({ block: 'nearest' });

  return {
    dispose() {
      isOver = true;
      observer.disconnect();
      typed.dispose();
      resized.dispose();
      shell.kill();
      terminal.dispose();
    },
  };
}

/** A terminal takes every key, Tab too; after Escape the next Tab is the page's. */
function leaveWithEscape(terminal: Terminal): void {
  let isLeaving = false;
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && isLeaving) {
      isLeaving = false;
      return false;
    }
    if (event.key !== 'Shift') isLeaving = event.key === 'Escape';
    return true;
  });
}
