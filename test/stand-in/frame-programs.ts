/** `instance.run()`: starts a process and gives the client a handle on it. */
import { Comlink, type Remote } from './comlink.ts';
import type { Link } from './frame-link.ts';
import type { Size, Spawn } from './protocol.ts';

/** Where the frame hands on what a process does. */
export interface Program {
  output(chunk: Uint8Array<ArrayBuffer> | null): void;
  exit(code: number): void;
}

type Output = Remote<[chunk: Uint8Array | null]>;

export function remotePrograms(link: Link, programs: Map<number, Program>) {
  let lastProcess = 0;
  /** `output` is the one merged stream. The client gives no `stdout` and no `stderr`. */
  return async (spawn: Spawn, _stdout?: Output, _stderr?: Output, output?: Output) => {
    lastProcess += 1;
    const process = lastProcess;
    const exit = Promise.withResolvers<number>();
    // Output and exit code go through two ports, which do not wait for each other: so we do.
    let hasArrived: Promise<unknown> = Promise.resolve();
    programs.set(process, {
      output(chunk) {
        if (output !== undefined) hasArrived = output(chunk && Comlink.transfer(chunk, [chunk.buffer]));
      },
      exit: (code) => hasArrived.then(() => exit.resolve(code)),
    });
    await link.call('run', process, spawn);
    return Comlink.proxy({
      onExit: exit.promise,
      write: (data: string) => link.call('write', process, data),
      kill: () => link.call('kill', process),
      resize: (size: Size) => link.call('resize', process, size),
    });
  };
}
