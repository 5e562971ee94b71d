/** The files of a project for OCI Functions, besides those that every project has. */
import { handlerImports, ignoreFile, jsonForYaml } from '../glue.ts';
import type { CloudProject, TargetParts } from '../target.ts';
import adapter from './oracle-adapter.ts?node-script';
import local from './oracle-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

/** The newest that Oracle has images for. Source: fnproject/cli, `langs/base.go`, read 2026-11-29 */
const NODE_VERSION = 24;
/** In MB. Source: OCI, "Changing Default Memory and Timeout Settings" */
const SIZES_MB = [128, 256, 512, 1_024, 2_048, 3_072];
/** In seconds, of one call. Source: the same. */
const LONGEST_SECONDS = 300;
/** Of all callers together: a bound to what a loop or an attack can cost. */
const MOST_PER_SECOND = 10;
const REGION = 'eu-amsterdam-1';

export const oracleParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    {
      path: 'func.mjs',
      text: `import kit from '@fnproject/fdk';
import { register } from './functielab/adapter.mjs';
${handlerImports(project)}
register(kit, project, handlers);
`,
    },
    {
      path: 'functielab/serve.mjs',
      text: `import { tellWhenListening } from './local.mjs';

tellWhenListening();
await import('../func.mjs');
`,
    },
    { path: 'func.yaml', text: funcFile(project) },
    { path: 'gateway.json', text: `${JSON.stringify(gatewayOf(), null, 2)}\n` },
    {
      path: '.dockerignore',
      // Not node_modules: the command builds with those that are here, and leaves its own out then.
      text: ignoreFile('gateway.json'),
    },
  ],
  deploy({ manifest: { name } }) {
    const images = `ocir.${REGION}.oci.oraclecloud.com`;
    return [
      'Installeer Docker, de Fn CLI en de OCI CLI, en meld je aan. Maak in de Console een eigen compartment, een VCN met een publiek subnet, en een Auth Token om mee in te loggen bij het register.',
      'oci setup config',
      'fn create context functielab --provider oracle',
      'fn use context functielab',
      'fn update context oracle.compartment-id OCID-VAN-JE-COMPARTMENT',
      `fn update context api-url https://functions.${REGION}.oraclecloud.com`,
      `fn update context registry ${images}/JOUW-NAMESPACE/functielab`,
      `docker login ${images}`,
      'Maak een applicatie en rol uit. De functie krijgt geen rechten: zonder dynamic group met een policy mag ze niets in je account lezen of bewaren.',
      `fn create app ${name} --annotation 'oracle.com/oci/subnetIds=["OCID-VAN-JE-SUBNET"]'`,
      `fn deploy --app ${name}`,
      'Nu kan alleen jij de functie aanroepen. Voor een adres op internet zet je er een API Gateway voor. Die mag dat ook, door een policy voor alleen dit compartment (Identity, Policies):',
      "allow any-user to use functions-family in compartment JOUW-COMPARTMENT where ALL {request.principal.type = 'ApiGateway', request.resource.compartment.id = 'OCID-VAN-JE-COMPARTMENT'}",
      `Zet in \`gateway.json\` op beide plaatsen de OCID van je functie. Daar staat ook hoeveel aanroepen er per seconde door mogen (${MOST_PER_SECOND}): dat begrenst wat een lus of een aanval kan kosten.`,
      `fn inspect function ${name} ${name} id`,
      `oci api-gateway gateway create --compartment-id OCID-VAN-JE-COMPARTMENT --endpoint-type PUBLIC --subnet-id OCID-VAN-JE-SUBNET --display-name ${name}`,
      `oci api-gateway deployment create --compartment-id OCID-VAN-JE-COMPARTMENT --gateway-id OCID-VAN-JE-GATEWAY --path-prefix / --specification file://gateway.json --display-name ${name}`,
      'Neem `/` als path-prefix: anders krijgt je functie paden met dat voorvoegsel, en die kent ze niet.',
      'Logs zet je in de Console aan bij de applicatie. Een eerdere versie terugzetten (elke uitrol krijgt een nieuw nummer) en een instelling veranderen:',
      `fn update function ${name} ${name} --image ${images}/JOUW-NAMESPACE/functielab/${name}:0.0.2`,
      `fn config function ${name} ${name} NAAM WAARDE`,
      'Alles weer weghalen:',
      'oci api-gateway deployment delete --deployment-id OCID-VAN-JE-DEPLOYMENT',
      'oci api-gateway gateway delete --gateway-id OCID-VAN-JE-GATEWAY',
      `fn delete function ${name} ${name}`,
      `fn delete app ${name}`,
      'Haal ook de images uit het register weg (Container Registry), en daarna de policy, het netwerk en het compartment: images kosten opslag.',
    ];
  },
};

function funcFile({ manifest: { name }, sample }: CloudProject): string {
  const memoryMb = SIZES_MB.find((size) => size >= sample.memoryMb) ?? SIZES_MB.at(-1);
  // A second more than the function has, so that a late one is answered for before the platform ends it.
  const seconds = Math.min(LONGEST_SECONDS, Math.ceil(sample.timeoutMs / 1_000) + 1);
  const settings = Object.entries(sample.env).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${jsonForYaml(value)}\n`,
  );
  return `schema_version: 20180708
name: ${jsonForYaml(name)}
version: 0.0.1
runtime: node
build_image: fnproject/node:${NODE_VERSION}-dev
run_image: fnproject/node:${NODE_VERSION}
entrypoint: node func.mjs
memory: ${memoryMb}
timeout: ${seconds}
${settings.length === 0 ? '' : `config:\n${settings.join('')}`}`;
}

/** For Oracle's API Gateway: each path and each method go to the function, which knows its own. */
function gatewayOf(): object {
  const backend = { type: 'ORACLE_FUNCTIONS_BACKEND', functionId: 'OCID-VAN-JE-FUNCTIE' };
  return {
    requestPolicies: { rateLimiting: { rateInRequestsPerSecond: MOST_PER_SECOND, rateKey: 'TOTAL' } },
    routes: ['/', '/{pad*}'].map((path) => ({ path, methods: ['ANY'], backend })),
  };
}
