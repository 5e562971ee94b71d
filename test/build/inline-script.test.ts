import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import imported from '../../src/host/browser/frame-main.ts?inline-script';

const frameMain = fileURLToPath(new URL('../../src/host/browser/frame-main.ts', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inline-script-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function bundleOf(files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return bundleInlineScript(join(folder, 'main.ts'));
}

test('what a page imports is what the policy hashes, every time', async () => {
  expect(imported).toBe(await bundleInlineScript(frameMain));
  expect(imported).toBe(await bundleInlineScript(frameMain));
});

test('the bundle is one strict classic script, imports included', async () => {
  const code = await bundleOf({
    'main.ts': `import { add } from './add.ts';\nconst isStrict = (function (this: unknown) { return this === undefined; })();\nObject.assign(globalThis, { seen: [add(1, 2), isStrict] });`,
    'add.ts': 'export const add = (a: number, b: number): number => a + b;',
  });
  const context: { seen?: unknown } = {};
  runInNewContext(code, context);
  expect(context.seen).toEqual([3, true]);
  expect(code).not.toMatch(/^import|\nimport|\n$/);
});

test('a script in a script stays what it was, and neither ends the element that holds it', async () => {
  const code = await bundleOf({
    'main.ts': `import inner from './inner.ts?inline-script';\nObject.assign(globalThis, { inner });`,
    'inner.ts': `Object.assign(globalThis, { html: '</script><!-- <script>' });`,
  });
  expect(code).not.toMatch(/<\/script|<!--/);
  const outer: { inner?: string } = {};
  runInNewContext(code, outer);
  const context: { html?: string } = {};
  runInNewContext(outer.inner ?? '', context);
  expect(context.html).toBe('</script><!-- <script>');
});

test('a file that does not bundle is named', async () => {
  await expect(bundleOf({ 'main.ts': `import './weg.ts';` })).rejects.toThrow(/weg\.ts/);
});
