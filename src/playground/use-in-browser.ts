/**
 * The moment at which a playground is in a browser: what the reader had typed earlier comes back, the surroundings
 * are looked at, and other parts of the page can find the playground.
 */
import { useEffect, useState } from 'preact/hooks';
import { probeStorage } from '../kit/storage.ts';
import type { Edits } from './code/edits.ts';
import { watchSurroundings } from './hosts/page-hosts.ts';

interface Model {
  readonly edits: Edits;
  dispose(): void;
}

/**
 * @param enter makes the model known; what it returns takes it back, when the playground leaves the page
 * @returns whether that moment has come
 */
export function useInBrowser<One extends Model>(model: One, enter: (model: One) => () => void): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    probeStorage();
    watchSurroundings();
    model.edits.restore();
    setReady(true);
    const leave = enter(model);
    return () => {
      leave();
      model.dispose();
    };
  }, [model]);
  return isReady;
}
