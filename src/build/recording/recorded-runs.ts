/**
 * The runs that are recorded while the site is built (`record-all.ts`), for pages: they import them from
 * `virtual:functielab/recorded-runs`. The times in them are those of the computer that builds, so two builds of one commit differ
 * in these, and in nothing else.
 */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const MODULE = 'virtual:functielab/recorded-runs';
const RECORDER = fileURLToPath(new URL('./recorder-main.ts', import.meta.url));
const MOST_BYTES = 64 * 1_024 ** 2;

export function recordedRuns(): AstroIntegration {
  let runs: Promise<string> | undefined;
  const recorded = () => {
    runs ??= record();
    return runs;
  };
  return {
    name: 'functielab:recorded-runs',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // The first page that asks comes late in a build: the runs are made beside all that comes before it.
        if (command === 'build') recorded().catch(() => {});
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'functielab:recorded-runs',
                resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
                async load(id) {
                  if (id !== `\0${MODULE}`) return null;
                  return `export default JSON.parse(${JSON.stringify(await recorded())});`;
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** @returns what the recorder printed; rejects with what it said when it could not record */
function record(): Promise<string> {
  return new Promise((resolve, reject) => {
    const recorder = execFile(process.execPath, [RECORDER], { maxBuffer: MOST_BYTES }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
    const stop = () => recorder.kill();
    // A build that stops at a wrong lesson leaves nothing at work.
    process.once('exit', stop);
    recorder.once('close', () => process.off('exit', stop));
  });
}
