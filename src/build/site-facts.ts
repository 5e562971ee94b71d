/**
 * What a page can say of the site itself: its version, the day of the commit that it was built from, and where a
 * reader can reach whoever offers it. Pages import them from `virtual:functielab/site`; the site gets its web app manifest
 * here as well.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadEnv, type Plugin } from 'vite';

export interface Contact {
  /** For a link: `mailto:` or `https:`. */
  readonly href: string;
  readonly text: string;
}

export interface SiteFacts {
  /** Of `package.json`, the one place where it stands. */
  readonly version: string;
  /** `2026-11-28`, or null where there is no repository, as in an unpacked archive. */
  readonly day: string | null;
  readonly contact: Contact | null;
}

const MODULE = 'virtual:functielab/site';

export function siteFacts(): AstroIntegration {
  return {
    name: 'functielab:site-facts',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const mode = command === 'dev' ? 'development' : 'production';
        const { CONTACT } = loadEnv(mode, root, 'CONTACT');
        updateConfig({
          vite: {
            plugins: [
              factsModule({
                version: versionOf(root),
                day: dayOf(root, process.env),
                contact: readContact(CONTACT),
              }),
            ],
          },
        });
        injectRoute({
          pattern: '/manifest.webmanifest',
          entrypoint: new URL('../site/shell/manifest.webmanifest.ts', import.meta.url),
        });
      },
    },
  };
}

function factsModule(facts: SiteFacts): Plugin {
  return {
    name: 'functielab:site-facts',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) =>
      id === `\0${MODULE}`
        ? Object.entries(facts)
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n')
        : null,
  };
}

/** @param root folder of the project */
export function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * The day of a build is the day of its source, so that one commit always gives one site, but for
 * the times of the runs that are recorded (`recording/recorded-runs.ts`).
 *
 * @param root folder of the project
 * @param env `SOURCE_DATE_EPOCH`, in seconds, goes before the commit's own day: the custom of reproducible builds
 * @returns `2026-11-28`; null without either, and also when the repository around `root` is somebody else's
 * @throws Error, in Dutch, when `SOURCE_DATE_EPOCH` is no moment
 */
export function dayOf(root: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && epoch !== '') {
    const moment = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1_000 : Number.NaN);
    if (Number.isNaN(moment.getTime())) {
      throw new Error(`SOURCE_DATE_EPOCH is "${epoch}". Geef een heel aantal seconden sinds 1970.`);
    }
    return moment.toISOString().slice(0, 10);
  }
  // Empty at the top of a repository, `../` in a folder of one.
  if (git(root, ['rev-parse', '--show-cdup']) !== '') return null;
  return git(root, ['log', '-1', '--format=%cs']) || null;
}

/** @returns what git says, or null where there is no git or no repository */
function git(root: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

/**
 * @param contact an e-mail address or the `https:` address of a page; absent or empty when the host gave none
 * @throws Error, in Dutch, when it is neither
 */
export function readContact(contact: string | undefined): Contact | null {
  const text = contact?.trim() ?? '';
  if (text === '') return null;
  if (/^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(text)) return { href: `mailto:${text}`, text };
  if (/^https:\/\/\S+$/.test(text) && URL.canParse(text)) {
    return { href: text, text: text.replace(/^https:\/\//, '').replace(/\/$/, '') };
  }
  throw new Error(`CONTACT is "${text}". Geef een e-mailadres, of een adres dat met https:// begint.`);
}
