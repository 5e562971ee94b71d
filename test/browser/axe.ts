/** What axe has against a page, short enough to read in a test report. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export async function violations(page: Page): Promise<string[]> {
  // The page of a learner's own server has a main part of its own, which a rule would count with ours.
  const { violations: found } = await new AxeBuilder({ page }).exclude('.preview__frame').analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
