/**
 * Writes `dist/_headers`: what the host of the site must send along with each file, the security policy above
 * all. The policy names the scripts that stand in the pages by their hash, so it is made from the built pages.
 *
 * The sandbox in which a learner's code runs is a `srcdoc` frame, and such a frame inherits the policy of its
 * page on top of its own. What the frame needs is therefore allowed here too (its boot script by hash, workers
 * and modules from `data:` and `blob:`); what it must not do, its own, much stricter policy forbids.
 *
 * A page on which the reader can start a WebContainer is cross-origin isolated besides, since that needs shared
 * memory. Its sandbox is not: no learner's code gets a `SharedArrayBuffer` by it (measured in Chromium).
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Connect, loadEnv } from 'vite';
import { withSlashes } from './base.ts';
import { formatHeadersFile, type HeaderRule } from './headers-file.ts';
import { type Page, readPages } from './html.ts';
import { bundleInlineScript } from './inline-script.ts';
import { isScript } from './page-assets.ts';
import { COEP_VALUES, type Coep, readWebcontainerSettings } from './webcontainer-settings.ts';

/** What a `srcdoc` frame runs inline: the boot script of the sandbox. */
const FRAME_SCRIPT = fileURLToPath(new URL('../host/browser/frame-main.ts', import.meta.url));

/** Names under which a page's code exports what can boot a WebContainer. */
export const ISOLATED_ISLANDS: readonly string[] = ['Playground', 'ProgramPlayground'];

/** Under the base. In dev no page is built yet, so every lesson counts as one that can boot a container. */
const LESSONS = 'lessen/';

/** Under the base. A worker with a file of its own starts on an isolated page only when that file says so too. */
const SEARCH_WORKER = 'pagefind/pagefind-worker.js';

export function headers(): AstroIntegration {
  let base = '/';
  let coep: Coep = COEP_VALUES[0];
  return {
    name: 'functielab:headers',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        // Where Astro looks for variables too, so that pages and headers agree.
        const mode = command === 'dev' ? 'development' : 'production';
        ({ coep } = readWebcontainerSettings(loadEnv(mode, fileURLToPath(config.root), 'WEBCONTAINER_')));
      },
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(isolateLessons(base, coep));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = readPages(root);
        const scripts = [...inlineScripts(pages), await bundleInlineScript(FRAME_SCRIPT)];
        const hashes = [...new Set(scripts.map(scriptHash))].sort();
        const isolated = pages.filter(canBootContainer).map((page) => page.path);
        writeFileSync(
          join(root, '_headers'),
          formatHeadersFile(headerRules({ base, hashes, isolated, coep })),
        );
        logger.info(`_headers names ${hashes.length} inline scripts and ${isolated.length} isolated pages`);
      },
    },
  };
}

export function canBootContainer(page: Page): boolean {
  return page.elements.some(
    ({ name, attributes }) =>
      name === 'astro-island' && ISOLATED_ISLANDS.includes(attributes.get('component-export') ?? ''),
  );
}

/** For `npm run dev`. @param base begins and ends with a slash */
export function isolateLessons(base: string, coep: Coep): Connect.NextHandleFunction {
  return (request, response, next) => {
    if ((request.originalUrl ?? request.url ?? '').startsWith(base + LESSONS)) {
      for (const [name, value] of isolation(coep)) response.setHeader(name, value);
    }
    next();
  };
}

function isolation(coep: Coep): HeaderRule['headers'] {
  return [
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', coep],
  ];
}

/** @returns the source expression for a policy; `script` exactly as it stands between the tags */
export function scriptHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** @throws Error naming the page and attribute when a page holds code that no hash can allow */
export function inlineScripts(pages: readonly Page[]): string[] {
  return pages.flatMap((page) =>
    page.elements.flatMap((element) => {
      for (const [name, value] of element.attributes) {
        if (/^on/.test(name) || /^\s*javascript:/i.test(value)) {
          throw new Error(
            `${page.file}: <${element.name} ${name}="…"> is code in an attribute, which the policy blocks`,
          );
        }
      }
      return isScript(element) && !element.attributes.has('src') ? [element.text] : [];
    }),
  );
}

export function contentSecurityPolicy(hashes: readonly string[]): string {
  return [
    "default-src 'self'",
    // `data:` and `blob:`: a learner's files are modules that exist nowhere else, loaded inside the frame, which
    // inherits this line. `wasm-unsafe-eval` lets Pagefind compile its search; it does not allow `eval`.
    ["script-src 'self' data: blob: 'wasm-unsafe-eval'", ...hashes].join(' '),
    // An instance is a worker made from a text, inside the frame.
    "worker-src 'self' data: blob:",
    // Highlighted code, the editor and the meters set styles on elements; a style cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // The course talks to no other server, and neither does the code of a learner.
    "connect-src 'self'",
    // The hidden frame in which a WebContainer boots, and the previews of servers inside it. On every page, though
    // only some can boot one: rules that match add up, two policies joined by a comma both hold, so a wider one for
    // some pages widens nothing, and a narrower one cannot leave those out. Only our own code makes a frame: the
    // sandbox's policy forbids it any, and a `srcdoc` frame itself has no address to check.
    "frame-src 'self' https://stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // No `frame-ancestors`: a school shows the course inside its learning environment.
  ].join('; ');
}

/** What the course never asks for, and what a page that frames it need not fear either. */
const PERMISSIONS_POLICY = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'midi',
  'display-capture',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export interface HeaderFacts {
  /** Begins and ends with a slash. */
  readonly base: string;
  /** Source expressions of the scripts that stand in pages and in the sandbox. */
  readonly hashes: readonly string[];
  /** Paths under the base of the pages that can boot a WebContainer. */
  readonly isolated: readonly string[];
  readonly coep: Coep;
}

/**
 * No two rules that match one path set the same header. Cloudflare Pages and we would join the two, a host that
 * copies from here may keep one, and two joined policies are seldom what was meant; so it never comes up.
 *
 * No `Cross-Origin-Resource-Policy`: all files of the site are its own, which is enough on an isolated page, and
 * on a page itself it would keep an isolated learning environment from framing the course.
 */
export function headerRules({ base, hashes, isolated, coep }: HeaderFacts): HeaderRule[] {
  return [
    {
      path: `${base}*`,
      comment:
        'Made by the build. A srcdoc frame inherits this policy: data:, blob: and the hash of its boot script\n' +
        'are for the sandbox. No frame-ancestors: the course may be shown inside a learning environment.',
      headers: [
        ['Content-Security-Policy', contentSecurityPolicy(hashes)],
        // A file is what its type says, also when its content looks like something else.
        ['X-Content-Type-Options', 'nosniff'],
        // Which lesson somebody reads is nobody else's business. The site's own name has to be told: an API key of
        // StackBlitz goes with sites, and users saw no boot where the browser told none, `same-origin` included
        // (stackblitz/webcontainer-core issues 2056 and 2135, read 2026-11).
        ['Referrer-Policy', 'strict-origin'],
        ['Permissions-Policy', PERMISSIONS_POLICY],
      ],
    },
    ...isolated.map((path, at) => ({
      path: base + path,
      ...(at === 0 ? { comment: 'Pages that can boot a WebContainer, which needs shared memory.' } : {}),
      headers: isolation(coep),
    })),
    {
      path: base + SEARCH_WORKER,
      comment: 'The search of an isolated page runs in this worker.',
      headers: [['Cross-Origin-Embedder-Policy', coep]],
    },
    {
      path: `${base}_astro/*`,
      comment: 'Their names change with their content.',
      headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
    },
    {
      path: `${base}sw.js`,
      comment: 'A browser has to hear of a new build at once.',
      headers: [['Cache-Control', 'no-cache']],
    },
  ];
}
