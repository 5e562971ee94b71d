/** A browser carries about three containers in all, so one tab has one, and the others know. */

const LOCK_NAME = 'functielab:webcontainer';

/** @returns what gives the lock back, or null when another tab has it. The end of a page gives it back too. */
export function claimForThisTab(): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(LOCK_NAME, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(reject);
  });
}
