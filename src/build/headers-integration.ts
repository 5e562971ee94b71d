/**
 * Writes `dist/_headers`: what the host of the site must send along with each file, the security policy above
 * all. The policy names the scripts that stand in the pages by their hash, so it is made from the built pages.
 *
 * The sandbox in which a learner's code runs is a `srcdoc` frame, and such a frame inherits the policy of its
 * page on top of its own. What the frame needs is therefore allowed here too (its boot script by hash, workers
 * and modules from `data:` and `blob:`); what it must not do, its own, much stricter policy forbids.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlashes } from './base.ts';
import { formatHeadersFile, type HeaderRule } from './headers-file.ts';
import { type Page, readPages } from './html.ts';
import { bundleInlineScript } from './inline-script.ts';
import { isScript } from './page-assets.ts';

/** What a `srcdoc` frame runs inline: the boot script of the sandbox. */
const FRAME_SCRIPT = fileURLToPath(new URL('../host/browser/frame-main.ts', import.meta.url));

export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'functielab:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const scripts = [...inlineScripts(readPages(root)), await bundleInlineScript(FRAME_SCRIPT)];
        const hashes = [...new Set(scripts.map(scriptHash))].sort();
        writeFileSync(join(root, '_headers'), formatHeadersFile(rules(hashes, base)));
        logger.info(`_headers names ${hashes.length} inline scripts`);
      },
    },
  };
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
    // A `srcdoc` frame has no address to check, so the sandbox needs nothing here.
    "frame-src 'self'",
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

function rules(hashes: readonly string[], base: string): HeaderRule[] {
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
        // Which lesson somebody reads is nobody else's business.
        ['Referrer-Policy', 'no-referrer'],
        ['Permissions-Policy', PERMISSIONS_POLICY],
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
