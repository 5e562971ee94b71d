/** Reads samples and exercises from `content/functions`, for the shell, for tests under Node and for what the build runs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import { sampleFromManifest } from '../../course/sample-from-manifest.ts';
import { functionSchema } from '../../course/schemas/function.ts';
import type { Check } from '../../exercises/check.ts';
import type { Exercise } from '../../exercises/run/exercise-to-run.ts';

const FUNCTIONS = fileURLToPath(new URL('../../../content/functions', import.meta.url));

/** Names of all exercises, in the order of the alphabet. */
export function exerciseNames(): string[] {
  return readdirSync(FUNCTIONS)
    .filter((name) => existsSync(join(FUNCTIONS, name, 'opdracht.mdx')))
    .sort();
}

/** Names of all samples, those of exercises among them, in the order of the alphabet. */
export function sampleNames(): string[] {
  return readdirSync(FUNCTIONS)
    .filter((name) => existsSync(join(FUNCTIONS, name, 'function.json')))
    .sort();
}

/**
 * @param functions the folder in which its folder is
 * @throws Error naming the file that is missing or wrong
 */
export function sampleFromDisk(name: string, functions = FUNCTIONS): Sample {
  const folder = join(functions, name);
  const manifestPath = join(folder, 'function.json');
  if (!existsSync(manifestPath)) throw new Error(`content/functions/${name}/function.json does not exist`);
  const manifest = functionSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8')));
  const files = manifest.files.map((path) => readSource(folder, path));
  return sampleFromManifest(name, manifest, files, (file) => file);
}

/**
 * @param functions the folder in which its folder is
 * @throws Error naming the file that is missing or wrong
 */
export async function exerciseFromDisk(name: string, functions = FUNCTIONS): Promise<Exercise> {
  const folder = join(functions, name);
  const sample = sampleFromDisk(name, functions);
  const { checks } = (await import(pathToFileURL(join(folder, 'checks.ts')).href)) as {
    checks: readonly Check[];
  };
  return {
    sample,
    checks,
    solution: sample.files.map((file) => {
      const solved = join('oplossing', file.path);
      return existsSync(join(folder, solved))
        ? { path: file.path, text: readSource(folder, solved).text }
        : file;
    }),
  };
}

/** Those files of an exercise that stand in a folder of somebody's own. */
export function codeFromDisk({ sample }: Exercise, folder: string): SourceFile[] {
  return sample.files.flatMap(({ path }) =>
    existsSync(join(folder, path)) ? [readSource(folder, path)] : [],
  );
}

function readSource(folder: string, path: string): SourceFile {
  return { path, text: readFileSync(join(folder, path), 'utf8').trimEnd() };
}
