import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the platform runs under plain node, with no build', () => {
  const sample = fileURLToPath(new URL('./plain-node-sample.ts', import.meta.url));
  const output = execFileSync(process.execPath, [sample], { encoding: 'utf8', timeout: 20_000 });
  expect(JSON.parse(output)).toEqual({ durationMs: 6.125, memoryMb: 128, initMs: 12.25 });
});

test('the platform imports nothing from outside its folder, and reads no clock', () => {
  const folder = new URL('../../src/platform/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(names).toContain('step.ts');
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    for (const [, specifier] of text.matchAll(/from '([^']+)'/g)) {
      expect(specifier).toMatch(/^\.\.?\//);
      expect(new URL(specifier ?? '', new URL(name, folder)).href).toContain(folder.href);
    }
    expect(text).not.toMatch(/\b(Date|performance|setTimeout|Math\.random|await)\b[.(]/);
  }
});
