/** One booted container: a workplace, and the programs, files and ports in it. */
import { access } from 'node:fs/promises';
import type { Faults } from './faults.ts';
import { readTree, writeTree } from './file-tree.ts';
import { openFiles } from './files.ts';
import { openPorts } from './ports.ts';
import { createPrograms, type Programs } from './programs.ts';
import type { BuildOptions, Calls, Happening, Spawn } from './protocol.ts';
import type { Outlet } from './relay.ts';
import { createWorkplace, type Workplace } from './workplace.ts';

export interface Container {
  readonly calls: Omit<Calls, 'build'>;
  readonly programs: Programs;
  /** Ends everything in it and removes its files. */
  close(): Promise<void>;
}

const DEFAULT_SIZE = { cols: 80, rows: 24 };

/**
 * @param faults read at each spawn
 * @param emit settles when the frame's connection has taken it
 */
export async function openContainer(
  { workdirName = 'werkmap' }: BuildOptions,
  faults: () => Faults,
  emit: (happening: Happening) => Promise<void>,
): Promise<Container> {
  const ports = await openPorts((name, args) => emit({ type: 'event', name, args }));
  const workplace = createWorkplace(workdirName, ports.registryPort);
  const { workdir, path } = workplace;
  const files = openFiles(workdir, emit);
  const programs = createPrograms();

  const outletOf = (process: number): Outlet => ({
    output: (chunk) => emit({ type: 'output', process, chunk }),
    exit: (code) => emit({ type: 'exit', process, code }),
  });

  let closing: Promise<void> | undefined;
  async function end(): Promise<void> {
    files.close();
    programs.killAll();
    await programs.settled();
    workplace.clear();
    await ports.close();
  }
  const close = () => (closing ??= end());

  const calls: Container['calls'] = {
    ...files.calls,
    runtimeInfo: async () => ({ cwd: workdir, path }),
    teardown: close,
    loadFiles: (payload, mountPoint) => writeTree(payload, files.resolve(mountPoint ?? '.')),
    async serialize(path, format) {
      if (format !== 'json') throw new Error(`The stand-in exports json, and no ${format}`);
      return readTree(files.resolve(path));
    },
    async run(process, spawn) {
      const { command, args, cwd = '.', terminal: size = DEFAULT_SIZE } = spawn;
      const env = environment(workplace, spawn);
      await access(files.resolve(cwd));
      const program = { command, args, cwd: files.resolve(cwd), env, size };
      await programs.start(process, program, faults(), outletOf(process));
    },
    write: async (process, data) => programs.write(process, data),
    kill: async (process) => programs.kill(process),
    resize: async (process, size) => programs.resize(process, size),
  };
  return { calls, programs, close };
}

/** The program's own options for Node come after ours. */
function environment({ env }: Workplace, spawn: Spawn): Record<string, string> {
  const own = Object.entries(spawn.env ?? {}).map(([name, value]) => [name, String(value)]);
  const merged: Record<string, string> = { ...env, ...Object.fromEntries(own) };
  if (spawn.env?.['NODE_OPTIONS'] !== undefined) {
    merged['NODE_OPTIONS'] = `${env['NODE_OPTIONS']} ${spawn.env['NODE_OPTIONS']}`;
  }
  return merged;
}
