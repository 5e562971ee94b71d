/**
 * Something that is done again and again while the page is shown; in a hidden tab nothing runs. All that moves by itself in a page
 * moves at the same moments, the multiples of its pace on the page's clock: the browser then draws once for all of it.
 */

export interface Beat {
  /** Looks again whether it is seen. */
  readonly follow: () => void;
  /** For good. */
  readonly stop: () => void;
}

/**
 * @param everyMs from one time to the next; the first is at once, and the second may come half a time sooner or later
 * @param act may stop the beat by what it gets
 */
export function beat(
  everyMs: number,
  act: (stop: () => void) => void,
  isSeen: () => boolean = () => true,
): Beat {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = 0;
  let isStopped = false;
  const take = () => {
    lastMs = performance.now();
    act(stop);
    follow();
  };
  const follow = () => {
    clearTimeout(timer);
    if (isStopped || document.hidden || !isSeen()) return;
    const dueMs = Math.round(lastMs / everyMs + 1) * everyMs;
    timer = setTimeout(take, Math.max(0, dueMs - performance.now()));
  };
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', follow);
  };
  document.addEventListener('visibilitychange', follow);
  take();
  return { follow, stop };
}
