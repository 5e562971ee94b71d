/** The examples of a project, run in the sandbox of this page on the reader's own code, with waiting counted. */
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import { createBrowserHost } from '../../host/browser/index.ts';
import type { CloudExample } from './example-steps.ts';
import { labExamples } from './lab-examples.ts';
import { stepsOf } from './sample-steps.ts';

/** @throws Error when functions keep setting each other to work, or there is no sandbox */
export async function examplesInPage(
  sample: Sample,
  files: readonly SourceFile[],
): Promise<readonly CloudExample[]> {
  const steps = stepsOf(sample, await uploadsOf(sample));
  return labExamples(sample, files, steps, { createHost: createBrowserHost(), serviceWaits: 'counted' });
}

/** A file that cannot be fetched is left out: a small one takes its place. */
async function uploadsOf({ functions }: Sample): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = functions.flatMap(({ trigger }) => (trigger.type === 'upload' ? trigger.samples : []));
  const found = await Promise.all(
    wanted.map(async ({ file, url }) => {
      try {
        const response = await fetch(url);
        return response.ok ? ([file, new Uint8Array(await response.arrayBuffer())] as const) : null;
      } catch {
        return null;
      }
    }),
  );
  return new Map(found.filter((one) => one !== null));
}
