/** An eye on the meters of a page: all that they show, at every frame and after every change, over all pages of a test. */
import { expect, onTestFinished } from 'vitest';
import { tillEuro } from '../../src/till/prices/server-price.ts';
import { siteWithScript } from './site-with-script.ts';

export interface Shown {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** On the page's own clock. */
  readonly atMs: number;
}

const KEY = 'proef:gezien';

/** For `before`: runs in each page before its own code. The sandbox has no storage, and no meters. */
export const recordMeters = `if (location.href !== 'about:srcdoc') {
  const seen = [];
  const last = new Map();
  const look = () => {
    // Until then the parser may be in the middle of an amount, and no part of the page lives.
    if (document.readyState === 'loading') return;
    for (const amount of document.querySelectorAll('.amount')) {
      const group = amount.closest('[role="group"]')?.getAttribute('aria-label');
      const name = group ?? 'in de tekst';
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

/** A copy of the built site for one test, of which each page records its meters. @returns address of its home page */
export async function siteWithRecorder(): Promise<string> {
  const { url, close } = await siteWithScript(recordMeters);
  onTestFinished(close);
  return url;
}

/** All that was shown so far on the page and the ones before it, in order. */
export async function seenMeters(page: {
  evaluate(expression: string): Promise<unknown>;
}): Promise<readonly Shown[]> {
  return (await page.evaluate(
    `(keepSeenMeters(), JSON.parse(localStorage.getItem('${KEY}') ?? '[]'))`,
  )) as readonly Shown[];
}

const AMOUNT = /^€\s[\d.]+,[\d\s]+$/;
const numberIn = (text: string) => Number(text.replaceAll(/[^\d,]/g, '').replace(',', '.'));

/** Of one meter: it says that it does not know, or an amount that is that of its value, and that is never less than before. */
export function expectRising(seen: readonly Shown[], name: string): void {
  const shown = seen.filter((one) => one.name === name);
  let before = { value: -1, text: -1 };
  for (const { value, text } of shown) {
    if (value === '') {
      expect(text, name).toBe('…nog niet bekend');
      continue;
    }
    expect(text, name).toMatch(AMOUNT);
    expect(text, `${name}: text and value are of one moment`).toBe(tillEuro(value));
    const now = { value: Number(value), text: numberIn(text) };
    expect(now.value, name).toBeGreaterThanOrEqual(before.value);
    expect(now.text, name).toBeGreaterThanOrEqual(before.text);
    before = now;
  }
  expect(before.value, `${name} was seen`).toBeGreaterThan(0);
}
