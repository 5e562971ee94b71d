/** What a crawl does in a page, in any family: it comes to life under a hand, and axe looks at it. */
import axe from 'axe-core';
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
  scrollTo({ top: 0, behavior: 'instant' });
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
  return moving.length > 0 ? `${moving.length} still move` : null;
}

/** As the switch of the site does it, without a second load of the page. */
export async function show(tab: Tab, theme: Theme): Promise<void> {
  await tab.evaluate(`void (document.documentElement.dataset.theme = '${theme}')`);
}

/** @returns what axe has against the page, short enough to read in a report */
export async function violations(tab: Tab): Promise<readonly string[]> {
  // Not as an element of the page, nor by `eval`: its policy would refuse either.
  await tab.evaluate(`(() => { if (globalThis.axe === undefined) { ${axe.source} }; return null; })()`);
  await tab.evaluate(`(${askAxe})()`);
  return vi.waitFor(async () => {
    const found = await tab.evaluate('globalThis.axeFound');
    if (found === null) throw new Error('axe is not ready');
    return found as string[];
  }, PATIENCE);
}

/** Leaves what is found in `globalThis.axeFound`, since not every driver waits for a promise. Stands alone. */
function askAxe(): void {
  const here = globalThis as unknown as { axe: typeof axe; axeFound: string[] | null };
  here.axeFound = null;
  here.axe
    .run(document, {
      resultTypes: ['violations'],
      // Of the sandboxes, in which there is nothing to see.
      iframes: false,
      rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    })
    .then(
      ({ violations }) => {
        here.axeFound = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
        );
      },
      (error) => {
        here.axeFound = [`axe fails: ${error}`];
      },
    );
}
