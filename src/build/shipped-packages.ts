/**
 * The packages of others that a reader gets, with their licences, read from what was really bundled. Pages import
 * them from `virtual:functielab/shipped-packages`.
 *
 * Three ways lead from a package to a reader: modules in the bundle of the browser (what tree shaking left of them,
 * and what is packed into a script inside another module), style sheets that a page's own code imports, and what a
 * tool of the build writes into the site by itself. Fonts come by the configuration. Astro renders the pages after
 * both bundles are made, so a page can ask; in `npm run dev` there is no bundle yet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { packedModules } from './inline-script.ts';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package itself names it: `MIT`, `OFL-1.1`. */
  readonly licence: string;
  /** Where the package says that it lives, for who wants its source. */
  readonly homepage: string | null;
  /** What its licence file says; null when it comes without one. */
  readonly text: string | null;
}

const MODULE = 'virtual:functielab/shipped-packages';

/** Where a page, which is bundled itself, finds this module's answer: both run in the process of the build. */
const GLOBAL = 'functielabShippedPackages';

/**
 * What these write into the site is no module of theirs: the script that wakes islands, the search index with its
 * reader, and the few lines by which one file of a page loads another.
 */
const WRITTEN_BY_THE_BUILD = ['astro', 'pagefind', 'rolldown', 'vite'];

export function shippedPackages(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'functielab:shipped-packages',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        const root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [collector(folders)] } });
        const answer = (): readonly ShippedPackage[] => {
          // Nothing was bundled: this page is shown while somebody works on it.
          if (command === 'dev') return [];
          if (folders.size === 0) throw new Error('No bundle was seen: which packages does the site ship?');
          const written = WRITTEN_BY_THE_BUILD.map((name) => join(root, 'node_modules', name));
          return readPackages([...folders, ...fontFolders(config, root), ...written]);
        };
        Object.assign(globalThis, { [GLOBAL]: answer });
      },
    },
  };
}

function collector(folders: Set<string>): Plugin {
  const add = (id: string): void => {
    const folder = packageFolder(id);
    if (folder !== null) folders.add(folder);
  };
  return {
    name: 'functielab:shipped-packages',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? `export const packages = () => globalThis.${GLOBAL}();` : null),
    generateBundle(_, output) {
      if (this.environment.name !== 'client') {
        for (const id of this.getModuleIds()) if (isStyle(id)) add(id);
        return;
      }
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          if (renderedLength > 0 || isStyle(id)) add(id);
        }
      }
      for (const id of packedModules) add(id);
    },
  };
}

function isStyle(id: string): boolean {
  return /\.css(?:\?|$)|[?&]type=style\b/.test(id);
}

/**
 * @param id of a module, as a bundler names it
 * @returns the folder of the package that it is a file of, or null when it is one of ours, or a helper of the bundler
 */
export function packageFolder(id: string): string | null {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? '';
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/.][^/]*(?=\/)/.exec(path)?.[0] ?? null;
}

function fontFolders(config: AstroConfig, root: string): string[] {
  const sources = JSON.stringify(config.fonts ?? []).matchAll(/"([^"]*node_modules\/[^"]*)"/g);
  return [...sources].flatMap(([, source = '']) => packageFolder(join(root, source)) ?? []);
}

/**
 * @param folders of packages, each with a `package.json`
 * @returns each package once, by name
 * @throws Error, in Dutch, when a package does not name its licence: then nobody may pass it on
 */
export function readPackages(folders: readonly string[]): ShippedPackage[] {
  const byName = new Map<string, ShippedPackage>();
  for (const folder of folders) {
    const { name, version, license, homepage, repository } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as PackageJson;
    if (typeof license !== 'string' || license === '') {
      throw new Error(
        `${join(folder, 'package.json')}: hier staat geen licentie, dus dit pakket mag niet mee.`,
      );
    }
    byName.set(`${name} ${version}`, {
      name,
      version,
      licence: license,
      homepage: homepageOf(homepage, repository),
      text: licenceText(folder),
    });
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

function homepageOf(homepage: string | undefined, repository: PackageJson['repository']): string | null {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url ?? '')?.[1];
  const address =
    short === undefined
      ? url?.replace(/^git\+/, '').replace(/^git(?:\+ssh)?:\/\/(?:git@)?/, 'https://')
      : `https://github.com/${short}`;
  const found = [homepage, address].find((one) => one !== undefined && /^https?:\/\//.test(one));
  return found?.replace(/\.git(?=$|#)/, '') ?? null;
}

/** What a tool brings along for its own work, 95 kB of texts in Vite's case, reaches no reader. */
const OF_ITS_OWN_PACKAGES = /^# Licenses of bundled dependencies$/m;

function licenceText(folder: string): string | null {
  const file = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry.name))
    .map(({ name }) => name)
    .sort()[0];
  if (file === undefined) return null;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return (text.split(OF_ITS_OWN_PACKAGES)[0] ?? text).trim();
}
