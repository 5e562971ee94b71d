/**
 * Runs Astro without its telemetry: this project follows nobody, its authors included.
 *
 *     npm run astro -- build
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** Started with this Node itself, so that neither a shell nor the PATH comes into it. */
export const ASTRO = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
export const WITHOUT_TELEMETRY = { ASTRO_TELEMETRY_DISABLED: '1' };

if (import.meta.main) {
  const { status } = spawnSync(process.execPath, [ASTRO, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...WITHOUT_TELEMETRY },
  });
  process.exitCode = status ?? 1;
}
