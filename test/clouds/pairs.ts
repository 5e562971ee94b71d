/** Whose code is tried: that of every sample, the solution of every exercise, and the contract's own cases. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exerciseFromDisk,
  exerciseNames,
  sampleFromDisk,
  sampleNames,
} from '../../src/build/exercises/from-disk.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import type { Sample } from '../../src/course/sample.ts';
import { contractCases } from './contract-cases.ts';

export interface Subject {
  /** `taken`, or `maak-groepjes (oplossing)`. */
  readonly name: string;
  readonly sample: Sample;
  readonly files: readonly SourceFile[];
}

export async function subjects(): Promise<readonly Subject[]> {
  const exercises = exerciseNames();
  const all: Subject[] = [];
  for (const name of sampleNames()) {
    const sample = sampleFromDisk(name);
    all.push({ name, sample, files: sample.files });
    if (!exercises.includes(name)) continue;
    const { solution } = await exerciseFromDisk(name);
    all.push({ name: `${name} (oplossing)`, sample, files: solution });
  }
  return [...all, ...contractCases()];
}

/** Where the files lie that a sample can be tried with. */
export function uploadsOf({ functions }: Sample): ReadonlyMap<string, Uint8Array> {
  const names = functions.flatMap(({ trigger }) =>
    trigger.type === 'upload' ? trigger.samples.map(({ file }) => file) : [],
  );
  const found = names.flatMap((file) => {
    const path = join('public/voorbeelden', file);
    return existsSync(path) ? [[file, new Uint8Array(readFileSync(path))] as const] : [];
  });
  return new Map(found);
}
