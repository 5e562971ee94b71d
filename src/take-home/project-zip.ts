/**
 * A playground as a project that runs with `npm start` on the reader's own computer, in a zip.
 *
 * A program runs as it is. A function brings the platform along: the engine and the Node host of the course, made
 * into two files (`../runner/`), since a function by itself is nothing that can be started.
 */
import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../contract/data.ts';
import type { Sample } from '../course/sample.ts';
import workerSource from '../host/node/worker-main.ts?node-script';
import { projectFiles } from './project-files.ts';
import runnerSource from './runner/main.ts?node-script';

/**
 * @param name of the folder in the zip
 * @param sample null for a program
 */
export function projectZip(
  name: string,
  files: readonly SourceFile[],
  sample: Sample | null,
): Uint8Array<ArrayBuffer> {
  const all = projectFiles(name, files, sample, { runner: runnerSource, worker: workerSource });
  const entries = all.map(({ path, text }) => [`${name}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>;
}
