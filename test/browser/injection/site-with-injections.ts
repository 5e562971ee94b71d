/** A copy of the built site with one page more, in which all that is in `injections.ts` stands, for one test. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { withSlashes } from '../../../src/build/base.ts';
import { filesIn } from '../../../src/build/html.ts';
import { bundleInlineScript } from '../../../src/build/inline-script.ts';
import { startServer } from '../../../src/cli/serve.ts';
import { LESSON_1 } from '../reader.ts';
import { INJECTIONS } from './injections.ts';

const SITE = fileURLToPath(new URL('../../../dist', import.meta.url));
const GUARD = fileURLToPath(new URL('../../../src/site/shell/page-guard.ts', import.meta.url));
const PAGE = 'lessen/met-ingevoegde-code/';

interface Weakened {
  /** The pages have no guard of their own. */
  readonly withoutGuard?: boolean;
  /** The host sends no headers. */
  readonly withoutHeaders?: boolean;
  /** The island runtime imports whatever it is asked to, and reads any properties. */
  readonly withoutIslandChecks?: boolean;
}

/** @returns address of the site, and of a lesson in it in which the injections stand */
export async function siteWithInjections({
  withoutGuard = false,
  withoutHeaders = false,
  withoutIslandChecks = false,
}: Weakened = {}): Promise<{ readonly home: string; readonly injected: string }> {
  const root = mkdtempSync(join(tmpdir(), 'functielab-injection-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(SITE, root, { recursive: true });
  const written = readFileSync(join(root, LESSON_1, 'index.html'), 'utf8');
  const guard = `<script>${await bundleInlineScript(GUARD)}</script>`;
  const lesson = withoutGuard ? changed(written, guard, '') : written;
  writeFileSync(join(root, LESSON_1, 'index.html'), lesson);
  const html = INJECTIONS.map((injection) => injection.html).join('\n');
  mkdirSync(join(root, PAGE), { recursive: true });
  writeFileSync(join(root, PAGE, 'index.html'), changed(lesson, '</main>', `${html}</main>`));
  if (withoutIslandChecks) weakenRuntime(root);
  const server = await startServer({
    root,
    port: 0,
    base: withSlashes(process.env.BASE_PATH ?? '/'),
    ...(withoutHeaders && { rewriteHeaders: () => new Map() }),
  });
  onTestFinished(() => server.close());
  return { home: server.url, injected: server.url + PAGE };
}

function weakenRuntime(root: string): void {
  const [file] = filesIn(root).filter((name) => name.startsWith('_astro/island-runtime.'));
  if (file === undefined) throw new Error('The site has no island runtime');
  const text = readFileSync(join(root, file), 'utf8');
  const anything = changed(text, 'if (!islands.has(origin + pathname))', 'if (false)');
  const anyProps = changed(anything, "if (name === 'constructor')", 'if (false)');
  // A `data:` address has no origin to import from.
  writeFileSync(join(root, file), changed(anyProps, 'import(origin + pathname + search)', 'import(address)'));
}

/** @throws Error when the text is not there once, so that nothing is weakened by halves */
function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there once`);
  return text.replace(from, () => to);
}

/** @returns path under the base of the one file of the build with that name before its digest */
export function otherFile(name: string): string {
  const [file] = filesIn(SITE).filter((path) => path.startsWith(`_astro/${name}.`));
  if (file === undefined) throw new Error(`The site has no ${name}`);
  return file;
}
