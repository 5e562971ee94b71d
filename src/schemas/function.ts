/** The manifest of a sample function: `content/functions/<name>/function.json`. */
import { z } from 'astro/zod';
import { filesSchema } from './files.ts';

const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

export const functionSchema = z.strictObject({
  /** What the playground is called: "Begroet een bezoeker". */
  title: z.string().min(1),
  /** Paths in the function's folder, the one that the reader sees first in front. */
  files: filesSchema,
  /** `node` for a function that needs packages or parts of Node: it runs in a WebContainer only. */
  runtime: z.enum(['browser', 'node']).default('browser'),
  /** The file whose default export is the handler. */
  entry: z.string(),
  trigger: z.strictObject({
    type: z.literal('http'),
    method: method.default('GET'),
    path: z.string().startsWith('/', 'a path starts with /'),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(''),
  }),
  memoryMb: z.number().int().min(128).max(10_240).default(128),
  timeoutMs: z.number().int().min(100).max(30_000).default(3_000),
  idleTimeoutMs: z.number().int().min(1_000).default(30_000),
  concurrencyLimit: z.number().int().min(1).max(50).default(10),
  /** Shows the button for many calls at once, and the concurrency limit to run into. */
  traffic: z.boolean().default(false),
  /** Settings of the function: `context.env`, and `process.env` in Node. */
  env: z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'letters, digits and _'), z.string()).default({}),
  /** What is learned with it, and what is left out. For authors. */
  learned: z.array(z.string()).default([]),
  outOfScope: z.array(z.string()).default([]),
});

export type FunctionManifest = z.infer<typeof functionSchema>;
