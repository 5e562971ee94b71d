/** What axe has against a page, short enough to read in a test report. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** @param within a selector of the parts that are looked at; all of the page if absent */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    // The page of a learner's own server has a main part of its own, which a rule would count with ours.
    .exclude('.preview__frame')
    // Half the time of a run went to details of what passed, and to frames of other origins: those show nothing here.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
