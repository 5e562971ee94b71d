/** What the address of the page gives: one set, or else the one that this tab has open; or those of some weeks. */
import { useEffect, useState } from 'preact/hooks';
import { type OpenSet, openSet } from '../../exercises/open-set.ts';
import type { ExerciseSet } from '../../exercises/set.ts';
import { fragmentInTab } from '../../exercises/set-in-tab.ts';
import { readSeries, SERIES_FRAGMENT } from './series.ts';

export type SetOfPage =
  | { readonly kind: 'set'; readonly open: OpenSet }
  | { readonly kind: 'series'; readonly sets: readonly ExerciseSet[]; readonly fragment: string }
  /** The link holds no whole set. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'none' };

function fromAddress(): SetOfPage {
  const { hash } = location;
  if (hash.startsWith(SERIES_FRAGMENT)) {
    const sets = readSeries(hash);
    return sets ? { kind: 'series', sets, fragment: hash } : { kind: 'broken' };
  }
  if (fragmentInTab() === null) return { kind: 'none' };
  const open = openSet();
  return open ? { kind: 'set', open } : { kind: 'broken' };
}

/** In a browser only. */
export function useSetOfPage(): SetOfPage {
  const [set, setSet] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setSet(fromAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return set;
}
