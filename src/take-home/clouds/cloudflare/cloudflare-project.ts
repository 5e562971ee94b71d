/** The files of a project for Cloudflare Workers, besides those that every project has. */
import type { BindingName } from '../../../contract/bindings.ts';
import { MOST_ATTEMPTS, RETRY_WAITS_MS } from '../../../contract/lab-defaults.ts';
import { bundledSpecifier, handlerImports } from '../glue.ts';
import type { CloudProject, TargetParts } from '../target.ts';
import adapter from './cloudflare-adapter.ts?node-script';
import { cloudflareCron } from './cloudflare-cron.ts';
import local from './cloudflare-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

/** Not later than the engine in `package-lock.json` knows. */
const COMPATIBILITY_DATE = '2026-11-17';
/** Of a consumer (developers.cloudflare.com, "Queues limits", read 2026-11). */
const MOST_IN_A_BATCH = 100;
const LONGEST_WINDOW_S = 60;

export const cloudflareParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    {
      path: 'worker.js',
      text: `import { worker } from './functielab/adapter.mjs';
${handlerImports(project, bundledSpecifier)}
export default worker(project, handlers);
`,
    },
    { path: 'wrangler.jsonc', text: `${JSON.stringify(configOf(project), null, 2)}\n` },
    { path: '.gitignore', text: 'node_modules\n.wrangler\n' },
  ],
  deploy: (project) => {
    const { name } = project.manifest;
    return [
      'npx wrangler login',
      ...(usesQueue(project)
        ? [`npx wrangler queues create ${name}`, `npx wrangler queues create ${name}-mislukt`]
        : []),
      'npx wrangler deploy',
      ...(has(project, 'kv') || has(project, 'bucket')
        ? ['Wrangler maakt bij de eerste keer zelf de database of de opslag aan die in wrangler.jsonc staat.']
        : []),
      'Weer opruimen:',
      'npx wrangler delete',
    ];
  },
};

function has({ manifest: { functions } }: CloudProject, binding: BindingName): boolean {
  return functions.some(({ grants }) => grants.includes(binding));
}

function usesQueue(project: CloudProject): boolean {
  return has(project, 'queue') || readsQueue(project) !== undefined;
}

function readsQueue({ manifest: { functions } }: CloudProject) {
  return functions.flatMap(({ trigger }) => (trigger.type === 'queue' ? [trigger] : []))[0];
}

/** `wrangler.jsonc`: only what the functions of this project use. */
function configOf(project: CloudProject): object {
  const { manifest: own, sample } = project;
  const crons = own.functions.flatMap(({ trigger }) =>
    trigger.type === 'timer' ? [cloudflareCron(trigger.cron)] : [],
  );
  const reads = readsQueue(project);
  return {
    $schema: 'node_modules/wrangler/config-schema.json',
    name: own.name,
    main: 'worker.js',
    compatibility_date: COMPATIBILITY_DATE,
    observability: { enabled: true },
    ...(Object.keys(sample.env).length > 0 && { vars: sample.env }),
    ...(has(project, 'kv') && { d1_databases: [{ binding: 'DB', database_name: `${own.name}-kv` }] }),
    ...(has(project, 'bucket') && { r2_buckets: [{ binding: 'BUCKET', bucket_name: `${own.name}-bucket` }] }),
    ...(usesQueue(project) && {
      queues: {
        producers: [{ binding: 'QUEUE', queue: own.name }],
        ...(reads && {
          consumers: [
            {
              queue: own.name,
              max_batch_size: Math.min(reads.batchSize, MOST_IN_A_BATCH),
              max_batch_timeout: Math.min(Math.ceil(reads.batchWindowMs / 1_000), LONGEST_WINDOW_S),
              max_retries: MOST_ATTEMPTS - 1,
              retry_delay: (RETRY_WAITS_MS[0] ?? 0) / 1_000,
              dead_letter_queue: `${own.name}-mislukt`,
              max_concurrency: sample.concurrencyLimit,
            },
          ],
        }),
      },
    }),
    ...(crons.length > 0 && { triggers: { crons: [...new Set(crons)] } }),
  };
}
