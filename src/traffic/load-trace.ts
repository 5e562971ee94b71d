/** Traffic that was measured, out of a file of the course: fetched when its story is chosen. */
import type { TraceOfFile } from './scenario-of.ts';

/** @throws when it can't be fetched, or is not such a file */
export async function loadTrace(file: string): Promise<TraceOfFile> {
  if (file !== 'azure-2021-slice.csv') throw new Error(`no such trace: ${file}`);
  const { default: text } = await import('../../content/traffic/azure-2021-slice.csv?raw');
  return readAzureTrace(text);
}

/**
 * Reads `app,func,end_timestamp,duration`, in seconds: the begin of a call is its end less its duration. A microsecond is the
 * platform's smallest step.
 */
export function readAzureTrace(text: string): TraceOfFile {
  const [, ...lines] = text.trim().split(/\r?\n/);
  const calls = lines
    .map((line) => {
      const [, , end = '', duration = ''] = line.split(',');
      return { atMs: micros(Number(end) - Number(duration)), durationMs: micros(Number(duration)) };
    })
    .sort((a, b) => a.atMs - b.atMs);
  return {
    atMs: calls.map(({ atMs }) => atMs),
    durationsMs: calls.map(({ durationMs }) => durationMs),
  };
}

function micros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1_000;
}
