/**
 * The runs that are recorded while the site is built (`record-all.ts`), for pages: they import them from
 * `virtual:functielab/recorded-runs`. The times in them are those of the computer that builds, so two builds of one commit differ
 * in these, and in nothing else. Who builds the same site again gives the runs of before in a file (`KEPT_RUNS`).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const MODULE = 'virtual:functielab/recorded-runs';
const RECORDER = fileURLToPath(new URL('./recorder-main.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../../content/functions/', import.meta.url));
const MOST_BYTES = 64 * 1_024 ** 2;

/** In the environment: a file with the runs of an earlier build of the same samples, as `keptRuns` makes it. */
export const KEPT_RUNS = 'FUNCTIELAB_OPNAMEN';

/** Text of a file for `KEPT_RUNS`: a run of each sample, and of which samples they are. */
export async function keptRuns(): Promise<string> {
  return `${JSON.stringify({ v: 1, of: digestOfSamples(), runs: JSON.parse(await record()) })}\n`;
}

/** @throws Error, in Dutch, when the file holds no runs, or those of other samples */
export function runsFrom(file: string): string {
  let kept: { readonly v?: unknown; readonly of?: unknown; readonly runs?: unknown };
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${KEPT_RUNS}: ${file} is er niet, of is geen JSON.`);
  }
  if (kept?.v !== 1 || typeof kept.runs !== 'object')
    throw new Error(`${KEPT_RUNS}: in ${file} staan geen opnamen.`);
  if (kept.of !== digestOfSamples())
    throw new Error(`${KEPT_RUNS}: de opnamen in ${file} horen bij andere voorbeelden. Maak nieuwe opnamen.`);
  return JSON.stringify(kept.runs);
}

/** Of each file of each sample, by its name and what is in it. */
function digestOfSamples(): string {
  const digest = createHash('sha256');
  for (const file of readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(SAMPLES.length).replaceAll('\\', '/'))
    .sort())
    digest.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(SAMPLES, file)))
        .digest(),
    );
  return digest.digest('hex');
}

export function recordedRuns(): AstroIntegration {
  let runs: Promise<string> | undefined;
  const recorded = () => {
    const kept = process.env[KEPT_RUNS];
    runs ??= kept === undefined || kept === '' ? record() : Promise.resolve(kept).then(runsFrom);
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
