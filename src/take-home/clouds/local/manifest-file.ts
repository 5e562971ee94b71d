/** `functielab/project.json`, as a project's own programs read it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CloudManifest } from '../adapter/cloud-function.ts';

export const manifestPath = 'functielab/project.json';

export async function readManifest(folder: string): Promise<CloudManifest> {
  return JSON.parse(await readFile(join(folder, manifestPath), 'utf8')) as CloudManifest;
}
