/** What is to be run: the manifest beside this program, and the files as they are on the disk now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../../engine/index.ts';
import { type RunManifest, runManifestPath } from './run-manifest.ts';

export type RunDeployment = Deployment & Pick<RunManifest, 'trigger'>;

/** @throws Error, in Dutch, for a file that is gone */
export function readDeployment(project: string): RunDeployment {
  const manifest = JSON.parse(readFileSync(join(project, runManifestPath), 'utf8')) as RunManifest;
  const { paths, ...rest } = manifest;
  return {
    ...rest,
    files: paths.map((path) => {
      const place = join(project, path);
      if (!existsSync(place)) throw new Error(`Het bestand ${path} is er niet meer. Zet het terug.`);
      return { path, text: readFileSync(place, 'utf8') };
    }),
  };
}
