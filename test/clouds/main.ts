/**
 * `npm run test:clouds`: every sample and every exercise's solution, as a project for each target, installed from its own lockfile
 * in an empty folder and run in the provider's own engine; what comes of it has to be what came of it in the lab.
 *
 *     npm run test:clouds -- --target cloudflare --sample taken   only these; each may be given more than once
 *     npm run test:clouds -- --record                             writes down the result for /meenemen/
 *     npm run test:clouds -- --newcomer                           only the way of a newcomer, which a run of all ends with
 *
 * It needs a registry of npm. Its table goes to standard output; it exits with 1 when a pair differs in what no row of
 * differences names.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { inlineScript } from '../../src/build/inline-script.ts';
import { ensureBrowser } from '../../src/cli/ensure-browser.ts';
import { CHROMIUM_VARIABLE } from '../../src/cli/find-browser.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string', multiple: true, default: [] },
    record: { type: 'boolean', default: false },
    newcomer: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

let hasPassed = values.newcomer || (await runPairs());
if (values.newcomer || (values.target.length === 0 && values.sample.length === 0)) {
  hasPassed = goNewcomersWay() && hasPassed;
}
// Engines may leave something open behind them: what was to be told has been told.
process.exit(hasPassed ? 0 : 1);

async function runPairs(): Promise<boolean> {
  // The projects hold scripts that only the build makes, so the run is loaded as the build loads it.
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [inlineScript()],
  });
  try {
    const { run } = (await server.ssrLoadModule('/test/clouds/run.ts')) as typeof import('./run.ts');
    return await run({
      targetIds: values.target,
      samples: values.sample,
      isRecorded: values.record,
      folder: values.keep ?? null,
      // By Node itself: a project is what it is, and not what the build would make of it.
      load: (address) => import(address),
    });
  } finally {
    await server.close();
  }
}

/** In a real browser, then in an empty folder. What it prints goes to standard error, since the table has the other. */
function goNewcomersWay(): boolean {
  const chromium = ensureBrowser();
  if (chromium === null) return false;
  const folder = dirname(createRequire(import.meta.url).resolve('vitest/package.json'));
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [join(folder, 'vitest.mjs'), 'run', '--config', config], {
    env: { ...process.env, [CHROMIUM_VARIABLE]: chromium },
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}
