/**
 * The Node host: instances are `worker_threads` workers. It runs in a WebContainer behind a process's streams
 * (`main.ts`, spoken to by `../webcontainer/`), and directly under plain Node, for tests and for the shell.
 *
 *   engine ──▶ createNodeHost (this file) ─────────────────▶ threads.ts ──private port──▶ worker-main.ts
 *   engine ──▶ ../webcontainer/ ──lines (wire.ts)──▶ main.ts ──▶ serving.ts ──▶ threads.ts ──▶ …
 *
 * `sources.ts` reads the learner's files before Node gets them, `versions.ts` writes them down. Node is **no
 * sandbox**: a function can reach the files, the network and the threads of this process. So outside a container
 * it runs only the project's own code, never what came in a link or a file; inside one there is nothing to reach
 * but the container, and the network of the reader's browser, which the page says. What it can do to others in the
 * same process: read their files, end the process (they are told), and, with `node:inspector` on the main thread,
 * forge results and times. So nothing that is graded runs here.
 */

import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import { type Backend, SourcedHost } from '../common/sourced-host.ts';
import { nodeSources } from './sources.ts';
import { Threads } from './threads.ts';

export { READY_LINE } from './protocol.ts';
export { Serving } from './serving.ts';
export { nodeClockStepMs, Threads } from './threads.ts';

/**
 * @param projectFolder absolute path of a folder that may be written in; packages are looked up from there
 * @param workerUrl a bundle of `worker-main.ts`, for who starts so many threads that reading its sources each time tells
 */
export function createNodeHost(projectFolder: string, workerUrl?: URL): CreateHost {
  return (tell) => {
    const threads = new Threads(projectFolder, (report) => void host.receive(report), workerUrl);
    const host = new SourcedHost(tell, directBackend(threads));
    return host;
  };
}

function directBackend(threads: Threads): Backend<readonly SourceFile[]> {
  return {
    ...nodeSources,
    start: (spec) => threads.start(spec),
    invoke: (instanceId, invocation) => threads.invoke(instanceId, invocation),
    reply: (instanceId, callId, result) => threads.reply(instanceId, callId, result),
    kill: (instanceId) => threads.kill(instanceId),
    dispose: () => threads.killAll(),
    // In this very process: who could ask would have the answer.
    watch: () => {},
  };
}
