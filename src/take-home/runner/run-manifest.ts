/** What a downloaded function says of itself to the program that runs it. */
import type { ServiceSpec } from '../../contract/services.ts';
import type { Deployment } from '../../engine/index.ts';

export type RunManifest = Omit<Deployment, 'files'> & {
  /** Its files, beside the manifest's own folder. */
  readonly paths: readonly string[];
  /** The outside world of the course, which the platform plays here too. */
  readonly services: readonly ServiceSpec[];
  /** How the lesson calls it. */
  readonly trigger: { readonly method: string; readonly path: string };
};

/** In the project. */
export const runManifestPath = 'functielab/functie.json';
