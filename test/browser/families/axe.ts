/** What axe has against what a reader is looking at, in any family. */
import axe from 'axe-core';
import { expect } from 'vitest';
import type { Tab } from './family.ts';

/** Not as an element of the page, nor by `eval`: its policy would refuse either. */
const LOAD = `(() => { if (globalThis.axe === undefined) { ${axe.source} }; return null; })()`;

/**
 * Sandboxes, in which there is nothing to see, are not looked into.
 *
 * @param rules by id, whether one counts that axe leaves out or not
 * @returns short enough to read in the report of a test
 */
export async function violationsIn(
  page: Pick<Tab, 'evaluate'>,
  rules: Readonly<Record<string, { readonly enabled: boolean }>> = {},
): Promise<readonly string[]> {
  await page.evaluate(LOAD);
  const options = JSON.stringify({ resultTypes: ['violations'], iframes: false, rules });
  const found = await page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
  return found as string[];
}

export async function expectAccessible(reader: Pick<Tab, 'evaluate'>): Promise<void> {
  expect(await violationsIn(reader), 'violations').toEqual([]);
}
