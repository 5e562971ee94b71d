/** Projects of a folder of somebody else: names and settings with the signs that code, YAML and a shell read as something else. */
import { parse as parseScript } from 'acorn';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Sample } from '../../../src/course/sample.ts';
import { projectSchema, sampleOfProject } from '../../../src/project/index.ts';
import { cloudProject, lacksOf, targets } from '../../../src/take-home/clouds/index.ts';

const HANDLER = 'export default () => new Response("x");\n';
// biome-ignore lint/suspicious/noTemplateCurlyInString: a name of a file
const ENTRIES = ["het'is.js", '100%.js', 'a#b.js', 'a`${b}.js', 'een map/é.js'];
const ENV = {
  QUOTES: `a"b'c`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: nothing is to fill it in
  DOLLAR: '${AWS::Region} $(rm -rf x) `id` %PATH%',
  LINES: 'een\n- twee: # drie\r\n\ttab',
  YES: 'yes',
  COLON: 'a: b',
  HASH: 'a #b',
  RARE: 'x\u0085y\u2028z\u2029\u007f\u009f\ufeff\uffff',
  EMPTY: '',
  NUMBER: '0x1F',
  STAR: '*x',
};

function sampleOf(entries: readonly string[], env: Readonly<Record<string, string>>): Sample {
  const functions = Object.fromEntries(
    entries.map((entry, at) => [`f${at}`, { entry, trigger: { type: 'http', routes: [`GET /f${at}`] } }]),
  );
  const project = projectSchema.parse({ version: 1, functions, env });
  return sampleOfProject(
    'vreemd',
    project,
    entries.map((path) => ({ path, text: HANDLER })),
    () => '',
  );
}

async function textsOf(target: (typeof targets)[number], name: string, sample: Sample) {
  const files = await cloudProject(target, { name, sample, files: sample.files, examples: [] });
  return new Map(files.map(({ path, text }) => [path, text]));
}

test.each(targets)('$id takes the code along to the last sign, however it ends', async (target) => {
  const endings = ['', '\r\n', '\n\n  \n'];
  const sample = sampleOf(['a.js', 'b.js', 'c.js'], {});
  const files = sample.files.map(({ path, text }, at) => ({ path, text: text.trimEnd() + endings[at] }));
  const made = await textsOf(target, 'vreemd', { ...sample, files });
  expect(files.map(({ path }) => made.get(`functie/${path}`))).toEqual(files.map(({ text }) => text));
});

test.each(targets)('$id imports a file by its own name, whatever signs are in it', async (target) => {
  const files = await textsOf(target, 'vreemd', sampleOf(ENTRIES, {}));
  const found = [...files].flatMap(([path, text]) => {
    if (!/\.m?js$/.test(path) || path.startsWith('functie/') || path.startsWith('functielab/')) return [];
    return parseScript(text, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((one) => {
      const from = one.type === 'ImportDeclaration' ? String(one.source.value) : '';
      const [, entry] = /^\.{1,2}\/functie\/(.*)$/.exec(from) ?? [];
      // A bundler takes a name as it is; Node reads it as a part of an address.
      return entry === undefined ? [] : [target.id === 'cloudflare' ? entry : new URL(entry, 'file:///')];
    });
  });
  const names = found.map((one) => {
    if (typeof one === 'string') return one;
    expect(`${one.search}${one.hash}`).toBe('');
    return decodeURIComponent(one.pathname.slice(1));
  });
  expect(names.sort()).toEqual([...ENTRIES].sort());
});

/** Of what is in these files, the settings. */
// biome-ignore lint/suspicious/noExplicitAny: each file has its own shape
const SETTINGS: Readonly<Record<string, (read: any) => unknown>> = {
  // biome-ignore format: a row each
  'template.yaml': (read) => read.Resources.F0Functie.Properties.Environment.Variables,
  'wrangler.jsonc': (read) => read.vars,
  'instellingen.yaml': (read) => read,
  'func.yaml': (read) =>
    read.config ??
    Object.fromEntries(read.run.envs.map((one: { name: string; value: string }) => [one.name, one.value])),
};

test.each(targets)('$id keeps each setting as it is, and names its project as text', async (target) => {
  const files = await textsOf(target, 'null', sampleOf(['a.js'], ENV));
  for (const [path, text] of files) {
    const settingsOf = SETTINGS[path];
    if (settingsOf === undefined) continue;
    for (const version of ['1.1', '1.2'] as const) {
      const read = parse(text, { version, logLevel: 'error' });
      expect(settingsOf(read), path).toEqual(ENV);
      if (path === 'func.yaml') expect(read.name).toBe('null');
    }
    // Of these a reader of YAML makes a line end, or nothing at all.
    if (path.endsWith('.yaml')) expect(text, path).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufeff\uffff]/);
  }
});

test.each(targets)(
  '$id has no setting in a command that a reader copies, and says where they are',
  async (target) => {
    const text = (await textsOf(target, 'vreemd', sampleOf(['a.js'], ENV))).get('LEESMIJ.md') ?? '';
    expect(text).not.toContain('rm -rf');
    expect(text).toContain('staan met hun waarde in deze map');
    expect(lacksOf(target, sampleOf(['a.js'], ENV))).toEqual([]);
  },
);
