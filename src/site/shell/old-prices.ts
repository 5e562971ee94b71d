/**
 * Marks amounts whose price was read more than a year ago. In the reader's browser, on the reader's day: a page that
 * was built once gets older by itself.
 */
import { isOld } from '../../till/index.ts';

export function markOldPrices(today = new Date()): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-read]')) {
    if (!isOld(element.dataset.read || null, today)) continue;
    const mark = document.createElement('small');
    mark.className = 'price-old';
    mark.textContent = ' (prijs van meer dan een jaar oud)';
    element.append(mark);
  }
}
