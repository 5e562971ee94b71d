/**
 * Brings the steps of a lesson to life at the reader's first move, or at once when there are ticks from an earlier visit: a page
 * that is only opened fetches nothing for them. What is pressed meanwhile is done as soon as they live.
 */
import { useEffect } from 'preact/hooks';
import { readText } from '../../kit/storage.ts';
import { TICKS_KEY } from '../../progress/ticks-key.ts';

export function useSteps(): void {
  useEffect(() => {
    // What cannot be fetched now is tried again at the next kind of move.
    const begin = (event?: Event) => {
      // As it is now: when the steps begin to live, each tick is drawn anew.
      const isTicked = (event?.target as Partial<HTMLInputElement> | null | undefined)?.checked;
      return import('./live.tsx').then(
        ({ followSteps }) => followSteps(event, isTicked),
        () => undefined,
      );
    };
    for (const control of document.querySelectorAll<HTMLButtonElement>('.step :disabled'))
      control.disabled = false;
    // Each press counts, and `followSteps` knows those that came when the steps lived already.
    for (const move of ['pointermove', 'keydown', 'click'])
      addEventListener(move, begin, { once: move !== 'click' });
    if (readText(TICKS_KEY)) begin();
  }, []);
}
