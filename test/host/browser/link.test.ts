/** Files that import each other, as modules for the sandbox. */
import { describe, expect, test } from 'vitest';
import { link, originalPlace } from '../../../src/host/browser/link.ts';
import { findImports } from '../../../src/host/modules/find-imports.ts';

const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));
const linked = (texts: Record<string, string>) => {
  const result = link(files(texts), 'a.js', findImports);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
};
const failure = (texts: Record<string, string>) => {
  const result = link(files(texts), 'a.js', findImports);
  return result.ok ? null : result.failure;
};
/** What a `data:` URL holds. */
const scriptOf = (url: string) => decodeURIComponent(url.slice(url.indexOf(',') + 1));

describe('link', () => {
  test('a file without imports is its own text and a name', () => {
    const { entryUrl, files } = linked({ 'a.js': 'export default 1;', 'b.js': 'never reached' });
    expect(scriptOf(entryUrl)).toBe('export default 1;\n//# sourceURL=functie:/a.js');
    expect(files.map(({ path }) => path)).toEqual(['a.js']);
  });

  test('the address of the other file stands where its path stood, and nothing else moves', () => {
    const text = `import { b } from './b.js'; // één\nimport("../no" + x); export const c = "import './b.js'";`;
    const { entryUrl, files } = linked({ 'a.js': text, 'b.js': 'export const b = 1;' });
    const url = files.find(({ path }) => path === 'b.js')?.urls[0] ?? '';
    const script = scriptOf(entryUrl);
    expect(script).toBe(`${text.replace('./b.js', () => url)}\n//# sourceURL=functie:/a.js`);
  });

  test.each(["'", '"'])('an address is safe between %s, whatever the file holds', async (quote) => {
    const nasty = `export default "\\"\\\\ ' \` # % %27 \${x} é 😀 \u2028 </script>";`;
    const { entryUrl } = linked({ 'a.js': `export { default } from ${quote}./b.js${quote};`, 'b.js': nasty });
    const { default: value } = await import(/* @vite-ignore */ entryUrl);
    expect(value).toBe(`"\\ ' \` # % %27 \${x} é 😀 \u2028 </script>`);
  });

  test('a chain of files does not grow without bound', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        i === 0 ? 'a.js' : `${i}.js`,
        i === 7 ? 'export default 1;\n'.repeat(20) : `import x from './${i + 1}.js';\nexport default x;\n`,
      ]),
    );
    expect(linked(chain).entryUrl.length).toBeLessThan(20_000);
  });

  test('two files of the same text stay two modules', () => {
    const { files } = linked({ 'a.js': `import './b.js'; import './c.js';`, 'b.js': '1', 'c.js': '1' });
    expect(new Set(files.map(({ urls }) => urls[0])).size).toBe(3);
  });

  test('literal import() is followed, a made-up one is left alone', () => {
    const text = `await import('./b.js'); await import(\`./b.js\`); await import(\`./\${x}.js\`); await import(x);`;
    const script = scriptOf(linked({ 'a.js': text, 'b.js': '1' }).entryUrl);
    expect(script.match(/import\("data:/g)).toHaveLength(2);
    expect(script).toContain(`import(\`./\${x}.js\`)`);
  });

  test('a JSON file is a module, and its attributes are blanked out', async () => {
    const text = `import t from './t.json' with { type: 'json' }; export default t.a;`;
    const { entryUrl, files } = linked({ 'a.js': text, 't.json': '{"a":[1]}' });
    expect(scriptOf(entryUrl)).not.toContain('with');
    expect((await import(/* @vite-ignore */ entryUrl)).default).toEqual([1]);
    expect(files).toHaveLength(2);
  });

  test.each([
    [
      'IMPORT_FROM_WEB',
      `import 'https://esm.sh/x';`,
      { specifier: 'https://esm.sh/x', file: 'a.js', line: 1 },
    ],
    ['IMPORT_FROM_WEB', `export * from '//cdn.test/x.js';`, { specifier: '//cdn.test/x.js' }],
    ['IMPORT_PACKAGE', `\n\nimport _ from 'lodash/fp';`, { specifier: 'lodash/fp', line: 3 }],
    ['IMPORT_OF_NODE', `import 'node:fs';`, { specifier: 'node:fs' }],
    ['IMPORT_NOT_FOUND', `import './b';`, { specifier: './b', meant: 'b.js' }],
    ['IMPORT_NOT_FOUND', `import '../a.js';`, { specifier: '../a.js' }],
    ['IMPORT_NOT_FOUND', `import '/b.js';`, { specifier: '/b.js' }],
    ['IMPORT_CYCLE', `import './c.js';`, { files: 'a.js → c.js → lib/d.js → a.js', file: 'lib/d.js' }],
  ])('%s: %s', (code, text, details) => {
    const others = { 'b.js': '', 'c.js': `import './lib/d.js';`, 'lib/d.js': `import '../a.js';` };
    expect(failure({ 'a.js': text, ...others })).toMatchObject({ code, details });
  });

  test('a file that does not parse is left to the browser', () => {
    const text = 'import { from "./b.js';
    expect(scriptOf(linked({ 'a.js': text }).entryUrl)).toContain(text);
  });
});

describe('originalPlace', () => {
  const { files: made } = linked({
    'a.js': `import './b.js'; import './b.js'; stuk();\nstuk();`,
    'b.js': 'b',
  });
  const given = made.find(({ path }) => path === 'b.js')?.urls[0]?.length ?? 0;
  const shift = given - './b.js'.length;
  const at = (line: number, column: number) => originalPlace({ file: 'a.js', line, column }, made).column;

  test('takes the length of the addresses before it out', () => {
    expect(at(1, 35 + 2 * shift)).toBe(35);
    expect(at(1, 18 + shift)).toBe(18);
  });
  test('leaves what comes before, and other lines', () => {
    expect(at(1, 1)).toBe(1);
    expect(at(2, 3)).toBe(3);
  });
  test('is the start of the path for a place within an address', () => {
    expect(at(1, 40)).toBe(9);
  });
});
