/** What sets a function off, as a manifest says it. */
import { z } from './zod.ts';

const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
const path = z.string().startsWith('/', 'moet met / beginnen');
const headers = z.record(z.string(), z.string()).default({});

export const httpTrigger = z.strictObject({
  type: z.literal('http'),
  /** What the reader finds filled in. */
  method: method.default('GET'),
  path,
  headers,
  body: z.string().default(''),
  /** What it answers: `DELETE /taken/:id`; every request if absent. */
  routes: z
    .array(z.string().regex(/^[A-Z]+ \/\S*$/, 'moet een methode en een pad zijn: "DELETE /taken/:id"'))
    .min(1)
    .optional(),
  /** Requests that a button fills in. */
  examples: z.array(z.strictObject({ method, path, headers, body: z.string().default('') })).default([]),
});

const uploadTrigger = z.strictObject({
  type: z.literal('upload'),
  /** Objects under it are events: `uploads/`. */
  prefix: z.string().regex(/^[\w-]+(\/[\w-]+)*\/$/, 'moet een map zijn die eindigt op /'),
  /** As of a file field: `image/*`, `.csv`. */
  accept: z.string().default(''),
  /** Files to try it with, in `public/voorbeelden/`. */
  samples: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        file: z.string().regex(/^[\w.-]+$/, 'moet de naam van een bestand zijn'),
      }),
    )
    .default([]),
});

const timerTrigger = z.strictObject({
  type: z.literal('timer'),
  /** Five fields, or six with seconds first. */
  cron: z.string().min(9),
});

const queueTrigger = z.strictObject({
  type: z.literal('queue'),
  /** Most messages in one invocation. */
  batchSize: z.number().int().min(1).max(100).default(1),
  /** How long a batch that is not full waits for more. */
  batchWindowMs: z.number().int().min(0).max(60_000).default(0),
  /** After this a message that nobody acknowledged is delivered again, although its function still runs. */
  visibilityTimeoutMs: z.number().int().min(1_000).max(900_000).default(30_000),
  /** The message that the reader finds filled in, as JSON. */
  example: z.string().default('{}'),
  /** Acknowledgements that get lost, so that a message comes twice now and then: the same ones for one seed. */
  lostAcks: z.strictObject({ seed: z.number().int().min(0), chance: z.number().min(0).max(1) }).optional(),
});

export const triggerSchema = z.discriminatedUnion('type', [
  httpTrigger,
  uploadTrigger,
  timerTrigger,
  queueTrigger,
]);
