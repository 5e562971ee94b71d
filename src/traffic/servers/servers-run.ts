/** The servers beside a month, as they are reckoned: in a worker of their own, after the month. State apart from view. */
import { signal } from '@preact/signals';
import type { Scenario } from '../../simulation/index.ts';
import type { News } from '../protocol.ts';
import type { WorkerOfRun } from '../side-run.ts';
import type { ServersAsked, ServersDone } from './run-servers.ts';

export type ServersStatus = 'empty' | 'running' | 'done' | 'failed';

export function createServersRun(startWorker: () => WorkerOfRun) {
  const status = signal<ServersStatus>('empty');
  const plans = signal<readonly ServersDone[]>([]);
  let worker: WorkerOfRun | null = null;

  function halt(): void {
    worker?.terminate();
    worker = null;
  }

  function finish(how: ServersStatus): void {
    halt();
    status.value = how;
  }

  function run(scenario: Scenario, servers: ServersAsked): void {
    halt();
    plans.value = [];
    status.value = 'running';
    try {
      worker = startWorker();
    } catch {
      finish('failed');
      return;
    }
    worker.onerror = () => finish('failed');
    worker.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.type === 'servers') plans.value = [...plans.peek(), data.done];
      else if (data.type === 'ended') finish('done');
    };
    worker.postMessage({ scenario, servers });
  }

  function clear(): void {
    finish('empty');
    plans.value = [];
  }

  return { status, plans, run, clear };
}
