/**
 * `functielab export <cloud> [map]`: the folder as a project for a real platform, in a zip. Its examples are run here, twice, so that the
 * project can be held to what the lab came to: the code is that of the person at the keyboard.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { strToU8, zipSync } from 'fflate';
import { createNodeHost } from '../host/node/index.ts';
import { scriptsIn } from '../project/intake/index.ts';
import {
  cloudProject,
  lackInWords,
  lacksOf,
  RefusedProject,
  stepsOf,
  targets,
} from '../take-home/clouds/index.ts';
import { labExamples } from '../take-home/clouds/lab-examples.ts';
import {
  hasProblems,
  modulesAbove,
  nameOf,
  type OwnFolder,
  packagesOf,
  readOwnFolder,
} from './folder/own-folder.ts';
import { bytesIn } from './folder/read-folder.ts';
import { type Terminal, told } from './terminal.ts';

/** @param out where the zip is to go, as it was typed; null: beside whoever asks, named after folder and target */
export async function exportFolder(
  [id = '', named = '.', ...more]: readonly string[],
  out: string | null,
  terminal: Terminal,
): Promise<number> {
  const { words, cwd } = terminal;
  const refuse = (sentences: readonly string[]) => {
    terminal.err(told(sentences));
    return 2;
  };
  if (more[0] !== undefined) return refuse([words.command.tooMany(more[0])]);
  const target = targets.find((one) => one.id === id);
  if (target === undefined)
    return refuse([words.command.whichTarget(targets.map((one) => one.id).join(', '))]);
  const folder = resolve(cwd, named);
  const read = readOwnFolder(folder, words);
  if (hasProblems(read)) return refuse(read.problems);
  const lacks = lacksOf(target, read.sample);
  if (lacks.length > 0)
    return refuse(
      lacks.map((lack) =>
        words.command.lacks(
          lackInWords(lack, target),
          'what' in lack ? `${lack.kind} ${lack.what}` : lack.kind,
        ),
      ),
    );
  const name = nameOf(folder);
  const place = out ?? `${name}-${target.id}.zip`;
  const examples = await examplesOf(folder, read, terminal.workerUrl);
  if (examples === null) return refuse([words.command.neverRests]);
  const asked = { name, sample: read.sample, files: read.files, examples };
  const files = await cloudProject(target, asked).catch((error: unknown) => {
    if (error instanceof RefusedProject) return error.message;
    throw error;
  });
  if (typeof files === 'string') return refuse([words.command.lacks(files, 'what is set in it')]);
  const zip = zipSync(
    Object.fromEntries(files.map(({ path, text }) => [`${name}/${path}`, strToU8(text)] as const)),
  );
  try {
    // Never over what is there.
    writeFileSync(resolve(cwd, place), zip, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse([
      code === 'EEXIST' ? words.command.exists(basename(place)) : words.command.cannotWrite(place, code),
    ]);
  }
  const packages = packagesOf(scriptsIn(read.files));
  const left = packages.length > 0 ? [words.command.packagesStay(packages.join(', '))] : [];
  terminal.out(told([...read.notes, ...left, words.command.packed(place, target.name)]));
  return 0;
}

/** @returns null when its functions keep setting each other to work */
async function examplesOf(folder: string, { sample, files }: OwnFolder, workerUrl: URL | undefined) {
  const work = mkdtempSync(join(tmpdir(), 'functielab-'));
  const clear = () => rmSync(work, { recursive: true, force: true });
  // Who stops it while a function hangs ends the process at once.
  process.once('exit', clear);
  try {
    const [modules] = modulesAbove(folder);
    if (modules !== undefined) symlinkSync(modules, join(work, 'node_modules'), 'junction');
    const steps = stepsOf(sample, uploadsIn(folder, sample));
    return await labExamples(sample, files, steps, {
      createHost: createNodeHost(work, workerUrl),
      serviceWaits: 'counted',
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes('never comes to rest')) return null;
    throw error;
  } finally {
    process.removeListener('exit', clear);
    clear();
  }
}

/** The files to try an upload with, that lie in the folder under the name that `functielab.json` gives. */
function uploadsIn(folder: string, { functions }: OwnFolder['sample']): ReadonlyMap<string, Uint8Array> {
  const names = functions.flatMap(({ trigger }) =>
    trigger.type === 'upload' ? trigger.samples.map(({ file }) => file) : [],
  );
  return new Map(
    names.flatMap((file) => {
      const body = bytesIn(folder, file);
      return body === null ? [] : [[file, body] as const];
    }),
  );
}
