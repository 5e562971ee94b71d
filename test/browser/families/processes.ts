/** The processes of a browser: one that shows pages is ended as a crash ends it, without a word to the page. */
import { execFileSync } from 'node:child_process';
import process from 'node:process';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** @param command of what is ended, among all that `pid` started and what those started */
export function killUnder(pid: number, command: RegExp): void {
  const found = under(pid, running()).filter((one) => command.test(one.command));
  if (found.length === 0) throw new Error(`Nothing under process ${pid} is ${command}`);
  for (const one of found) process.kill(one.pid, 'SIGKILL');
}

function under(pid: number, all: readonly Running[]): readonly Running[] {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...under(child.pid, all)]);
}

function running(): readonly Running[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}
