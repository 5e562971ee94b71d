/** The manifest of a playground: `content/functions/<name>/function.json`. One function, or several that work together. */
import {
  CONCURRENCY_LIMIT,
  IDLE_TIMEOUT_MS,
  LONGEST_TIMEOUT_MS,
  MEMORY_MB,
  MOST_MEMORY_MB,
  TIMEOUT_MS,
} from '../../contract/lab-defaults.ts';
import { filesSchema } from './files.ts';
import { servicesSchema } from './outside-world.ts';
import { triggerSchema } from './trigger.ts';
import { z } from './zod.ts';

const grants = z.array(z.enum(['kv', 'bucket', 'queue'])).default([]);

/** One function as a manifest says it, a project of one's own too. */
export const oneFunction = {
  /** The file whose default export is the handler. */
  entry: z.string(),
  trigger: triggerSchema,
  /** What it may use: `context.kv`, `context.bucket`, `context.queue`. */
  grants,
};

export const functionName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'mag alleen kleine letters, cijfers en - hebben');

/** What holds for all functions of a playground. */
export const forAllFunctions = {
  /**
   * `node` for a function that needs packages or parts of Node: it runs in a WebContainer only. `browser-only` for one that needs what
   * Node lacks: it runs in the browser's sandbox only. Mostly it runs in either.
   */
  runtime: z.enum(['browser', 'node', 'browser-only']).default('browser'),
  memoryMb: z.number().int().min(MEMORY_MB).max(MOST_MEMORY_MB).default(MEMORY_MB),
  timeoutMs: z.number().int().min(100).max(LONGEST_TIMEOUT_MS).default(TIMEOUT_MS),
  idleTimeoutMs: z.number().int().min(1_000).default(IDLE_TIMEOUT_MS),
  concurrencyLimit: z.number().int().min(1).max(50).default(CONCURRENCY_LIMIT),
  /** Settings of the function: `context.env`, and `process.env` in Node. */
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'mag alleen letters, cijfers en _ hebben'), z.string())
    .default({}),
  /** An outside world that the platform plays: `fetch` reaches these services and nothing else. */
  services: servicesSchema,
};

type Functions = Readonly<Record<string, z.infer<z.ZodObject<typeof oneFunction>>>>;

/** What no single field can say: which functions go together, and on which host. */
export function problemsTogether(functions: Functions, runtime: string): { message: string; path: string }[] {
  const all = Object.values(functions);
  const isPlain = all.length === 1 && all[0]?.trigger.type === 'http' && all[0].grants.length === 0;
  const problems: { message: string; path: string }[] = [];
  if (all.filter(({ trigger }) => trigger.type === 'queue').length > 1) {
    problems.push({ message: 'heeft meer dan één functie die de wachtrij leest', path: 'functions' });
  }
  if (runtime === 'node' && !isPlain) {
    problems.push({
      message: 'node mag alleen bij één functie, met een trigger van het type http en zonder `grants`',
      path: 'runtime',
    });
  }
  return problems;
}

export const functionSchema = z
  .strictObject({
    /** What the playground is called: "Begroet een bezoeker". */
    title: z.string().min(1),
    /** Paths in the function's folder, the one that the reader sees first in front. */
    files: filesSchema,
    /** Which of these the task gives: they can be read and not changed. */
    given: z.array(z.string()).default([]),
    ...forAllFunctions,
    /** Of a playground with one function; `functions` instead for several. */
    entry: oneFunction.entry.optional(),
    trigger: oneFunction.trigger.optional(),
    grants,
    /** By name, in the order in which requests look for a route. */
    functions: z.record(functionName, z.strictObject(oneFunction)).optional(),
    /** Shows the button for many calls at once, steady traffic, and the concurrency limit to run into. */
    traffic: z.boolean().default(false),
    /** Shows the timeline; a playground with traffic, an event or several functions has one anyhow. */
    timeline: z.boolean().default(false),
    /** What is learned with it, and what is left out. For authors. */
    learned: z.array(z.string()).default([]),
    outOfScope: z.array(z.string()).default([]),
  })
  .superRefine(({ functions, entry, trigger, grants: own, runtime, files, given }, context) => {
    const isOne = entry !== undefined && trigger !== undefined;
    const hasParts = entry !== undefined || trigger !== undefined || own.length > 0;
    const report = (message: string, path: string[]) => context.addIssue({ code: 'custom', message, path });
    for (const path of given) {
      if (!files.includes(path)) report(`noemt ${path}, en dat staat niet bij \`files\``, ['given']);
    }
    if (functions === undefined && !isOne)
      report('ontbreekt: geef `entry` en `trigger`, of meer functies onder `functions`', ['entry']);
    if (functions !== undefined && hasParts) {
      report('gaat niet samen met `entry`, `trigger` en `grants` ernaast: zet die bij elke functie', [
        'functions',
      ]);
    }
    const all = functions ?? (entry && trigger ? { '': { entry, trigger, grants: own } } : {});
    for (const { message, path } of problemsTogether(all, runtime)) report(message, [path]);
  });

export type FunctionManifest = z.infer<typeof functionSchema>;
