/** The processes of one container, by the frame's number. */
import type { Faults } from './faults.ts';
import { membersOf, signalAll } from './process-table.ts';
import type { Size } from './protocol.ts';
import { type Outlet, relay } from './relay.ts';
import { type Command, openTerminal, type Terminal } from './terminal.ts';

export interface RunningProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly pid: number;
}

export interface Programs {
  start(number: number, command: Command, faults: Faults, outlet: Outlet): Promise<void>;
  write(number: number, data: string): void;
  resize(number: number, size: Size): void;
  kill(number: number): void;
  alive(): RunningProgram[];
  killAll(): void;
  /** Freezes every program; its terminal goes on. */
  stopAll(): void;
  continueAll(): void;
  /** Settles when everything has ended. */
  settled(): Promise<void>;
}

/** Lives longer than any test and says nothing. */
const HANGING = { command: 'sleep', args: ['2147483647'] };

export function createPrograms(): Programs {
  const terminals = new Map<number, Terminal & RunningProgram>();
  const relays = new Set<Promise<void>>();
  const killTree = (terminal: Terminal) => signalAll(membersOf(terminal.sessionId), 'SIGKILL');
  const freezable = () =>
    [...terminals.values()].flatMap(({ pid, sessionId }) =>
      membersOf(sessionId).filter((member) => member === pid || member !== sessionId),
    );

  function follow(relaying: Promise<void>): void {
    const followed = relaying.finally(() => relays.delete(followed));
    relays.add(followed);
  }

  return {
    async start(number, command, faults, outlet) {
      if (faults.spawn === 'exitBeforeOutput') {
        follow(outlet.output(null).then(() => outlet.exit(1)));
        return;
      }
      const terminal = await openTerminal(faults.spawn === 'hang' ? { ...command, ...HANGING } : command);
      terminals.set(number, { ...terminal, command: command.command, args: command.args });
      terminal.exit.then(() => terminals.delete(number));
      follow(relay(terminal, faults, outlet));
    },
    write: (number, data) => terminals.get(number)?.write(data),
    resize: (number, size) => terminals.get(number)?.resize(size),
    kill(number) {
      const terminal = terminals.get(number);
      if (terminal) killTree(terminal);
    },
    alive: () => [...terminals.values()].map(({ command, args, pid }) => ({ command, args, pid })),
    killAll: () => [...terminals.values()].forEach(killTree),
    stopAll: () => signalAll(freezable(), 'SIGSTOP'),
    // Youngest first: a shell that goes on before its job would see that the job is stopped.
    continueAll: () => signalAll(freezable().reverse(), 'SIGCONT'),
    async settled() {
      await Promise.all(relays);
    },
  };
}
