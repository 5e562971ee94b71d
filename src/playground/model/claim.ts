/** Which tab may save: the first that asks, until it goes. */

/** @returns what gives the claim up; null when another tab has it */
export function claim(name: string): Promise<(() => void) | null> {
  // Without locks (a page over plain HTTP) every tab counts as the only one.
  if (navigator.locks === undefined) return Promise.resolve(() => {});
  const patience = wasLoadedAgain()
    ? { signal: AbortSignal.timeout(RELOAD_GRACE_MS) }
    : { ifAvailable: true };
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, patience, (lock) => {
        if (lock === null) {
          resolve(null);
          return;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'TimeoutError') resolve(null);
        else reject(error);
      });
  });
}

/**
 * A browser may let go of what a page held only after its next self has begun: a reader who reloads on a busy machine would
 * then work on a copy of what is their own, and nothing would be kept any more.
 */
const RELOAD_GRACE_MS = 3_000;

function wasLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate';
}
