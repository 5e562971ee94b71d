/**
 * The zip that a school puts on a server: the built site, with the settings of each web server that has a recipe, for exactly
 * this build. The same site gives the same bytes, on any computer and in any time zone.
 *
 *     functielab-<version>/
 *       LEESMIJ.md  CHANGELOG.md  LICENSE  LICENSE-inhoud
 *       site/                                  what readers get
 *       nginx.conf  apache.conf  Caddyfile  web.config
 *       Containerfile  container.conf          for who runs images
 *       opnamen.json                           with which the same site can be built again
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { filesIn } from '../../build/html.ts';
import { RECIPES } from '../hosting.ts';
import { type HostedSite, readBuild } from '../recipes/hosting-site.ts';
import { momentOf } from './moment-of-content.ts';
import { readMe } from './put-it-there.ts';

export interface Release {
  readonly version: string;
  /** Of the source, in full; null where there is no repository. */
  readonly commit: string | null;
  /** Folder of the project. */
  readonly project: string;
  /** Folder of the built site. */
  readonly site: string;
  /** Text of a file for `KEPT_RUNS`: the runs that are in the site. */
  readonly runs: string;
}

/** Where the recipes suppose that a zip is unpacked. */
export const PARENT = '/var/www';
/** In an image, where nginx's own has it. */
const IN_IMAGE = '/usr/share/nginx/html';
/** Any name: which one a school has, is not known here. */
const ANY_NAME = '_';

export const releaseName = (version: string) => `functielab-${version}`;

const UNIX = 3;
/** An ordinary file that anybody may read: a web server is another user than who unpacked it. */
const READABLE = 0o100644 << 16;

/** @throws Error, in Dutch, when the folder holds no built site */
export function releaseZip({ version, commit, project, site, runs }: Release): Uint8Array<ArrayBuffer> {
  const name = releaseName(version);
  const build = readBuild(site);
  const installed: HostedSite = { ...build, root: `${PARENT}/${name}/site`, name: ANY_NAME, port: null };
  // Caddy asks for a certificate by the name, and Apache wants one: these two get a name to change.
  const named: HostedSite = { ...installed, name: 'functielab.example' };
  const image: HostedSite = { ...installed, root: IN_IMAGE, port: 80 };
  const fromProject = (file: string) => readFileSync(join(project, file));
  const files: readonly (readonly [path: string, content: Uint8Array | string])[] = [
    ['LEESMIJ.md', readMe({ version, commit, name, base: build.base })],
    ['CHANGELOG.md', fromProject('CHANGELOG.md')],
    ['LICENSE', fromProject('LICENSE')],
    ['LICENSE-inhoud', fromProject('content/LICENSE')],
    ['nginx.conf', RECIPES.nginx(installed)],
    ['apache.conf', RECIPES.apache(named)],
    ['Caddyfile', RECIPES.caddy(named)],
    ['web.config', RECIPES.iis(installed)],
    ['Containerfile', CONTAINERFILE],
    ['container.conf', RECIPES.nginx(image)],
    ['opnamen.json', runs],
    ...filesIn(site).map((file) => [`site/${file}`, readFileSync(join(site, file))] as const),
  ];
  const zip: Zippable = Object.fromEntries(
    files
      .map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => [
        `${name}/${path}`,
        [content, { level: 9, mtime: momentOf(content), os: UNIX, attrs: READABLE }],
      ]),
  );
  return zipSync(zip) as Uint8Array<ArrayBuffer>;
}

const CONTAINERFILE = `# Een image met de site, voor Docker of Podman. Draai in deze map:
#
#     docker build --tag functielab --file Containerfile .
#     docker run --publish 8080:80 functielab
#
# De site staat dan op http://localhost:8080. Zet er op een echt adres een server met https voor.
FROM docker.io/library/nginx:stable
COPY container.conf /etc/nginx/conf.d/default.conf
COPY site ${IN_IMAGE}
`;
