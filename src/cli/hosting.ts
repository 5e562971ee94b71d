/**
 * Prints the settings with which a web server sends the built site as `_headers` says:
 *
 *     npm run -s hosting nginx > functielab.conf
 *     npm run -s hosting caddy -- --name cursus.example > Caddyfile
 *     npm run -s hosting apache > functielab.conf
 *     npm run -s hosting iis > web.config
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apacheRecipe } from './recipes/hosting-apache.ts';
import { caddyRecipe } from './recipes/hosting-caddy.ts';
import { iisRecipe } from './recipes/hosting-iis.ts';
import { nginxRecipe } from './recipes/hosting-nginx.ts';
import { type HostedSite, readBuild } from './recipes/hosting-site.ts';

export const RECIPES = {
  nginx: nginxRecipe,
  caddy: caddyRecipe,
  apache: apacheRecipe,
  iis: iisRecipe,
} satisfies Record<string, (site: HostedSite) => string>;

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

const USAGE = `Gebruik: npm run -s hosting <server> [-- opties]

Print de instellingen waarmee een webserver de gebouwde site toont, met alle headers uit dist/_headers.

Servers: ${Object.keys(RECIPES).join(', ')}
Opties:
  --name cursus.example   naam van de site; anders die uit SITE_URL
  --root /var/www/cursus  map op de server waarin de inhoud van dist staat; anders dist zelf
  --port 8080             gewone http op deze poort, om te proberen of achter een andere server`;

class UsageError extends Error {}

interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param dist folder of the built site, absolute */
export function hosting(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  dist: string,
): Outcome {
  try {
    const { recipe, name, root, port } = asked(args, env);
    const site = { ...readBuild(dist), name, root: (root ?? dist).replaceAll('\\', '/'), port };
    return { status: 0, stdout: recipe(site), stderr: '' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof UsageError
      ? { status: 2, stdout: '', stderr: `${message}\n\n${USAGE}\n` }
      : { status: 1, stdout: '', stderr: `${message}\n` };
  }
}

/** @throws UsageError in words */
function asked(args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const { positionals, values } = parsed(args);
  const [server = '', ...others] = positionals;
  const recipe = Object.entries(RECIPES).find(([name]) => name === server)?.[1];
  if (!recipe) {
    throw new UsageError(server === '' ? 'Noem een server.' : `Voor "${server}" is er geen recept.`);
  }
  if (others.length > 0) throw new UsageError(`Dit hoort er niet bij: ${others.join(' ')}`);

  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new UsageError(`Dit is geen poortnummer: ${values.port}. Kies een getal van 1 tot en met 65535.`);
  }
  const name = values.name ?? hostOf(env.SITE_URL) ?? 'functielab.example';
  if (!/^[a-z\d.-]+$/i.test(name)) {
    throw new UsageError(
      `Dit is geen naam van een site: ${name}. Geef hem zonder https:// en zonder schuine streep.`,
    );
  }
  return { recipe, name, root: values.root, port };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, root: { type: 'string' }, port: { type: 'string' } },
    });
  } catch {
    throw new UsageError(`Dit begrijpen we niet: ${args.join(' ')}`);
  }
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}

if (import.meta.main) {
  const { status, stdout, stderr } = hosting(process.argv.slice(2), process.env, DIST);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
