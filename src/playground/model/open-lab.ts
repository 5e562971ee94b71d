/** The engine with the real clock, on the browser host until told otherwise: what a playground in a page runs on. */

import { signal } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import { cronMoments, Engine, realClock, TapeRecorder } from '../../engine/index.ts';
import { type BrowserHost, createBrowserHost } from '../../host/browser/index.ts';
import type { LabOwner } from '../code/origin.ts';
import { readEntry } from '../entries/read.ts';
import { AlarmModel } from './alarm-model.ts';
import { hasState } from './deploying.ts';
import type { Lab } from './lab.ts';
import { type Keeping, openSavedStores } from './saved-stores.ts';

/** As fine as any browser's clock gets in a sandbox; until the sandbox has measured its own. */
const FINEST_CLOCK_STEP_MS = 0.1;
/** Names the browser's sandbox among the places where an engine can run. */
const SANDBOX = 'sandbox';

const OF_STRANGER = signal<Keeping>('stranger');

export async function openBrowserLab(sample: Sample, owner: LabOwner = 'reader'): Promise<Lab> {
  // A stranger's lab has no way to what the reader kept: neither to read it, nor to write over it.
  const stores = owner === 'reader' && hasState(sample) ? await openSavedStores(sample.name) : null;
  const createSandbox = createBrowserHost();
  let sandbox: BrowserHost | undefined;
  let elsewhereStepMs: number | null = null;
  const recorder = new TapeRecorder();
  const engine = new Engine(
    recorder.options({
      createHost: inSandbox,
      hostName: SANDBOX,
      clock: realClock,
      services: sample.services,
      ...(stores && { keep: stores.keep }),
    }),
  );
  if (stores !== null) engine.restore(stores.saved);

  function inSandbox(report: Parameters<typeof createSandbox>[0]): BrowserHost {
    sandbox = createSandbox(report);
    return sandbox;
  }

  return {
    engine,
    clockStepMs: () => elsewhereStepMs ?? sandbox?.clockStepMs ?? FINEST_CLOCK_STEP_MS,
    nowMs: () => engine.nowMs(),
    readEntry,
    prepare: () => {
      if (elsewhereStepMs === null) sandbox?.prepare();
    },
    runIn: (place) => {
      elsewhereStepMs = place?.clockStepMs ?? null;
      if (place === null) engine.useHost(SANDBOX, recorder.listenIn(inSandbox));
      else engine.useHost(place.name, recorder.listenIn(place.createHost));
    },
    cronMoments: (expression, count) => cronMoments(expression, engine.wallMs(), count),
    keeping: owner === 'stranger' ? OF_STRANGER : (stores?.keeping ?? null),
    makeAlarm: (parts) => new AlarmModel(engine, parts),
    tape: () => recorder.tape(),
    close: () => {
      engine.dispose();
      stores?.close();
    },
  };
}
