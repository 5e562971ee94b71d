/** What a crawl does in a page, in any family: it comes to life under a hand, in light or in dark. */
import { vi } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import type { Tab } from '../families/index.ts';

const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };

export type Theme = 'light' | 'dark';

/**
 * Moves a hand over the page, and waits until all that is drawn lives and nothing moves any more.
 *
 * @throws Error when our patience ends, with the part that stays asleep
 */
export async function bringToLife(tab: Tab): Promise<void> {
  await vi.waitFor(async () => {
    const left = await tab.evaluate(`(${wake})()`);
    if (left !== null) throw new Error(`It does not come to life: ${left}`);
  }, PATIENCE);
}

/** Wakes the first that is asleep by looking at it. Stands alone. @returns what is left, or null */
function wake(): string | null {
  dispatchEvent(new PointerEvent('pointermove'));
  const asleep = [...document.querySelectorAll('astro-island[ssr]')];
  // An island has no box of its own; one of which nothing is drawn, as in a closed dialog, sleeps on.
  const drawn = asleep.flatMap((island) => {
    const part = [...island.querySelectorAll('*')].find((element) => element.checkVisibility());
    return part ? [part] : [];
  });
  const [first] = drawn;
  if (first !== undefined) {
    first.scrollIntoView({ block: 'center', behavior: 'instant' });
    return `${first.closest('astro-island')?.getAttribute('component-url')} of ${drawn.length}`;
  }
  // A part that lives may still fetch what it shows.
  const coming = [...document.querySelectorAll('.when-seen')].find((part) => part.checkVisibility());
  if (coming !== undefined) {
    coming.scrollIntoView({ block: 'center', behavior: 'instant' });
    return coming.textContent;
  }
  scrollTo({ top: 0, behavior: 'instant' });
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
  return moving.length > 0 ? `${moving.length} still move` : null;
}

/** As the switch of the site does it, without a second load of the page. */
export async function show(tab: Tab, theme: Theme): Promise<void> {
  await tab.evaluate(`void (document.documentElement.dataset.theme = '${theme}')`);
}
