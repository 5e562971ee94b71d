/**
 * `npm run test:clouds`: every sample and every exercise's solution, as a project for each target, installed from its own lockfile
 * in an empty folder and run in the provider's own engine; what comes of it has to be what came of it in the lab.
 *
 *     npm run test:clouds -- --target cloudflare --sample taken   only these; each may be given more than once
 *     npm run test:clouds -- --record                             writes down the result for /meenemen/
 *
 * It needs a registry of npm. Its table goes to standard output; it exits with 1 when a pair differs in what no row of
 * differences names.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { inlineScript } from '../../src/build/inline-script.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string', multiple: true, default: [] },
    record: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

// The projects hold scripts that only the build makes, so the run is loaded as the build loads it.
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [inlineScript()],
});
let isDone = false;
try {
  const { run } = (await server.ssrLoadModule('/test/clouds/run.ts')) as typeof import('./run.ts');
  const hasPassed = await run({
    targetIds: values.target,
    samples: values.sample,
    isRecorded: values.record,
    folder: values.keep ?? null,
    // By Node itself: a project is what it is, and not what the build would make of it.
    load: (address) => import(address),
  });
  isDone = hasPassed;
} finally {
  await server.close();
}
// Engines may leave something open behind them: what was to be told has been told.
process.exit(isDone ? 0 : 1);
