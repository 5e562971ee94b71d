/**
 * The files of a function on disk: each version in a folder of its own, so that an instance keeps the code with
 * which it started. The folder lies inside the project, so that Node finds the project's `node_modules`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceFile } from '../../contract/data.ts';
import type { ModuleFile } from '../instance/protocol.ts';

const VERSIONS_FOLDER = '.functielab';
const DIGEST_LENGTH = 16;
const MANIFEST = 'package.json';

export interface WrittenVersion {
  readonly entryUrl: string;
  readonly files: readonly ModuleFile[];
}

/**
 * Writes the files, unless this version is there already.
 *
 * @param projectFolder absolute path
 * @throws Error for a path that leaves the folder
 */
export function writeVersion(
  projectFolder: string,
  sources: readonly SourceFile[],
  entry: string,
): WrittenVersion {
  const files = sources.some(({ path }) => path === MANIFEST)
    ? sources
    : // Without it Node takes a `.js` file for the older kind of module.
      [...sources, { path: MANIFEST, text: '{ "type": "module" }\n' }];
  const folder = join(projectFolder, VERSIONS_FOLDER, digestOf(files));
  const at = (path: string) => {
    const absolute = join(folder, path);
    if (!absolute.startsWith(folder + sep)) throw new Error(`${path} leaves the folder of the function`);
    return absolute;
  };
  for (const { path, text } of files) {
    if (existsSync(at(path))) continue;
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  const urlOf = (path: string) => pathToFileURL(at(path)).href;
  // Stacks name a module by its address, Node's own messages by its path.
  const names = sources.map(({ path }) => ({ path, urls: [urlOf(path), at(path)] }));
  return { entryUrl: urlOf(entry), files: names };
}

function digestOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text.length}\0${text}`);
  return hash.digest('hex').slice(0, DIGEST_LENGTH);
}
