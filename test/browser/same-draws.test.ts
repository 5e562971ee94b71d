/** The same seed draws the same numbers in every family of browsers as under Node, to the last bit. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, expect } from 'vitest';
import { HASH_OF_DRAWS } from '../simulation/draws-hash.ts';
import { path } from './families/index.ts';

let code = '';
beforeAll(async () => {
  const input = fileURLToPath(new URL('../simulation/draws-hash.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'browser' });
  const { output } = await build.generate({ format: 'iife', name: 'draws' });
  await build.close();
  code = output[0].code;
});

path('a page draws what Node draws', async ({ newTab }) => {
  const tab = await newTab();
  await tab.goto('about:blank');
  expect(await tab.evaluate(`(() => { ${code}; return draws.hashOfDraws(); })()`)).toBe(HASH_OF_DRAWS);
});
