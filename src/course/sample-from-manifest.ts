/** From a manifest and its files to a sample: the same for a page that is built and for the shell. */
import type { SourceFile } from '../contract/data.ts';
import type { Sample, SampleFunction, SampleTrigger } from './sample.ts';
import type { FunctionManifest } from './schemas/function.ts';
import { servicesOf } from './schemas/outside-world.ts';

/**
 * @param manifestPath for in an error
 * @param fileUrl where the site has a file to try an upload with
 * @throws Error naming the manifest and the field
 */
export function sampleFromManifest(
  name: string,
  manifest: FunctionManifest,
  files: readonly SourceFile[],
  fileUrl: (file: string) => string,
): Sample {
  const { title, memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit, runtime, env, traffic, timeline } =
    manifest;
  const functions = functionsOf(name, manifest, fileUrl);
  for (const { name: functionName, entry: main } of functions) {
    if (manifest.files.includes(main)) continue;
    throw new Error(
      `content/functions/${name}/function.json: ${functionName}: entry: "${main}" is not one of files`,
    );
  }
  const requests = requestsOf(manifest);
  return {
    name,
    title,
    files,
    given: manifest.given,
    functions,
    request: requests.start,
    examples: requests.examples,
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    env,
    services: servicesOf(manifest.services),
    traffic,
    timeline:
      timeline || traffic || functions.length > 1 || functions.some(({ trigger }) => trigger.type !== 'http'),
    needsNode: runtime === 'node',
    needsBrowser: runtime === 'browser-only',
  };
}

function partsOf(name: string, { functions, entry, trigger, grants }: FunctionManifest) {
  if (functions) return Object.entries(functions).map(([name, one]) => ({ name, ...one }));
  // The schema asks for both where there is no `functions`.
  return entry && trigger ? [{ name, entry, trigger, grants }] : [];
}

function functionsOf(
  name: string,
  manifest: FunctionManifest,
  fileUrl: (file: string) => string,
): SampleFunction[] {
  return partsOf(name, manifest).map(({ trigger, ...one }) => ({
    ...one,
    trigger: sampleTrigger(trigger, fileUrl),
  }));
}

type ManifestTrigger = NonNullable<FunctionManifest['trigger']>;

function sampleTrigger(trigger: ManifestTrigger, fileUrl: (file: string) => string): SampleTrigger {
  switch (trigger.type) {
    case 'http':
      return { type: 'http', routes: trigger.routes ?? null };
    case 'upload':
      return {
        ...trigger,
        samples: trigger.samples.map(({ title, file }) => ({ title, file, url: fileUrl(file) })),
      };
    case 'timer':
      return trigger;
    case 'queue':
      return { ...trigger, lostAcks: trigger.lostAcks ?? null };
  }
}

/** The request that is filled in, and all that a button fills in: with several functions each has its own. */
function requestsOf(manifest: FunctionManifest) {
  const asked = partsOf('', manifest).flatMap(({ entry, trigger }) =>
    trigger.type === 'http' ? [{ file: entry, trigger }] : [],
  );
  const starts = asked.map(({ file, trigger: { method, path, headers, body } }) => ({
    method,
    path,
    headers,
    body,
    file,
  }));
  const own = asked.flatMap(({ file, trigger }) => trigger.examples.map((one) => ({ ...one, file })));
  // One alone, that is filled in already, is a choice only where a lesson asks for it.
  const examples = own.length > 0 ? own : starts.length > 1 ? starts : [];
  return { start: starts[0] ?? null, examples };
}
