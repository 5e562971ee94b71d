/** The list of attacks is what the tests try: each row names a test that is there, and no attack stands in it twice. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTACKS } from './inventory.ts';

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const source = sources.get(file) ?? readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  sources.set(file, source);
  return source;
}

test('each attack has a test', () => {
  expect(ATTACKS.filter(([, , file, title]) => !sourceOf(file).includes(title))).toEqual([]);
});

test('there are at least 150, each once', () => {
  expect(new Set(ATTACKS.map(([area, attack]) => `${area}: ${attack}`)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(150);
});
