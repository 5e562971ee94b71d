/** What a parser makes of code that imports, however it is written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideImport } from '../../../src/host/modules/outside-imports.ts';

const OWN = new Set(['data:own']);
const codeOf = (code: string) => outsideImport(code, OWN, 'a.js')?.code ?? null;

test.each([
  `import x from 'data:own'; export default x;`,
  `export * from "data:own"; export const a = 1;`,
  `export default async () => (await import('data:own')).default;`,
  `// import('https://x.test/')\nexport default "import('https://x.test/')";`,
  `export default () => import.meta.url;`,
  `export default Array.from('abc');`,
])('may run: %s', (code) => {
  expect(codeOf(code)).toBe(null);
});

test.each([
  `import 'https://x.test/a.js';`,
  `export * from 'https://x.test/a.js';`,
  `export { a } from/**/"https://x.test/a.js";`,
  `import('https://x.test/' + 1);`,
  'import(`https://x.test/`);',
  `const at = 'data:own'; import(at);`,
  `import/* ( */\n('data:text/javascript,import "https://x.test/"');`,
  `export default () => { /[)]/.test(")") / import('blob:x') / 1; };`,
  `import j from 'https://x.test/a.json' with { type: 'json' };`,
  `class A { static { import('x'); } [import('y')]() {} }`,
  `export default \`\${import("https://x.test/")}\`;`,
])('is refused: %s', (code) => {
  expect(codeOf(code)).toBe('IMPORT_FROM_WEB');
});

test('the refusal names the file, the line and what is imported', () => {
  expect(outsideImport(`\nawait import('//x.test/a.js');`, OWN, 'a.js')?.details).toEqual({
    file: 'a.js',
    line: 2,
    specifier: `'//x.test/a.js'`,
  });
});

test('what cannot be read does not run, and its place is told', () => {
  expect(outsideImport(`import x from 'data:own';\nexport default {`, OWN, 'a.js')).toMatchObject({
    code: 'SYNTAX_ERROR',
    error: { frames: [{ file: 'a.js', line: 2 }] },
  });
  expect(codeOf(`import 'data:own';${'['.repeat(100_000)}`)).toBe('SYNTAX_ERROR');
});

test('an import is found wherever an expression may stand', () => {
  const wrap = fc.constantFrom<(inner: string) => string>(
    (inner) => `(${inner})`,
    (inner) => `[...${inner}]`,
    (inner) => `() => ${inner}`,
    (inner) => `{ let a = ${inner}; }`.replace(/^(.*)$/, '(() => $1)'),
    (inner) => `\`\${${inner}}\``,
    (inner) => `class { b = ${inner} }`,
    (inner) => `(async function* () { for await (const a of ${inner}) yield* ${inner}; })`,
  );
  fc.assert(
    fc.property(fc.array(wrap, { maxLength: 6 }), (wraps) => {
      const inner = wraps.reduce((code, around) => around(code), `import('https://x.test/')`);
      expect(codeOf(`export default ${inner};`)).toBe('IMPORT_FROM_WEB');
    }),
  );
});
