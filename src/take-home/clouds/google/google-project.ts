/** The files of a project for Cloud Run functions, besides those that every project has. */
import { handlerImports, ignoreFile, jsonForYaml } from '../glue.ts';
import type { CloudProject, TargetParts } from '../target.ts';
import adapter from './google-adapter.ts?node-script';
import local from './google-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

/** What the framework knows the functions by. */
const ENTRY_POINT = 'functielab';
const SETTINGS = 'instellingen.yaml';
const REGION = 'europe-west4';
/** Of a service, and so of its project's name here. Source: Cloud Run, "service names", at most 49 characters. */
const LONGEST_NAME = 49;
/** Source: IAM, "service account IDs", 6 to 30 characters. */
const LONGEST_ACCOUNT = 30;
/** Less has no room for Node and the framework. */
const LEAST_MEMORY_MB = 256;

export const googleParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    {
      path: 'index.mjs',
      text: `import * as framework from '@google-cloud/functions-framework';
import { register } from './functielab/adapter.mjs';
${handlerImports(project)}
register(framework, '${ENTRY_POINT}', project, handlers);
`,
    },
    {
      path: 'functielab/serve.mjs',
      text: `import { getTestServer } from '@google-cloud/functions-framework/testing';
import '../index.mjs';
import { serve } from './local.mjs';

serve(getTestServer('${ENTRY_POINT}'));
`,
    },
    // JSON is YAML too, and the command wants to be told a file of that.
    ...(hasSettings(project) ? [{ path: SETTINGS, text: `${jsonForYaml(project.sample.env, 2)}\n` }] : []),
    {
      path: '.gcloudignore',
      text: ignoreFile('node_modules', SETTINGS),
    },
  ],
  deploy(project) {
    const { manifest: taken, sample } = project;
    const service = taken.name.slice(0, LONGEST_NAME).replace(/-+$/, '');
    const account = `fn-${service}`.slice(0, LONGEST_ACCOUNT).replace(/-+$/, '');
    const seconds = Math.max(1, Math.ceil(sample.timeoutMs / 1_000));
    const memoryMb = Math.max(LEAST_MEMORY_MB, sample.memoryMb);
    const settings = hasSettings(project) ? ` --env-vars-file ${SETTINGS}` : '';
    return [
      'Installeer de Google Cloud CLI, maak een project met een factuurrekening en meld je aan.',
      'gcloud auth login',
      'gcloud config set project JOUW-PROJECT',
      'gcloud services enable run.googleapis.com cloudbuild.googleapis.com artifactregistry.googleapis.com',
      'Geef de functie een eigen account, zonder rechten: ze hoeft niets van je project te lezen of te bewaren.',
      `gcloud iam service-accounts create ${account}`,
      'Rol uit. Eén instantie bedient één aanroep tegelijk, en `--max-instances` begrenst wat een lus of een aanval kan kosten.',
      `gcloud run deploy ${service} --source . --function ${ENTRY_POINT} --base-image nodejs24 --region ${REGION} --memory ${memoryMb}Mi --cpu ${cpusFor(memoryMb)} --timeout ${seconds}s --concurrency 1 --max-instances ${sample.concurrencyLimit} --service-account ${account}@JOUW-PROJECT.iam.gserviceaccount.com --allow-unauthenticated${settings}`,
      'Iedereen mag deze functie nu aanroepen. Moet dat niet, zet dan `--no-allow-unauthenticated` in plaats van het laatste.',
      'Logs bekijken, een eerdere versie terugzetten, en alles weer weghalen:',
      `gcloud run services logs read ${service} --region ${REGION}`,
      `gcloud run revisions list --service ${service} --region ${REGION}`,
      `gcloud run services update-traffic ${service} --region ${REGION} --to-revisions NAAM-VAN-DE-VERSIE=100`,
      `gcloud run services delete ${service} --region ${REGION}`,
      `gcloud iam service-accounts delete ${account}@JOUW-PROJECT.iam.gserviceaccount.com`,
      `gcloud artifacts repositories delete cloud-run-source-deploy --location ${REGION}`,
      'Het laatste haalt de images weg, die anders opslag kosten. Doe dat niet als er nog andere functies uit hetzelfde project in staan.',
    ];
  },
};

/** Source: Cloud Run, "memory limits": more than 4 GiB needs 2 CPUs, more than 8 GiB needs 4. */
function cpusFor(memoryMb: number): number {
  if (memoryMb > 8_192) return 4;
  return memoryMb > 4_096 ? 2 : 1;
}

function hasSettings({ sample }: CloudProject): boolean {
  return Object.keys(sample.env).length > 0;
}
