/**
 * Writes `dist/_headers`: what the host of the site must send along with each file, the security policy above
 * all. The policy names the scripts that stand in the pages by their hash, so it is made from the built pages.
 *
 * A script runs when it is one of these, or when one of these added it (`'strict-dynamic'`): no file of the site and no
 * address gives that right, so an element that somebody puts in a page runs nothing (test/browser/injection/injection.test.ts).
 *
 * The sandbox in which a learner's code runs is a `srcdoc` frame, and such a frame inherits the policy of its
 * page on top of its own. What the frame needs is therefore allowed here too: its boot script by hash, and workers from
 * `data:` and `blob:`, which only a script can start. What it must not do, its own, much stricter policy forbids. WebKit stops
 * checking the imports of a worker where `'strict-dynamic'` is inherited; `../host/modules/outside-imports.ts` does it there.
 *
 * Every page is cross-origin isolated, since a WebContainer needs shared memory and any page with a playground offers
 * one. A browser gives a page that is not isolated another process, and what a visit keeps between its pages, its
 * receipt above all, is lost on the way (measured in Chromium); so no page is left out. The sandbox in a page is not
 * isolated: no learner's code gets a `SharedArrayBuffer` by it (measured in Chromium).
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
export const FRAME_SCRIPT = fileURLToPath(new URL('../host/browser/frame-main.ts', import.meta.url));

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
        server.middlewares.use(isolateAll(coep));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = readPages(root);
        const scripts = [...inlineScripts(pages), await bundleInlineScript(FRAME_SCRIPT)];
        const hashes = [...new Set(scripts.map(scriptHash))].sort();
        writeFileSync(join(root, '_headers'), formatHeadersFile(headerRules({ base, hashes, coep })));
        logger.info(`_headers names ${hashes.length} inline scripts`);
      },
    },
  };
}

/** For `npm run dev`, so that what works there works on a host too. */
export function isolateAll(coep: Coep): Connect.NextHandleFunction {
  return (_request, response, next) => {
    for (const [name, value] of isolation(coep)) response.setHeader(name, value);
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

/** Where a WebContainer lives, and what its frame may be sent on to. */
const CONTAINER = 'https://stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io';

export function contentSecurityPolicy(hashes: readonly string[]): string {
  // No `frame-ancestors`: a school shows the course inside its learning environment.
  return policyFor(hashes, ` ${CONTAINER}`);
}

/** @param elsewhere what a page may ask and frame besides its own site: empty, or sources with a space in front */
export function policyFor(hashes: readonly string[], elsewhere: string): string {
  return [
    "default-src 'self'",
    // `wasm-unsafe-eval` lets Pagefind compile its search; it does not allow `eval`.
    ["script-src 'strict-dynamic' 'wasm-unsafe-eval'", ...hashes].join(' '),
    // An instance is a worker made from a text, inside the frame.
    "worker-src 'self' data: blob:",
    // Highlighted code, the editor and the meters set styles on elements; a style cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Whether the frame below can be reached is asked beside it. The course talks to no other server, and the code of a
    // learner to none: the sandbox's policy forbids it.
    `connect-src 'self'${elsewhere}`,
    // The hidden frame in which a WebContainer boots, and the previews of servers inside it. Only our own code makes a
    // frame: the sandbox's policy forbids it any, and a `srcdoc` frame itself has no address to check.
    `frame-src 'self'${elsewhere}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** What the course never asks for, and what a page that frames it need not fear either. */
export const PERMISSIONS_POLICY = [
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
  readonly coep: Coep;
}

/**
 * No two rules that match one path set the same header. Cloudflare Pages and we would join the two, a host that
 * copies from here may keep one, and two joined policies are seldom what was meant; so it never comes up.
 *
 * No `Cross-Origin-Resource-Policy`: all files of the site are its own, which is enough on an isolated page, and
 * on a page itself it would keep an isolated learning environment from framing the course.
 */
export function headerRules({ base, hashes, coep }: HeaderFacts): HeaderRule[] {
  return [
    {
      path: `${base}*`,
      comment:
        'Made by the build. A srcdoc frame inherits this policy: workers from data: and blob:, and the hash of a\n' +
        'boot script, are for the sandbox. No frame-ancestors: the course may be shown inside a learning environment.\n' +
        'The last two isolate every page, which gives a WebContainer its shared memory.',
      headers: [
        ['Content-Security-Policy', contentSecurityPolicy(hashes)],
        // A file is what its type says, also when its content looks like something else.
        ['X-Content-Type-Options', 'nosniff'],
        // Which lesson somebody reads is nobody else's business. The site's own name has to be told: an API key of
        // StackBlitz goes with sites, and users saw no boot where the browser told none, `same-origin` included
        // (stackblitz/webcontainer-core issues 2056 and 2135, read 2026-11).
        ['Referrer-Policy', 'strict-origin'],
        ['Permissions-Policy', PERMISSIONS_POLICY],
        // With every file: a worker with a file of its own, the search's for one, starts on an isolated page only when
        // that file says so too.
        ...isolation(coep),
      ],
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
