/**
 * A program at a terminal of its own, in a session of its own: the terminal echoes, ends lines with CRLF, and cuts a
 * line at 4,095 characters, until the program sets raw mode.
 *
 * Node cannot make a pseudo-terminal and a package for it would need a compiler; `script` is on every Linux and macOS.
 * Between it and the program stays a shell, the keeper: `script` stops itself for ever when its own child is stopped.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { PassThrough, type Readable, Transform } from 'node:stream';
import type { Size } from './protocol.ts';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly size: Size;
}

export interface Terminal {
  /** The program itself; -1 when it could not start. */
  readonly pid: number;
  /** Of all that the program starts too. Its leader may be the keeper, which must not be stopped. */
  readonly sessionId: number;
  readonly output: Readable;
  /** The exit code, 128 + the signal for a killed program; after all output has been read. */
  readonly exit: Promise<number>;
  write(data: string): void;
  resize(size: Size): void;
}

const SCRIPT = '/usr/bin/script';
const IS_LINUX = process.platform === 'linux';
const KILLED = 137;
const PROBE_LIMIT_MS = 5_000;

let hasScript: boolean | undefined;

/** Whether programs get a terminal here. If not they get pipes: no echo, no cut, no size, only the CRLF. */
export function hasTerminals(): boolean {
  hasScript ??=
    spawnSync(SCRIPT, scriptArgs('test -t 0 && exit 7'), { timeout: PROBE_LIMIT_MS }).status === 7;
  return hasScript;
}

export async function openTerminal(command: Command): Promise<Terminal> {
  return hasTerminals() ? withScript(command) : withPipes(command);
}

function scriptArgs(line: string): string[] {
  return IS_LINUX ? ['-qfec', line, '/dev/null'] : ['-q', '/dev/null', '/bin/sh', '-c', line];
}

async function withScript({ command, args, cwd, env, size }: Command): Promise<Terminal> {
  const words = [command, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const report = `echo "$$ $PPID $(tty)" >&3; exec 3>&-; exec "$@"`;
  // Without a last `exit` a shell may make way for its last command.
  const keeper = `stty cols ${size.cols} rows ${size.rows}; /bin/sh -c '${report}' sh ${words}; exit $?`;
  const child = spawn(SCRIPT, scriptArgs(keeper), {
    cwd,
    env: { ...env, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
  const exit = exitOf(child);
  const output = child.stdout;
  if (output === null) throw new Error('No output');
  // The keeper keeps its end open, so the report ends at its line.
  const line = await firstLine(child.stdio[3] as Readable);
  const [pid = '', sessionId = '', device = ''] = line.split(' ');
  return {
    pid: Number(pid || -1),
    sessionId: Number(sessionId || -1),
    output,
    exit,
    write: writer(child),
    resize({ cols, rows }) {
      const flag = IS_LINUX ? '-F' : '-f';
      // Fails when the program has just ended; then no size is needed.
      execFile('stty', [flag, device, 'cols', String(cols), 'rows', String(rows)], () => {});
    },
  };
}

function withPipes({ command, args, cwd, env }: Command): Terminal {
  const child = spawn(command, args, { cwd, env: { ...env, STAND_IN_PIPES: '1' }, detached: true });
  const lines = new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      done(null, Buffer.from(chunk.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')),
  });
  const output = lines.pipe(new PassThrough());
  let open = 2;
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(lines, { end: false });
    stream.on('end', () => {
      open -= 1;
      if (open === 0) lines.end();
    });
  }
  const pid = child.pid ?? -1;
  return { pid, sessionId: pid, output, exit: exitOf(child), write: writer(child), resize() {} };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? KILLED));
  });
}

function writer(child: ChildProcess): (data: string) => void {
  // Whatever is written to a program that has ended is lost, as at any terminal.
  child.stdin?.on('error', () => {});
  return (data) => {
    child.stdin?.write(data);
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let line = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    line += chunk;
    if (line.includes('\n')) break;
  }
  return line.trim();
}
