/**
 * The runs that are recorded while the site is built (`record-all.ts`), for pages: they import them from
 * `virtual:functielab/recorded-runs`. The times in them are those of the computer that builds, so two builds of one commit differ
 * in these, and in nothing else.
 */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const MODULE = 'virtual:functielab/recorded-runs';
const RECORDER = fileURLToPath(new URL('./recorder-main.ts', import.meta.url));
const MOST_BYTES = 64 * 1_024 ** 2;

export function recordedRuns(): Plugin {
  let runs: Promise<string> | undefined;
  return {
    name: 'functielab:recorded-runs',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      runs ??= promisify(execFile)(process.execPath, [RECORDER], { maxBuffer: MOST_BYTES }).then(
        ({ stdout }) => stdout,
      );
      return `export default JSON.parse(${JSON.stringify(await runs)});`;
    },
  };
}
