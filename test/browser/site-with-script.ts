/**
 * A copy of the built site in which each page begins with one script more, served with its real headers and the hash of that script:
 * for families whose driver cannot add a script to a page before its own.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withSlashes } from '../../src/build/base.ts';
import { filesIn } from '../../src/build/html.ts';
import { startServer } from '../../src/cli/serve.ts';

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
const POLICY = 'content-security-policy';
const SCRIPTS = 'script-src';

export interface ScriptedSite {
  /** Address of the home page; it ends with a slash. */
  readonly url: string;
  /** Paths under it of all its pages, the one for what is not there last. */
  readonly pages: readonly string[];
  close(): Promise<void>;
}

/** @throws Error for a page without a head, or a site without a policy for scripts */
export async function siteWithScript(script: string): Promise<ScriptedSite> {
  const root = mkdtempSync(join(tmpdir(), 'functielab-script-'));
  cpSync(SITE, root, { recursive: true });
  const files = filesIn(root).filter((file) => file.endsWith('.html'));
  for (const file of files) {
    const page = join(root, file);
    writeFileSync(page, withOneMore(readFileSync(page, 'utf8'), '<head>', `<script>${script}</script>`));
  }
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const server = await startServer({
    root,
    port: 0,
    base: withSlashes(process.env.BASE_PATH ?? '/'),
    rewriteHeaders: (headers) =>
      new Map(
        [...headers].map(([name, value]) => [
          name,
          name.toLowerCase() === POLICY ? withOneMore(value, SCRIPTS, ` ${hash}`) : value,
        ]),
      ),
  });
  const pages = files.map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
  return {
    url: server.url,
    pages: pages.sort(
      (a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')) || a.localeCompare(b),
    ),
    close: async () => {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function withOneMore(text: string, before: string, more: string): string {
  const at = text.indexOf(before);
  if (at < 0) throw new Error(`"${before}" is not in ${text.slice(0, 80)}`);
  return text.slice(0, at + before.length) + more + text.slice(at + before.length);
}
