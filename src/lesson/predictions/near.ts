/** Waits until a prediction of this page is nearly seen, and then makes all of them live: a page that is only opened carries none of it. */
export function awaitPredictions(): void {
  const near = new IntersectionObserver(
    (seen) => {
      // What could not be fetched is tried again when the next one comes near.
      if (seen.some(({ isIntersecting }) => isIntersecting)) {
        void import('./begin.tsx').then(({ beginPredictions }) => beginPredictions());
      }
    },
    { rootMargin: '50%' },
  );
  for (const place of document.querySelectorAll('.predict')) near.observe(place);
}
