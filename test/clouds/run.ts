/** The conformance run: pairs of code and target, one after another, and a table of what came of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNodeHost } from '../../src/build/exercises/validate.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import {
  type CloudExample,
  type CloudTarget,
  cloudProject,
  differencesOf,
  isNeverRun,
  lackInWords,
  lacksOf,
  playedParts,
  stepsOf,
  targets,
} from '../../src/take-home/clouds/index.ts';
import { labExamples } from '../../src/take-home/clouds/lab-examples.ts';
import type { LocalCloud } from '../../src/take-home/clouds/local/local-cloud.ts';
import { InstalledFolder, type LoadModule } from './installed.ts';
import { type Subject, subjects, uploadsOf } from './pairs.ts';
import { type Outcome, recordOf, writeRecord } from './record.ts';
import { replay } from './replay.ts';
import { table } from './table.ts';

/** For one thing to come of one step: retries wait 6 s, and a cold engine on a busy machine takes its time. */
const STEP_LIMIT_MS = 90_000;

export interface RunOptions {
  /** All if empty. */
  readonly targetIds: readonly string[];
  readonly samples: readonly string[];
  readonly isRecorded: boolean;
  /** Where projects are written, and stay; a folder of its own that goes afterwards if null. */
  readonly folder: string | null;
  /** Loads a module as Node does. */
  readonly load: LoadModule;
}

/** @returns whether every pair passed, lacks a place, or differs in what a row names */
export async function run({ targetIds, samples, isRecorded, folder, load }: RunOptions): Promise<boolean> {
  const chosen = targets.filter(({ id }) => targetIds.length === 0 || targetIds.includes(id));
  const all = (await subjects()).filter(
    ({ sample }) => samples.length === 0 || samples.includes(sample.name),
  );
  if (chosen.length === 0 || all.length === 0) throw new Error('There is no such target, or no such sample');
  const place = folder ?? mkdtempSync(join(tmpdir(), 'functielab-wolken-'));
  const outcomes: Outcome[] = [];
  try {
    const examples = await examplesOf(all.filter((one) => chosen.some((target) => canRun(target, one))));
    for (const target of chosen) {
      const installed = new InstalledFolder(join(place, target.id), load);
      for (const subject of all) {
        const outcome = await tryPair(target, subject, examples, installed);
        outcomes.push(outcome);
        console.error(`${target.id}  ${subject.name}: ${outcome.kind}${inLines(outcome.wrong)}`);
      }
    }
  } finally {
    if (folder === null) rmSync(place, { recursive: true, force: true });
  }
  console.log(table(chosen, outcomes));
  if (isRecorded) writeRecord(recordOf(chosen, outcomes));
  return outcomes.every(({ kind }) => kind !== 'failed');
}

function canRun(target: CloudTarget, { name, sample }: Subject): boolean {
  return lacksOf(target, sample).length === 0 && !isNeverRun(target, name);
}

/** What our own engine comes to on the Node host, once for all targets. */
async function examplesOf(all: readonly Subject[]): Promise<ReadonlyMap<string, readonly CloudExample[]>> {
  const found = new Map<string, readonly CloudExample[]>();
  await withNodeHost(async (createHost) => {
    for (const { name, sample, files } of all) {
      const steps = stepsOf(sample, uploadsOf(sample));
      const options = { createHost, serviceWaits: 'real' } as const;
      found.set(name, await labExamples(sample, files, steps, options));
    }
  });
  return found;
}

async function tryPair(
  target: CloudTarget,
  subject: Subject,
  all: ReadonlyMap<string, readonly CloudExample[]>,
  installed: InstalledFolder,
): Promise<Outcome> {
  const { name, sample } = subject;
  const about = { targetId: target.id, subject: name };
  const lacks = lacksOf(target, sample);
  if (lacks.length > 0) {
    return { ...about, kind: 'lacking', wrong: [...new Set(lacks.map((lack) => lackInWords(lack, target)))] };
  }
  const row = differencesOf(target).find(({ samples }) => samples.includes(name));
  if (isNeverRun(target, name)) return { ...about, kind: 'difference', wrong: [row?.words ?? ''] };
  const examples = all.get(name) ?? [];
  let wrong: readonly string[];
  try {
    const files = await cloudProject(target, { name: sample.name, sample, files: subject.files, examples });
    wrong = await runProject(files, examples, installed);
    // What a reader types comes to the same, but for the examples that a row names, which are no part of it.
    const mayDiffer = wrong.length > 0 && row?.examples === undefined;
    const printed = mayDiffer ? null : await installed.ownTests();
    if (printed !== null) {
      return { ...about, kind: 'failed', wrong: [...wrong, `npm test failed:\n${printed}`] };
    }
  } catch (error) {
    wrong = [error instanceof Error ? error.message : String(error)];
  }
  if (wrong.length > 0 && row === undefined) return { ...about, kind: 'failed', wrong };
  const played = playedParts(target, sample);
  if (played.length > 0) return { ...about, kind: 'played', wrong: [...wrong, ...played] };
  return { ...about, kind: wrong.length === 0 ? 'passed' : 'difference', wrong };
}

async function runProject(
  files: readonly SourceFile[],
  examples: readonly CloudExample[],
  installed: InstalledFolder,
): Promise<readonly string[]> {
  installed.write(files);
  const cloud: LocalCloud = await within('its start', installed.start());
  try {
    return await replay(cloud, examples, within);
  } finally {
    await cloud.stop();
  }
}

async function within<T>(what: string, task: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: nothing came of it in ${STEP_LIMIT_MS / 1_000} s`)),
      STEP_LIMIT_MS,
    );
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

function inLines(wrong: readonly string[]): string {
  return wrong.map((one) => `\n    ${one.replaceAll('\n', '\n    ')}`).join('');
}
