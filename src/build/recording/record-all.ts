/**
 * A run of each sample, made by the project's own engine: what a lesson on paper shows of a playground in which its reader ran
 * nothing. It is the course's own code, so the Node host may run it. `recorder-main.ts` does it in a process of its own.
 */
import { readFileSync } from 'node:fs';
import { type RecordedRun, recordRun } from '../../playground/record-run.ts';
import { sampleFromDisk, sampleNames } from '../exercises/from-disk.ts';
import { withNodeHost } from '../exercises/validate.ts';

const OFFERED = new URL('../../../public/voorbeelden/', import.meta.url);
/** A sample that is not at its end by then never comes there; a computer that builds may be very busy. */
const LONGEST_MS = 600_000;

/**
 * @param names of samples; all of them if absent
 * @returns by the name of the sample; null for one that Node alone cannot run
 * @throws Error naming the sample, when it does not come to an end
 */
export async function recordAll(
  names: readonly string[] = sampleNames(),
): Promise<Readonly<Record<string, RecordedRun | null>>> {
  const runs: Record<string, RecordedRun | null> = {};
  // One after another: two at once would measure how busy they keep each other.
  for (const name of names) {
    const sample = sampleFromDisk(name);
    const stopped = AbortSignal.timeout(LONGEST_MS);
    try {
      runs[name] = await withNodeHost((createHost) => recordRun(createHost, sample, readFile, stopped));
    } catch (cause) {
      throw new Error(`content/functions/${name}: no run could be recorded`, { cause });
    }
  }
  return runs;
}

function readFile({ file }: { readonly file: string }): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, OFFERED)));
}
