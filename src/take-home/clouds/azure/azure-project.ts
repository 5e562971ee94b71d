/** The files of a project for Azure Functions, besides those that every project has. */
import type { BindingName } from '../../../contract/bindings.ts';
import { handlerImports, ignoreFile } from '../glue.ts';
import type { CloudProject, TargetParts } from '../target.ts';
import adapter from './azure-adapter.ts?node-script';
import local from './azure-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

const SETTINGS = 'instellingen.json';
const REGION = 'northeurope';
/** An instance has one of these. Source: Azure Functions, "Flex Consumption plan", instance sizes. */
const SIZES_MB = [512, 2_048, 4_096];

export const azureParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    { path: 'index.mjs', text: glueOf(project) },
    {
      path: 'functielab/serve.mjs',
      text: `import * as azure from '@azure/functions';
import { handler } from '../index.mjs';
import { serve } from './local.mjs';

serve(azure, handler);
`,
    },
    {
      path: 'host.json',
      text: json({
        version: '2.0',
        // Longer than any function of the course may take: that limit is kept in the adapter.
        functionTimeout: '00:01:00',
        extensions: { http: { routePrefix: '' } },
      }),
    },
    {
      path: 'local.settings.json',
      text: json({
        IsEncrypted: false,
        Values: {
          FUNCTIONS_WORKER_RUNTIME: 'node',
          AzureWebJobsStorage: 'UseDevelopmentStorage=true',
          ...settingsOf(project),
        },
      }),
    },
    {
      path: SETTINGS,
      text: json(Object.entries(settingsOf(project)).map(([name, value]) => ({ name, value }))),
    },
    {
      path: '.funcignore',
      text: ignoreFile('local.settings.json', SETTINGS),
    },
  ],
  deploy(project) {
    const { manifest: taken, sample } = project;
    const group = `${taken.name}-groep`;
    const memoryMb = SIZES_MB.find((size) => size >= sample.memoryMb) ?? SIZES_MB.at(-1);
    return [
      'Installeer de Azure CLI en Azure Functions Core Tools 4, en meld je aan. Kies voor OPSLAG en APP een eigen naam: die zijn uniek in heel Azure.',
      'az login',
      `az group create --name ${group} --location ${REGION}`,
      `az storage account create --name OPSLAG --resource-group ${group} --location ${REGION} --sku Standard_LRS --allow-blob-public-access false`,
      `az functionapp create --name APP --resource-group ${group} --storage-account OPSLAG --flexconsumption-location ${REGION} --runtime node --runtime-version 22 --instance-memory ${memoryMb}`,
      'Eén instantie bedient één aanroep tegelijk. Begrens ook het aantal instanties, zodat een lus of een aanval niet alles kan kosten.',
      `az functionapp scale config set --name APP --resource-group ${group} --trigger-type http --trigger-settings perInstanceConcurrency=1`,
      `az functionapp scale config set --name APP --resource-group ${group} --maximum-instance-count 40`,
      `az functionapp config appsettings set --name APP --resource-group ${group} --settings "@${SETTINGS}"`,
      'Rol uit met alleen de pakketten die de functie zelf nodig heeft.',
      'npm ci --omit=dev',
      'func azure functionapp publish APP --no-build',
      ...rightsOf(project),
      'Iedereen mag deze functie nu aanroepen: in `functielab/adapter.mjs` staat ze op `anonymous`.',
      'Logs bekijken, en alles weer weghalen, met de opslag erbij:',
      'func azure functionapp logstream APP',
      `az group delete --name ${group}`,
      'Een eerdere versie zet je terug door die opnieuw uit te rollen.',
    ];
  },
};

/** A file, since a value may hold what a shell reads otherwise. */
function settingsOf({ sample }: CloudProject): Readonly<Record<string, string>> {
  // Without the first, the host answers itself at the root.
  return { AzureWebJobsDisableHomepage: 'true', ...sample.env };
}

/** Only the packages of the stores that it uses: each makes a cold start longer. */
function glueOf(project: CloudProject): string {
  const stores = [
    ...(grants(project, 'kv') ? [{ name: 'TableClient', from: '@azure/data-tables' }] : []),
    ...(grants(project, 'bucket') ? [{ name: 'ContainerClient', from: '@azure/storage-blob' }] : []),
  ];
  const imports = stores.map(({ name, from }) => `import { ${name} } from '${from}';\n`).join('');
  const azure = ['app', ...stores.map(({ name }) => name)].join(', ');
  return `import { app } from '@azure/functions';
${imports}import { register } from './functielab/adapter.mjs';
${handlerImports(project)}
export const handler = register({ ${azure} }, project, handlers);
`;
}

function rightsOf(project: CloudProject): string[] {
  if (!grants(project, 'kv') && !grants(project, 'bucket')) return [];
  return [
    'De waarden staan in een tabel en de bestanden in een container, allebei met de naam `functielab`, in het opslagaccount van de app. De instelling `AzureWebJobsStorage` geeft toegang tot dat hele account: gebruik het dus nergens anders voor, en zet die reeks nooit in je code.',
  ];
}

function grants({ manifest: { functions } }: CloudProject, store: BindingName): boolean {
  return functions.some((one) => one.grants.includes(store));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
