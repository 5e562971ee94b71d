/** Reads the measured cold starts from `content/cold-starts` while the site is built, and keeps what is shown. */
import { getEntry } from 'astro:content';
import { type MeasuredStart, median } from './cold-start-model.ts';

export interface Packing {
  readonly package: 'zip' | 'image';
  readonly architecture: 'x86_64' | 'arm64';
}

export interface MeasuredStarts {
  readonly source: string;
  /** A day: `2026-08-22`. */
  readonly measured: string;
  readonly starts: readonly MeasuredStart[];
}

async function fileOfMeasurements() {
  const entry = await getEntry('coldStarts', 'aws-lambda');
  if (entry === undefined) throw new Error('content/cold-starts/aws-lambda.json is not there');
  return entry.data;
}

/** The mean start of Node.js with 128 MB, year by year; of some years a lowest and a highest is known. */
export async function nodeByYear(): Promise<{ year: string; ms: readonly number[] }[]> {
  const { what: _, ...years } = (await fileOfMeasurements()).byYear;
  return Object.entries(years).map(([year, ms]) => ({ year, ms: typeof ms === 'number' ? [ms] : ms }));
}

/**
 * @param runtimes as the source calls them; all of them if absent
 * @throws Error when there is nothing to show
 */
export async function measuredStarts(
  packing: Packing,
  runtimes?: readonly string[],
): Promise<MeasuredStarts> {
  const { source, measured, rows } = await fileOfMeasurements();
  const starts = rows
    .filter((row) => row.package === packing.package && row.architecture === packing.architecture)
    .filter(({ runtime }) => runtimes?.includes(runtime) ?? true)
    .map(({ runtime, memoryMb, initMs, averageDurationMs }) => ({
      runtime,
      memoryMb,
      initMs: Math.round(median(initMs) * 10) / 10,
      firstCallMs: Math.round(averageDurationMs * 10) / 10,
    }));
  const missing = runtimes?.filter((name) => !starts.some(({ runtime }) => runtime === name)) ?? [];
  if (starts.length === 0 || missing.length > 0) {
    throw new Error(`content/cold-starts/aws-lambda.json has no ${missing.join(', ') || 'such rows'}`);
  }
  // An address with what stands behind it in brackets is for people; a link is the address alone.
  return { source: source.split(' ')[0] as string, measured, starts };
}
