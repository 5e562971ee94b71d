/** A sample with ordinary settings, for a test that is about something else. */
import type { Sample, SampleFunction } from '../../src/course/sample.ts';

export function sampleOf(functions: readonly SampleFunction[], changes: Partial<Sample> = {}): Sample {
  return {
    name: 'proef',
    title: 'Proef',
    files: [],
    functions,
    request: null,
    examples: [],
    memoryMb: 128,
    timeoutMs: 3_000,
    idleTimeoutMs: 30_000,
    concurrencyLimit: 10,
    env: {},
    services: [],
    traffic: false,
    timeline: true,
    given: [],
    needsNode: false,
    needsBrowser: false,
    ...changes,
  };
}
