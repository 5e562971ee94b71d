/** The set in the fragment of the page. */
import { useEffect, useState } from 'preact/hooks';
import { type ExerciseSet, readSet } from '../../exercises/set.ts';

type SetOfPage = ExerciseSet | null | 'none';

const fromAddress = (): SetOfPage => (location.hash === '' ? 'none' : readSet(location.hash));

/** In a browser only. @returns `none` without a fragment, null for one that holds no whole set */
export function useSetOfPage(): SetOfPage {
  const [set, setSet] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setSet(fromAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return set;
}
