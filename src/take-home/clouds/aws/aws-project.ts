/** The files of a project for AWS, besides those that every project has. */
import type { CloudFunctionSpec } from '../adapter/index.ts';
import { nodeSpecifier } from '../glue.ts';
import type { TargetParts } from '../target.ts';
import adapter from './lambda/lambda-adapter.ts?node-script';
import { HANDLERS_FOLDER } from './lambda/lambda-settings.ts';
import local from './local/aws-local.ts?node-script';
import bootstrap from './local/bootstrap-main.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';
import { sdkOf, usesOf } from './template/rights.ts';
import { samTemplate } from './template/sam-template.ts';

export const awsParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    { path: 'template.yaml', text: samTemplate(project) },
    ...project.manifest.functions.map((fn) => ({
      path: `${HANDLERS_FOLDER}/${fn.name}.mjs`,
      text: handlerFile(fn),
    })),
    { path: 'functielab/bootstrap.mjs', text: bootstrap },
  ],
  deploy({ manifest: { name, functions } }) {
    const stack = `functielab-${name}`;
    return [
      'Je hebt een AWS-account nodig, en de AWS SAM CLI (https://docs.aws.amazon.com/serverless-application-model/).',
      'sam build',
      `sam deploy --guided --stack-name ${stack} --capabilities CAPABILITY_IAM`,
      'Bij `AuthType NONE` vraagt SAM of iedereen de functie mag aanroepen: dat is zo, want ze staat op het web. Aan het eind zie je bij `Outputs` het adres.',
      'Het logboek lees je zo:',
      `sam logs --stack-name ${stack} --tail`,
      'Een nieuwe versie rol je uit met dezelfde twee opdrachten. Terug naar een oudere gaat ook zo: haal de oude bestanden terug, en rol die uit.',
      ...(usesOf(functions).bucket
        ? [
            'Afbreken gaat pas als de bucket leeg is. Zijn naam staat bij `Outputs`:',
            'aws s3 rm s3://NAAM --recursive',
          ]
        : []),
      'Ruim alles op als je klaar bent, ook de opslag en wat erin staat:',
      `sam delete --stack-name ${stack}`,
    ];
  },
};

/** Lambda starts a function by the file that `template.yaml` names. */
function handlerFile(fn: CloudFunctionSpec): string {
  const modules = sdkOf(fn);
  const imports = modules.map((name) => `import * as ${name} from '@aws-sdk/client-${name}';`);
  return `${[
    ...imports,
    `import functie from ${nodeSpecifier('../', fn.entry)};`,
    `import { lambda } from '../functielab/adapter.mjs';`,
    `import project from '../functielab/project.json' with { type: 'json' };`,
    '',
    `export const handler = lambda(project, '${fn.name}', functie, {${modules.length > 0 ? ` ${modules.join(', ')} ` : ''}});`,
  ].join('\n')}\n`;
}
