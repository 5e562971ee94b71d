/** `package.json` and the list of commands name the same files. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/index.ts';
import { readArguments } from '../../src/cli/test-settings.ts';
import { stagesOf } from '../../src/cli/testing/test-stages.ts';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(at('package.json'), 'utf8'),
);

test('every command is a file that its script starts', () => {
  for (const [script, file] of Object.entries(COMMANDS)) {
    expect(existsSync(at(`src/cli/${file}`)), file).toBe(true);
    expect(scripts[script], script).toContain(`node src/cli/${file}`);
  }
});

test('no script starts a file that is not a command', () => {
  const started = Object.values(scripts).flatMap((line) =>
    [...line.matchAll(/node src\/cli\/([\w.-]+)/g)].map(([, file]) => file),
  );
  expect([...new Set(started)].sort()).toEqual(Object.values(COMMANDS).sort());
});

const readme = readFileSync(at('README.md'), 'utf8');
/** What it runs of ours or of others, in the order in which they begin, with what they are told. */
function startedBy(script: string): string[] {
  const line = scripts[script] ?? '';
  return line.split(' && ').flatMap((part) => {
    const [, next, more = ''] = /^npm run (?:--silent )?([\w:]+)(?: --)?(.*?)(?: --)?$/.exec(part) ?? [];
    if (next === undefined) return [part];
    return startedBy(next).map((last) => `${last}${more}`);
  });
}
const INSTALL = 'node src/cli/install.mjs';

test('each command that the README names is a script', () => {
  const named = [...readme.matchAll(/`npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});

test.each([
  ['start', ['node src/cli/build.ts', 'node src/cli/serve.ts']],
  ['test', ['node src/cli/test.ts']],
  ['dev', ['node src/cli/astro.ts dev']],
  ['check', ['node src/cli/astro.ts check', 'tsc --noEmit -p content/functions', 'biome ci .']],
  ['test:browsers', ['node src/cli/test.ts --browsers']],
  ['test:deep', ['node src/cli/test.ts --deep']],
  ['check:webcontainer', ['node src/cli/test.ts --webcontainer']],
  ['mutation', ['node test/mutation/main.ts']],
  ['bench', ['node test/bench/main.ts']],
  ['scorm', ['node src/cli/scorm.ts']],
  ['release', ['node src/cli/release.ts']],
  ['pack:tool', ['node src/cli/pack-tool.ts']],
])('%s installs what is missing, runs what the README says, and nothing else', (script, expected) => {
  const [first, ...rest] = startedBy(script);
  expect(first).toBe(INSTALL);
  expect(rest).toEqual(expected);
});

test('format is the style of the code, written', () => {
  expect(startedBy('format')).toEqual(['biome check --write .']);
});

test('npm test is the types, the style, a build, and every project of tests', () => {
  const parts = stagesOf(readArguments([]), fileURLToPath(at(''))).flat(2);
  const commands = parts.flatMap((part) => ('command' in part ? [part.command.join(' ')] : []));
  expect(commands).toEqual([
    'astro check',
    'tsc --noEmit -p content/functions',
    'biome ci .',
    `node ${fileURLToPath(at('src/cli/build.ts'))}`,
  ]);
  const run = parts.flatMap((part) => ('vitestProjects' in part ? part.vitestProjects : []));
  const projects = [...readFileSync(at('vitest.config.ts'), 'utf8').matchAll(/name: '(\w+)'/g)];
  expect(run.toSorted()).toEqual(projects.map(([, name]) => name).toSorted());
});
