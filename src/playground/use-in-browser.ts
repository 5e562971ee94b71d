/**
 * The moment at which a playground is in a browser: what the reader had typed earlier comes back, the surroundings
 * are looked at, and other parts of the page can find the playground.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Edits } from './edits.ts';
import { watchSurroundings } from './page-container.ts';
import { probeStorage } from './storage.ts';

/**
 * @param enter makes it known; what it returns is called when the playground leaves the page
 * @returns whether that moment has come
 */
export function useInBrowser(edits: Edits, enter: () => () => void): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    probeStorage();
    watchSurroundings();
    edits.restore();
    setReady(true);
    return enter();
  }, [edits]);
  return isReady;
}
