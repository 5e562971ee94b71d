/** What axe has against what a reader is looking at, in any family. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Reader } from './reader.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RUN = `axe.run(document, { resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`;

export async function expectAccessible(reader: Reader): Promise<void> {
  const found = await reader.evaluate(`((() => { ${AXE} })(), ${RUN})`);
  expect(found, 'violations').toEqual([]);
}
