/** The files of a project for Knative Functions, besides those that every project has. */
import { handlerImports, ignoreFile, jsonForYaml } from '../glue.ts';
import type { CloudProject, TargetParts } from '../target.ts';
import adapter from './knative-adapter.ts?node-script';
import local from './knative-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

/** Of the file of settings. Source: knative/func, `pkg/functions/function_migrations.go`, read 2026-11-29 */
const SPEC_VERSION = '0.36.0';
/** The command takes a file without a moment for one that is not a function. */
const CREATED = '2026-11-29T00:00:00Z';
/** That all packages of the runtime say they know. */
const NODE_VERSION = '22.*';
/** Less has no room for Node and the runtime. */
const LEAST_MEMORY_MB = 256;

export const knativeParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    {
      path: 'server.mjs',
      text: `import runtime from 'faas-js-runtime';
import { serve } from './functielab/adapter.mjs';
${handlerImports(project)}
await serve(runtime, project, handlers);
`,
    },
    {
      path: 'functielab/serve.mjs',
      text: `import { listenHereOnly } from './local.mjs';

listenHereOnly();
await import('../server.mjs');
`,
    },
    { path: 'func.yaml', text: funcFile(project) },
    {
      path: '.funcignore',
      text: ignoreFile('node_modules'),
    },
  ],
  deploy({ manifest: { name } }) {
    return [
      'Je hebt een Kubernetes-cluster nodig met Knative Serving erop, Docker, en de commando’s kubectl, func en kn.',
      'Geef de functie een eigen account, zonder rechten: ze hoeft niets van het cluster te weten, dus ook geen token te krijgen.',
      `kubectl create serviceaccount fn-${name}`,
      `kubectl patch serviceaccount fn-${name} -p '{"automountServiceAccountToken": false}'`,
      'Rol uit, met een register waarin je images mag zetten. In `func.yaml` staat hoeveel instanties er maximaal komen: dat begrenst wat een lus of een aanval kan kosten.',
      `func deploy --registry ghcr.io/JOUW-NAAM --service-account fn-${name}`,
      `func describe ${name}`,
      'Wie het cluster kan bereiken, kan de functie aanroepen. Moet ze alleen binnen het cluster te bereiken zijn:',
      `kubectl label kservice ${name} networking.knative.dev/visibility=cluster-local`,
      'Logs bekijken, een instelling veranderen (en daarna opnieuw uitrollen), een eerdere versie terugzetten, en alles weer weghalen:',
      `func logs --name ${name}`,
      'func config envs add --name=NAAM --value=WAARDE',
      `kn revision list --service ${name}`,
      `kn service update ${name} --traffic NAAM-VAN-DE-VERSIE=100`,
      `func delete ${name}`,
      `kubectl delete serviceaccount fn-${name}`,
      'Haal ook de images uit het register weg: die kosten opslag.',
    ];
  },
};

function funcFile({ manifest: { name }, sample }: CloudProject): string {
  const settings = Object.entries(sample.env).map(
    ([key, value]) => `    - name: ${JSON.stringify(key)}\n      value: ${jsonForYaml(value)}\n`,
  );
  return `specVersion: ${SPEC_VERSION}
name: ${jsonForYaml(name)}
runtime: node
created: ${CREATED}
invoke: http
build:
  builder: pack
  buildEnvs:
    - name: BP_NODE_VERSION
      value: "${NODE_VERSION}"
    - name: BP_NPM_START_SCRIPT
      value: serve
${settings.length === 0 ? '' : `run:\n  envs:\n${settings.join('')}`}deploy:
  options:
    scale:
      min: 0
      max: ${sample.concurrencyLimit}
    resources:
      limits:
        memory: ${Math.max(LEAST_MEMORY_MB, sample.memoryMb)}Mi
        concurrency: 1
`;
}
