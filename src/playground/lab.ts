/** The engine with the real clock, on the browser host until told otherwise: what a playground in a page runs on. */
import { Engine, realClock } from '../engine/index.ts';
import { type BrowserHost, createBrowserHost } from '../host/browser/index.ts';
import type { Lab } from './model.ts';

/** As fine as any browser's clock gets in a sandbox; until the sandbox has measured its own. */
const FINEST_CLOCK_STEP_MS = 0.1;
const BROWSER = 'browser';

export function openBrowserLab(): Lab {
  const createSandbox = createBrowserHost();
  let sandbox: BrowserHost | undefined;
  let elsewhereStepMs: number | null = null;
  const engine = new Engine({
    createHost: inSandbox,
    hostName: BROWSER,
    clock: realClock,
  });

  function inSandbox(report: Parameters<typeof createSandbox>[0]): BrowserHost {
    sandbox = createSandbox(report);
    return sandbox;
  }

  return {
    engine,
    clockStepMs: () => elsewhereStepMs ?? sandbox?.clockStepMs ?? FINEST_CLOCK_STEP_MS,
    nowMs: () => realClock.nowMs(),
    prepare: () => {
      if (elsewhereStepMs === null) sandbox?.prepare();
    },
    runIn: (place) => {
      elsewhereStepMs = place?.clockStepMs ?? null;
      if (place === null) engine.useHost(BROWSER, inSandbox);
      else engine.useHost(place.name, place.createHost);
    },
  };
}
