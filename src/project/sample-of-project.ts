/** From a project and its files to a sample, so that it runs wherever a sample of the course does. */
import type { SourceFile } from '../contract/data.ts';
import type { Sample } from '../course/sample.ts';
import { sampleFromManifest } from '../course/sample-from-manifest.ts';
import type { Project } from './project-schema.ts';

/** What is wrong between `functielab.json` and the files beside it. */
export interface ProblemOfFiles {
  /** As in code: `functions.taken.entry`. */
  readonly field: string;
  readonly sentence: string;
}

export function problemsOfFiles(
  { functions }: Project,
  files: readonly Pick<SourceFile, 'path'>[],
): readonly ProblemOfFiles[] {
  const paths = files.map(({ path }) => path);
  return Object.entries(functions).flatMap(([name, { entry }]) => {
    if (paths.includes(entry)) return [];
    const near = paths.find((path) => path.split('/').at(-1) === entry.split('/').at(-1));
    const remedy = near ? `Bedoel je "${near}"?` : 'Maak dat bestand, of noem een bestand dat er wel is.';
    return [
      {
        field: `functions.${name}.entry`,
        sentence: `De functie ${name} begint in "${entry}", en dat bestand is er niet. ${remedy}`,
      },
    ];
  });
}

/**
 * @param name under which a playground keeps what it stores: unique on this device, of small letters, digits and `-`
 * @param files all of them: `problemsOfFiles` finds nothing wrong
 * @param fileUrl where a file to try an upload with can be had
 * @throws Error when an entry is not one of the files
 */
export function sampleOfProject(
  name: string,
  project: Project,
  files: readonly SourceFile[],
  fileUrl: (file: string) => string,
): Sample {
  const { version: _, ...own } = project;
  const hasHttp = Object.values(project.functions).some(({ trigger }) => trigger.type === 'http');
  const manifest = {
    ...own,
    files: files.map(({ path }) => path),
    given: [],
    grants: [],
    traffic: hasHttp,
    timeline: true,
    learned: [],
    outOfScope: [],
  };
  return sampleFromManifest(name, manifest, files, fileUrl);
}
