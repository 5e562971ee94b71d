/** The set in the fragment of the page. */
import { useEffect, useState } from 'preact/hooks';
import { type ExerciseSet, readSet } from './set.ts';

/** @returns `none` without a fragment, null for one that holds no whole set */
export function useSetOfPage(): ExerciseSet | null | 'none' {
  const [set, setSet] = useState<ExerciseSet | null | 'none'>(null);
  useEffect(() => {
    const follow = () => setSet(location.hash === '' ? 'none' : readSet(location.hash));
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return set;
}
