/** A process of the client library, as the line to it wants it. */
import type { WebContainerProcess } from '@webcontainer/api';
import type { StreamProcess } from './node-link.ts';

export function streamProcess(process: WebContainerProcess): StreamProcess {
  const input = process.input.getWriter();
  return {
    output: process.output,
    exit: process.exit,
    write: (text) => {
      // A process that has ended takes nothing more; that it has ended is told by `exit`.
      input.write(text).catch(() => undefined);
    },
    kill: () => process.kill(),
  };
}
