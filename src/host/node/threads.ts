/** All instances in this process: worker threads, by the name of the host that asked for them and their number. */

import type { BindingResult } from '../../contract/bindings.ts';
import type { InstanceSpec, InvocationSpec, Report } from '../../contract/host.ts';
import { measureClockStepMs } from '../common/clock-step.ts';
import { ThreadInstance } from './thread-instance.ts';
import { writeVersion } from './versions.ts';

/** Beside this file, in the shape that this file itself has: a source, or a bundle of it. */
export const WORKER_URL = new URL(
  import.meta.url.endsWith('.ts') ? './worker-main.ts' : './worker.mjs',
  import.meta.url,
);

export type TellReport = (report: Report) => void;

export class Threads {
  readonly #projectFolder: string;
  readonly #workerUrl: URL;
  readonly #report: TellReport;
  readonly #instances = new Map<number, ThreadInstance>();

  /**
   * @param projectFolder absolute path of the folder in which the function's packages are, if it has any
   * @param workerUrl the boot script of a thread, as a source or as a bundle of it
   */
  constructor(projectFolder: string, report: TellReport, workerUrl = WORKER_URL) {
    this.#projectFolder = projectFolder;
    this.#workerUrl = workerUrl;
    this.#report = report;
  }

  start({ instanceId, functionName, files, entry, memoryMb, timeoutMs, env, services }: InstanceSpec): void {
    const instance = new ThreadInstance(instanceId, (report) => {
      if (report.type === 'ended') this.#instances.delete(instanceId);
      this.#report(report);
    });
    this.#instances.set(instanceId, instance);
    try {
      const version = writeVersion(this.#projectFolder, files, entry);
      instance.start(this.#workerUrl, {
        type: 'load',
        functionName,
        memoryMb,
        timeoutMs,
        env,
        entry,
        ...version,
        ...(services && { services }),
      });
    } catch {
      // A full disk, or no memory for one more thread.
      this.kill(instanceId);
      this.#report({ type: 'ended', instanceId, failure: { code: 'HOST_UNAVAILABLE' } });
    }
  }

  invoke(instanceId: number, invocation: InvocationSpec): void {
    this.#instances.get(instanceId)?.invoke(invocation);
  }

  reply(instanceId: number, callId: number, result: BindingResult): void {
    this.#instances.get(instanceId)?.reply(callId, result);
  }

  kill(instanceId: number): void {
    this.#instances.get(instanceId)?.stop();
    this.#instances.delete(instanceId);
  }

  killAll(): void {
    for (const instanceId of [...this.#instances.keys()]) this.kill(instanceId);
  }
}

/** Bills count whole microseconds, so a finer clock shows no finer time. */
const FINEST_STEP_MS = 0.001;

/** How fine the clock is with which this process measures, in ms. */
export function nodeClockStepMs(): number {
  return Math.max(
    FINEST_STEP_MS,
    measureClockStepMs(() => performance.now()),
  );
}
