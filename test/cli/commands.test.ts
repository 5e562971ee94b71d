/** `package.json` and the list of commands name the same files. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/index.ts';

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
