/** Measured cold starts of a real cloud: `content/cold-starts/<cloud>.json`, as its source gives them. */
import { z } from './zod.ts';

const ms = z.number().min(0).max(600_000);

const row = z.strictObject({
  /** As the source calls it: `nodejs24.x`. */
  runtime: z.string().min(1),
  package: z.enum(['zip', 'image']),
  memoryMb: z.number().int().min(128).max(10_240),
  architecture: z.enum(['x86_64', 'arm64']),
  /** Of each cold start: what the start took, before the handler was called. */
  initMs: z.array(ms).min(3),
  /** What the first call took in these instances, on average. */
  averageDurationMs: ms,
  averageColdStartMs: ms,
  memoryUsedMb: z.number().min(0),
});

export const coldStartsSchema = z
  .strictObject({
    source: z.string().startsWith('https://'),
    license: z.string().min(1),
    /** The day of the measurements: `2026-08-22`. A page says so when that is more than a year ago. */
    measured: z.iso.date(),
    /** What was measured, and what the fields are. For authors. */
    what: z.string().min(1),
    /** Means of one runtime through the years, by year; a year may have a lowest and a highest. */
    byYear: z.object({ what: z.string().min(1) }).catchall(z.union([ms, z.tuple([ms, ms])])),
    rows: z.array(row).min(1),
  })
  .superRefine(({ rows }, context) => {
    const seen = new Set<string>();
    for (const [index, one] of rows.entries()) {
      const key = [one.runtime, one.package, one.architecture, one.memoryMb].join(' ');
      if (seen.has(key))
        context.addIssue({ code: 'custom', path: ['rows', index], message: `twice: ${key}` });
      seen.add(key);
      const mean = one.initMs.reduce((sum, each) => sum + each, 0) / one.initMs.length;
      if (Math.abs(mean - one.averageColdStartMs) > 0.01) {
        context.addIssue({
          code: 'custom',
          path: ['rows', index, 'averageColdStartMs'],
          message: `is not the mean of initMs, ${mean}`,
        });
      }
    }
  });
