/**
 * Runs Astro without its telemetry: this project follows nobody, its authors included.
 *
 *     npm run astro -- build
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

// npm puts the project's own `astro` on the path of a script.
const { status } = spawnSync('astro', process.argv.slice(2), {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exitCode = status ?? 1;
