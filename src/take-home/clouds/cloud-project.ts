/** All files of a project for one target. Knows no zip and no disk, so that a page and a test make the same. */
import type { SourceFile } from '../../contract/data.ts';
import type { Sample, SampleTrigger } from '../../course/sample.ts';
import type { CloudManifest, CloudTrigger } from './adapter/cloud-function.ts';
import { differencesOf } from './differences.ts';
import type { CloudExample } from './example-steps.ts';
import { checkFileNames } from './file-refusals.ts';
import { READERS_FOLDER } from './glue.ts';
import worldSource from './local/world-main.ts?node-script';
import { exampleTest, startProgram } from './own-programs.ts';
import { isSentence, readMeOf } from './read-me.ts';
import { checkSettings } from './setting-refusals.ts';
import type { CloudProject, CloudTarget, TargetParts } from './target.ts';

export interface CloudProjectAsked {
  /** Of the folder and of what is deployed: small letters, digits and `-`, as `fileNameOf` of `kit/save-file.ts` makes it. */
  readonly name: string;
  /** As the reader has set it. */
  readonly sample: Sample;
  /** The reader's own. */
  readonly files: readonly SourceFile[];
  readonly examples: readonly CloudExample[];
  /** A sentence about the bill of the last run under a tariff of this provider; null without one. */
  readonly cost?: string | null;
}

/**
 * @returns paths from the folder of the project on
 * @throws RefusedProject, in Dutch, for what the platform, or a computer that unpacks it, does not take
 */
export async function cloudProject(
  target: CloudTarget,
  { name, sample, files, examples, cost = null }: CloudProjectAsked,
): Promise<readonly SourceFile[]> {
  checkSettings(target, sample.env);
  checkFileNames(files);
  const parts = await target.load();
  const project: CloudProject = { manifest: manifestOf(target, name, sample), sample, files };
  return [
    { path: 'LEESMIJ.md', text: readMeOf(target, parts, project, cost) },
    { path: 'package.json', text: packagesOf(parts, name) },
    { path: 'package-lock.json', text: lockOf(parts, name) },
    ...parts.files(project),
    ...files.map(({ path, text }) => ({ path: `${READERS_FOLDER}/${path}`, text })),
    { path: 'functielab/adapter.mjs', text: parts.adapter },
    { path: 'functielab/local.mjs', text: parts.local },
    { path: 'functielab/world.mjs', text: worldSource },
    { path: 'functielab/start.mjs', text: startProgram(sample) },
    { path: 'functielab/project.json', text: json(project.manifest) },
    { path: 'test/voorbeelden.test.mjs', text: exampleTest },
    { path: 'test/voorbeelden.json', text: json(examplesOn(target, sample, examples)) },
  ];
}

export interface DeployStep {
  readonly isCommand: boolean;
  readonly text: string;
}

/** What `LEESMIJ.md` of that project says of deploying, for a page that says it too. */
export async function deploySteps(
  target: CloudTarget,
  { name, sample, files }: Pick<CloudProjectAsked, 'name' | 'sample' | 'files'>,
): Promise<readonly DeployStep[]> {
  const { deploy } = await target.load();
  const lines = deploy({ manifest: manifestOf(target, name, sample), sample, files });
  return lines.map((text) => ({ isCommand: !isSentence(text), text }));
}

/** Without those that come to something else there, of which `LEESMIJ.md` tells. */
function examplesOn(target: CloudTarget, { name }: Sample, all: readonly CloudExample[]): CloudExample[] {
  const rows = differencesOf(target).filter(({ samples }) => samples.includes(name));
  const other = rows.flatMap(({ examples = [] }) => examples);
  return all.filter(({ title }) => !other.includes(title));
}

function manifestOf({ id }: CloudTarget, name: string, sample: Sample): CloudManifest {
  const { memoryMb, timeoutMs, env, services } = sample;
  return {
    name,
    target: id,
    functions: sample.functions.map(({ name: functionName, entry, grants, trigger }) => ({
      name: functionName,
      entry,
      trigger: triggerOf(trigger),
      grants,
      memoryMb,
      timeoutMs,
      env,
    })),
    services,
  };
}

function triggerOf(trigger: SampleTrigger): CloudTrigger {
  switch (trigger.type) {
    case 'http':
      return { type: 'http', routes: trigger.routes };
    case 'upload':
      return { type: 'upload', prefix: trigger.prefix };
    case 'timer':
      return { type: 'timer', cron: trigger.cron };
    case 'queue': {
      const { type, batchSize, batchWindowMs, visibilityTimeoutMs } = trigger;
      return { type, batchSize, batchWindowMs, visibilityTimeoutMs };
    }
  }
}

/** The packages of the target, with what every project has. */
function packagesOf({ manifest }: TargetParts, name: string): string {
  const { scripts, ...packages } = JSON.parse(manifest) as Record<string, unknown>;
  const own = { start: 'node functielab/start.mjs', test: 'node --test test/voorbeelden.test.mjs' };
  return json({
    name,
    private: true,
    type: 'module',
    scripts: { ...own, ...(scripts as Record<string, string> | undefined) },
    ...packages,
  });
}

function lockOf({ lock }: TargetParts, name: string): string {
  const read = JSON.parse(lock) as { packages: Record<string, object> };
  const packages = { ...read.packages, '': { ...read.packages[''], name } };
  return json({ ...read, name, packages });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
