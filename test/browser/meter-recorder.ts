/** An eye on the meters of a page: all that they show, at every frame and after every change, over all pages of a test. */
import type { Page } from 'playwright-core';

export interface Shown {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** On the page's own clock. */
  readonly atMs: number;
}

const KEY = 'proef:gezien';

/** For `before`: runs in each page before its own code. The sandbox has no storage, and no meters. */
export const recordMeters = `if (self === top) {
  const seen = [];
  const last = new Map();
  const look = () => {
    for (const amount of document.querySelectorAll('.amount')) {
      const group = amount.closest('[role="group"]')?.getAttribute('aria-label');
      const name = group ?? (amount.classList.contains('race__amount') ? amount.className : 'in de tekst');
      const data = amount.querySelector('data');
      const shown = { name, value: data?.getAttribute('value') ?? '', text: (data ?? amount).textContent };
      const key = shown.value + shown.text;
      if (last.get(amount) === key) continue;
      last.set(amount, key);
      seen.push({ ...shown, atMs: performance.now() });
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['value'],
  });
  const frame = () => { look(); requestAnimationFrame(frame); };
  frame();
  const keep = () => {
    const before = JSON.parse(localStorage.getItem('${KEY}') ?? '[]');
    localStorage.setItem('${KEY}', JSON.stringify([...before, ...seen.splice(0)]));
  };
  addEventListener('pagehide', keep);
  Object.assign(globalThis, { keepSeenMeters: keep });
}`;

/** All that was shown so far, in order. */
export function seenMeters(page: Page): Promise<Shown[]> {
  return page.evaluate((key) => {
    (globalThis as unknown as { keepSeenMeters: () => void }).keepSeenMeters();
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Shown[];
  }, KEY);
}
