/** The engine on the browser host, with the real clock: what a playground in a page runs on. */
import { Engine, realClock } from '../engine/index.ts';
import { type BrowserHost, createBrowserHost } from '../host/browser/index.ts';
import type { Lab } from './model.ts';

/** As fine as any browser's clock gets in a sandbox; until the sandbox has measured its own. */
const FINEST_CLOCK_STEP_MS = 0.1;

export function openBrowserLab(): Lab {
  const createHost = createBrowserHost();
  let host: BrowserHost | undefined;
  const engine = new Engine({
    createHost: (report) => {
      host = createHost(report);
      return host;
    },
    clock: realClock,
  });
  return {
    engine,
    clockStepMs: () => host?.clockStepMs ?? FINEST_CLOCK_STEP_MS,
    nowMs: () => realClock.nowMs(),
    prepare: () => host?.prepare(),
  };
}
