/** Reads samples from `content/`: their manifests, their files, and the same files highlighted. */
import { getEntry } from 'astro:content';
import { codeToHtml } from 'shiki';
import { codeTheme } from './components/code-theme.ts';
import type { SourceFile } from './host/contract.ts';
import type { ProgramSample, Sample, SampleFunction, SampleTrigger } from './playground/sample.ts';
import type { FunctionManifest } from './schemas/function.ts';

const sources = import.meta.glob<string>(
  ['../content/functions/**/*.{js,json,html,css,txt}', '../content/programs/**/*.{js,json,html,css,txt}'],
  { query: '?raw', import: 'default', eager: true },
);

/**
 * @throws Error naming the manifest and the field, when a sample does not exist or a file of it is missing:
 * a lesson with a wrong name does not build
 */
export async function loadSample(name: string): Promise<Sample> {
  const manifest = `content/functions/${name}/function.json`;
  const entry = await getEntry('functions', name);
  if (!entry) throw new Error(`${manifest}: there is no such sample function`);
  const {
    title,
    files,
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    runtime,
    env,
    traffic,
    timeline,
  } = entry.data;
  const functions = functionsOf(name, entry.data);
  for (const { name: functionName, entry: main } of functions) {
    if (files.includes(main)) continue;
    throw new Error(`${manifest}: ${functionName}: entry: "${main}" is not one of files`);
  }
  const requests = requestsOf(entry.data);
  return {
    name,
    title,
    files: readFiles(manifest, files),
    functions,
    request: requests.start,
    examples: requests.examples,
    memoryMb,
    timeoutMs,
    idleTimeoutMs,
    concurrencyLimit,
    env,
    traffic,
    timeline:
      timeline || traffic || functions.length > 1 || functions.some(({ trigger }) => trigger.type !== 'http'),
    needsNode: runtime === 'node',
  };
}

function partsOf(name: string, { functions, entry, trigger, grants }: FunctionManifest) {
  if (functions) return Object.entries(functions).map(([name, one]) => ({ name, ...one }));
  // The schema asks for both where there is no `functions`.
  return entry && trigger ? [{ name, entry, trigger, grants }] : [];
}

function functionsOf(name: string, manifest: FunctionManifest): SampleFunction[] {
  return partsOf(name, manifest).map(({ trigger, ...one }) => ({ ...one, trigger: sampleTrigger(trigger) }));
}

type ManifestTrigger = NonNullable<FunctionManifest['trigger']>;

function sampleTrigger(trigger: ManifestTrigger): SampleTrigger {
  switch (trigger.type) {
    case 'http':
      return { type: 'http', routes: trigger.routes ?? null };
    case 'upload':
      return {
        ...trigger,
        samples: trigger.samples.map(({ title, file }) => ({ title, file, url: sampleUrl(file) })),
      };
    case 'timer':
      return trigger;
    case 'queue':
      return { ...trigger, lostAcks: trigger.lostAcks ?? null };
  }
}

/** The request that is filled in, and all that a button fills in: with several functions each has its own. */
function requestsOf(manifest: FunctionManifest) {
  const triggers = partsOf('', manifest).flatMap(({ trigger }) => (trigger.type === 'http' ? [trigger] : []));
  const starts = triggers.map(({ method, path, headers, body }) => ({ method, path, headers, body }));
  const own = triggers.flatMap(({ examples }) => examples);
  // One alone, that is filled in already, is a choice only where a lesson asks for it.
  const examples = own.length > 0 ? own : starts.length > 1 ? starts : [];
  return { start: starts[0] ?? null, examples };
}

function sampleUrl(file: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/voorbeelden/${file}`;
}

/** @throws Error as `loadSample` does */
export async function loadProgram(name: string): Promise<ProgramSample> {
  const manifest = `content/programs/${name}/program.json`;
  const entry = await getEntry('programs', name);
  if (!entry) throw new Error(`${manifest}: there is no such program`);
  const { title, files, port } = entry.data;
  if (!files.includes('package.json')) throw new Error(`${manifest}: files: "package.json" is missing`);
  return { name, title, files: readFiles(manifest, files), port };
}

function readFiles(manifest: string, paths: readonly string[]): SourceFile[] {
  const folder = manifest.slice(0, manifest.lastIndexOf('/'));
  return paths.map((path) => {
    const text = sources[`../${folder}/${path}`];
    if (text === undefined) throw new Error(`${manifest}: files: "${path}" does not exist`);
    return { path, text: text.trimEnd() };
  });
}

const languages: Readonly<Record<string, string>> = {
  js: 'javascript',
  json: 'json',
  html: 'html',
  css: 'css',
  txt: 'text',
};

export async function highlight({ path, text }: SourceFile): Promise<string> {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return codeToHtml(text, { lang: languages[ending] ?? 'text', theme: codeTheme, tabindex: false });
}
